// A permutation of 0..size-1 that is computed, not stored: unique keys, shuffles, pairs without
// repeats. Alternating Feistel network on Z_a x Z_b with cycle walking (Black and Rogaway, "Ciphers
// with arbitrary finite domains", CT-RSA 2002); a x b is the smallest near-square holding `size`,
// so that few values are walked. Bijective for every size and key. Pure, thread-safe.
#pragma once

#include <cstdint>

namespace dbx::seed {

class Permutation {
 public:
  // 1 <= size <= 2^62.
  explicit Permutation(std::int64_t size, std::uint64_t key = 0);

  std::int64_t size() const { return static_cast<std::int64_t>(size_); }
  // 0 <= index < size; so is the result.
  std::int64_t operator()(std::int64_t index) const { return apply(index, key_); }
  // The same network under another key: one permutation a parent, without building one a parent.
  std::int64_t apply(std::int64_t index, std::uint64_t key) const;

 private:
  std::uint64_t size_;
  std::uint64_t left_;   // a
  std::uint64_t right_;  // b
  std::uint64_t key_;
};

}  // namespace dbx::seed

// The Feistel network behind Permutation.
#include "dbx/seed/permutation.h"

#include <cassert>
#include <cmath>

#include "dbx/base/hash.h"
#include "dbx/seed/random.h"

namespace dbx::seed {
namespace {

constexpr std::uint64_t kRounds = 4;  // of two half steps each

std::uint64_t step(std::uint64_t value, std::uint64_t round, std::uint64_t key,
                   std::uint64_t modulus) {
  const std::uint64_t noise = mix64(value ^ (key + round * 0x9E3779B97F4A7C15ULL));
  return static_cast<std::uint64_t>(below(noise, static_cast<std::int64_t>(modulus)));
}

}  // namespace

Permutation::Permutation(std::int64_t size, std::uint64_t key)
    : size_(static_cast<std::uint64_t>(size)), key_(mix64(key ^ 0x5851F42D4C957F2DULL)) {
  assert(size >= 1 && size <= (std::int64_t{1} << 62));
  left_ = static_cast<std::uint64_t>(std::sqrt(static_cast<double>(size)));
  if (left_ == 0) left_ = 1;
  right_ = (size_ + left_ - 1) / left_;
}

std::int64_t Permutation::apply(std::int64_t index, std::uint64_t key) const {
  auto value = static_cast<std::uint64_t>(index);
  do {
    std::uint64_t left = value / right_;
    std::uint64_t right = value % right_;
    for (std::uint64_t round = 0; round < kRounds; ++round) {
      left += step(right, 2 * round, key, left_);
      if (left >= left_) left -= left_;
      right += step(left, 2 * round + 1, key, right_);
      if (right >= right_) right -= right_;
    }
    value = left * right_ + right;
  } while (value >= size_);  // the cycle through `index` comes back below size
  return static_cast<std::int64_t>(value);
}

}  // namespace dbx::seed

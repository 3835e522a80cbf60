// The two distributions that need a table or a loop: weighted choice and Zipf. Everything else is
// an inverse distribution function in its generator. Immutable after construction, thread-safe.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "dbx/seed/random.h"

namespace dbx::seed {

// Weighted choice in constant time: Walker's alias method, built as by Vose (IEEE TSE 17(9), 1991),
// with 63-bit integer thresholds, so that drawing needs no floating point.
class AliasTable {
 public:
  // At least one weight; none negative; not all 0.
  explicit AliasTable(std::span<const double> weights);

  std::int64_t pick(Bits bits) const {
    const auto slot =
        static_cast<std::size_t>(below(bits.first, static_cast<std::int64_t>(slots_.size())));
    const Slot& entry = slots_[slot];
    return (bits.second >> 1U) < entry.threshold ? static_cast<std::int64_t>(slot) : entry.alias;
  }
  std::int64_t size() const { return static_cast<std::int64_t>(slots_.size()); }

 private:
  struct Slot {
    std::uint64_t threshold = 0;  // of 2^63
    std::int64_t alias = 0;
  };
  std::vector<Slot> slots_;
};

// Ranks 1..size with P(k) proportional to k^-exponent, by rejection-inversion (Hoermann and
// Derflinger, ACM TOMACS 6(3), 1996): constant memory, about 1.1 draws a value.
class Zipf {
 public:
  // size >= 1, exponent > 0.
  Zipf(std::int64_t size, double exponent);
  // The draw number counts the retries.
  std::int64_t pick(const Random& random, std::int64_t row) const;

 private:
  double integral(double x) const;  // of x^-exponent
  double integral_inverse(double y) const;
  double density(double x) const;

  std::int64_t size_;
  double exponent_;
  double integral_first_;  // H(1.5) - 1
  double integral_last_;   // H(size + 0.5)
  double shortcut_;
};

}  // namespace dbx::seed

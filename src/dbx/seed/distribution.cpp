// Building and drawing for AliasTable and Zipf.
#include "dbx/seed/distribution.h"

#include <algorithm>
#include <cassert>

#include "dbx/seed/math.h"

namespace dbx::seed {

AliasTable::AliasTable(std::span<const double> weights) : slots_(weights.size()) {
  assert(!weights.empty());
  double total = 0;
  for (const double weight : weights) total += weight;
  assert(total > 0);
  const double count = static_cast<double>(weights.size());
  std::vector<double> scaled(weights.size());
  std::vector<std::size_t> small;
  std::vector<std::size_t> large;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    scaled[i] = weights[i] / total * count;
    (scaled[i] < 1.0 ? small : large).push_back(i);
  }
  while (!small.empty() && !large.empty()) {
    const std::size_t low = small.back();
    const std::size_t high = large.back();
    small.pop_back();
    large.pop_back();
    slots_[low] = {static_cast<std::uint64_t>(scaled[low] * 0x1p63),
                   static_cast<std::int64_t>(high)};
    scaled[high] = (scaled[high] + scaled[low]) - 1.0;
    (scaled[high] < 1.0 ? small : large).push_back(high);
  }
  for (const auto* rest : {&small, &large}) {
    for (const std::size_t i : *rest) slots_[i] = {~std::uint64_t{0}, static_cast<std::int64_t>(i)};
  }
}

// H(x) = (x^(1-s) - 1) / (1 - s), and log x for s = 1.
double Zipf::integral(double x) const {
  const double power = 1.0 - exponent_;
  const double logarithm = log(x);
  if (power < 1e-9 && power > -1e-9) return logarithm;
  return (exp(power * logarithm) - 1.0) / power;
}

double Zipf::integral_inverse(double y) const {
  const double power = 1.0 - exponent_;
  if (power < 1e-9 && power > -1e-9) return exp(y);
  const double base = std::max(1.0 + y * power, 1e-300);
  return exp(log(base) / power);
}

double Zipf::density(double x) const { return exp(-exponent_ * log(x)); }

Zipf::Zipf(std::int64_t size, double exponent) : size_(size), exponent_(exponent) {
  assert(size >= 1 && exponent > 0);
  integral_first_ = integral(1.5) - 1.0;
  integral_last_ = integral(static_cast<double>(size) + 0.5);
  shortcut_ = 2.0 - integral_inverse(integral(2.5) - density(2.0));
}

std::int64_t Zipf::pick(const Random& random, std::int64_t row) const {
  for (std::uint32_t draw = 0;; ++draw) {
    const double u = to_unit(random.bits(row, draw).first);
    const double y = integral_last_ + u * (integral_first_ - integral_last_);
    const double x = integral_inverse(y);
    const auto rank = std::clamp(static_cast<std::int64_t>(x + 0.5), std::int64_t{1}, size_);
    const double k = static_cast<double>(rank);
    if (k - x <= shortcut_ || y >= integral(k + 0.5) - density(k)) return rank;
  }
}

}  // namespace dbx::seed

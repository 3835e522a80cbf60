// Inverse distribution functions that cannot be written down, tabulated while planning: gamma,
// beta, Student's t. A smooth image y of the value (its logarithm, its logit) is a smooth function
// of the normal score z = Phi^-1(u), so a cubic Hermite interpolation on an even grid of z, with
// exact values and slopes at the knots (Hoermann and Leydold, ACM TOMACS 13(4), 2003), is within
// 1e-9 of u in probability, tails included, at the price of one normal quantile a value. Immutable
// after construction, thread-safe.
#pragma once

#include <vector>

#include "dbx/seed/math.h"

namespace dbx::seed {

// A distribution of y on the whole line, with one mode; both tails are asked for, each where it is
// small.
class Law {
 public:
  virtual ~Law() = default;
  virtual double below(double y) const = 0;        // P(Y <= y)
  virtual double above(double y) const = 0;        // P(Y > y)
  virtual double log_density(double y) const = 0;  // of Y
};

class InverseTable {
 public:
  // `from` < `to` enclose the median.
  InverseTable(const Law& law, double from, double to);

  // y for 0 < u < 1.
  double operator()(double u) const {
    const double position = (normal_quantile(u) + kScoreMax) * kKnotsPerUnit;
    const auto knot = static_cast<std::size_t>(position);
    const double t = position - static_cast<double>(knot);
    const Knot& left = knots_[knot];
    const Knot& right = knots_[knot + 1];
    const double s = 1.0 - t;
    return s * s * ((1.0 + 2.0 * t) * left.y + t * left.slope) +
           t * t * ((1.0 + 2.0 * s) * right.y - s * right.slope);
  }

 private:
  static constexpr double kScoreMax = 8.5;  // to_unit() stays within 8.21
  static constexpr int kKnotsPerUnit = 64;
  struct Knot {
    double y = 0;
    double slope = 0;  // dy, for a step of one knot
  };
  std::vector<Knot> knots_;
};

}  // namespace dbx::seed

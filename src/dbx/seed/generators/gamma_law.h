// The gamma distribution on a scale on which its inverse is smooth at every shape.
#pragma once

#include "dbx/seed/inverse_table.h"
#include "dbx/seed/math.h"
#include "dbx/seed/special.h"

namespace dbx::seed {

// Of y = log X at scale 1: density exp(a y - e^y) / Gamma(a).
class LogGamma final : public Law {
 public:
  explicit LogGamma(double shape) : shape_(shape), constant_(log_gamma(shape)) {}
  double below(double y) const override {
    // Far down only the first term of the series is left, and e^y may be below the doubles.
    if (y < -100.0) return exp(shape_ * y - constant_) / shape_;
    return gamma_below(shape_, exp(y));
  }
  double above(double y) const override { return gamma_above(shape_, exp(y)); }
  double log_density(double y) const override { return shape_ * y - exp(y) - constant_; }

 private:
  double shape_;
  double constant_;
};

}  // namespace dbx::seed

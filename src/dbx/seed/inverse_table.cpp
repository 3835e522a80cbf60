// Knot after knot by Newton's method on the logarithm of the tail, starting from the median.
#include "dbx/seed/inverse_table.h"

#include <cmath>
#include <initializer_list>

#include "dbx/seed/special.h"

namespace dbx::seed {
namespace {

constexpr int kStepsMax = 80;
constexpr double kLogRootTwoPi = 0.91893853320467274178;

double median_of(const Law& law, double from, double to) {
  for (int i = 0; i < 200 && to - from > 0; ++i) {
    const double middle = from + (to - from) / 2.0;
    if (middle <= from || middle >= to) break;
    (law.below(middle) < 0.5 ? from : to) = middle;
  }
  return from;
}

// The y whose tail is that of the normal score z, near `guess`. The logarithm of a tail is concave
// for the laws in use, so that Newton's steps do not run away; they are bounded all the same.
double solve(const Law& law, double z, double guess, double step_max) {
  const bool upper = z > 0;
  const double wanted = log(normal_below(upper ? -z : z));
  double y = guess;
  for (int i = 0; i < kStepsMax; ++i) {
    const double tail = upper ? law.above(y) : law.below(y);
    if (!(tail > 0)) {  // past the last double: back
      y -= upper ? step_max : -step_max;
      continue;
    }
    const double slope = exp(law.log_density(y) - log(tail));
    double step = (log(tail) - wanted) / slope;
    if (upper) step = -step;
    if (step > step_max) step = step_max;
    if (step < -step_max) step = -step_max;
    y -= step;
    const double size = step < 0 ? -step : step;
    if (size < 1e-14 * (1.0 + (y < 0 ? -y : y))) break;
  }
  return y;
}

}  // namespace

InverseTable::InverseTable(const Law& law, double from, double to) {
  const auto half = static_cast<int>(kScoreMax * kKnotsPerUnit);
  knots_.resize(static_cast<std::size_t>(2 * half + 2));
  const double median = median_of(law, from, to);
  const auto slope_at = [&](double z, double y) {
    return exp(-z * z / 2.0 - kLogRootTwoPi - law.log_density(y)) / kKnotsPerUnit;
  };
  for (const int direction : {1, -1}) {
    double y = median;
    double slope = slope_at(0, y);
    for (int i = 0; i <= half + (direction > 0 ? 1 : 0); ++i) {
      const double z = static_cast<double>(direction * i) / kKnotsPerUnit;
      if (i > 0) y = solve(law, z, y + direction * slope, 8.0 * slope);
      slope = slope_at(z, y);
      knots_[static_cast<std::size_t>(half + direction * i)] = {y, slope};
    }
  }
}

}  // namespace dbx::seed

// log, exp and the normal quantile with the same bits on every machine: a libm's last digit differs
// between systems, and a seeded cell must not. Needs IEEE 754 doubles and -ffp-contract=off. Pure.
#pragma once

#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>
#include <span>

#include "dbx/seed/lanes.h"

namespace dbx::seed {

inline constexpr double kLn2High = 6.93147180369123816490e-01;
inline constexpr double kLn2Low = 1.90821492927058770002e-10;

// Natural logarithm for x > 0 and finite; error below 1 ulp. Source: fdlibm e_log.c (Sun, 1993).
double log(double x);
// e^x, below 1 ulp; 0 under -745, the largest finite double over 709.7. Source: fdlibm e_exp.c.
// Inline, because every row of an amount needs one and the calls would not overlap.
inline double exp(double x);
// The x with P(Z <= x) = p for a standard normal Z and 0 < p < 1; relative error about 1e-16.
// Source: algorithm AS 241, PPND16 (Wichura, Applied Statistics 37(3), 1988).
double normal_quantile(double p);
// The same of each value, in place.
void exp_all(std::span<double> values);
void normal_quantile_all(std::span<double> values);

// The two factors of e^x for |x| < 745: 2^power, and one near 1.
struct ExpParts {
  int power;
  double mantissa;
};
DBX_IN_LANES ExpParts exp_parts(double x) {
  const int k = static_cast<int>(1.44269504088896338700e+00 * x + std::copysign(0.5, x));
  const double high = x - k * kLn2High;
  const double low = k * kLn2Low;
  const double r = high - low;
  const double square = r * r;
  const double c =
      r - square * (1.66666666666666019037e-01 +
                    square * (-2.77777777770155933842e-03 +
                              square * (6.61375632143793436117e-05 +
                                        square * (-1.65339022054652515390e-06 +
                                                  square * 4.13813679705723846039e-08))));
  return {k, 1.0 + (r * c / (2.0 - c) - low + high)};
}
// For |x| < kExpNear, where the result is a normal double.
inline constexpr double kExpNear = 690.0;
DBX_IN_LANES double exp_near(double x) {
  const ExpParts parts = exp_parts(x);
  return parts.mantissa *
         std::bit_cast<double>(static_cast<std::uint64_t>(parts.power + 1023) << 52U);
}
inline double exp(double x) {
  if (x > -kExpNear && x < kExpNear) return exp_near(x);
  if (x > 709.7) return std::numeric_limits<double>::max();
  if (x < -745.0) return 0.0;
  const ExpParts parts = exp_parts(x);
  return std::ldexp(parts.mantissa, parts.power);  // exact, and slow
}

}  // namespace dbx::seed

// Bit-stable log, exp and normal quantile: only + - * / and bit patterns, all exact by IEEE 754.
#include "dbx/seed/math.h"

#include <algorithm>
#include <array>

namespace dbx::seed {
namespace {

// log of 2^exponent times the normal double of these bits.
DBX_IN_LANES double log_of(std::uint64_t bits, int exponent) {
  // x = 2^exponent * m with sqrt(1/2) < m < sqrt(2)
  auto high = static_cast<std::uint32_t>(bits >> 32U) + (0x3FF00000U - 0x3FE6A09EU);
  exponent += static_cast<int>(high >> 20U) - 0x3FF;
  high = (high & 0x000FFFFFU) + 0x3FE6A09EU;
  const double f =
      std::bit_cast<double>((static_cast<std::uint64_t>(high) << 32U) | (bits & 0xFFFFFFFFULL)) -
      1.0;
  const double half_square = 0.5 * f * f;
  const double s = f / (2.0 + f);
  const double z = s * s;
  const double w = z * z;
  const double even = w * (3.999999999940941908e-01 +
                           w * (2.222219843214978396e-01 + w * 1.531383769920937332e-01));
  const double odd = z * (6.666666666666735130e-01 +
                          w * (2.857142874366239149e-01 +
                               w * (1.818357216161805012e-01 + w * 1.479819860511658591e-01)));
  const double scale = exponent;
  return s * (half_square + even + odd) + scale * kLn2Low - half_square + f + scale * kLn2High;
}

// c[0] + c[1] x + ... + c[7] x^7
DBX_IN_LANES double polynomial(const double (&c)[8], double x) {
  return ((((((c[7] * x + c[6]) * x + c[5]) * x + c[4]) * x + c[3]) * x + c[2]) * x + c[1]) * x +
         c[0];
}

// Algorithm AS 241: the centre, the tails, and what lies beyond e^-25.
constexpr double kA[8] = {3.3871328727963666080e0,  1.3314166789178437745e+2,
                          1.9715909503065514427e+3, 1.3731693765509461125e+4,
                          4.5921953931549871457e+4, 6.7265770927008700853e+4,
                          3.3430575583588128105e+4, 2.5090809287301226727e+3};
constexpr double kB[8] = {1.0,
                          4.2313330701600911252e+1,
                          6.8718700749205790830e+2,
                          5.3941960214247511077e+3,
                          2.1213794301586595867e+4,
                          3.9307895800092710610e+4,
                          2.8729085735721942674e+4,
                          5.2264952788528545610e+3};
constexpr double kC[8] = {1.42343711074968357734e0,  4.63033784615654529590e0,
                          5.76949722146069140550e0,  3.64784832476320460504e0,
                          1.27045825245236838258e0,  2.41780725177450611770e-1,
                          2.27238449892691845833e-2, 7.74545014278341407640e-4};
constexpr double kD[8] = {1.0,
                          2.05319162663775882187e0,
                          1.67638483018380384940e0,
                          6.89767334985100004550e-1,
                          1.48103976427480074590e-1,
                          1.51986665636164571966e-2,
                          5.47593808499534494600e-4,
                          1.05075007164441684324e-9};
constexpr double kE[8] = {6.65790464350110377720e0,  5.46378491116411436990e0,
                          1.78482653991729133580e0,  2.96560571828504891230e-1,
                          2.65321895265761230930e-2, 1.24266094738807843860e-3,
                          2.71155556874348757815e-5, 2.01033439929228813265e-7};
constexpr double kF[8] = {1.0,
                          5.99832206555887937690e-1,
                          1.36929880922735805310e-1,
                          1.48753612908506148525e-2,
                          7.86869131145613259100e-4,
                          1.84631831751005468180e-5,
                          1.42151175831644588870e-7,
                          2.04426310338993978564e-15};

DBX_IN_LANES bool is_central(double q) { return std::fabs(q) <= 0.425; }

DBX_IN_LANES double central_quantile(double q) {
  const double r = 0.180625 - q * q;
  return q * polynomial(kA, r) / polynomial(kB, r);
}

// Of the tail's probability; square roots are exact by IEEE 754.
DBX_IN_LANES double tail_distance(double tail) {
  return std::sqrt(-log_of(std::bit_cast<std::uint64_t>(tail), 0));
}

DBX_IN_LANES double near_tail_quantile(double distance) {
  const double r = distance - 1.6;
  return polynomial(kC, r) / polynomial(kD, r);
}

double far_tail_quantile(double distance) {
  const double r = distance - 5.0;
  return polynomial(kE, r) / polynomial(kF, r);
}

constexpr std::size_t kChunk = 512;  // of values that are turned together

DBX_LANES void central_quantiles(std::span<const double> p, std::span<double> out) {
  for (std::size_t i = 0; i < p.size(); ++i) out[i] = central_quantile(p[i] - 0.5);
}

// Of at most kChunk: by their distances, in place; what is past the near tails is not looked at.
DBX_LANES void near_tail_quantiles(std::span<double> tails, std::span<double> out) {
  for (std::size_t i = 0; i < tails.size(); ++i) tails[i] = tail_distance(tails[i]);
  for (std::size_t i = 0; i < tails.size(); ++i) out[i] = near_tail_quantile(tails[i]);
}

// At most kChunk. All as if central; then those in the tails, 15 in 100, gathered.
void normal_quantile_chunk(std::span<double> values) {
  std::array<double, kChunk> p;
  std::array<std::uint32_t, kChunk> at;
  std::array<double, kChunk> tail;
  std::array<double, kChunk> quantile;
  std::copy(values.begin(), values.end(), p.begin());
  central_quantiles(std::span(p).first(values.size()), values);
  std::size_t count = 0;
  for (std::size_t i = 0; i < values.size(); ++i) {
    at[count] = static_cast<std::uint32_t>(i);
    count += is_central(p[i] - 0.5) ? 0 : 1;
  }
  for (std::size_t t = 0; t < count; ++t) tail[t] = std::min(p[at[t]], 1.0 - p[at[t]]);
  near_tail_quantiles(std::span(tail).first(count), quantile);  // above 0, all of them
  for (std::size_t t = 0; t < count; ++t) {
    const double x = p[at[t]];
    values[at[t]] = tail[t] <= 5.0 ? std::copysign(quantile[t], x - 0.5) : normal_quantile(x);
  }
}

}  // namespace

double log(double x) {
  const auto bits = std::bit_cast<std::uint64_t>(x);
  if (bits < (1ULL << 52U)) {  // subnormal: scale up first
    return log_of(std::bit_cast<std::uint64_t>(x * 0x1p54), -54);
  }
  return log_of(bits, 0);
}

double normal_quantile(double p) {
  const double q = p - 0.5;
  if (is_central(q)) return central_quantile(q);
  const double distance = std::sqrt(-log(q < 0 ? p : 1.0 - p));
  const double value = distance <= 5.0 ? near_tail_quantile(distance) : far_tail_quantile(distance);
  return q < 0 ? -value : value;
}

void normal_quantile_all(std::span<double> values) {
  for (std::size_t begin = 0; begin < values.size(); begin += kChunk) {
    normal_quantile_chunk(values.subspan(begin, std::min(kChunk, values.size() - begin)));
  }
}

DBX_LANES void exp_all(std::span<double> values) {
  std::uint64_t reached = 0;
  for (std::size_t i = 0; i < values.size(); ++i) reached |= reaches(values[i], kExpNear);
  if (all_below(reached)) {
    for (std::size_t i = 0; i < values.size(); ++i) values[i] = exp_near(values[i]);
  } else {
    for (std::size_t i = 0; i < values.size(); ++i) values[i] = exp(values[i]);
  }
}

}  // namespace dbx::seed

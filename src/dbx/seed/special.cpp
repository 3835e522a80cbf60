// Series and continued fractions; only + - * /, sqrt and the log and exp of math.h.
#include "dbx/seed/special.h"

#include <cmath>
#include <initializer_list>

#include "dbx/seed/math.h"

namespace dbx::seed {
namespace {

constexpr int kTermsMax = 100'000;
constexpr double kTiny = 1e-300;
constexpr double kEnough = 1e-16;

double horner(const double* coefficients, int degree, double x) {
  double sum = coefficients[0];
  for (int i = 1; i <= degree; ++i) sum = sum * x + coefficients[i];
  return sum;
}

bool settled(double factor) { return factor - 1.0 < kEnough && 1.0 - factor < kEnough; }

// x^a e^-x / Gamma(a)
double gamma_front(double a, double x) { return exp(a * log(x) - x - log_gamma(a)); }

double gamma_series(double a, double x) {
  double term = 1.0 / a;
  double sum = term;
  for (int n = 1; n < kTermsMax && term > sum * kEnough; ++n) {
    term *= x / (a + n);
    sum += term;
  }
  return sum * gamma_front(a, x);
}

// Continued fractions by the modified method of Lentz (Thompson and Barnett, J. Comput. Phys. 64,
// 1986).
double gamma_fraction(double a, double x) {
  double b = x + 1.0 - a;
  double c = 1.0 / kTiny;
  double d = 1.0 / b;
  double fraction = d;
  for (int n = 1; n < kTermsMax; ++n) {
    const double numerator = -n * (n - a);
    b += 2.0;
    d = numerator * d + b;
    if (d == 0) d = kTiny;
    c = b + numerator / c;
    if (c == 0) c = kTiny;
    d = 1.0 / d;
    fraction *= d * c;
    if (settled(d * c)) break;
  }
  return fraction * gamma_front(a, x);
}

double beta_fraction(double a, double b, double x) {
  double c = 1.0;
  double d = 1.0 - (a + b) * x / (a + 1.0);
  if (d == 0) d = kTiny;
  d = 1.0 / d;
  double fraction = d;
  for (int m = 1; m < kTermsMax; ++m) {
    double factor = 1.0;
    for (const bool even : {true, false}) {
      const double numerator =
          even ? m * (b - m) * x / ((a + 2.0 * m - 1.0) * (a + 2.0 * m))
               : -(a + m) * (a + b + m) * x / ((a + 2.0 * m) * (a + 2.0 * m + 1.0));
      d = 1.0 + numerator * d;
      if (d == 0) d = kTiny;
      c = 1.0 + numerator / c;
      if (c == 0) c = kTiny;
      d = 1.0 / d;
      factor = d * c;
      fraction *= factor;
    }
    if (settled(factor)) break;
  }
  return fraction;
}

}  // namespace

double normal_below(double z) {
  static constexpr double kUp[] = {3.52624965998911e-02, 0.700383064443688, 6.37396220353165,
                                   33.912866078383,      112.079291497871,  221.213596169931,
                                   220.206867912376};
  static constexpr double kDown[] = {8.83883476483184e-02, 1.75566716318264, 16.064177579207,
                                     86.7807322029461,     296.564248779674, 637.333633378831,
                                     793.826512519948,     440.413735824752};
  const double x = z < 0 ? -z : z;
  if (x > 38.0) return z < 0 ? 0.0 : 1.0;
  // Far out the rational form loses digits: there by Q(1/2, x^2 / 2).
  const double tail = x < 4.0 ? exp(-x * x / 2.0) * horner(kUp, 6, x) / horner(kDown, 7, x)
                              : 0.5 * gamma_above(0.5, x * x / 2.0);
  return z < 0 ? tail : 1.0 - tail;
}

double log_gamma(double x) {
  if (x < 0.5) return log_gamma(x + 1.0) - log(x);
  static constexpr double kTerms[] = {
      676.5203681218851,  -1259.1392167224028,  771.32342877765313,    -176.61502916214059,
      12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7};
  const double shifted = x - 1.0;
  double sum = 0.99999999999980993;
  for (int i = 0; i < 8; ++i) sum += kTerms[i] / (shifted + i + 1.0);
  const double t = shifted + 7.5;
  return 0.91893853320467274178 + (shifted + 0.5) * log(t) - t + log(sum);
}

double gamma_below(double a, double x) {
  if (x <= 0) return 0.0;
  return x < a + 1.0 ? gamma_series(a, x) : 1.0 - gamma_fraction(a, x);
}

double gamma_above(double a, double x) {
  if (x <= 0) return 1.0;
  return x < a + 1.0 ? 1.0 - gamma_series(a, x) : gamma_fraction(a, x);
}

double beta_below(double a, double b, double x, double y) {
  if (x <= 0) return 0.0;
  if (y <= 0) return 1.0;
  const double front =
      exp(log_gamma(a + b) - log_gamma(a) - log_gamma(b) + a * log(x) + b * log(y));
  if (x < (a + 1.0) / (a + b + 2.0)) return front * beta_fraction(a, b, x) / a;
  return 1.0 - front * beta_fraction(b, a, y) / b;
}

}  // namespace dbx::seed

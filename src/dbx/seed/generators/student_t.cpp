// student_t: a bell curve with heavy tails - returns, errors: mean + scale * T, with T of `degrees`
// degrees of freedom (at 1, Cauchy's, there is no mean, and the middle is at it all the same);
// truncated to min..max. The inverse distribution function is tabulated in asinh T
// (inverse_table.h); tails by the incomplete beta function (NIST DLMF 8.17).
#include "dbx/seed/generators/generators.h"
#include "dbx/seed/inverse_table.h"
#include "dbx/seed/math.h"
#include "dbx/seed/registry.h"
#include "dbx/seed/uniforms.h"

namespace dbx::seed {
namespace {
// Of y with T = sinh y.
class AsinhT final : public Law {
 public:
  explicit AsinhT(double degrees)
      : degrees_(degrees),
        constant_(log_gamma((degrees + 1.0) / 2.0) - log_gamma(degrees / 2.0) -
                  0.5 * log(degrees * 3.14159265358979323846)) {}
  double below(double y) const override { return above(-y); }
  double above(double y) const override {
    const double t = value(y);
    const double square = t * t;
    const double tail = 0.5 * beta_below(degrees_ / 2.0, 0.5, degrees_ / (degrees_ + square),
                                         square / (degrees_ + square));
    return y < 0 ? 1.0 - tail : tail;
  }
  double log_density(double y) const override {
    const double t = value(y);
    const double slope = (exp(y) + exp(-y)) / 2.0;  // cosh y = dt / dy
    return constant_ - (degrees_ + 1.0) / 2.0 * log(1.0 + t * t / degrees_) + log(slope);
  }
  static double value(double y) { return (exp(y) - exp(-y)) / 2.0; }

 private:
  double degrees_;
  double constant_;
};

}  // namespace

Result<GeneratorPtr> make_student_t(const Request& request, FillParameters& parameters) {
  if (request.unique) return fail(never_unique(request, "student_t"));
  const double degrees = parameters.number("degrees", 5);
  const double mean = parameters.number("mean", 0);
  const double scale = parameters.number("scale", 1);
  parameters.require(degrees >= 1 && degrees <= 1e6, "'degrees' must be from 1 to 1,000,000");
  parameters.require(scale >= 0, "'scale' must not be negative");
  if (!parameters.problems().empty()) return fail(parameters.problems());
  return drawn(request, parameters,
               [mean, scale, table = InverseTable(AsinhT(degrees), -80.0, 80.0)](double u) {
                 return mean + scale * AsinhT::value(table(u));
               });
}

}  // namespace dbx::seed

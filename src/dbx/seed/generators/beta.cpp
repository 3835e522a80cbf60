// beta: fractions with two shapes (mean alpha / (alpha + beta)), on 0..scale: 1 for fractions, 100
// for percentages; truncated to min..max. The inverse distribution function is tabulated in the
// logit of the value (inverse_table.h).
#include "dbx/seed/generators/generators.h"
#include "dbx/seed/inverse_table.h"
#include "dbx/seed/math.h"
#include "dbx/seed/registry.h"
#include "dbx/seed/uniforms.h"

namespace dbx::seed {
namespace {
// Of y = log(X / (1 - X)): density x^a (1 - x)^b / B(a, b).
class LogitBeta final : public Law {
 public:
  LogitBeta(double alpha, double beta)
      : alpha_(alpha),
        beta_(beta),
        constant_(log_gamma(alpha) + log_gamma(beta) - log_gamma(alpha + beta)) {}
  double below(double y) const override { return beta_below(alpha_, beta_, part(y), part(-y)); }
  double above(double y) const override { return beta_below(beta_, alpha_, part(-y), part(y)); }
  double log_density(double y) const override {
    return alpha_ * log(part(y)) + beta_ * log(part(-y)) - constant_;
  }

 private:
  static double part(double y) { return 1.0 / (1.0 + exp(-y)); }

  double alpha_;
  double beta_;
  double constant_;
};

}  // namespace

Result<GeneratorPtr> make_beta(const Request& request, FillParameters& parameters) {
  if (request.unique) return fail(never_unique(request, "beta"));
  const double alpha = parameters.number("alpha", 2);
  const double beta = parameters.number("beta", 2);
  const double scale = parameters.number("scale", 1);
  parameters.require(alpha >= 0.1 && alpha <= 1e6, "'alpha' must be from 0.1 to 1,000,000");
  parameters.require(beta >= 0.1 && beta <= 1e6, "'beta' must be from 0.1 to 1,000,000");
  parameters.require(scale > 0, "'scale' must be above 0");
  if (!parameters.problems().empty()) return fail(parameters.problems());
  return drawn(request, parameters,
               [scale, table = InverseTable(LogitBeta(alpha, beta), -80.0, 80.0)](double u) {
                 return scale / (1.0 + exp(-table(u)));
               });
}

}  // namespace dbx::seed

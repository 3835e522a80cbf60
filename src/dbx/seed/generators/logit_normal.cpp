// logit_normal: fractions - probabilities, rates, shares - around a median, never outside 0..scale.
// Its logit is normal, so sigma bends it from a narrow bell (0.2) to a long right tail (1), the
// usual shape of default probabilities. scale is 1 for fractions, 100 for percentages; the median
// is on the same scale; truncated to min..max. Inverse distribution function:
// scale / (1 + exp(-(m + sigma z))).
#include "dbx/seed/generators/generators.h"
#include "dbx/seed/math.h"
#include "dbx/seed/registry.h"
#include "dbx/seed/uniforms.h"

namespace dbx::seed {

Result<GeneratorPtr> make_logit_normal(const Request& request, FillParameters& parameters) {
  if (request.unique) return fail(never_unique(request, "logit_normal"));
  const double scale = parameters.number("scale", 1);
  const double median = parameters.number("median", scale / 2);
  const double sigma = parameters.number("sigma", 1);
  parameters.require(scale > 0, "'scale' must be above 0");
  parameters.require(median > 0 && median < scale, "'median' must be between 0 and 'scale'");
  parameters.require(sigma >= 0 && sigma <= 10, "'sigma' must be from 0 to 10");
  if (!parameters.problems().empty()) return fail(parameters.problems());
  const double odds = scale / median - 1.0;  // exp(-m)
  return drawn(request, parameters, [scale, odds, sigma](double u) {
    return scale / (1.0 + odds * exp(-sigma * normal_quantile(u)));
  });
}

}  // namespace dbx::seed

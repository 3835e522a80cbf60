// logit_normal: fractions - probabilities, rates, shares - around a median, never outside 0..scale.
// Its logit is normal, so sigma bends it from a narrow bell (0.2) to a long right tail (1), the
// usual shape of default probabilities. scale is 1 for fractions, 100 for percentages; the median
// is on the same scale. Inverse distribution function: scale / (1 + exp(-(m + sigma z))).
#include <algorithm>

#include "dbx/seed/generators/generators.h"
#include "dbx/seed/math.h"
#include "dbx/seed/random.h"
#include "dbx/seed/registry.h"

namespace dbx::seed {

Result<GeneratorPtr> make_logit_normal(const Request& request, FillParameters& parameters) {
  if (request.unique) return fail(never_unique(request, "logit_normal"));
  const double scale = parameters.number("scale", 1);
  const double median = parameters.number("median", scale / 2);
  const double sigma = parameters.number("sigma", 1);
  const double low = parameters.number("min", 0);
  const double high = parameters.number("max", scale);
  parameters.require(scale > 0, "'scale' must be above 0");
  parameters.require(median > 0 && median < scale, "'median' must be between 0 and 'scale'");
  parameters.require(sigma >= 0 && sigma <= 10, "'sigma' must be from 0 to 10");
  parameters.require(low <= high, "'min' is above 'max'");
  if (!parameters.problems().empty()) return fail(parameters.problems());
  const double odds = scale / median - 1.0;  // exp(-m)
  return numbers([random = Random(request.key, request.column.name), scale, odds, sigma, low,
                  high](std::int64_t row) {
    const double z = normal_quantile(to_unit(random.bits(row).first));
    const double value = scale / (1.0 + odds * exp(-sigma * z));
    return std::min(std::max(value, low), high);
  });
}

}  // namespace dbx::seed

// lognormal: amounts - many small, few large. median is exp(mu); sigma is the spread of the
// logarithm; clamped to min..max. Inverse distribution function: exp(mu + sigma * normal quantile).
#include <algorithm>

#include "dbx/seed/generators/generators.h"
#include "dbx/seed/math.h"
#include "dbx/seed/random.h"
#include "dbx/seed/registry.h"

namespace dbx::seed {

Result<GeneratorPtr> make_lognormal(const Request& request, FillParameters& parameters) {
  if (request.unique) return fail(never_unique(request, "lognormal"));
  const double median = parameters.number("median", 100);
  const double sigma = parameters.number("sigma", 1);
  const double low = parameters.number("min", 0);
  const double high = parameters.number("max", 1e15);
  parameters.require(median > 0, "'median' must be above 0");
  parameters.require(sigma >= 0 && sigma <= 10, "'sigma' must be from 0 to 10");
  parameters.require(low <= high, "'min' is above 'max'");
  return numbers([random = Random(request.key, request.column.name), median, sigma, low,
                  high](std::int64_t row) {
    const double value = median * exp(sigma * normal_quantile(to_unit(random.bits(row).first)));
    return std::min(std::max(value, low), high);
  });
}

}  // namespace dbx::seed

// normal: mean and standard deviation, clamped to min..max. One uniform a value through the inverse
// distribution function (AS 241, math.h).
#include <algorithm>

#include "dbx/seed/generators/generators.h"
#include "dbx/seed/math.h"
#include "dbx/seed/random.h"
#include "dbx/seed/registry.h"

namespace dbx::seed {

Result<GeneratorPtr> make_normal(const Request& request, FillParameters& parameters) {
  if (request.unique) return fail(never_unique(request, "normal"));
  const double mean = parameters.number("mean", 0);
  const double deviation = parameters.number("stddev", 1);
  const double low = parameters.number("min", -1e15);
  const double high = parameters.number("max", 1e15);
  parameters.require(deviation >= 0, "'stddev' must not be negative");
  parameters.require(low <= high, "'min' is above 'max'");
  return numbers([random = Random(request.key, request.column.name), mean, deviation, low,
                  high](std::int64_t row) {
    const double value = mean + deviation * normal_quantile(to_unit(random.bits(row).first));
    return std::min(std::max(value, low), high);
  });
}

}  // namespace dbx::seed

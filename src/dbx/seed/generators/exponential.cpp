// exponential: waiting times with a mean, clamped to min..max. Inverse distribution function:
// -mean * log(u). A share `zeros` of the rows is 0: days late, where most are in time.
#include <algorithm>

#include "dbx/seed/generators/generators.h"
#include "dbx/seed/math.h"
#include "dbx/seed/random.h"
#include "dbx/seed/registry.h"

namespace dbx::seed {

Result<GeneratorPtr> make_exponential(const Request& request, FillParameters& parameters) {
  if (request.unique) return fail(never_unique(request, "exponential"));
  const double mean = parameters.number("mean", 1);
  const double low = parameters.number("min", 0);
  const double high = parameters.number("max", 1e15);
  const double zeros = parameters.number("zeros", 0);
  parameters.require(zeros >= 0 && zeros <= 1, "'zeros' must be from 0 to 1");
  parameters.require(mean > 0, "'mean' must be above 0");
  parameters.require(low <= high, "'min' is above 'max'");
  return numbers([random = Random(request.key, request.column.name), mean, low, high,
                  zeros](std::int64_t row) {
    const Bits bits = random.bits(row);
    if (to_unit(bits.second) < zeros) return 0.0;
    const double value = -mean * log(to_unit(bits.first));
    return std::min(std::max(value, low), high);
  });
}

}  // namespace dbx::seed

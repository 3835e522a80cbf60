// exponential: waiting times with a mean, truncated to min..max. Inverse distribution function:
// -mean * log(1 - u). A share `zeros` of the rows is 0, whatever `min` says: days late, where most
// are in time.
#include "dbx/seed/generators/generators.h"
#include "dbx/seed/math.h"
#include "dbx/seed/registry.h"
#include "dbx/seed/uniforms.h"

namespace dbx::seed {

Result<GeneratorPtr> make_exponential(const Request& request, FillParameters& parameters) {
  if (request.unique) return fail(never_unique(request, "exponential"));
  const double mean = parameters.number("mean", 1);
  const double zeros = parameters.number("zeros", 0);
  parameters.require(zeros >= 0 && zeros <= 1, "'zeros' must be from 0 to 1");
  parameters.require(mean > 0, "'mean' must be above 0");
  if (!parameters.problems().empty()) return fail(parameters.problems());
  const auto quantile = [mean](double u) { return -mean * log(1.0 - u); };
  if (zeros == 0) return drawn(request, parameters, quantile);
  const Truncation cut = read_truncation(parameters, quantile);
  const auto with_zeros = [zeros, cut, quantile](double u) {
    if (u < zeros) return 0.0;
    const double rest = std::max((u - zeros) / (1.0 - zeros), kUnitMin);
    return cut.within(quantile(cut.quantile(rest)));
  };
  return GeneratorPtr(
      std::make_unique<Drawn<decltype(with_zeros)>>(Uniforms(request), Truncation{}, with_zeros));
}

}  // namespace dbx::seed

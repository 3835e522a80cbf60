// poisson: counts of independent events with a mean: p(k + 1) / p(k) = mean / (k + 1). Exact table
// (discrete.h), truncated to min..max.
#include "dbx/seed/discrete.h"
#include "dbx/seed/generators/generators.h"
#include "dbx/seed/registry.h"
#include "dbx/seed/uniforms.h"

namespace dbx::seed {

Result<GeneratorPtr> make_poisson(const Request& request, FillParameters& parameters) {
  if (request.unique) return fail(never_unique(request, "poisson"));
  const double mean = parameters.number("mean", 3);
  parameters.require(mean > 0 && mean <= 1e9, "'mean' must be above 0, at most 10^9");
  if (!parameters.problems().empty()) return fail(parameters.problems());
  CountLaw law;
  law.mode = static_cast<std::int64_t>(mean);
  law.ratio = [mean](double k) { return mean / (k + 1.0); };
  auto table = tabulate(std::move(law), parameters);
  if (!table) return fail(parameters.problems());
  return drawn_whole(Nature::kInteger, request, std::move(*table));
}

}  // namespace dbx::seed

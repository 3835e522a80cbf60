// geometric: failures before the first success, from 0: p(k + 1) / p(k) = 1 - probability. Exact
// table (discrete.h), truncated to min..max.
#include "dbx/seed/discrete.h"
#include "dbx/seed/generators/generators.h"
#include "dbx/seed/registry.h"
#include "dbx/seed/uniforms.h"

namespace dbx::seed {

Result<GeneratorPtr> make_geometric(const Request& request, FillParameters& parameters) {
  if (request.unique) return fail(never_unique(request, "geometric"));
  const double chance = parameters.number("probability", 0.5);
  parameters.require(chance > 0 && chance < 1, "'probability' must be above 0 and below 1");
  if (!parameters.problems().empty()) return fail(parameters.problems());
  CountLaw law;
  law.ratio = [chance](double) { return 1.0 - chance; };
  auto table = tabulate(std::move(law), parameters);
  if (!table) return fail(parameters.problems());
  return drawn_whole(Nature::kInteger, request, std::move(*table));
}

}  // namespace dbx::seed

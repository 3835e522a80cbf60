// binomial: successes of so many trials: p(k + 1) / p(k) = (n - k) / (k + 1) * p / (1 - p). Exact
// table (discrete.h), truncated to min..max.
#include "dbx/seed/discrete.h"
#include "dbx/seed/generators/generators.h"
#include "dbx/seed/registry.h"
#include "dbx/seed/uniforms.h"

namespace dbx::seed {

Result<GeneratorPtr> make_binomial(const Request& request, FillParameters& parameters) {
  if (request.unique) return fail(never_unique(request, "binomial"));
  const std::int64_t trials = parameters.integer("trials", 10);
  const double chance = parameters.number("probability", 0.5);
  parameters.require(trials >= 1 && trials <= 1'000'000'000, "'trials' must be from 1 to 10^9");
  parameters.require(chance > 0 && chance < 1, "'probability' must be above 0 and below 1");
  if (!parameters.problems().empty()) return fail(parameters.problems());
  const auto n = static_cast<double>(trials);
  CountLaw law;
  law.most = trials;
  law.mode = static_cast<std::int64_t>((n + 1.0) * chance);
  law.ratio = [n, odds = chance / (1.0 - chance)](double k) { return (n - k) / (k + 1.0) * odds; };
  auto table = tabulate(std::move(law), parameters);
  if (!table) return fail(parameters.problems());
  return drawn_whole(Nature::kInteger, request, std::move(*table));
}

}  // namespace dbx::seed

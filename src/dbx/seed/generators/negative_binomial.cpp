// negative_binomial: counts that vary more than poisson: variance mean + mean^2 / dispersion, so
// that a dispersion of 1 is geometric and a large one poisson (Hilbe, Negative Binomial Regression,
// NB2). p(k + 1) / p(k) = (k + dispersion) / (k + 1) * mean / (mean + dispersion). Exact table
// (discrete.h), truncated to min..max.
#include "dbx/seed/discrete.h"
#include "dbx/seed/generators/generators.h"
#include "dbx/seed/registry.h"
#include "dbx/seed/uniforms.h"

namespace dbx::seed {

Result<GeneratorPtr> make_negative_binomial(const Request& request, FillParameters& parameters) {
  if (request.unique) return fail(never_unique(request, "negative_binomial"));
  const double mean = parameters.number("mean", 3);
  const double dispersion = parameters.number("dispersion", 1);
  parameters.require(mean > 0 && mean <= 1e9, "'mean' must be above 0, at most 10^9");
  parameters.require(dispersion >= 0.01 && dispersion <= 1e9,
                     "'dispersion' must be from 0.01 to 10^9");
  if (!parameters.problems().empty()) return fail(parameters.problems());
  const double step = mean / (mean + dispersion);
  CountLaw law;
  law.mode = dispersion > 1 ? static_cast<std::int64_t>((dispersion - 1.0) * mean / dispersion) : 0;
  law.ratio = [dispersion, step](double k) { return (k + dispersion) / (k + 1.0) * step; };
  auto table = tabulate(std::move(law), parameters);
  if (!table) return fail(parameters.problems());
  return drawn_whole(Nature::kInteger, request, std::move(*table));
}

}  // namespace dbx::seed

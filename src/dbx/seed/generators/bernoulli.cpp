// bernoulli: true with the given probability: in the upper part of the uniform number, as copulas
// need.
#include "dbx/seed/generators/generators.h"
#include "dbx/seed/registry.h"
#include "dbx/seed/uniforms.h"

namespace dbx::seed {

Result<GeneratorPtr> make_bernoulli(const Request& request, FillParameters& parameters) {
  if (request.unique) return fail(never_unique(request, "bernoulli"));
  const double probability = parameters.number("probability", 0.5);
  parameters.require(probability >= 0 && probability <= 1, "'probability' must be from 0 to 1");
  return drawn_whole(Nature::kBoolean, request,
                     [no = 1.0 - probability](double u) { return std::int64_t{u < no ? 0 : 1}; });
}

}  // namespace dbx::seed

// bernoulli: true with the given probability.
#include "dbx/seed/generators/generators.h"
#include "dbx/seed/random.h"
#include "dbx/seed/registry.h"

namespace dbx::seed {

Result<GeneratorPtr> make_bernoulli(const Request& request, FillParameters& parameters) {
  if (request.unique) return fail(never_unique(request, "bernoulli"));
  const double probability = parameters.number("probability", 0.5);
  parameters.require(probability >= 0 && probability <= 1, "'probability' must be from 0 to 1");
  return integers(Nature::kBoolean, [random = Random(request.key, request.column.name),
                                     probability](std::int64_t row) {
    return std::int64_t{to_unit(random.bits(row).first) < probability ? 1 : 0};
  });
}

}  // namespace dbx::seed

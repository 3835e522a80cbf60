// zipf: whole numbers 1..max, k with probability proportional to k^-exponent (distribution.h).
#include "dbx/seed/distribution.h"
#include "dbx/seed/generators/generators.h"
#include "dbx/seed/registry.h"

namespace dbx::seed {

Result<GeneratorPtr> make_zipf(const Request& request, FillParameters& parameters) {
  if (request.unique) return fail(never_unique(request, "zipf"));
  std::int64_t size = parameters.integer("max", 100);
  double exponent = parameters.number("exponent", 1.1);
  parameters.require(size >= 1, "'max' must be at least 1");
  parameters.require(exponent > 0 && exponent <= 20, "'exponent' must be above 0, at most 20");
  if (!parameters.problems().empty()) size = 1, exponent = 1;
  return integers(Nature::kInteger,
                  [random = Random(request.key, request.column.name), zipf = Zipf(size, exponent)](
                      std::int64_t row) { return zipf.pick(random, row); });
}

}  // namespace dbx::seed

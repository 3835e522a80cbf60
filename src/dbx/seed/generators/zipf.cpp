// zipf: whole numbers 1..max, k with probability proportional to k^-exponent (distribution.h).
#include "dbx/seed/discrete.h"
#include "dbx/seed/distribution.h"
#include "dbx/seed/generators/generators.h"
#include "dbx/seed/math.h"
#include "dbx/seed/registry.h"
#include "dbx/seed/uniforms.h"

namespace dbx::seed {
namespace {

constexpr std::int64_t kTabulatedMax = 1'000'000;

}  // namespace

Result<GeneratorPtr> make_zipf(const Request& request, FillParameters& parameters) {
  if (request.unique) return fail(never_unique(request, "zipf"));
  std::int64_t size = parameters.integer("max", 100);
  double exponent = parameters.number("exponent", 1.1);
  parameters.require(size >= 1, "'max' must be at least 1");
  parameters.require(exponent > 0 && exponent <= 20, "'exponent' must be above 0, at most 20");
  if (!parameters.problems().empty()) size = 1, exponent = 1;
  if (request.latent != nullptr) {  // by its table: copulas need one that does not fall
    if (size > kTabulatedMax) {
      parameters.complain("'max' must be at most 1,000,000 where 'with' correlates it");
      size = 1;
    }
    std::vector<double> weights(static_cast<std::size_t>(size));
    for (std::size_t k = 0; k < weights.size(); ++k) {
      weights[k] = exp(-exponent * log(static_cast<double>(k + 1)));
    }
    return drawn_whole(Nature::kInteger, request, DiscreteTable(1, weights));
  }
  return integers(Nature::kInteger,
                  [random = Random(request.key, request.column.name), zipf = Zipf(size, exponent)](
                      std::int64_t row) { return zipf.pick(random, row); });
}

}  // namespace dbx::seed

// uniform: every value from min to max alike; whole numbers for integer columns (Lemire
// multiply-high). Unique integers are a Feistel permutation of the range.
#include "dbx/base/hash.h"
#include "dbx/seed/adapt.h"
#include "dbx/seed/generators/generators.h"
#include "dbx/seed/permutation.h"
#include "dbx/seed/random.h"
#include "dbx/seed/registry.h"
#include "dbx/seed/uniforms.h"

namespace dbx::seed {

Result<GeneratorPtr> make_uniform(const Request& request, FillParameters& parameters) {
  const Random random(request.key, request.column.name);
  if (request.column.type.is_integer() || request.unique) {
    const std::int64_t low = parameters.integer("min", 0);
    const std::int64_t high = parameters.integer("max", low + 99);
    if (high < low) {
      parameters.complain("'min' is above 'max'");
      return integers(Nature::kInteger, [](std::int64_t) { return std::int64_t{0}; });
    }
    const std::int64_t size = high - low + 1;
    if (!request.unique && request.latent != nullptr) {
      return drawn_whole(Nature::kInteger, request, [low, high, size](double u) {
        return std::min(low + static_cast<std::int64_t>(u * static_cast<double>(size)), high);
      });
    }
    if (!request.unique) {
      return integers(Nature::kInteger, [random, low, size](std::int64_t row) {
        return low + below(random.bits(row).first, size);
      });
    }
    if (size < request.rows) return fail(not_enough(request, size));
    return integers(Nature::kInteger,
                    [low, order = Permutation(size, hash64(request.column.name, request.key))](
                        std::int64_t row) { return low + order(row); });
  }
  const double low = parameters.number("min", 0);
  const double high = parameters.number("max", low + 100);
  parameters.require(low <= high, "'min' is above 'max'");
  const auto quantile = [low, width = high - low](double u) { return low + width * u; };
  return GeneratorPtr(std::make_unique<Drawn<decltype(quantile)>>(
      Uniforms(request), Truncation{.low = low, .high = high}, quantile));
}

}  // namespace dbx::seed

// triangular: from min over the commonest value, mode, to max; what estimates of experts become.
// Inverse, with c = (mode - min) / (max - min): min + sqrt(u (max - min)(mode - min)) up to c, max
// - sqrt((1 - u)(max - min)(max - mode)) above it; exact square roots by IEEE 754.
#include <cmath>

#include "dbx/seed/generators/generators.h"
#include "dbx/seed/math.h"
#include "dbx/seed/registry.h"
#include "dbx/seed/uniforms.h"

namespace dbx::seed {

Result<GeneratorPtr> make_triangular(const Request& request, FillParameters& parameters) {
  if (request.unique) return fail(never_unique(request, "triangular"));
  const double low = parameters.number("min", 0);
  const double high = parameters.number("max", low + 1);
  const double mode = parameters.number("mode", low + (high - low) / 2);
  parameters.require(low < high, "'min' must be below 'max'");
  parameters.require(low <= mode && mode <= high, "'mode' must be from 'min' to 'max'");
  if (!parameters.problems().empty()) return fail(parameters.problems());
  const double width = high - low;
  const double turn = (mode - low) / width;
  const auto quantile = [low, high, mode, width, turn](double u) {
    return u < turn ? low + std::sqrt(u * width * (mode - low))
                    : high - std::sqrt((1.0 - u) * width * (high - mode));
  };
  return GeneratorPtr(std::make_unique<Drawn<decltype(quantile)>>(
      Uniforms(request), Truncation{.low = low, .high = high}, quantile));
}

}  // namespace dbx::seed

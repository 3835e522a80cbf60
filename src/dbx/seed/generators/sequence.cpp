// sequence: start, start + step, ... by row. The default of surrogate keys.
#include <fmt/format.h>

#include "dbx/seed/adapt.h"
#include "dbx/seed/generators/generators.h"
#include "dbx/seed/registry.h"

namespace dbx::seed {

Result<GeneratorPtr> make_sequence(const Request& request, FillParameters& parameters) {
  const std::int64_t start = parameters.integer("start", 1);
  const std::int64_t step = parameters.integer("step", 1);
  parameters.require(step != 0, "'step' must not be 0");
  const spec::Type& type = request.column.type;
  const std::int64_t factor =
      type.kind == spec::TypeKind::kDecimal ? power_of_ten(std::max(0, type.scale)) : 1;
  const std::int64_t limit = stored_max(type) / factor;
  __extension__ using Wide = __int128;
  const Wide last = static_cast<Wide>(step) * (request.rows - 1) + start;
  if (last > limit || last < -limit) {
    const Wide space = ((step > 0 ? limit - start : start + static_cast<Wide>(limit)) /
                        (step > 0 ? step : -step)) +
                       1;
    return fail(not_enough(request, static_cast<std::int64_t>(space)));
  }
  return integers(Nature::kInteger, [start, step](std::int64_t row) { return start + step * row; });
}

}  // namespace dbx::seed

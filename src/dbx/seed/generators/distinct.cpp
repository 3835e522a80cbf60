// distinct: labels of a small dimension. Each of the values in turn, in a shuffled order, so that
// none repeats while there are unused ones; then the next round, numbered: "Pro", ..., "Pro 2".
#include "dbx/base/hash.h"
#include "dbx/seed/generators/generators.h"
#include "dbx/seed/permutation.h"
#include "dbx/seed/registry.h"

namespace dbx::seed {

Result<GeneratorPtr> make_distinct(const Request& request, FillParameters& parameters) {
  std::vector<std::string> values = parameters.weighted("values").texts;
  if (!parameters.problems().empty()) return fail(parameters.problems());
  const auto count = static_cast<std::int64_t>(values.size());
  const Permutation order(count, hash64(request.column.name, request.key));
  return texts([values = std::move(values), order, count](std::int64_t row, std::string& out) {
    out += values[static_cast<std::size_t>(order(row % count))];
    if (row >= count) out += " " + std::to_string(row / count + 1);
  });
}

}  // namespace dbx::seed

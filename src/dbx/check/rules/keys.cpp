// A surrogate key carries no meaning: it is never the natural key too.
#include <fmt/format.h>

#include <algorithm>

#include "dbx/check/context.h"

namespace dbx::check {

void check_keys(Context& context) {
  for (const TableView& view : context.tables()) {
    const spec::Table& table = *view.table;
    const auto& natural = table.natural_key;
    if (table.surrogate_key.empty() ||
        std::find(natural.begin(), natural.end(), table.surrogate_key) == natural.end()) {
      continue;
    }
    context
        .error(Code::kKeyIsNaturalKey, view.pointer + "/natural_key",
               fmt::format("'{}' is both surrogate and natural key of '{}'", table.surrogate_key,
                           table.name))
        .hint = "name the business key as natural_key; dbx adds and numbers the surrogate key";
  }
}

}  // namespace dbx::check

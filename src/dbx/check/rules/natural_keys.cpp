// A dimension without a business key cannot tell a new member from a changed one.
#include <fmt/format.h>

#include <algorithm>

#include "dbx/check/context.h"

namespace dbx::check {
namespace {

// A key that the user supplies with the rows (yyyymmdd for a date) is a business key already.
bool key_is_declared(const spec::Table& table) {
  return std::any_of(table.columns.begin(), table.columns.end(), [&](const spec::Column& column) {
    return column.name == table.surrogate_key;
  });
}

}  // namespace

void check_natural_keys(Context& context) {
  for (const TableView& view : context.tables()) {
    const spec::Table& table = *view.table;
    if (table.kind != spec::TableKind::kDimension || !table.natural_key.empty() ||
        !table.primary_key.empty() || key_is_declared(table)) {
      continue;
    }
    context
        .warning(Code::kDimensionWithoutNaturalKey, view.pointer + "/natural_key",
                 fmt::format("dimension '{}' has no natural key", table.name))
        .hint = "name the column that identifies a member in the source system";
  }
}

}  // namespace dbx::check

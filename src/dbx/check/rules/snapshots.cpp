// A periodic snapshot says of which period it is: its grain holds a date.
#include <fmt/format.h>

#include <algorithm>

#include "dbx/check/context.h"

namespace dbx::check {

bool names_a_period(std::string_view name) {
  for (const char* word : {"date", "day", "week", "month", "quarter", "year", "period", "time"}) {
    if (name.find(word) != std::string_view::npos) return true;
  }
  return false;
}

bool is_period(const TableView& view, std::string_view name) {
  const spec::Column* column = view.find_column(name);
  if (column == nullptr) return false;
  if (column->type.is_temporal() || names_a_period(name)) return true;
  return std::any_of(view.table->foreign_keys.begin(), view.table->foreign_keys.end(),
                     [&](const spec::ForeignKey& key) {
                       return !key.columns.empty() && key.columns[0] == name &&
                              names_a_period(key.references.table);
                     });
}

void check_snapshots(Context& context) {
  for (const TableView& view : context.tables()) {
    const spec::Table& table = *view.table;
    if (table.kind != spec::TableKind::kFact || table.type != spec::FactType::kPeriodicSnapshot) {
      continue;
    }
    const std::vector<std::string> grain = spec::grain_of(table);
    const bool dated = std::any_of(grain.begin(), grain.end(), [&](const std::string& column) {
      return is_period(view, column);
    });
    if (grain.empty() || dated) continue;
    context
        .error(Code::kAmbiguousGrain,
               view.pointer + (table.grain_columns.empty() ? "/grain" : "/grain_columns"),
               fmt::format("periodic snapshot '{}' has no period in its grain", table.name))
        .hint = "add the snapshot's date, for example date_key";
  }
}

}  // namespace dbx::check

// PostgreSQL takes no value out of an enum: a new type takes its place in every column.
#include <fmt/format.h>

#include "dbx/base/text.h"
#include "dbx/plan/difference.h"
#include "dbx/plan/hazards/setting.h"

namespace dbx::plan::hazards {

Found enum_replaced(const Setting& setting, std::size_t change) {
  const auto* replace = std::get_if<ReplaceEnum>(&setting.plan().changes[change]);
  if (replace == nullptr) return {};
  const Name name = schema::name_of(replace->to);
  std::vector<std::string> columns;
  Risk risk = Risk::kLow;
  for (const schema::Table& table : setting.plan().renamed.tables) {
    const Name owner = schema::name_of(table);
    for (const schema::Column& column : table.columns) {
      if (!is_of_type(column.type, name) || !setting.may_have_rows(owner)) continue;
      columns.push_back(fmt::format("{}.{}", schema::print(owner), column.name));
      risk = std::max(risk, setting.wait_risk(owner));
    }
  }
  if (columns.empty()) return {};
  return Finding{
      fmt::format("a new type takes the place of '{}': {} {} rewritten while nobody reads or "
                  "writes",
                  schema::print(name), text::join(columns, ", "),
                  columns.size() == 1 ? "is" : "are"),
      "add the new values only (ALTER TYPE ... ADD VALUE) and leave the old ones unused, or use a "
      "table of values with a foreign key",
      risk, std::string(kAccessExclusive), true};
}

}  // namespace dbx::plan::hazards

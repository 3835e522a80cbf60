// What is dropped with data in it: tables, columns, values of enums, the position of a sequence.
#include <fmt/format.h>

#include <algorithm>

#include "dbx/base/text.h"
#include "dbx/plan/hazards/setting.h"

namespace dbx::plan::hazards {
namespace {

// A table as it is dropped stands in the plan under its name of before.
bool is_known_empty(const Setting& setting, const Name& table) {
  return setting.rows(table).value_or(1) == 0;
}

}  // namespace

Found drops_table(const Setting& setting, std::size_t change) {
  const auto* drop = std::get_if<DropTable>(&setting.plan().changes[change]);
  if (drop == nullptr || drop->rows_saved) return {};
  const Name name = schema::name_of(drop->table);
  if (is_known_empty(setting, name)) return {};
  return Finding{
      fmt::format("'{}' goes with {}", schema::print(name), setting.its_rows(name)),
      "rename it first and watch for readers that fail; keep a copy; drop it a release later",
      Risk::kHigh,
      std::string(kAccessExclusive),
      false,
      fmt::format("the rows of '{}'", schema::print(name))};
}

Found drops_column(const Setting& setting, std::size_t change) {
  const auto* drop = std::get_if<DropColumn>(&setting.plan().changes[change]);
  if (drop == nullptr || !drop->column.generated.empty()) return {};
  if (!setting.may_have_rows(drop->table)) return {};
  const std::string column = fmt::format("{}.{}", schema::print(drop->table), drop->column.name);
  return Finding{fmt::format("the values of '{}' go with it", column),
                 "stop reading and writing it first; keep a copy of its values with the key; drop "
                 "it a release later",
                 Risk::kHigh,
                 {},
                 false,
                 fmt::format("the values of '{}'", column)};
}

Found drops_enum_value(const Setting& setting, std::size_t change) {
  const auto* replace = std::get_if<ReplaceEnum>(&setting.plan().changes[change]);
  if (replace == nullptr) return {};
  std::vector<std::string> gone;
  for (const std::string& value : replace->from.values) {
    const auto& kept = replace->to.values;
    if (std::find(kept.begin(), kept.end(), value) == kept.end()) gone.push_back(value);
  }
  if (gone.empty()) return {};
  return Finding{fmt::format("'{}' no longer holds {}: the statement fails where a row does",
                             schema::print(schema::name_of(replace->to)), text::join(gone, ", ")),
                 "update the rows that hold the value first, and stop writing it",
                 Risk::kHigh,
                 std::string(kAccessExclusive),
                 true,
                 {}};
}

Found drops_sequence(const Setting& setting, std::size_t change) {
  const auto* drop = std::get_if<DropSequence>(&setting.plan().changes[change]);
  if (drop == nullptr) return {};
  const std::string name = schema::print(schema::name_of(drop->sequence));
  return Finding{fmt::format("how far '{}' has counted is lost: made again, it starts anew", name),
                 "note last_value first; after making it again, setval() to it",
                 Risk::kMedium,
                 std::string(kAccessExclusive),
                 false,
                 fmt::format("the position of '{}'", name)};
}

}  // namespace dbx::plan::hazards

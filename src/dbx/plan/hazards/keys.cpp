// Keys that work today and hurt later: foreign keys without an index, numbers that run out.
#include <fmt/format.h>

#include <algorithm>
#include <limits>

#include "dbx/base/text.h"
#include "dbx/plan/hazards/setting.h"

namespace dbx::plan::hazards {
namespace {

using schema::ForeignKey;
using schema::Table;

// Do the first columns of an index or key hold these, in any order?
bool begins_with(const std::vector<std::string>& columns, const std::vector<std::string>& wanted) {
  return columns.size() >= wanted.size() &&
         std::all_of(wanted.begin(), wanted.end(), [&](const std::string& column) {
           const auto end = columns.begin() + static_cast<std::ptrdiff_t>(wanted.size());
           return std::find(columns.begin(), end, column) != end;
         });
}

bool is_indexed(const Table& table, const std::vector<std::string>& columns) {
  if (table.primary_key && begins_with(table.primary_key->columns, columns)) return true;
  const bool unique =
      std::any_of(table.uniques.begin(), table.uniques.end(),
                  [&](const schema::Key& key) { return begins_with(key.columns, columns); });
  return unique ||
         std::any_of(table.indexes.begin(), table.indexes.end(), [&](const schema::Index& index) {
           return index.where.empty() && begins_with(schema::column_names(index), columns);
         });
}

std::int64_t largest(const spec::Type& type) {
  if (type.array) return 0;
  if (type.kind == spec::TypeKind::kSmallInt) return std::numeric_limits<std::int16_t>::max();
  if (type.kind == spec::TypeKind::kInt) return std::numeric_limits<std::int32_t>::max();
  return 0;
}

}  // namespace

Found unindexed_foreign_key(const Setting& setting, std::size_t change) {
  const Change& any = setting.plan().changes[change];
  const Table* table = setting.after(table_of(any));
  if (table == nullptr) return {};
  std::vector<const ForeignKey*> keys;
  if (const auto* add = std::get_if<AddTable>(&any)) {
    for (const ForeignKey& key : add->table.foreign_keys) keys.push_back(&key);
  } else if (const auto* added = std::get_if<AddConstraint>(&any)) {
    if (const auto* key = std::get_if<ForeignKey>(&added->constraint)) keys.push_back(key);
  }
  std::vector<std::string> bare;
  for (const ForeignKey* key : keys) {
    if (key->enforcement == spec::Enforcement::kVerified) continue;
    if (!is_indexed(*table, key->columns)) bare.push_back(text::join(key->columns, ", "));
  }
  if (bare.empty()) return {};
  return Finding{fmt::format("no index of '{}' begins with {}: to delete or renumber a parent "
                             "reads the whole table",
                             schema::print(schema::name_of(*table)), text::join(bare, "; ")),
                 "add an index on the foreign key's columns", Risk::kLow};
}

Found key_exhaustion(const Setting& setting, std::size_t change) {
  const Name name = table_of(setting.plan().changes[change]);
  const Table* table = setting.after(name);
  const auto rows = setting.rows(name);
  if (table == nullptr || !rows || !setting.is_first_on(change, name)) return {};
  if (!table->primary_key || table->primary_key->columns.size() != 1) return {};
  const schema::Column* key = schema::find_column(*table, table->primary_key->columns.front());
  if (key == nullptr) return {};
  const std::int64_t most = largest(key->type);
  if (most == 0 || *rows < most / 2) return {};
  return Finding{
      fmt::format("'{}.{}' is {}: {} of {} numbers are in use", schema::print(name), key->name,
                  spec::print(key->type), text::group_digits(*rows), text::group_digits(most)),
      "make it BIGINT before it runs out: a new column beside it, filled in batches; "
      "the columns that reference it too",
      *rows > most / 10 * 9 ? Risk::kHigh : Risk::kMedium};
}

}  // namespace dbx::plan::hazards

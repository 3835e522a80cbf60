// Two plans: from the schema as it is to the one without, and back again.
#include "dbx/dialect/keys_aside.h"

#include <algorithm>
#include <set>

namespace dbx::dialect {
namespace {

bool is_part(const schema::Table& table) { return table.partition_of || !table.inherits.empty(); }

// Its other keys and indexes are made of those of its partitions.
bool has_parts(const schema::Table& table) {
  return table.partitioning || !table.partition_by.empty();
}

// Is a key of the table the end of a foreign key that stays?
bool is_held(const schema::Schema& live, const schema::Table& table,
             const std::set<std::string>& aside) {
  return std::any_of(live.tables.begin(), live.tables.end(), [&](const schema::Table& other) {
    if (aside.contains(other.name)) return false;
    return std::any_of(other.foreign_keys.begin(), other.foreign_keys.end(),
                       [&](const schema::ForeignKey& key) { return key.table == table.name; });
  });
}

schema::Schema without_keys(const schema::Schema& live, const std::set<std::string>& aside,
                            AsideKinds kinds) {
  schema::Schema bare = live;
  for (schema::Table& table : bare.tables) {
    if (!aside.contains(table.name)) continue;
    if (kinds.keys) table.foreign_keys.clear();
    if (has_parts(table)) continue;
    const bool keys = kinds.keys && !is_held(live, table, aside);
    std::erase_if(table.indexes,
                  [&](const schema::Index& index) { return index.unique ? keys : kinds.indexes; });
    if (!keys) continue;
    table.primary_key.reset();
    table.uniques.clear();
  }
  return bare;
}

bool moves_keys_only(const std::vector<Statement>& statements) {
  static const std::set<std::string, std::less<>> kKinds = {
      "drop-index",  "add-index",  "drop-primary-key", "add-primary-key",
      "drop-unique", "add-unique", "drop-foreign-key", "add-foreign-key"};
  return std::all_of(statements.begin(), statements.end(), [](const Statement& statement) {
    return kKinds.contains(statement.kind) && statement.transactional;
  });
}

}  // namespace

Result<KeysAside> put_keys_aside(const Dialect& dialect, const schema::Schema& live,
                                 const std::vector<std::string>& tables, AsideKinds kinds) {
  std::set<std::string> aside;
  for (const std::string& name : tables) {
    const schema::Table* table = schema::find_table(live, name);
    if (table != nullptr && !is_part(*table)) aside.insert(name);
  }
  if (aside.empty()) return KeysAside{};
  const schema::Schema bare = without_keys(live, aside, kinds);
  DBX_TRY(const plan::Plan away, plan::make(live, bare, dialect.plan_options()));
  DBX_TRY(const plan::Plan back, plan::make(bare, live, dialect.plan_options()));
  KeysAside moved;
  DBX_TRY(moved.drop, dialect.write(away));
  DBX_TRY(moved.restore, dialect.write(back));
  if (!moves_keys_only(moved.drop) || !moves_keys_only(moved.restore)) return KeysAside{};
  return moved;
}

}  // namespace dbx::dialect

// Which tables must be rebuilt: DuckDB 1.4 refuses, inside one transaction, to drop a column or set
// NOT NULL while the table has or had indexes, and has no way to change a key. Tables that foreign
// keys tie to such a table go and come with it.
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "dbx/dialect/duckdb/duckdb.h"
#include "dbx/dialect/literals.h"

namespace dbx::dialect::duckdb {
namespace {

using schema::Column;
using schema::ForeignKey;
using schema::Name;
using schema::Table;

// The key's index stands on columns by their place: none before them may go.
bool is_before_key(const Table& table, const plan::DropColumn& drop) {
  if (!table.primary_key) return false;
  bool after = false;
  for (const Column& column : table.columns) {
    const std::vector<std::string>& key = table.primary_key->columns;
    if (after && std::find(key.begin(), key.end(), column.name) != key.end()) return true;
    after = after || column.name == drop.column.name;
  }
  return false;
}

// DuckDB forgets only with the table that a default of it leans on a sequence.
bool counts(const Column& column) {
  return column.identity ||
         (column.default_value && column.default_value->text.find("nextval(") != std::string::npos);
}

// The key that a table references another one by is no reason to leave it as it is: it goes and
// comes with what it holds.
void add_holders(const plan::Plan& plan, std::map<Name, Rebuild>& rebuilds) {
  for (bool more = true; more;) {
    more = false;
    for (const Table& table : plan.renamed.tables) {
      const Name name = schema::name_of(table);
      const bool holds = std::any_of(table.foreign_keys.begin(), table.foreign_keys.end(),
                                     [&](const ForeignKey& key) {
                                       return is_physical(key) && rebuilds.contains(key.target());
                                     });
      if (!holds || rebuilds.contains(name)) continue;
      Rebuild rebuild = rebuild_of(plan, name);
      if (rebuild.before == nullptr || rebuild.after == nullptr) continue;  // it is dropped
      rebuilds.emplace(name, std::move(rebuild));
      more = true;
    }
  }
}

// New tables that reference those which are rebuilt, or one another; in the plan's order.
void find_joining(const plan::Plan& plan, Rebuilds& rebuilds) {
  std::set<Name> coming;
  for (bool more = true; more;) {
    more = false;
    for (const plan::Change& change : plan.changes) {
      const auto* add = std::get_if<plan::AddTable>(&change);
      if (add == nullptr || coming.contains(schema::name_of(add->table))) continue;
      const auto& keys = add->table.foreign_keys;
      const bool joins = std::any_of(keys.begin(), keys.end(), [&](const ForeignKey& key) {
        return is_physical(key) &&
               (rebuilds.tables.contains(key.target()) || coming.contains(key.target()));
      });
      if (!joins) continue;
      coming.insert(schema::name_of(add->table));
      rebuilds.joining.push_back(&add->table);
      more = true;
    }
  }
}

// Tables that go for good while one that is rebuilt, or goes as late, still holds them.
void find_leaving(const plan::Plan& plan, Rebuilds& rebuilds) {
  std::set<Name> held;
  const auto hold = [&](const Table& table) {
    for (const ForeignKey& key : table.foreign_keys) {
      if (is_physical(key)) held.insert(key.target());
    }
  };
  for (const auto& [name, rebuild] : rebuilds.tables) hold(*rebuild.before);
  for (const plan::Change& change : plan.changes) {  // children come first
    const auto* drop = std::get_if<plan::DropTable>(&change);
    if (drop == nullptr || !held.contains(schema::name_of(drop->table))) continue;
    rebuilds.leaving.push_back(drop);
    hold(drop->table);
  }
}

}  // namespace

bool is_physical(const ForeignKey& key) {
  return key.enforcement != schema::Enforcement::kVerified;
}

std::vector<const ForeignKey*> self_references(const Table& table) {
  std::vector<const ForeignKey*> keys;
  for (const ForeignKey& key : table.foreign_keys) {
    if (is_physical(key) && key.target() == schema::name_of(table)) keys.push_back(&key);
  }
  return keys;
}

Result<Rebuilds> tables_to_rebuild(const plan::Plan& plan) {
  std::set<std::string> dropped;
  for (const plan::Change& change : plan.changes) {
    if (const auto* drop = std::get_if<plan::DropIndex>(&change)) dropped.insert(drop->index.name);
  }
  const auto needs = [&](const plan::Change& change) {
    if (std::holds_alternative<plan::SetComment>(change) ||
        std::holds_alternative<plan::DropIndex>(change)) {
      return false;
    }
    // Making an index of a name dropped in the same transaction can abort the process.
    if (const auto* index = std::get_if<plan::AddIndex>(&change)) {
      return dropped.contains(index->index.name);
    }
    const auto* add = std::get_if<plan::AddColumn>(&change);
    const Table* table = schema::find_table(plan.renamed, plan::altered_table(change));
    const bool has_indexes = table != nullptr && !table->indexes.empty();
    if (add != nullptr) {
      const bool fills =
          add->fill_rows && filling_of(instance(), plan.target, add->table, add->column).kind !=
                                Filling::Kind::kLiteral;
      return fills || !add->column.generated.empty() || (!add->column.nullable && has_indexes);
    }
    const auto* drop = std::get_if<plan::DropColumn>(&change);
    return drop == nullptr || has_indexes || counts(drop->column) ||
           (table != nullptr && is_before_key(*table, *drop));
  };
  Rebuilds rebuilds;
  rebuilds.tables = find_rebuilds(plan, needs);
  if (rebuilds.tables.empty()) return rebuilds;
  add_holders(plan, rebuilds.tables);
  for (const auto& [name, rebuild] : rebuilds.tables) {
    if (self_references(*rebuild.after).size() < 2) continue;
    return fail(Code::kUnsupportedChange,
                fmt::format("{} must be rebuilt, but references itself by more than one physical "
                            "foreign key",
                            schema::print(name)),
                "let the foreign keys be verified: remove 'constraints: physical'");
  }
  find_joining(plan, rebuilds);
  find_leaving(plan, rebuilds);
  return rebuilds;
}

}  // namespace dbx::dialect::duckdb

// Rebuilding tables, and emptying them: DuckDB 1.4 refuses, inside one transaction, to drop a
// column or set NOT NULL while the table has or had indexes, has no way to change a key, and still
// holds deleted keys against new rows.
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "dbx/base/text.h"
#include "dbx/dialect/duckdb/duckdb.h"
#include "dbx/dialect/duckdb/statements.h"
#include "dbx/dialect/literals.h"

namespace dbx::dialect::duckdb {
namespace {

using schema::Column;
using schema::Name;
using schema::Table;

// Tables are held by physical foreign keys of others: they cannot be dropped while these are there.
class Holders {
 public:
  explicit Holders(const schema::Schema& schema) {
    for (const Table& table : schema.tables) {
      for (const schema::ForeignKey& key : table.foreign_keys) {
        if (key.target() != schema::name_of(table)) holders_.emplace(key.target(), table.name);
      }
    }
  }
  Status check(const Name& name) const {
    const auto holder = holders_.find(name);
    if (holder == holders_.end()) return {};
    return fail(Code::kUnsupportedChange,
                fmt::format("{} must be rebuilt, but {} references it with a physical foreign key",
                            schema::print(name), holder->second),
                "let the foreign key be verified: remove 'constraints: physical'");
  }

 private:
  std::map<Name, std::string> holders_;  // the first of each
};

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

class Rebuilder {
 public:
  Rebuilder(const schema::Schema& target, Rows rows, std::vector<Statement>& statements)
      : target_(target), rows_(rows), statements_(statements) {}

  void make_beside(const Rebuild& rebuild) {
    for (const Column& column : rebuild.after->columns) {
      if (column.identity && !keeps_sequence(rebuild, column)) {
        add(rebuild, create_sequence(schema::name_of(*rebuild.after), column));
      }
    }
    const Name beside{rebuild.after->schema, beside_name(rebuild)};
    add(rebuild, create_table(*rebuild.after, beside));
    if (rows_ == Rows::kDrop || rebuild.columns.empty()) return;
    std::vector<std::string> to;
    std::vector<std::string> from;
    for (const CopiedColumn& column : rebuild.columns) {
      to.push_back(quote(column.to->name));
      from.push_back(quote(column.from->name));
    }
    for (const Column* column : rebuild.filled) {
      to.push_back(quote(column->name));
      from.push_back(
          filling_of(instance(), target_, schema::name_of(*rebuild.after), *column).value);
    }
    add(rebuild,
        fmt::format("INSERT INTO {} ({}) SELECT {} FROM {}", quote(beside), text::join(to, ", "),
                    text::join(from, ", "), quote(schema::name_of(*rebuild.before))));
  }

  void drop_old(const Rebuild& rebuild) {
    add(rebuild, fmt::format("DROP TABLE {}", quote(schema::name_of(*rebuild.before))),
        rebuild.risk);
  }

  void take_its_place(const Rebuild& rebuild) {
    const Name name = schema::name_of(*rebuild.after);
    add(rebuild, fmt::format("ALTER TABLE {} RENAME TO {}",
                             quote(Name{name.schema, beside_name(rebuild)}), quote(name.name)));
    for (const Column& column : rebuild.before->columns) {
      if (column.identity && !is_kept_sequence(rebuild, column)) {
        add(rebuild, drop_sequence(schema::name_of(*rebuild.before), column));
      }
    }
    for (const CopiedColumn& column : rebuild.columns) {
      if (column.to->identity && !keeps_sequence(rebuild, *column.to) && rows_ == Rows::kKeep) {
        add(rebuild, continue_sequence(name, *column.to));
      }
    }
    for (const schema::Index& index : rebuild.after->indexes) {
      add(rebuild, create_index(name, index));
    }
    if (!rebuild.after->comment.empty()) {
      add(rebuild, set_comment("TABLE", quote(name), rebuild.after->comment));
    }
    for (const Column& column : rebuild.after->columns) {
      if (column.comment.empty()) continue;
      add(rebuild, set_comment("COLUMN", quote(name) + "." + quote(column.name), column.comment));
    }
  }

 private:
  static std::string beside_name(const Rebuild& rebuild) {
    return "dbx_rebuild_" + rebuild.after->name;
  }
  // A sequence is named after its table and column: it stays where both names do.
  static bool keeps_sequence(const Rebuild& rebuild, const Column& column) {
    const Column* old = schema::find_column(*rebuild.before, column.name);
    return schema::name_of(*rebuild.before) == schema::name_of(*rebuild.after) && old != nullptr &&
           old->identity;
  }
  static bool is_kept_sequence(const Rebuild& rebuild, const Column& column) {
    const Column* now = schema::find_column(*rebuild.after, column.name);
    return now != nullptr && now->identity && keeps_sequence(rebuild, *now);
  }

  void add(const Rebuild& rebuild, std::string sql, plan::Risk risk = plan::Risk::kLow) {
    statements_.push_back(
        {"rebuild-table", schema::print(schema::name_of(*rebuild.after)), risk, std::move(sql)});
  }

  const schema::Schema& target_;
  Rows rows_;
  std::vector<Statement>& statements_;
};

}  // namespace

Result<std::map<Name, Rebuild>> tables_to_rebuild(const plan::Plan& plan) {
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
    return drop == nullptr || has_indexes || (table != nullptr && is_before_key(*table, *drop));
  };
  std::map<Name, Rebuild> rebuilds = find_rebuilds(plan, needs);
  if (rebuilds.empty()) return rebuilds;
  const Holders before(plan.current);
  const Holders after(plan.target);
  for (const auto& [name, rebuild] : rebuilds) {
    DBX_CHECK_OK(before.check(schema::name_of(*rebuild.before)));
    DBX_CHECK_OK(after.check(name));
  }
  return rebuilds;
}

void write_rebuilds(const schema::Schema& target, const std::map<Name, Rebuild>& rebuilds,
                    Rows rows, std::vector<Statement>& statements) {
  // Side by side, so that tables can trade names.
  Rebuilder rebuilder(target, rows, statements);
  for (const auto& [name, rebuild] : rebuilds) rebuilder.make_beside(rebuild);
  for (const auto& [name, rebuild] : rebuilds) rebuilder.drop_old(rebuild);
  for (const auto& [name, rebuild] : rebuilds) rebuilder.take_its_place(rebuild);
}

Result<std::vector<Statement>> write_clear(const schema::Schema& live,
                                           const std::vector<std::string>& tables) {
  std::vector<Statement> statements;
  std::map<Name, Rebuild> rebuilds;
  const Holders holders(live);
  for (const std::string& name : tables) {
    const Table* table = schema::find_table(live, name);
    if (table == nullptr) continue;
    DBX_CHECK_OK(holders.check(schema::name_of(*table)));
    rebuilds.emplace(schema::name_of(*table), same_again(*table));
  }
  write_rebuilds(live, rebuilds, Rows::kDrop, statements);
  return statements;
}

}  // namespace dbx::dialect::duckdb

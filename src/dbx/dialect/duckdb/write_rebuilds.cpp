// Rebuilds as statements. Where no foreign key ties it to others, a table is made beside the old
// one and takes its place. Else rows wait in tables without keys, children go before parents, and
// come again after them.
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
using schema::ForeignKey;
using schema::Name;
using schema::Table;

// What physical foreign keys hold on to.
std::set<Name> held_tables(const schema::Schema& schema) {
  std::set<Name> held;
  for (const Table& table : schema.tables) {
    for (const ForeignKey& key : table.foreign_keys) {
      if (is_physical(key)) held.insert(key.target());
    }
  }
  return held;
}

// Tables in an order in which each stands after those that it references.
std::vector<const Table*> parents_first(const std::map<Name, const Table*>& tables) {
  std::vector<const Table*> ordered;
  std::set<const Table*> seen;
  const auto visit = [&](const auto& self, const Table& table) -> void {
    if (!seen.insert(&table).second) return;
    for (const ForeignKey& key : table.foreign_keys) {
      const auto parent = tables.find(key.target());
      if (is_physical(key) && parent != tables.end()) self(self, *parent->second);
    }
    ordered.push_back(&table);
  };
  for (const auto& [name, table] : tables) visit(visit, *table);
  return ordered;
}

// A value of NULL where NULL is no longer allowed takes the default, where there is one.
std::string copied(const CopiedColumn& column) {
  const std::string name = quote(column.from->name);
  const bool tightens = column.from->nullable && !column.to->nullable && column.to->default_value;
  if (!tightens) return name;
  return fmt::format("coalesce({}, {})", name, column.to->default_value->text);
}

class Rebuilder {
 public:
  Rebuilder(const schema::Schema& current, const schema::Schema& target, const Rebuilds& rebuilds,
            Rows rows, std::vector<Statement>& statements)
      : target_(target),
        rebuilds_(rebuilds),
        rows_(rows),
        statements_(statements),
        held_before_(held_tables(current)),
        held_after_(held_tables(target)) {
    for (const Table* table : rebuilds.joining) joining_.insert(schema::name_of(*table));
  }

  // Side by side, so that tables can trade names.
  void write() {
    for (const auto& [name, rebuild] : rebuilds_.tables) {
      for (const Column& column : rebuild.after->columns) {
        if (column.identity && !keeps_sequence(rebuild, column)) {
          add(rebuild, create_sequence(name, column));
        }
      }
      is_tied(rebuild) ? keep_rows(rebuild) : make_beside(rebuild);
    }
    drop_old();
    for (const auto& [name, rebuild] : rebuilds_.tables) {
      if (is_tied(rebuild)) continue;
      add(rebuild,
          fmt::format("ALTER TABLE {} RENAME TO {}", quote(beside(rebuild)), quote(name.name)));
      finish(rebuild);
    }
    make_tied();
  }

 private:
  static Name beside(const Rebuild& rebuild) {
    return {rebuild.after->schema, "dbx_rebuild_" + rebuild.after->name};
  }

  // Is it one end of a foreign key between tables that go and come?
  bool is_tied(const Rebuild& rebuild) const {
    if (held_before_.contains(schema::name_of(*rebuild.before))) return true;
    if (held_after_.contains(schema::name_of(*rebuild.after))) return true;
    const auto& keys = rebuild.after->foreign_keys;
    return std::any_of(keys.begin(), keys.end(), [&](const ForeignKey& key) {
      return is_physical(key) &&
             (rebuilds_.tables.contains(key.target()) || joining_.contains(key.target()));
    });
  }

  bool has_rows(const Rebuild& rebuild) const {
    return rows_ == Rows::kKeep && !rebuild.columns.empty();
  }

  void make_beside(const Rebuild& rebuild) {
    add(rebuild, create_table(*rebuild.after, beside(rebuild)));
    if (!has_rows(rebuild)) return;
    add(rebuild, insert(rebuild, beside(rebuild)) +
                     fmt::format(" FROM {}", quote(schema::name_of(*rebuild.before))));
  }

  void keep_rows(const Rebuild& rebuild) {
    if (!has_rows(rebuild)) return;
    std::vector<std::string> columns;
    for (const CopiedColumn& column : rebuild.columns) columns.push_back(quote(column.from->name));
    add(rebuild, fmt::format("CREATE TABLE {} AS SELECT {} FROM {}", quote(beside(rebuild)),
                             text::join(columns, ", "), quote(schema::name_of(*rebuild.before))));
  }

  // INSERT INTO t (a, b) SELECT a, b
  std::string insert(const Rebuild& rebuild, const Name& into) const {
    std::vector<std::string> to;
    std::vector<std::string> from;
    for (const CopiedColumn& column : rebuild.columns) {
      to.push_back(quote(column.to->name));
      from.push_back(copied(column));
    }
    for (const Column* column : rebuild.filled) {
      to.push_back(quote(column->name));
      from.push_back(
          filling_of(instance(), target_, schema::name_of(*rebuild.after), *column).value);
    }
    return fmt::format("INSERT INTO {} ({}) SELECT {}", quote(into), text::join(to, ", "),
                       text::join(from, ", "));
  }

  // Children first. What goes for good goes with them, where one of them holds it.
  void drop_old() {
    std::map<Name, const Table*> going;
    std::map<const Table*, const Rebuild*> rebuilt;
    for (const auto& [name, rebuild] : rebuilds_.tables) {
      going.emplace(schema::name_of(*rebuild.before), rebuild.before);
      rebuilt.emplace(rebuild.before, &rebuild);
    }
    for (const plan::DropTable* drop : rebuilds_.leaving) {
      going.emplace(schema::name_of(drop->table), &drop->table);
    }
    std::vector<const Table*> order = parents_first(going);
    std::reverse(order.begin(), order.end());
    for (const Table* table : order) {
      const auto rebuild = rebuilt.find(table);
      const Name name = schema::name_of(*table);
      const std::string sql = fmt::format("DROP TABLE {}", quote(name));
      if (rebuild != rebuilt.end()) {
        add(*rebuild->second, sql, rebuild->second->risk);
        continue;
      }
      statements_.push_back({"drop-table", schema::print(name), plan::Risk::kHigh, sql});
      for (const Column& column : table->columns) {
        if (!column.identity) continue;
        statements_.push_back(
            {"drop-table", schema::print(name), plan::Risk::kHigh, drop_sequence(name, column)});
      }
    }
  }

  void make_tied() {
    std::map<Name, const Table*> coming;
    for (const auto& [name, rebuild] : rebuilds_.tables) {
      if (is_tied(rebuild)) coming.emplace(name, rebuild.after);
    }
    for (const Table* table : rebuilds_.joining) coming.emplace(schema::name_of(*table), table);
    for (const Table* table : parents_first(coming)) {
      const Name name = schema::name_of(*table);
      const auto rebuild = rebuilds_.tables.find(name);
      if (rebuild != rebuilds_.tables.end()) {
        make_again(rebuild->second);
        continue;
      }
      const auto make = [&](std::string sql) {
        statements_.push_back({"add-table", schema::print(name), plan::Risk::kLow, std::move(sql)});
      };
      for (const Column& column : table->columns) {
        if (column.identity) make(create_sequence(name, column));
      }
      make(create_table(*table, name));
    }
  }

  void make_again(const Rebuild& rebuild) {
    const Name name = schema::name_of(*rebuild.after);
    add(rebuild, create_table(*rebuild.after, name));
    if (has_rows(rebuild)) {
      const std::string kept = quote(beside(rebuild));
      std::string copy = insert(rebuild, name) + " FROM " + source(rebuild, kept);
      const std::vector<const ForeignKey*> selves = self_references(*rebuild.after);
      // What returns its rows is written by one thread, batch by batch.
      if (!selves.empty()) copy += " RETURNING " + quote(selves[0]->referenced_columns[0]);
      add(rebuild, std::move(copy));
      if (!selves.empty()) {
        add(rebuild,
            fmt::format("SELECT CASE WHEN (SELECT count(*) FROM {0}) <> (SELECT count(*) FROM {1}) "
                        "THEN error('rows that reference each other in a ring cannot be copied') "
                        "END",
                        quote(name), kept));
      }
      add(rebuild, fmt::format("DROP TABLE {}", kept));
    }
    finish(rebuild);
  }

  // DuckDB looks for the row that a row references among those of earlier batches: rows come in
  // the order of their depth.
  static std::string source(const Rebuild& rebuild, const std::string& kept) {
    const std::vector<const ForeignKey*> selves = self_references(*rebuild.after);
    if (selves.empty()) return kept;
    const auto old_name = [&](const std::string& name) -> std::string {
      for (const CopiedColumn& column : rebuild.columns) {
        if (column.to->name == name) return quote(column.from->name);
      }
      return {};
    };
    std::vector<std::string> top;
    std::vector<std::string> below;
    for (std::size_t i = 0; i < selves[0]->columns.size(); ++i) {
      const std::string column = old_name(selves[0]->columns[i]);
      const std::string referenced = old_name(selves[0]->referenced_columns[i]);
      if (column.empty() || referenced.empty()) return kept;  // a new column: nothing references
      top.push_back(column + " IS NULL");
      below.push_back(fmt::format("k.{} = r.{}", column, referenced));
    }
    return fmt::format(
        "(WITH RECURSIVE r AS (SELECT * FROM {0} WHERE {1} UNION ALL SELECT k.* FROM {0} AS k JOIN "
        "r ON {2}) SELECT * FROM r)",
        kept, text::join(top, " OR "), text::join(below, " AND "));
  }

  void finish(const Rebuild& rebuild) {
    const Name name = schema::name_of(*rebuild.after);
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
  const Rebuilds& rebuilds_;
  Rows rows_;
  std::vector<Statement>& statements_;
  std::set<Name> held_before_;
  std::set<Name> held_after_;
  std::set<Name> joining_;
};

}  // namespace

void write_rebuilds(const schema::Schema& current, const schema::Schema& target,
                    const Rebuilds& rebuilds, Rows rows, std::vector<Statement>& statements) {
  Rebuilder(current, target, rebuilds, rows, statements).write();
}

}  // namespace dbx::dialect::duckdb

// Which tables must be rebuilt, and the statements of a rebuild.
#include "dbx/dialect/duckdb/rebuild.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "dbx/dialect/duckdb/duckdb.h"
#include "dbx/dialect/duckdb/statements.h"

namespace dbx::dialect::duckdb {
namespace {

using schema::Column;
using schema::Table;

bool blocked_by_indexes(const plan::Change& change, const plan::Plan& plan) {
  const auto has_indexes = [&](const std::string& name) {
    const Table* table = schema::find_table(plan.current, name);
    return table != nullptr && !table->indexes.empty();
  };
  if (const auto* drop = std::get_if<plan::DropColumn>(&change)) return has_indexes(drop->table);
  const auto* add = std::get_if<plan::AddColumn>(&change);
  return add != nullptr && !add->column.nullable && has_indexes(add->table);
}

std::set<std::string> dropped_index_names(const plan::Plan& plan) {
  std::set<std::string> names;
  for (const plan::Change& change : plan.changes) {
    if (const auto* drop = std::get_if<plan::DropIndex>(&change)) names.insert(drop->index.name);
  }
  return names;
}

Status check_references(const schema::Schema& schema, const std::string& name) {
  for (const Table& table : schema.tables) {
    for (const schema::ForeignKey& key : table.foreign_keys) {
      if (key.table != name || table.name == name) continue;
      return fail(
          Code::kUnsupportedChange,
          fmt::format("{} must be rebuilt, but {} references it with a physical foreign key", name,
                      table.name),
          "let the foreign key be verified: remove 'constraints: physical'");
    }
  }
  return {};
}

}  // namespace

std::string altered_table(const plan::Change& change) {
  struct Finder {
    std::string operator()(const plan::AddTable&) const { return {}; }
    std::string operator()(const plan::DropTable&) const { return {}; }
    std::string operator()(const plan::AddColumn& c) const { return c.table; }
    std::string operator()(const plan::DropColumn& c) const { return c.table; }
    std::string operator()(const plan::AddIndex& c) const { return c.table; }
    std::string operator()(const plan::DropIndex& c) const { return c.table; }
    std::string operator()(const plan::SetComment& c) const { return c.table; }
  };
  return std::visit(Finder{}, change);
}

Result<std::map<std::string, Rebuild>> tables_to_rebuild(const plan::Plan& plan) {
  std::map<std::string, Rebuild> rebuilds;
  const std::set<std::string> dropped = dropped_index_names(plan);
  for (const plan::Change& change : plan.changes) {
    const auto* index = std::get_if<plan::AddIndex>(&change);
    const bool same_name = index != nullptr && dropped.contains(index->index.name);
    if (!same_name && !blocked_by_indexes(change, plan)) continue;
    const std::string name = altered_table(change);
    const Table* before = schema::find_table(plan.current, name);
    if (before == nullptr) continue;  // made in this very plan
    DBX_CHECK_OK(check_references(plan.current, name));
    rebuilds[name] = {before, schema::find_table(plan.target, name)};
  }
  for (const plan::Change& change : plan.changes) {
    const auto found = rebuilds.find(altered_table(change));
    if (found == rebuilds.end()) continue;
    found->second.risk = std::max(found->second.risk, plan::describe(change).risk);
  }
  return rebuilds;
}

void write_rebuild(const std::string& name, const Rebuild& rebuild, Rows rows,
                   std::vector<Statement>& statements) {
  const Table& before = *rebuild.before;
  const Table& after = *rebuild.after;
  const auto add = [&](std::string sql, plan::Risk risk = plan::Risk::kLow) {
    statements.push_back({"rebuild-table", name, risk, std::move(sql)});
  };
  const std::string temporary = "dbx_rebuild_" + name;
  std::vector<std::string> kept;
  for (const Column& column : after.columns) {
    const Column* old = schema::find_column(before, column.name);
    if (old != nullptr) kept.push_back(column.name);
    if (column.identity && (old == nullptr || !old->identity)) add(create_sequence(name, column));
  }

  add(create_table(after, temporary));
  if (!kept.empty() && rows == Rows::kKeep) {
    add(fmt::format("INSERT INTO {} ({}) SELECT {} FROM {}", quote(temporary), quote_list(kept),
                    quote_list(kept), quote(name)));
  }
  add(fmt::format("DROP TABLE {}", quote(name)), rebuild.risk);
  add(fmt::format("ALTER TABLE {} RENAME TO {}", quote(temporary), quote(name)));
  for (const Column& column : before.columns) {
    const Column* now = schema::find_column(after, column.name);
    if (column.identity && (now == nullptr || !now->identity)) add(drop_sequence(name, column));
  }
  for (const schema::Index& index : after.indexes) add(create_index(name, index));
  if (!after.comment.empty()) add(set_comment(name, "", after.comment));
  for (const Column& column : after.columns) {
    if (!column.comment.empty()) add(set_comment(name, column.name, column.comment));
  }
}

Result<std::vector<Statement>> write_clear(const schema::Schema& live,
                                           const std::vector<std::string>& tables) {
  std::vector<Statement> statements;
  for (const std::string& name : tables) {
    const Table* table = schema::find_table(live, name);
    if (table == nullptr) continue;
    DBX_CHECK_OK(check_references(live, name));
    write_rebuild(name, {table, table}, Rows::kDrop, statements);
  }
  return statements;
}

}  // namespace dbx::dialect::duckdb

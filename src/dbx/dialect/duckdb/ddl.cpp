// A plan as DuckDB statements, one an operation, in the plan's order.
#include <fmt/format.h>

#include <set>

#include "dbx/dialect/duckdb/duckdb.h"
#include "dbx/dialect/duckdb/rebuild.h"
#include "dbx/dialect/duckdb/statements.h"

namespace dbx::dialect::duckdb {
namespace {

using schema::Column;

class Writer {
 public:
  explicit Writer(const plan::Plan& plan) : plan_(plan) {}

  Result<std::vector<Statement>> write() {
    DBX_TRY(const auto rebuilds, tables_to_rebuild(plan_));
    std::set<std::string> rebuilt;
    for (const plan::Change& change : plan_.changes) {
      const auto found = rebuilds.find(altered_table(change));
      if (found == rebuilds.end()) {
        described_ = plan::describe(change);
        std::visit(*this, change);
      } else if (rebuilt.insert(found->first).second) {
        write_rebuild(found->first, found->second, Rows::kKeep, statements_);
      }
    }
    return std::move(statements_);
  }

  void operator()(const plan::AddTable& change) {
    for (const Column& column : change.table.columns) {
      if (column.identity) statement(create_sequence(change.table.name, column));
    }
    statement(create_table(change.table, change.table.name));
  }
  void operator()(const plan::DropTable& change) {
    statement(fmt::format("DROP TABLE {}", quote(change.table.name)));
    for (const Column& column : change.table.columns) {
      if (column.identity) statement(drop_sequence(change.table.name, column));
    }
  }
  void operator()(const plan::AddColumn& change) {
    const Column& column = change.column;
    if (column.identity) statement(create_sequence(change.table, column));
    // DuckDB adds no column with a constraint: NOT NULL follows, once the default has filled it.
    statement(fmt::format("ALTER TABLE {} ADD COLUMN {} {}{}", quote(change.table),
                          quote(column.name), type_name(column.type),
                          column_default(change.table, column)));
    if (column.nullable) return;
    statement(fmt::format("ALTER TABLE {} ALTER COLUMN {} SET NOT NULL", quote(change.table),
                          quote(column.name)));
  }
  void operator()(const plan::DropColumn& change) {
    statement(fmt::format("ALTER TABLE {} DROP COLUMN {}", quote(change.table),
                          quote(change.column.name)));
    if (change.column.identity) statement(drop_sequence(change.table, change.column));
  }
  void operator()(const plan::AddIndex& change) {
    statement(create_index(change.table, change.index));
  }
  void operator()(const plan::DropIndex& change) { statement(drop_index(change.index)); }
  void operator()(const plan::SetComment& change) {
    statement(set_comment(change.table, change.column, change.comment));
  }

 private:
  void statement(std::string sql) {
    statements_.push_back(
        {std::string(described_.kind), described_.object, described_.risk, std::move(sql)});
  }

  const plan::Plan& plan_;
  plan::Described described_;
  std::vector<Statement> statements_;
};

}  // namespace

Result<std::vector<Statement>> write_plan(const plan::Plan& plan) { return Writer(plan).write(); }

}  // namespace dbx::dialect::duckdb

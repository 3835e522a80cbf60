// A plan as DuckDB statements, one an operation, in the plan's order.
#include <fmt/format.h>

#include "dbx/dialect/duckdb/duckdb.h"
#include "dbx/dialect/duckdb/statements.h"
#include "dbx/dialect/literals.h"
#include "dbx/dialect/notes.h"

namespace dbx::dialect::duckdb {
namespace {

using schema::Column;

class Writer {
 public:
  Writer(const plan::Plan& plan, const std::map<schema::Name, Rebuild>& rebuilds)
      : plan_(plan), rebuilds_(rebuilds) {}

  Result<std::vector<Statement>> write() {
    bool rebuilt = false;
    for (const plan::Change& change : plan_.changes) {
      if (!rebuilt && is_after_rebuilds(change)) {
        write_rebuilds(plan_.target, rebuilds_, Rows::kKeep, statements_);
        rebuilt = true;
      }
      if (rebuilds_.contains(changed_table(change))) continue;
      described_ = plan::describe(change);
      std::visit(*this, change);
    }
    if (!rebuilt) write_rebuilds(plan_.target, rebuilds_, Rows::kKeep, statements_);
    if (!problems_.empty()) return fail(std::move(problems_));
    return std::move(statements_);
  }

  void operator()(const plan::AddNamespace& change) {
    statement(fmt::format("CREATE SCHEMA {}", quote(change.space.name)));
  }
  void operator()(const plan::DropNamespace& change) {
    statement(fmt::format("DROP SCHEMA {}", quote(change.space.name)));
  }
  void operator()(const plan::AddTable& change) {
    const schema::Name name = schema::name_of(change.table);
    for (const Column& column : change.table.columns) {
      if (column.identity) statement(create_sequence(name, column));
    }
    statement(create_table(change.table, name));
  }
  void operator()(const plan::DropTable& change) {
    const schema::Name name = schema::name_of(change.table);
    statement(fmt::format("DROP TABLE {}", quote(name)));
    for (const Column& column : change.table.columns) {
      if (column.identity) statement(drop_sequence(name, column));
    }
  }
  void operator()(const plan::AddColumn& change) {
    const Column& column = change.column;
    if (column.identity) statement(create_sequence(change.table, column));
    // DuckDB adds no column with a constraint: NOT NULL follows, once the default has filled it.
    Column unbound = column;
    unbound.nullable = true;
    const std::string filling =
        change.fill_rows ? filling_of(instance(), plan_.target, change.table, column).value
                         : "NULL";
    const bool fills = filling != "NULL";
    if (fills) unbound.default_value = schema::Expression(filling);
    statement(fmt::format("ALTER TABLE {} ADD COLUMN {}", quote(change.table),
                          column_definition(change.table, unbound)));
    if (column.nullable) return;
    const std::string alter =
        fmt::format("ALTER TABLE {} ALTER COLUMN {}", quote(change.table), quote(column.name));
    statement(alter + " SET NOT NULL");
    if (fills) statement(alter + " DROP DEFAULT");
  }
  void operator()(const plan::DropColumn& change) {
    statement(fmt::format("ALTER TABLE {} DROP COLUMN {}", quote(change.table),
                          quote(change.column.name)));
    if (change.column.identity) statement(drop_sequence(change.table, change.column));
  }
  void operator()(const plan::AddIndex& change) {
    statement(create_index(change.table, change.index));
  }
  void operator()(const plan::DropIndex& change) {
    statement(drop_index(change.table, change.index));
  }
  void operator()(const plan::AddView& change) { statement(create_view(change.view)); }
  void operator()(const plan::DropView& change) {
    statement(fmt::format("DROP VIEW {}", quote(schema::name_of(change.view))));
  }
  void operator()(const plan::SetComment& change) {
    if (change.on == plan::CommentOn::kColumn) {
      const std::string column = quote(change.name) + "." + quote(change.column);
      statement(set_comment("COLUMN", column, change.comment));
    } else {
      const bool is_view = change.on == plan::CommentOn::kView;
      statement(set_comment(is_view ? "VIEW" : "TABLE", quote(change.name), change.comment));
    }
  }
  // What is left either makes its table be rebuilt or is refused by realise().
  void operator()(const auto&) {
    problems_.push_back(not_supported(
        fmt::format("{}: {} cannot be done in DuckDB", described_.object, described_.kind)));
  }

 private:
  void statement(std::string sql) {
    statements_.push_back(
        {std::string(described_.kind), described_.object, described_.risk, std::move(sql)});
  }

  const plan::Plan& plan_;
  const std::map<schema::Name, Rebuild>& rebuilds_;
  plan::Described described_;
  std::vector<Statement> statements_;
  Diagnostics problems_;
};

}  // namespace

Result<std::vector<Statement>> write_plan(const plan::Plan& plan) {
  DBX_TRY(const auto rebuilds, tables_to_rebuild(plan));
  return Writer(plan, rebuilds).write();
}

}  // namespace dbx::dialect::duckdb

// A plan as DuckDB statements, one an operation, in the plan's order.
#include <fmt/format.h>

#include <algorithm>

#include "dbx/dialect/duckdb/duckdb.h"
#include "dbx/dialect/duckdb/statements.h"
#include "dbx/dialect/literals.h"
#include "dbx/dialect/notes.h"

namespace dbx::dialect::duckdb {
namespace {

using schema::Column;

class Writer {
 public:
  Writer(const plan::Plan& plan, const Rebuilds& rebuilds) : plan_(plan), rebuilds_(rebuilds) {}

  Result<std::vector<Statement>> write() {
    bool rebuilt = false;
    const plan::Change* last = last_whole_table();
    for (const plan::Change& change : plan_.changes) {
      if (!rebuilt && is_after_rebuilds(change) && (last == nullptr || last < &change)) {
        rebuild();
        rebuilt = true;
      }
      if (rebuilds_.tables.contains(changed_table(change)) || is_among_rebuilds(change)) continue;
      described_ = plan::describe(change);
      std::visit(*this, change);
    }
    if (!rebuilt) rebuild();
    if (!problems_.empty()) return fail(std::move(problems_));
    return std::move(statements_);
  }

  void operator()(const plan::AddNamespace& change) {
    statement(fmt::format("CREATE SCHEMA {}", quote(change.space.name)));
  }
  void operator()(const plan::DropNamespace& change) {
    statement(fmt::format("DROP SCHEMA {}", quote(change.space.name)));
  }
  void operator()(const plan::AddSequence& change) {
    const schema::Sequence& sequence = change.sequence;
    std::string sql = "CREATE SEQUENCE " + quote(schema::name_of(sequence));
    for (const std::string& options : {sequence.start.value, sequence.options}) {
      if (!options.empty()) sql += " " + options;
    }
    statement(std::move(sql));
  }
  void operator()(const plan::DropSequence& change) {
    statement(fmt::format("DROP SEQUENCE {}", quote(schema::name_of(change.sequence))));
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
      std::string_view what = "TABLE";
      if (change.on == plan::CommentOn::kView) what = "VIEW";
      if (change.on == plan::CommentOn::kSequence) what = "SEQUENCE";
      statement(set_comment(what, quote(change.name), change.comment));
    }
  }
  // What is left either makes its table be rebuilt or is refused by realise().
  void operator()(const auto&) {
    problems_.push_back(not_supported(
        fmt::format("{}: {} cannot be done in DuckDB", described_.object, described_.kind)));
  }

 private:
  void rebuild() {
    write_rebuilds(plan_.current, plan_.target, rebuilds_, Rows::kKeep, statements_);
  }
  // Tables come and go before others are rebuilt that may reference them.
  const plan::Change* last_whole_table() const {
    const plan::Change* last = nullptr;
    for (const plan::Change& change : plan_.changes) {
      const bool whole = std::holds_alternative<plan::AddTable>(change) ||
                         std::holds_alternative<plan::DropTable>(change);
      if (whole) last = &change;
    }
    return last;
  }
  bool is_among_rebuilds(const plan::Change& change) const {
    if (const auto* add = std::get_if<plan::AddTable>(&change)) {
      const auto& joining = rebuilds_.joining;
      return std::find(joining.begin(), joining.end(), &add->table) != joining.end();
    }
    const auto* drop = std::get_if<plan::DropTable>(&change);
    const auto& leaving = rebuilds_.leaving;
    return drop != nullptr && std::find(leaving.begin(), leaving.end(), drop) != leaving.end();
  }
  void statement(std::string sql) {
    statements_.push_back(
        {std::string(described_.kind), described_.object, described_.risk, std::move(sql)});
  }

  const plan::Plan& plan_;
  const Rebuilds& rebuilds_;
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

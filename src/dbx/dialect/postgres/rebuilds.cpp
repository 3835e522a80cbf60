// A table that is made anew: its rows wait in a table aside and come back.
#include <fmt/format.h>

#include "dbx/base/text.h"
#include "dbx/dialect/postgres/alter_column.h"
#include "dbx/dialect/postgres/postgres.h"

namespace dbx::dialect::postgres {
namespace {

using schema::Column;
using schema::Name;
using schema::Table;

// The columns of the saved rows: a partition's are those of the table at the top.
const Table& columns_source(const plan::RestoreRows& change, const plan::Plan& plan) {
  const Table* table = &change.from;
  while (table->partition_of) {
    const Table* parent = schema::find_table(plan.renamed, table->partition_of->parent);
    if (parent == nullptr) break;
    table = parent;
  }
  return *table;
}

std::string value_of(const Column& from, const Column& to) {
  const std::string column = quote(from.name);
  std::string value = from.type == to.type ? column : conversion(from.type, to.type, column);
  if (from.nullable && !to.nullable && to.default_value) {
    value = fmt::format("coalesce({}, {})", value, to.default_value->text);
  }
  return value;
}

}  // namespace

std::vector<std::string> save_rows(const plan::SaveRows& change) {
  return {fmt::format("CREATE TABLE {} AS TABLE {}", quote(change.aside),
                      quote(schema::name_of(change.table)))};
}

std::vector<std::string> restore_rows(const plan::RestoreRows& change, const plan::Plan& plan) {
  const Table& from = columns_source(change, plan);
  std::vector<std::string> columns;
  std::vector<std::string> values;
  std::vector<std::string> numbered;
  for (const Column& column : change.into.columns) {
    const Column* old = schema::find_column(from, column.name);
    if (old == nullptr || !column.generated.empty()) continue;
    columns.push_back(quote(column.name));
    values.push_back(value_of(*old, column));
    if (column.identity) numbered.push_back(column.name);
  }
  const Name into = schema::name_of(change.into);
  std::vector<std::string> statements;
  // Of a partition that goes for good, those rows come back that have a place.
  const bool dropped = schema::find_table(plan.target, schema::name_of(change.from)) == nullptr;
  if (!columns.empty() && dropped) {
    statements.push_back(fmt::format(
        "DO $dbx$\nDECLARE saved {0}%ROWTYPE;\nBEGIN\n  FOR saved IN SELECT * FROM {0} LOOP\n    "
        "BEGIN\n      INSERT INTO {1} ({2}) OVERRIDING SYSTEM VALUE SELECT {3} FROM (SELECT "
        "saved.*) AS row_saved;\n    EXCEPTION WHEN check_violation THEN NULL;  -- no partition "
        "takes it\n    END;\n  END LOOP;\nEND $dbx$",
        quote(change.aside), quote(into), text::join(columns, ", "), text::join(values, ", ")));
  } else if (!columns.empty()) {
    statements.push_back(
        fmt::format("INSERT INTO {} ({}) OVERRIDING SYSTEM VALUE SELECT {} FROM {}", quote(into),
                    text::join(columns, ", "), text::join(values, ", "), quote(change.aside)));
  }
  const bool numbers_anew = schema::name_of(change.from) == into;
  for (const std::string& column : numbered) {
    if (numbers_anew) statements.push_back(continue_numbers(into, column));
  }
  statements.push_back("DROP TABLE " + quote(change.aside));
  return statements;
}

}  // namespace dbx::dialect::postgres

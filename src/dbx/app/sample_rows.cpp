// Rows as INSERT statements.
#include "dbx/app/sample_rows.h"

#include <fmt/format.h>

#include "dbx/base/text.h"
#include "dbx/dialect/literals.h"

namespace dbx::app {

using schema::Column;

std::string quoted(const dialect::Dialect& dialect, const schema::Name& name) {
  return name.schema.empty() ? dialect.quote(name.name)
                             : dialect.quote(name.schema) + "." + dialect.quote(name.name);
}

std::string sample_insert(const dialect::Dialect& dialect, const schema::Schema& schema,
                          const schema::Table& table, int row, Filled filled) {
  std::vector<std::string> columns;
  std::vector<std::string> values;
  for (const Column& column : table.columns) {
    const bool given = column.generated.empty() &&
                       !(column.identity && column.numbering == spec::Numbering::kAlways);
    const bool required = !column.nullable && !column.default_value;
    if (!given || (filled == Filled::kRequired && !required)) continue;
    columns.push_back(dialect.quote(column.name));
    values.push_back(dialect::sample_literal(dialect, schema, column, row));
  }
  if (columns.empty()) return {};
  return fmt::format("INSERT INTO {} ({}) VALUES ({})", quoted(dialect, schema::name_of(table)),
                     text::join(columns, ", "), text::join(values, ", "));
}

}  // namespace dbx::app

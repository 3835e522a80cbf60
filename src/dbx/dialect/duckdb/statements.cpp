// The text of single DDL statements, without the final semicolon.
#include "dbx/dialect/duckdb/statements.h"

#include <fmt/format.h>

#include "dbx/base/text.h"
#include "dbx/dialect/duckdb/duckdb.h"

namespace dbx::dialect::duckdb {

using schema::Column;
using schema::Index;
using schema::Name;
using schema::Table;

std::string column_default(const Name& table, const Column& column) {
  if (column.identity) {
    return fmt::format(" DEFAULT nextval({})",
                       quote_text(quote(sequence_name(table, column.name))));
  }
  return column.default_value ? fmt::format(" DEFAULT {}", column.default_value->text) : "";
}

std::string column_definition(const Name& table, const Column& column) {
  std::string text = fmt::format("{} {}", quote(column.name), type_name(column.type));
  if (!column.collation.empty()) text += fmt::format(" COLLATE {}", column.collation);
  if (!column.generated.empty()) {
    return text + fmt::format(" GENERATED ALWAYS AS ({})", column.generated.text);
  }
  return text + column_default(table, column) + (column.nullable ? "" : " NOT NULL");
}

std::string create_table(const Table& table, const Name& name) {
  std::vector<std::string> lines;
  for (const Column& column : table.columns) {
    lines.push_back(column_definition(schema::name_of(table), column));
  }
  if (table.primary_key) {
    lines.push_back(fmt::format("PRIMARY KEY ({})", quote_list(table.primary_key->columns)));
  }
  for (const schema::Key& key : table.uniques) {
    if (key.enforcement == schema::Enforcement::kVerified) continue;
    lines.push_back(fmt::format("UNIQUE ({})", quote_list(key.columns)));
  }
  for (const schema::Check& check : table.checks) {
    lines.push_back(fmt::format("CHECK ({})", check.expression.text));
  }
  for (const schema::ForeignKey& key : table.foreign_keys) {
    if (key.enforcement == schema::Enforcement::kVerified) continue;
    lines.push_back(fmt::format("FOREIGN KEY ({}) REFERENCES {} ({})", quote_list(key.columns),
                                quote(key.target()), quote_list(key.referenced_columns)));
  }
  return fmt::format("CREATE TABLE {} (\n  {}\n)", quote(name), text::join(lines, ",\n  "));
}

std::string create_index(const Name& table, const Index& index) {
  std::vector<std::string> parts;
  for (const schema::IndexPart& part : index.columns) {
    parts.push_back(part.column.empty() ? fmt::format("({})", part.expression.text)
                                        : quote(part.column));
  }
  return fmt::format("CREATE {}INDEX {} ON {} ({})", index.unique ? "UNIQUE " : "",
                     quote(index.name), quote(table), text::join(parts, ", "));
}

std::string drop_index(const Name& table, const Index& index) {
  return fmt::format("DROP INDEX {}", quote(Name{table.schema, index.name}));
}

std::string create_view(const schema::View& view) {
  return fmt::format("CREATE VIEW {} AS {}", quote(schema::name_of(view)), view.select.text);
}

std::string create_sequence(const Name& table, const Column& column) {
  return fmt::format("CREATE SEQUENCE {}", quote(sequence_name(table, column.name)));
}

std::string drop_sequence(const Name& table, const Column& column) {
  return fmt::format("DROP SEQUENCE {}", quote(sequence_name(table, column.name)));
}

std::string continue_sequence(const Name& table, const Column& column) {
  return fmt::format("SELECT max(nextval({})) FROM range(coalesce((SELECT max({}) FROM {}), 0))",
                     quote_text(quote(sequence_name(table, column.name))), quote(column.name),
                     quote(table));
}

std::string set_comment(std::string_view what, std::string_view quoted,
                        const std::string& comment) {
  return fmt::format("COMMENT ON {} {} IS {}", what, quoted,
                     comment.empty() ? "NULL" : quote_text(comment));
}

}  // namespace dbx::dialect::duckdb

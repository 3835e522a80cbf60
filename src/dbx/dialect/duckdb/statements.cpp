// The text of single DDL statements, without the final semicolon.
#include "dbx/dialect/duckdb/statements.h"

#include <fmt/format.h>

#include "dbx/base/text.h"
#include "dbx/dialect/duckdb/duckdb.h"

namespace dbx::dialect::duckdb {
namespace {

using schema::Column;
using schema::Index;
using schema::Table;

std::string_view action(spec::OnDelete on_delete) {
  switch (on_delete) {
    case spec::OnDelete::kNoAction:
      return "";
    case spec::OnDelete::kRestrict:
      return " ON DELETE RESTRICT";
    case spec::OnDelete::kCascade:
      return " ON DELETE CASCADE";
    case spec::OnDelete::kSetNull:
      return " ON DELETE SET NULL";
  }
  return "";
}

}  // namespace

std::string column_default(const std::string& table, const Column& column) {
  if (column.identity) {
    return fmt::format(" DEFAULT nextval({})", quote_text(sequence_name(table, column.name)));
  }
  return column.default_value ? fmt::format(" DEFAULT {}", *column.default_value) : "";
}

std::string create_table(const Table& table, std::string_view name) {
  std::vector<std::string> lines;
  for (const Column& column : table.columns) {
    lines.push_back(fmt::format("{} {}{}{}", quote(column.name), type_name(column.type),
                                column_default(table.name, column),
                                column.nullable ? "" : " NOT NULL"));
  }
  if (table.primary_key) {
    lines.push_back(fmt::format("PRIMARY KEY ({})", quote_list(table.primary_key->columns)));
  }
  for (const schema::Check& check : table.checks) {
    lines.push_back(fmt::format("CHECK ({})", check.expression));
  }
  for (const schema::ForeignKey& key : table.foreign_keys) {
    if (key.enforcement == schema::Enforcement::kVerified) continue;
    lines.push_back(fmt::format("FOREIGN KEY ({}) REFERENCES {} ({}){}", quote_list(key.columns),
                                quote(key.table), quote_list(key.referenced_columns),
                                action(key.on_delete)));
  }
  return fmt::format("CREATE TABLE {} (\n  {}\n)", quote(name), text::join(lines, ",\n  "));
}

std::string create_index(const std::string& table, const Index& index) {
  return fmt::format("CREATE {}INDEX {} ON {} ({})", index.unique ? "UNIQUE " : "",
                     quote(index.name), quote(table), quote_list(index.columns));
}

std::string drop_index(const Index& index) {
  return fmt::format("DROP INDEX {}", quote(index.name));
}

std::string create_sequence(const std::string& table, const Column& column) {
  return fmt::format("CREATE SEQUENCE {}", quote(sequence_name(table, column.name)));
}

std::string drop_sequence(const std::string& table, const Column& column) {
  return fmt::format("DROP SEQUENCE {}", quote(sequence_name(table, column.name)));
}

std::string set_comment(const std::string& table, const std::string& column,
                        const std::string& comment) {
  const std::string value = comment.empty() ? "NULL" : quote_text(comment);
  if (column.empty()) return fmt::format("COMMENT ON TABLE {} IS {}", quote(table), value);
  return fmt::format("COMMENT ON COLUMN {}.{} IS {}", quote(table), quote(column), value);
}

}  // namespace dbx::dialect::duckdb

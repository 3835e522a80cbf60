// The text of CREATE statements, without the final semicolon.
#include <fmt/format.h>

#include "dbx/base/text.h"
#include "dbx/dialect/sqlite/sqlite.h"

namespace dbx::dialect::sqlite {
namespace {

using schema::Column;
using schema::Table;

std::string_view action(spec::OnDelete action) {
  static constexpr std::string_view kWords[] = {"NO ACTION", "RESTRICT", "CASCADE", "SET NULL",
                                                "SET DEFAULT"};
  return kWords[static_cast<std::size_t>(action)];
}

bool is_rowid(const Table& table, const Column& column) {
  return column.identity && table.primary_key && table.primary_key->columns.size() == 1 &&
         table.primary_key->columns[0] == column.name;
}

// An expression stands in parentheses; a literal or word may stand alone.
std::string default_text(const std::string& text) {
  const bool alone = text.find_first_of(" (|+*/<>=") == std::string::npos ||
                     text.starts_with('(') || (text.starts_with('\'') && text.ends_with('\''));
  return alone ? text : "(" + text + ")";
}

std::string foreign_key(const schema::ForeignKey& key) {
  std::string text =
      fmt::format("FOREIGN KEY ({}) REFERENCES {}", quote_list(key.columns), quote(key.table));
  if (!key.referenced_columns.empty()) {
    text += fmt::format(" ({})", quote_list(key.referenced_columns));
  }
  if (key.on_delete != spec::OnDelete::kNoAction) {
    text += fmt::format(" ON DELETE {}", action(key.on_delete));
  }
  if (key.on_update != spec::OnDelete::kNoAction) {
    text += fmt::format(" ON UPDATE {}", action(key.on_update));
  }
  if (key.deferred) text += " DEFERRABLE INITIALLY DEFERRED";
  return text;
}

}  // namespace

std::string column_definition(const Table& table, const Column& column) {
  std::string text = quote(column.name);
  if (const std::string type = type_name(column.type); !type.empty()) text += " " + type;
  if (is_rowid(table, column)) {
    text += " PRIMARY KEY";
    if (column.numbering == spec::Numbering::kAlways) text += " AUTOINCREMENT";
    return text;
  }
  if (!column.collation.empty()) text += " COLLATE " + column.collation;
  if (!column.generated.empty()) {
    text += fmt::format(" GENERATED ALWAYS AS ({}) {}", column.generated.text,
                        column.generated_virtual ? "VIRTUAL" : "STORED");
  }
  if (!column.nullable) text += " NOT NULL";
  if (column.default_value) text += " DEFAULT " + default_text(column.default_value->text);
  return text;
}

std::string create_table(const Table& table, std::string_view name) {
  std::vector<std::string> lines;
  bool has_rowid = false;
  for (const Column& column : table.columns) {
    lines.push_back(column_definition(table, column));
    has_rowid = has_rowid || is_rowid(table, column);
  }
  if (table.primary_key && !has_rowid) {
    lines.push_back(fmt::format("PRIMARY KEY ({})", quote_list(table.primary_key->columns)));
  }
  for (const schema::Key& key : table.uniques) {
    lines.push_back(fmt::format("UNIQUE ({})", quote_list(key.columns)));
  }
  for (const schema::Check& check : table.checks) {
    lines.push_back(fmt::format("CHECK ({})", check.expression.text));
  }
  for (const schema::ForeignKey& key : table.foreign_keys) {
    if (key.enforcement != schema::Enforcement::kVerified) lines.push_back(foreign_key(key));
  }
  return fmt::format("CREATE TABLE {} (\n  {}\n){}{}", quote(name), text::join(lines, ",\n  "),
                     table.options.empty() ? "" : " ", table.options);
}

std::string create_index(const std::string& table, const schema::Index& index) {
  std::vector<std::string> parts;
  for (const schema::IndexPart& part : index.columns) {
    std::string text = part.column.empty() ? part.expression.text : quote(part.column);
    if (!part.collation.empty()) text += " COLLATE " + part.collation;
    if (part.descending) text += " DESC";
    parts.push_back(std::move(text));
  }
  std::string text = fmt::format("CREATE {}INDEX {} ON {} ({})", index.unique ? "UNIQUE " : "",
                                 quote(index.name), quote(table), text::join(parts, ", "));
  if (!index.where.empty()) text += " WHERE " + index.where.text;
  return text;
}

}  // namespace dbx::dialect::sqlite

// Mermaid erDiagram. Its grammar takes [A-Za-z_][A-Za-z0-9_-]* for entities and attribute names and
// [A-Za-z][A-Za-z0-9_()-]* for types, so names are mended and "DECIMAL(18,2)" is written
// DECIMAL_18_2.
#include <fmt/format.h>

#include <algorithm>

#include "dbx/base/text.h"
#include "dbx/export/export.h"

namespace dbx::exporting {
namespace {

// Letters, digits and '_' only, not beginning with a digit; never empty.
std::string identifier(std::string_view name) {
  std::string result;
  for (const char c : name) {
    const bool is_good =
        (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
    result += is_good ? c : '_';
  }
  if (result.empty() || (result[0] >= '0' && result[0] <= '9')) result.insert(0, "_");
  return result;
}

// INT, VARCHAR_50, DECIMAL_18_2, INT_ARRAY.
std::string type_word(const spec::Type& type) {
  const bool is_array = type.array;
  std::string text = spec::print(type);
  text = text::replace_all(text, "[]", "");
  std::string result;
  for (const char c : identifier(text)) {
    if (c == '_' && (result.empty() || result.back() == '_')) continue;
    result += c;
  }
  while (result.ends_with('_')) result.pop_back();
  if (result.empty()) result = "TYPE";
  return is_array ? result + "_ARRAY" : result;
}

// Inside double quotes Mermaid has no escape for a quote.
std::string quoted(std::string_view text) {
  std::string result = "\"";
  for (const char c : text) {
    const bool is_bad = c == '"' || static_cast<unsigned char>(c) < 0x20;
    result += is_bad ? '\'' : c;
  }
  return result + "\"";
}

bool is_primary_key(const spec::Table& table, const std::string& column) {
  const bool is_listed = std::find(table.primary_key.begin(), table.primary_key.end(), column) !=
                         table.primary_key.end();
  return is_listed || (table.primary_key.empty() && table.surrogate_key == column);
}

bool is_foreign_key(const spec::Table& table, const std::string& column) {
  return std::any_of(table.foreign_keys.begin(), table.foreign_keys.end(), [&](const auto& key) {
    return std::find(key.columns.begin(), key.columns.end(), column) != key.columns.end();
  });
}

bool is_unique(const spec::Table& table, const spec::Column& column) {
  return column.unique || (table.natural_key.size() == 1 && table.natural_key[0] == column.name &&
                           table.history == spec::History::kType1);
}

std::string marks(const spec::Table& table, const spec::Column& column) {
  std::string result;
  const auto add = [&](bool holds, std::string_view mark) {
    if (holds) result += (result.empty() ? " " : ", ") + std::string(mark);
  };
  add(is_primary_key(table, column.name), "PK");
  add(is_foreign_key(table, column.name), "FK");
  add(is_unique(table, column), "UK");
  return result;
}

std::string entity(const spec::Spec& spec, const spec::Table& table) {
  std::string text = fmt::format("    {} {{\n", identifier(table.name));
  for (const spec::EffectiveColumn& column : spec::effective_columns(spec, table)) {
    text += fmt::format("        {} {}{}\n", type_word(column.column.type),
                        identifier(column.column.name), marks(table, column.column));
  }
  return text + "    }\n";
}

// One dimension row to any number of fact rows; an optional key may have none on the dimension's
// side.
std::string relation(const spec::Table& table, const spec::ForeignKey& key) {
  std::string label = key.role;
  if (label.empty() && !key.columns.empty()) label = key.columns[0];
  return fmt::format("    {} {}--o{{ {} : {}\n", identifier(key.references.table),
                     key.optional ? "|o" : "||", identifier(table.name), quoted(label));
}

}  // namespace

std::string mermaid(const spec::Spec& spec) {
  std::string text = "erDiagram\n";
  const auto places = spec::all_tables(spec);
  for (const spec::TablePlace& place : places) text += entity(spec, *place.table);
  for (const spec::TablePlace& place : places) {
    for (const spec::ForeignKey& key : place.table->foreign_keys) {
      if (spec::find_table(spec, key.references.table) == nullptr) continue;
      text += relation(*place.table, key);
    }
  }
  return text;
}

}  // namespace dbx::exporting

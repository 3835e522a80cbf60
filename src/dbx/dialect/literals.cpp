// Literals by type and number.
#include "dbx/dialect/literals.h"

#include <fmt/format.h>

#include <algorithm>

#include "dbx/base/text.h"
#include "dbx/dialect/dialect.h"

namespace dbx::dialect {
namespace {

using schema::Column;
using spec::TypeKind;

const schema::Enum* find_enum(const schema::Schema& schema, const spec::Type& type) {
  if (type.kind != TypeKind::kEngine) return nullptr;
  const std::vector<std::string> parts = spec::split_name(type.engine_text);
  for (const schema::Enum& item : schema.enums) {
    const bool same_schema = parts.size() == 1 ? item.schema.empty() : parts[0] == item.schema;
    if (item.name == parts.back() && same_schema) return &item;
  }
  return nullptr;
}

std::string text_of(int row) { return row == 0 ? std::string() : fmt::format("{}r", row); }

// A type that only the engine has, by its name.
bool engine_value(std::string_view type, int row, std::string& value) {
  const std::string name = text::to_lower(type);
  const auto says = [&](std::string_view word) { return name.find(word) != std::string::npos; };
  if (says("[]")) return false;
  if (name.starts_with("enum(")) {  // ENUM('small', 'large')
    const std::size_t begin = type.find('\'');
    const std::size_t end = type.find('\'', begin + 1);
    if (end == std::string_view::npos) return false;
    value = std::string(type.substr(begin + 1, end - begin - 1));
    return true;
  }
  const bool number = says("int") || name.starts_with("numeric") || name == "money" || says("real");
  const bool textual = name == "character varying" || name == "citext" || name == "any" ||
                       name == "none" || says("char");
  if (number && !says("range") && !says("interval") && !says("point")) {
    value = std::to_string(row);
  } else if (textual) {
    value = text_of(row);
  } else {
    return false;
  }
  return true;
}

// Unquoted; false: no value known for this type.
bool value_of(const spec::Type& type, int row, std::string& value) {
  const int day = std::max(row, 1);
  const std::string_view year = row == 0 ? "1970" : "2020";
  switch (type.kind) {
    case TypeKind::kSmallInt:
    case TypeKind::kInt:
    case TypeKind::kBigInt:
    case TypeKind::kReal:
    case TypeKind::kDouble:
      value = std::to_string(row);
      break;
    case TypeKind::kDecimal:
      value = type.precision > type.scale ? std::to_string(row) : "0";
      break;
    case TypeKind::kBoolean:
      value = row == 0 || row % 2 != 0 ? "false" : "true";
      break;
    case TypeKind::kChar:
    case TypeKind::kVarchar:
    case TypeKind::kText:
      value = type.length == 1 ? text_of(row).substr(0, 1) : text_of(row);
      break;
    case TypeKind::kDate:
      value = fmt::format("{}-01-{:02}", year, day);
      break;
    case TypeKind::kTime:
      value = row == 0 ? "00:00:00" : fmt::format("01:02:{:02}", row);
      break;
    case TypeKind::kTimestamp:
    case TypeKind::kTimestampTz:
      value = fmt::format("{}-01-{:02} 00:00:00", year, day);
      break;
    case TypeKind::kInterval:
      value = fmt::format("{} days", row);
      break;
    case TypeKind::kUuid:
      value =
          fmt::format("00000000-0000-{}000-{}000-{:012}", row == 0 ? 0 : 4, row == 0 ? 0 : 8, row);
      break;
    case TypeKind::kJson:
      value = row == 0 ? "{}" : fmt::format("{{\"row\": {}}}", row);
      break;
    case TypeKind::kBinary:
    case TypeKind::kVarbinary:
    case TypeKind::kBlob:
      if (row != 0) return false;
      value.clear();
      break;
    case TypeKind::kEngine:
      return engine_value(type.engine_text.str(), row, value);
    default:
      return false;
  }
  return true;
}

}  // namespace

std::string sample_literal(const Dialect& dialect, const schema::Schema& schema,
                           const Column& column, int row) {
  if (const schema::Enum* item = find_enum(schema, column.type); item != nullptr) {
    if (item->values.empty()) return "NULL";
    const std::size_t at = static_cast<std::size_t>(row) % item->values.size();
    return dialect.quote_text(item->values[at]);
  }
  if (column.type.array) {
    return row == 0 ? dialect.quote_text(dialect.name() == "duckdb" ? "[]" : "{}") : "NULL";
  }
  std::string value;
  if (!value_of(column.type, row, value)) return "NULL";
  const bool bare = column.type.is_numeric() || column.type.kind == TypeKind::kBoolean;
  return bare ? value : dialect.quote_text(value);
}

namespace {

bool holds(const std::vector<std::string>& columns, const std::string& name) {
  return std::find(columns.begin(), columns.end(), name) != columns.end();
}

bool is_keyed(const schema::Table& table, const std::string& column) {
  if (table.primary_key && holds(table.primary_key->columns, column)) return true;
  return std::any_of(table.uniques.begin(), table.uniques.end(),
                     [&](const schema::Key& key) { return holds(key.columns, column); }) ||
         std::any_of(table.indexes.begin(), table.indexes.end(), [&](const schema::Index& index) {
           return index.unique && holds(column_names(index), column);
         });
}

}  // namespace

Filling filling_of(const Dialect& dialect, const schema::Schema& schema, const schema::Name& name,
                   const Column& column) {
  const schema::Table* table = schema::find_table(schema, name);
  const bool countable = !column.type.array && (column.type.is_numeric() || column.type.is_text());
  if (table != nullptr) {
    for (const schema::ForeignKey& key : table->foreign_keys) {
      const bool is_its = key.columns == std::vector<std::string>{column.name} &&
                          key.referenced_columns.size() == 1;
      if (!is_its) continue;
      const std::string prefix =
          key.table_schema.empty() ? "" : dialect.quote(key.table_schema) + ".";
      return {fmt::format("(SELECT min({}) FROM {}{})", dialect.quote(key.referenced_columns[0]),
                          prefix, dialect.quote(key.table)),
              Filling::Kind::kSubquery};
    }
    if (countable && is_keyed(*table, column.name)) {
      return {fmt::format("CAST(row_number() OVER () AS {})", dialect.type_name(column.type)),
              Filling::Kind::kRowNumber};
    }
  }
  return {sample_literal(dialect, schema, column, 0), Filling::Kind::kLiteral};
}

}  // namespace dbx::dialect

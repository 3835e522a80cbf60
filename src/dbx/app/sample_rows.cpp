// Literals by type and number.
#include "dbx/app/sample_rows.h"

#include <fmt/format.h>

#include <algorithm>

#include "dbx/base/text.h"

namespace dbx::app {
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

// Unquoted; empty: no value known for this type.
std::string value_of(const spec::Type& type, int row) {
  switch (type.kind) {
    case TypeKind::kSmallInt:
    case TypeKind::kInt:
    case TypeKind::kBigInt:
    case TypeKind::kReal:
    case TypeKind::kDouble:
      return std::to_string(row);
    case TypeKind::kDecimal:
      return type.precision > type.scale ? std::to_string(row) : "0";
    case TypeKind::kBoolean:
      return row % 2 == 0 ? "true" : "false";
    case TypeKind::kChar:
    case TypeKind::kVarchar:
    case TypeKind::kText: {
      const std::string text = fmt::format("{}r", row);
      return type.length == 1 ? text.substr(0, 1) : text;
    }
    case TypeKind::kDate:
      return fmt::format("2020-01-{:02}", row);
    case TypeKind::kTime:
      return fmt::format("01:02:{:02}", row);
    case TypeKind::kTimestamp:
    case TypeKind::kTimestampTz:
      return fmt::format("2020-01-{:02} 00:00:00", row);
    case TypeKind::kInterval:
      return fmt::format("{} days", row);
    case TypeKind::kUuid:
      return fmt::format("00000000-0000-4000-8000-{:012}", row);
    case TypeKind::kJson:
      return fmt::format("{{\"row\": {}}}", row);
    case TypeKind::kEngine: {
      const std::string name = text::to_lower(type.engine_text.str());
      const bool number = name.find("int") != std::string::npos || name.starts_with("numeric") ||
                          name == "money" || name.find("real") != std::string::npos;
      const bool textual = name == "character varying" || name == "citext" || name == "any" ||
                           name.find("char") != std::string::npos;
      if (number && name.find("range") == std::string::npos) return std::to_string(row);
      return textual ? fmt::format("{}r", row) : std::string();
    }
    default:
      return {};
  }
}

std::string literal(const dialect::Dialect& dialect, const schema::Schema& schema,
                    const Column& column, int row) {
  if (const schema::Enum* item = find_enum(schema, column.type); item != nullptr) {
    if (item->values.empty()) return "NULL";
    const std::size_t at = static_cast<std::size_t>(row) % item->values.size();
    return dialect.quote_text(item->values[at]);
  }
  const std::string value = column.type.array ? "" : value_of(column.type, row);
  if (value.empty()) return "NULL";
  const bool bare = column.type.is_numeric() || column.type.kind == TypeKind::kBoolean;
  return bare ? value : dialect.quote_text(value);
}

}  // namespace

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
    values.push_back(literal(dialect, schema, column, row));
  }
  if (columns.empty()) return {};
  return fmt::format("INSERT INTO {} ({}) VALUES ({})", quoted(dialect, schema::name_of(table)),
                     text::join(columns, ", "), text::join(values, ", "));
}

}  // namespace dbx::app

// How the whitelist of types is spelled in DuckDB, and how DuckDB's catalog spells it back.
#include <fmt/format.h>

#include "dbx/dialect/duckdb/duckdb.h"

namespace dbx::dialect::duckdb {
namespace {

using spec::Type;
using spec::TypeKind;

// Kinds that DuckDB keeps as they are: the kind, and the catalog's word for it.
struct Spelling {
  TypeKind kind;
  std::string_view name;
};

constexpr Spelling kSpellings[] = {
    {TypeKind::kSmallInt, "SMALLINT"},
    {TypeKind::kInt, "INTEGER"},
    {TypeKind::kBigInt, "BIGINT"},
    {TypeKind::kReal, "FLOAT"},
    {TypeKind::kDouble, "DOUBLE"},
    {TypeKind::kBoolean, "BOOLEAN"},
    {TypeKind::kText, "VARCHAR"},
    {TypeKind::kDate, "DATE"},
    {TypeKind::kTime, "TIME"},
    {TypeKind::kTimestamp, "TIMESTAMP"},
    {TypeKind::kTimestampTz, "TIMESTAMP WITH TIME ZONE"},
    {TypeKind::kInterval, "INTERVAL"},
    {TypeKind::kUuid, "UUID"},
    {TypeKind::kJson, "JSON"},
    {TypeKind::kBlob, "BLOB"},
};

Type of_kind(TypeKind kind) {
  Type type;
  type.kind = kind;
  return type;
}

}  // namespace

Type stored_type(const Type& type) {
  Type stored = type;
  switch (type.kind) {
    case TypeKind::kChar:
    case TypeKind::kVarchar:
    case TypeKind::kText:
      stored = of_kind(TypeKind::kText);
      break;
    case TypeKind::kBinary:
    case TypeKind::kVarbinary:
    case TypeKind::kBlob:
      stored = of_kind(TypeKind::kBlob);
      break;
    case TypeKind::kTime:
    case TypeKind::kTimestamp:
    case TypeKind::kTimestampTz:
      stored.precision = -1;
      break;
    case TypeKind::kEngine:
      stored = read_catalog_type(type.engine_text);
      break;
    default:
      break;
  }
  stored.array = stored.array || type.array;
  return stored;
}

std::string type_name(const Type& type) {
  const Type stored = stored_type(type);
  std::string name = stored.engine_text;
  if (stored.kind == TypeKind::kDecimal) {
    name = fmt::format("DECIMAL({},{})", stored.precision, stored.scale);
  }
  for (const Spelling& spelling : kSpellings) {
    if (spelling.kind == stored.kind) name = spelling.name;
  }
  return name + (stored.array ? "[]" : "");
}

Type read_catalog_type(std::string_view catalog_name) {
  std::string_view element = catalog_name;
  const bool array =
      element.ends_with("[]") && !element.substr(0, element.size() - 2).ends_with("]");
  if (array) element.remove_suffix(2);
  Type type = of_kind(TypeKind::kEngine);
  for (const Spelling& spelling : kSpellings) {
    if (spelling.name == element) type = of_kind(spelling.kind);
  }
  if (element.starts_with("DECIMAL(")) type = spec::read_type(element).type;
  if (type.kind == TypeKind::kEngine) {
    type.engine_text = std::string(catalog_name);
    return type;
  }
  type.array = array;
  return type;
}

}  // namespace dbx::dialect::duckdb

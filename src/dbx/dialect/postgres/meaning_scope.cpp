// Which columns a relation has, and which of them a name means.
#include "dbx/dialect/postgres/meaning_scope.h"

#include <algorithm>

#include "dbx/base/text.h"
#include "dbx/dialect/postgres/meaning_writer.h"
#include "dbx/dialect/postgres/postgres.h"
#include "dbx/sql/parse.h"

namespace dbx::dialect::postgres {
namespace {

using schema::Name;
using schema::Table;

Family family_of(const spec::Type& written) {
  const spec::Type type = stored_type(written);
  if (type.array) return Family::kOther;
  switch (type.kind) {
    case spec::TypeKind::kSmallInt:
    case spec::TypeKind::kInt:
      return Family::kInteger;
    case spec::TypeKind::kBigInt:
      return Family::kBigint;
    case spec::TypeKind::kDecimal:
      return Family::kNumeric;
    case spec::TypeKind::kReal:
    case spec::TypeKind::kDouble:
      return Family::kFloat;
    case spec::TypeKind::kChar:
    case spec::TypeKind::kVarchar:
    case spec::TypeKind::kText:
      return Family::kText;
    case spec::TypeKind::kDate:
      return Family::kDate;
    case spec::TypeKind::kEngine:
      break;
    default:
      return Family::kOther;
  }
  const std::string& name = type.engine_text;
  if (name.starts_with("numeric")) return Family::kNumeric;
  return name == "character varying" || name == "name" ? Family::kText : Family::kUnknown;
}

// With those of its parents, which come first.
void add_columns(const schema::Schema& schema, const Table& table,
                 std::vector<KnownColumn>& columns) {
  std::vector<Name> parents = table.inherits;
  if (table.partition_of) parents.push_back(table.partition_of->parent);
  for (const Name& name : parents) {
    const Table* parent = schema::find_table(schema, name);
    if (parent != nullptr) add_columns(schema, *parent, columns);
  }
  for (const schema::Column& column : table.columns) {
    columns.push_back({column.name, family_of(column.type)});
  }
}

}  // namespace

bool is_number(Family family) { return family >= Family::kInteger && family <= Family::kFloat; }

Family family_of_type(std::string_view name) {
  if (name == "int2" || name == "int4") return Family::kInteger;
  if (name == "int8") return Family::kBigint;
  if (name == "numeric") return Family::kNumeric;
  if (name == "float4" || name == "float8") return Family::kFloat;
  if (name == "text" || name == "varchar" || name == "bpchar") return Family::kText;
  return name == "date" ? Family::kDate : Family::kOther;
}

const std::vector<KnownColumn>& Catalog::columns(const Name& relation) {
  static const std::vector<KnownColumn> kNone;
  const auto found = known_.find(relation);
  if (found != known_.end()) return found->second;
  if (!asked_.insert(relation).second) return kNone;  // a view that reads itself
  return known_[relation] = read(relation);
}

std::vector<KnownColumn> Catalog::read(const Name& relation) {
  std::vector<KnownColumn> columns;
  if (const Table* table = schema::find_table(*schema_, relation)) {
    add_columns(*schema_, *table, columns);
    return columns;
  }
  for (const schema::View& view : schema_->views) {
    if (schema::name_of(view) != relation) continue;
    const auto parsed = sql::parse_statement(view.select.text);
    if (!parsed || parsed->size() != 1) return {};
    MeaningWriter writer(this);
    writer.write(parsed->at(0));
    return writer.output();
  }
  return columns;
}

Resolved Scope::find(const std::string& qualifier, const std::string& column,
                     std::size_t begin) const {
  if (qualifier.empty() && begin == 0) {
    for (const auto& [name, resolved] : merged) {
      if (name == column) return resolved;
    }
  }
  for (std::size_t i = begin; i < items.size(); ++i) {
    const ScopeItem& item = items[i];
    if (!qualifier.empty() && item.alias != qualifier) continue;
    const auto found = std::find_if(item.columns.begin(), item.columns.end(),
                                    [&](const KnownColumn& known) { return known.name == column; });
    const bool known = found != item.columns.end();
    // The only one there is, whatever its columns are.
    const bool only = item.columns.empty() && (!qualifier.empty() || items.size() == 1);
    if (!known && !only && qualifier.empty()) continue;
    const std::string prefix = item.key.empty() ? "" : in_double_quotes(item.key) + ".";
    return {prefix + in_double_quotes(column), known ? found->family : Family::kUnknown, true};
  }
  return outer == nullptr || begin > 0 ? Resolved{} : outer->find(qualifier, column);
}

const ScopeItem* Scope::item(const std::string& alias) const {
  for (const ScopeItem& item : items) {
    if (item.alias == alias) return &item;
  }
  return outer == nullptr ? nullptr : outer->item(alias);
}

std::string in_double_quotes(std::string_view name) {
  return '"' + text::replace_all(name, "\"", "\"\"") + '"';
}

}  // namespace dbx::dialect::postgres

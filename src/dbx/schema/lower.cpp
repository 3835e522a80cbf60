// Spec -> Schema: implied keys and columns become real, every constraint gets a name.
#include <fmt/format.h>

#include <algorithm>

#include "dbx/base/hash.h"
#include "dbx/schema/schema.h"

namespace dbx::schema {
namespace {

// PostgreSQL cuts names at 63 bytes; a cut name keeps a hash of the whole, so that two stay two.
constexpr std::size_t kNameBytesMax = 63;

std::string constraint_name(std::string_view prefix, std::string_view table,
                            const std::vector<std::string>& columns) {
  std::string name = fmt::format("{}_{}_{}", prefix, table, fmt::join(columns, "_"));
  if (name.size() <= kNameBytesMax) return name;
  return fmt::format("{}_{}", name.substr(0, kNameBytesMax - 9), sha256(name).substr(0, 8));
}

Column lower_column(const spec::EffectiveColumn& effective) {
  Column column;
  column.name = effective.column.name;
  column.type = effective.column.type;
  column.nullable = effective.column.nullable;
  column.default_value = effective.column.default_value;
  column.identity = effective.origin == spec::Origin::kSurrogateKey || effective.column.identity;
  column.comment = effective.column.description;
  column.generated = effective.column.generated;
  column.collation = effective.column.collation;
  return column;
}

void add_unique(Table& table, std::vector<std::string> columns,
                std::optional<Enforcement> enforcement) {
  if (columns.empty() || (table.primary_key && table.primary_key->columns == columns)) return;
  const bool known = std::any_of(table.uniques.begin(), table.uniques.end(),
                                 [&](const Key& key) { return key.columns == columns; });
  if (known) return;
  Key key;
  key.name = constraint_name("uq", table.name, columns);
  key.columns = std::move(columns);
  key.enforcement = enforcement;
  table.uniques.push_back(std::move(key));
}

void lower_keys(const spec::Table& from, Table& table) {
  std::vector<std::string> primary = from.primary_key;
  if (primary.empty() && !from.surrogate_key.empty()) primary = {from.surrogate_key};
  if (!primary.empty()) {
    table.primary_key =
        Key{constraint_name("pk", table.name, primary), primary, Enforcement::kPhysical};
    for (Column& column : table.columns) {
      if (std::find(primary.begin(), primary.end(), column.name) != primary.end()) {
        column.nullable = false;
      }
    }
  }
  std::vector<std::string> natural = from.natural_key;
  if (!natural.empty() && from.history == spec::History::kType2) natural.push_back("valid_from");
  add_unique(table, natural, Enforcement::kPhysical);
  for (const std::vector<std::string>& columns : from.unique) {
    add_unique(table, columns, Enforcement::kPhysical);
  }
  for (const auto* group : {&from.columns, &from.measures}) {
    for (const spec::Column& column : *group) {
      if (column.unique) add_unique(table, {column.name}, Enforcement::kPhysical);
    }
  }
  if (from.kind == spec::TableKind::kFact)
    add_unique(table, spec::grain_of(from), from.constraints);
}

void lower_foreign_keys(const spec::Table& from, Table& table) {
  for (const spec::ForeignKey& key : from.foreign_keys) {
    ForeignKey lowered;
    lowered.name = key.name.empty() ? constraint_name("fk", table.name, key.columns) : key.name;
    lowered.columns = key.columns;
    lowered.table = key.references.table;
    lowered.referenced_columns = key.references.columns;
    lowered.on_delete = key.on_delete;
    lowered.enforcement = from.constraints;
    table.foreign_keys.push_back(std::move(lowered));
  }
}

void lower_checks(const spec::Table& from, Table& table) {
  for (const auto* group : {&from.columns, &from.measures}) {
    for (const spec::Column& column : *group) {
      if (column.check.empty()) continue;
      table.checks.push_back({constraint_name("ck", table.name, {column.name}), column.check});
    }
  }
  for (std::size_t i = 0; i < from.checks.size(); ++i) {
    const spec::Check& check = from.checks[i];
    const std::string number = std::to_string(i + 1);
    table.checks.push_back(
        {check.name.empty() ? constraint_name("ck", table.name, {number}) : check.name,
         check.expression});
  }
}

Table lower_table(const spec::TableIndex& tables, const spec::Table& from) {
  Table table;
  table.name = from.name;
  table.kind = from.kind;
  table.comment = from.description;
  for (const spec::EffectiveColumn& column : spec::effective_columns(tables, from)) {
    table.columns.push_back(lower_column(column));
  }
  lower_keys(from, table);
  lower_foreign_keys(from, table);
  lower_checks(from, table);
  for (const spec::Index& index : from.indexes) {
    table.indexes.push_back({index.name, index.columns, index.unique, index.include, index.where,
                             index.method, index.descending});
  }
  table.partitioning = from.partitioning;
  table.distribution = from.distribution;
  return table;
}

std::string_view text_for(const spec::View& view, std::string_view engine) {
  for (const spec::NamedText& own : view.dialects) {
    if (own.name == engine) return own.text;
  }
  return view.select;
}

void apply_override(const spec::DialectOverride& override, Schema& schema) {
  for (Table& table : schema.tables) {
    for (ForeignKey& key : table.foreign_keys) {
      if (!key.enforcement) key.enforcement = override.constraints;
    }
    for (Column& column : table.columns) {
      for (const spec::NamedText& type : override.types) {
        if (type.name != fmt::format("{}.{}", table.name, column.name)) continue;
        column.type = spec::read_type(type.text).type;
      }
    }
  }
}

}  // namespace

Schema lower(const spec::Spec& spec, std::string_view engine) {
  Schema schema;
  const spec::TableIndex tables(spec);
  for (const spec::TablePlace& place : spec::all_tables(spec)) {
    schema.tables.push_back(lower_table(tables, *place.table));
  }
  for (const spec::View& view : spec.views) {
    schema.views.push_back(
        {view.name, view.description, std::string(text_for(view, engine)), view.materialized});
  }
  for (const spec::DialectOverride& override : spec.dialects) {
    if (override.engine == engine) apply_override(override, schema);
  }
  return schema;
}

}  // namespace dbx::schema

// Schema -> Spec: what tables alone can tell, and, where an earlier spec was recorded, the meaning
// it had taken back for every table that still looks as that spec made it.
#include <algorithm>
#include <map>
#include <set>

#include "dbx/base/text.h"
#include "dbx/schema/schema.h"

namespace dbx::schema {
namespace {

// A fact references other tables and is referenced by none; a dimension the other way round. Names
// that say so decide first.
spec::TableKind guess_kind(const Schema& schema, const Table& table) {
  if (table.name.starts_with("dim_")) return spec::TableKind::kDimension;
  if (table.name.starts_with("fact_")) return spec::TableKind::kFact;
  if (table.name.starts_with("bridge_")) return spec::TableKind::kBridge;
  const bool referenced =
      std::any_of(schema.tables.begin(), schema.tables.end(), [&](const Table& other) {
        return std::any_of(other.foreign_keys.begin(), other.foreign_keys.end(),
                           [&](const ForeignKey& key) { return key.table == table.name; });
      });
  if (referenced && table.foreign_keys.empty() && table.primary_key) {
    return spec::TableKind::kDimension;
  }
  return spec::TableKind::kTable;
}

spec::Column lift_column(const Column& column) {
  spec::Column lifted;
  lifted.name = column.name;
  lifted.type = column.type;
  lifted.nullable = column.nullable;
  lifted.default_value = column.default_value;
  lifted.description = column.comment;
  lifted.identity = column.identity;
  lifted.generated = column.generated;
  lifted.collation = column.collation;
  return lifted;
}

void lift_keys(const Table& table, spec::Table& lifted) {
  if (table.primary_key) {
    const std::vector<std::string>& columns = table.primary_key->columns;
    const Column* only = columns.size() == 1 ? find_column(table, columns[0]) : nullptr;
    if (only != nullptr && only->type.is_integer()) {
      lifted.surrogate_key = columns[0];
    } else {
      lifted.primary_key = columns;
    }
  }
  for (const Key& key : table.uniques) lifted.unique.push_back(key.columns);
  for (const ForeignKey& key : table.foreign_keys) {
    spec::ForeignKey lifted_key;
    lifted_key.name = key.name;
    lifted_key.columns = key.columns;
    lifted_key.references = {key.table, key.referenced_columns};
    lifted_key.on_delete = key.on_delete;
    lifted.foreign_keys.push_back(std::move(lifted_key));
    lifted.constraints = Enforcement::kPhysical;
  }
}

spec::Table lift_table(const Schema& schema, const Table& table) {
  spec::Table lifted;
  lifted.name = table.name;
  lifted.description = table.comment;
  lifted.kind = guess_kind(schema, table);
  lift_keys(table, lifted);
  for (const Column& column : table.columns) {
    const bool implied = column.identity && column.name == lifted.surrogate_key;
    if (!implied) lifted.columns.push_back(lift_column(column));
  }
  for (const Check& check : table.checks) lifted.checks.push_back({check.name, check.expression});
  for (const Index& index : table.indexes) {
    lifted.indexes.push_back({index.name, index.columns, index.unique, index.include, index.where,
                              index.method, index.descending});
  }
  lifted.partitioning = table.partitioning;
  lifted.distribution = table.distribution;
  if (lifted.kind == spec::TableKind::kFact && lifted.grain.empty()) {
    // The database does not say what identifies a row, so this stays a table until somebody does.
    lifted.kind = spec::TableKind::kTable;
  }
  return lifted;
}

std::vector<spec::Table>& group_of(spec::Spec& spec, spec::TableKind kind) {
  switch (kind) {
    case spec::TableKind::kDimension:
      return spec.dimensions;
    case spec::TableKind::kFact:
      return spec.facts;
    case spec::TableKind::kBridge:
      return spec.bridges;
    case spec::TableKind::kTable:
      return spec.tables;
  }
  return spec.tables;
}

// The tables that are physically the same in both.
std::set<std::string> agreeing_tables(const Schema& live, const Schema& recorded) {
  std::map<std::string, std::string> fingerprints;
  for (const Table& table : recorded.tables) {
    fingerprints.emplace(table.name, fingerprint(Schema{{table}}));
  }
  std::set<std::string> agreeing;
  for (const Table& table : live.tables) {
    const auto found = fingerprints.find(table.name);
    if (found != fingerprints.end() && found->second == fingerprint(Schema{{table}})) {
      agreeing.insert(table.name);
    }
  }
  return agreeing;
}

}  // namespace

spec::Spec lift(const Schema& schema, std::string_view warehouse) {
  spec::Spec spec;
  spec.warehouse = std::string(warehouse);
  for (const Table& table : schema.tables) {
    spec::Table lifted = lift_table(schema, table);
    group_of(spec, lifted.kind).push_back(std::move(lifted));
  }
  for (const View& view : schema.views) {
    spec.views.push_back({view.name, view.comment, view.select, {}, view.materialized});
  }
  return spec;
}

spec::Spec restore_meaning(const spec::Spec& lifted, const Schema& live, const spec::Spec& recorded,
                           const Schema& recorded_realised) {
  const std::set<std::string> agreeing = agreeing_tables(live, recorded_realised);
  spec::Spec result;
  result.warehouse = recorded.warehouse;
  result.description = recorded.description;
  result.naming = recorded.naming;
  result.dialects = recorded.dialects;
  result.synonyms = recorded.synonyms;
  result.tests = recorded.tests;
  result.views = lifted.views;
  // Recorded tables first, in the author's order; then what came from elsewhere.
  for (const auto group :
       {&spec::Spec::dimensions, &spec::Spec::facts, &spec::Spec::bridges, &spec::Spec::tables}) {
    for (const spec::Table& table : recorded.*group) {
      if (agreeing.contains(table.name)) (result.*group).push_back(table);
    }
    for (const spec::Table& table : lifted.*group) {
      if (!agreeing.contains(table.name)) (result.*group).push_back(table);
    }
  }
  return result;
}

}  // namespace dbx::schema

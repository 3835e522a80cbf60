// Questions that every reader of a spec asks: its tables, a fact's grain, the columns that exist.
#include "dbx/spec/spec.h"

#include <fmt/format.h>

#include <algorithm>

#include "dbx/base/text.h"

namespace dbx::spec {
namespace {

const Column* find_column(const std::vector<EffectiveColumn>& columns, std::string_view name) {
  for (const EffectiveColumn& candidate : columns) {
    if (candidate.column.name == name) return &candidate.column;
  }
  return nullptr;
}

bool declares(const Table& table, std::string_view column) {
  const auto same = [&](const Column& c) { return c.name == column; };
  return std::any_of(table.columns.begin(), table.columns.end(), same) ||
         std::any_of(table.measures.begin(), table.measures.end(), same);
}

Column simple_column(std::string name, TypeKind kind, bool nullable) {
  Column column;
  column.name = std::move(name);
  column.type.kind = kind;
  column.nullable = nullable;
  return column;
}

// The type of the key that is referenced; chains of keys that are themselves foreign keys are
// followed.
Type key_type(const TableIndex& tables, const Reference& reference, std::size_t position,
              int depth) {
  Type fallback;
  fallback.kind = TypeKind::kInt;
  const Table* parent = tables.find(reference);
  if (parent == nullptr || position >= reference.columns.size() || depth > 16) return fallback;
  const std::string& wanted = reference.columns[position];
  for (const Column& column : parent->columns) {
    if (column.name == wanted) return column.type;
  }
  if (parent->surrogate_key == wanted) return fallback;
  for (const ForeignKey& key : parent->foreign_keys) {
    for (std::size_t i = 0; i < key.columns.size(); ++i) {
      if (key.columns[i] == wanted) return key_type(tables, key.references, i, depth + 1);
    }
  }
  return fallback;
}

void add_foreign_key_columns(const TableIndex& tables, const Table& table,
                             std::vector<EffectiveColumn>& columns) {
  for (std::size_t k = 0; k < table.foreign_keys.size(); ++k) {
    const ForeignKey& key = table.foreign_keys[k];
    for (std::size_t i = 0; i < key.columns.size(); ++i) {
      if (declares(table, key.columns[i]) || find_column(columns, key.columns[i]) != nullptr) {
        continue;
      }
      EffectiveColumn added;
      added.column.name = key.columns[i];
      added.column.type = key_type(tables, key.references, i, 0);
      added.column.nullable = key.optional;
      added.origin = Origin::kForeignKey;
      added.foreign_key = static_cast<int>(k);
      columns.push_back(std::move(added));
    }
  }
}

int foreign_key_of(const Table& table, std::string_view column) {
  for (std::size_t k = 0; k < table.foreign_keys.size(); ++k) {
    const auto& columns = table.foreign_keys[k].columns;
    if (!columns.empty() && columns[0] == column) return static_cast<int>(k);
  }
  return -1;
}

std::vector<EffectiveColumn> keys_implied(const TableIndex& tables, const Table& table) {
  std::vector<EffectiveColumn> columns;
  // What it does not say itself it has of its parents.
  if (table.partition_of || !table.inherits.empty()) return columns;
  if (!table.surrogate_key.empty() && !declares(table, table.surrogate_key)) {
    EffectiveColumn key;
    key.column = simple_column(table.surrogate_key, TypeKind::kInt, false);
    key.origin = Origin::kSurrogateKey;
    columns.push_back(std::move(key));
  }
  add_foreign_key_columns(tables, table, columns);
  return columns;
}

void add_history_columns(const Table& table, std::vector<EffectiveColumn>& columns) {
  if (table.history != History::kType2) return;
  const auto add = [&](const char* column_name, TypeKind kind, bool nullable) {
    if (declares(table, column_name)) return;
    columns.push_back({simple_column(column_name, kind, nullable), Origin::kHistory, -1});
  };
  add("valid_from", TypeKind::kDate, false);
  add("valid_to", TypeKind::kDate, true);
  add("is_current", TypeKind::kBoolean, false);
}

}  // namespace

bool is_grain_sentence(std::string_view grain) {
  return text::to_lower(text::trim(grain)).starts_with("one row per");
}

std::vector<std::string> grain_of(const Table& table) {
  if (!table.grain_columns.empty() || is_grain_sentence(table.grain)) return table.grain_columns;
  std::vector<std::string> columns;
  for (const std::string_view part : text::split(table.grain, ',')) {
    if (const auto name = text::trim(part); !name.empty()) columns.emplace_back(name);
  }
  return columns;
}

std::vector<TablePlace> all_tables(const Spec& spec) {
  std::vector<TablePlace> places;
  const auto append = [&](const std::vector<Table>& tables, std::string_view group) {
    for (std::size_t i = 0; i < tables.size(); ++i) {
      places.push_back({&tables[i], fmt::format("/entities/{}/{}", group, i)});
    }
  };
  append(spec.dimensions, "dimensions");
  append(spec.tables, "tables");
  append(spec.bridges, "bridges");
  append(spec.facts, "facts");
  return places;
}

std::set<std::string> referenced_tables(const Spec& spec) {
  std::set<std::string> names;
  for (const TablePlace& place : all_tables(spec)) {
    for (const ForeignKey& key : place.table->foreign_keys) names.insert(key.references.table);
  }
  return names;
}

const Table* find_table(const Spec& spec, std::string_view name) {
  for (const auto* group : {&spec.dimensions, &spec.facts, &spec.bridges, &spec.tables}) {
    for (const Table& table : *group) {
      if (table.name == name) return &table;
    }
  }
  return nullptr;
}

TableIndex::TableIndex(const Spec& spec) {
  for (const auto* group : {&spec.dimensions, &spec.facts, &spec.bridges, &spec.tables}) {
    for (const Table& table : *group) tables_[table.name].push_back(&table);
  }
}

const Table* TableIndex::find(std::string_view name) const {
  const auto found = tables_.find(name);
  if (found == tables_.end()) return nullptr;
  for (const Table* table : found->second) {
    if (table->schema.empty()) return table;
  }
  return found->second.front();
}

const Table* TableIndex::find(const Reference& reference) const {
  const auto found = tables_.find(reference.table);
  if (found == tables_.end()) return nullptr;
  for (const Table* table : found->second) {
    if (table->schema == reference.schema) return table;
  }
  return nullptr;
}

std::vector<std::string> column_names(const Index& index) {
  std::vector<std::string> names;
  for (const IndexColumn& part : index.columns) {
    if (!part.column.empty()) names.push_back(part.column);
  }
  return names;
}

std::vector<std::string> split_name(std::string_view text) {
  std::vector<std::string> parts(1);
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '.') {
      parts.emplace_back();
    } else if (text[i] != '"') {
      parts.back() += text[i];
    } else {
      for (++i; i < text.size(); ++i) {
        if (text[i] == '"' && (i + 1 == text.size() || text[i + 1] != '"')) break;
        if (text[i] == '"') ++i;
        parts.back() += text[i];
      }
    }
  }
  return parts;
}

std::string join_name(const std::vector<std::string>& parts) {
  std::string joined;
  for (const std::string& part : parts) {
    if (!joined.empty()) joined += '.';
    const bool plain = !part.empty() && part.find_first_of(".\"(),\n\t\r") == std::string::npos &&
                       part.front() != ' ' && part.back() != ' ';
    joined += plain ? part : "\"" + text::replace_all(part, "\"", "\"\"") + "\"";
  }
  return joined;
}

std::vector<EffectiveColumn> effective_columns(const Spec& spec, const Table& table) {
  return effective_columns(TableIndex(spec), table);
}

std::vector<EffectiveColumn> effective_columns(const TableIndex& tables, const Table& table) {
  std::vector<EffectiveColumn> columns = keys_implied(tables, table);
  for (const Column& column : table.columns) {
    columns.push_back({column, Origin::kColumn, foreign_key_of(table, column.name)});
  }
  for (const Column& measure : table.measures) columns.push_back({measure, Origin::kMeasure, -1});
  add_history_columns(table, columns);
  return columns;
}

std::vector<EffectiveColumn> implied_columns(const TableIndex& tables, const Table& table) {
  std::vector<EffectiveColumn> columns = keys_implied(tables, table);
  add_history_columns(table, columns);
  return columns;
}

std::string_view name(TableKind kind) {
  switch (kind) {
    case TableKind::kDimension:
      return "dimension";
    case TableKind::kFact:
      return "fact";
    case TableKind::kBridge:
      return "bridge";
    case TableKind::kTable:
      return "table";
  }
  return "table";
}

}  // namespace dbx::spec

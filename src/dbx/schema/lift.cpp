// Schema -> Spec: what tables alone can tell, and, where an earlier spec was recorded, the meaning
// it had taken back for every table that still looks as that spec made it.
#include <algorithm>
#include <map>
#include <set>
#include <unordered_set>

#include "dbx/base/text.h"
#include "dbx/schema/schema.h"

namespace dbx::schema {
namespace {

// The names of all tables that some foreign key references.
using Referenced = std::unordered_set<std::string_view>;
Referenced referenced_tables(const Schema& schema) {
  Referenced names;
  for (const Table& table : schema.tables) {
    for (const ForeignKey& key : table.foreign_keys) names.insert(key.table);
  }
  return names;
}

bool is_foreign_key_column(const Table& table, const std::string& column) {
  return std::any_of(
      table.foreign_keys.begin(), table.foreign_keys.end(), [&](const ForeignKey& key) {
        return std::find(key.columns.begin(), key.columns.end(), column) != key.columns.end();
      });
}

bool all_required(const Table& table, const std::vector<std::string>& columns) {
  return std::all_of(columns.begin(), columns.end(), [&](const std::string& column) {
    const Column* found = find_column(table, column);
    return found != nullptr && !found->nullable;
  });
}

// The columns that are known to identify a row and mean something: a key of several columns, else a
// unique key. A number that the database gives out says nothing of what a row is.
std::vector<std::string> known_grain(const Table& table) {
  if (table.primary_key && table.primary_key->columns.size() > 1) return table.primary_key->columns;
  for (const Key& key : table.uniques) {
    if (all_required(table, key.columns)) return key.columns;
  }
  return {};
}

// A number that is no key: what a fact would add up.
bool is_measure(const Table& table, const Column& column, const std::vector<std::string>& grain) {
  if (!column.type.is_numeric() || column.type.array || column.identity) return false;
  if (column.name.ends_with("_id") || column.name.ends_with("_key")) return false;
  if (std::find(grain.begin(), grain.end(), column.name) != grain.end()) return false;
  const auto& primary = table.primary_key;
  const bool is_key = primary && std::find(primary->columns.begin(), primary->columns.end(),
                                           column.name) != primary->columns.end();
  return !is_key && !is_foreign_key_column(table, column.name);
}

bool has_measures(const Table& table, const std::vector<std::string>& grain) {
  return std::any_of(table.columns.begin(), table.columns.end(),
                     [&](const Column& column) { return is_measure(table, column, grain); });
}

// Names that say what a table is decide first. Else: what others reference and references nothing
// is a dimension; what nothing references, has several foreign keys, a known grain and numbers is a
// fact; what is nothing but its foreign keys is a bridge. A fact without a known grain would be no
// valid spec: it stays a table until somebody says what a row is.
spec::TableKind guess_kind(const Referenced& referenced, const Table& table) {
  const std::vector<std::string> grain = known_grain(table);
  if (table.name.starts_with("dim_")) return spec::TableKind::kDimension;
  if (table.name.starts_with("bridge_")) return spec::TableKind::kBridge;
  if (table.name.starts_with("fact_")) {
    return grain.empty() ? spec::TableKind::kTable : spec::TableKind::kFact;
  }
  if (referenced.contains(table.name)) {
    const bool is_dimension = table.foreign_keys.empty() && table.primary_key;
    return is_dimension ? spec::TableKind::kDimension : spec::TableKind::kTable;
  }
  if (table.foreign_keys.size() < 2 || grain.empty()) return spec::TableKind::kTable;
  if (has_measures(table, grain)) return spec::TableKind::kFact;
  const bool only_keys =
      table.primary_key &&
      std::all_of(table.primary_key->columns.begin(), table.primary_key->columns.end(),
                  [&](const std::string& column) { return is_foreign_key_column(table, column); });
  return only_keys ? spec::TableKind::kBridge : spec::TableKind::kTable;
}

spec::Column lift_column(const Column& column) {
  spec::Column lifted;
  lifted.name = column.name;
  lifted.type = column.type;
  lifted.nullable = column.nullable;
  if (column.default_value) lifted.default_value = column.default_value->text;
  lifted.description = column.comment;
  lifted.identity = column.identity;
  lifted.numbering = column.numbering;
  lifted.identity_options = column.identity_options;
  lifted.generated = column.generated.text;
  lifted.generated_virtual = column.generated_virtual;
  lifted.collation = column.collation;
  return lifted;
}

// A key that `lower` would make from its columns alone.
bool goes_without_saying(const Key& key, std::string_view prefix, const std::string& table) {
  Key plain;
  plain.name = key.name.empty() ? "" : constraint_name(prefix, table, key.columns);
  plain.columns = key.columns;
  plain.enforcement = key.enforcement;
  return key == plain && !key.as_constraint.value;
}

spec::NamedKey lift_key(const Key& key, bool primary) {
  spec::NamedKey named;
  named.name = key.name;
  named.primary = primary;
  named.columns = key.columns;
  named.include = key.include;
  named.deferrable = key.deferrable;
  named.deferred = key.deferred;
  named.nulls_not_distinct = key.nulls_not_distinct;
  named.constraint = key.as_constraint.value;
  return named;
}

void lift_primary_key(const Table& table, spec::Table& lifted) {
  const Key& key = *table.primary_key;
  // Only SQLite lets the columns of a primary key be NULL.
  const bool nullable = !all_required(table, key.columns);
  const Column* only = key.columns.size() == 1 ? find_column(table, key.columns[0]) : nullptr;
  if (nullable) {
    lifted.keys.push_back(lift_key(key, true));
    lifted.keys.back().nullable = true;
    return;
  }
  if (only != nullptr && only->type.is_integer()) {
    lifted.surrogate_key = key.columns[0];
  } else {
    lifted.primary_key = key.columns;
  }
  if (!goes_without_saying(key, "pk", table.name)) lifted.keys.push_back(lift_key(key, true));
}

void lift_foreign_keys(const Table& table, spec::Table& lifted) {
  for (const ForeignKey& key : table.foreign_keys) {
    spec::ForeignKey lifted_key;
    lifted_key.name = key.name;
    lifted_key.columns = key.columns;
    lifted_key.references = {key.table, key.referenced_columns, key.table_schema};
    lifted_key.on_delete = key.on_delete;
    lifted_key.set_null_columns = key.set_null_columns;
    lifted_key.on_update = key.on_update;
    lifted_key.deferrable = key.deferrable;
    lifted_key.deferred = key.deferred;
    lifted_key.match_full = key.match_full;
    lifted_key.not_valid = key.not_valid;
    lifted.foreign_keys.push_back(std::move(lifted_key));
    if (key.enforcement) lifted.constraints = Enforcement::kPhysical;
  }
}

void lift_keys(const Table& table, spec::Table& lifted) {
  if (table.primary_key) lift_primary_key(table, lifted);
  for (const Key& key : table.uniques) {
    const auto& surrogate = lifted.surrogate_key;
    const bool is_business_key =
        lifted.kind == spec::TableKind::kDimension && lifted.natural_key.empty() &&
        !surrogate.empty() && all_required(table, key.columns) &&
        std::find(key.columns.begin(), key.columns.end(), surrogate) == key.columns.end();
    const bool plain = goes_without_saying(key, "uq", table.name);
    if (is_business_key) {
      lifted.natural_key = key.columns;
    } else if (plain) {
      lifted.unique.push_back(key.columns);
    }
    if (!plain) lifted.keys.push_back(lift_key(key, false));
  }
  lift_foreign_keys(table, lifted);
}

spec::Index lift_index(const Index& from) {
  spec::Index index;
  index.name = from.name;
  for (const IndexPart& part : from.columns) {
    spec::IndexColumn column(part.column);
    column.expression = part.expression.text;
    column.descending = part.descending;
    column.nulls_first = part.nulls_first;
    column.collation = part.collation;
    column.operator_class = part.operator_class;
    index.columns.push_back(std::move(column));
  }
  index.unique = from.unique;
  index.include = from.include;
  index.where = from.where.text;
  index.method = from.method;
  index.nulls_not_distinct = from.nulls_not_distinct;
  index.options = from.options;
  return index;
}

std::string written_name(const Name& name) {
  return name.schema.empty() ? spec::join_name({name.name})
                             : spec::join_name({name.schema, name.name});
}

// What only databases that exist already have.
void lift_physical(const Table& table, spec::Table& lifted) {
  for (const Exclusion& exclusion : table.exclusions) {
    lifted.exclusions.push_back({exclusion.name, exclusion.definition.text});
  }
  lifted.partition_by = table.partition_by.text;
  if (table.partition_of) {
    lifted.partition_of = {table.partition_of->parent.name, table.partition_of->parent.schema,
                           table.partition_of->bound.text};
  }
  lifted.options = table.options;
  lifted.unlogged = table.unlogged;
  lifted.row_security = table.row_security;
  for (const Name& parent : table.inherits) lifted.inherits.push_back(written_name(parent));
  lifted.settings = table.settings;
}

spec::Table lift_table(const Referenced& referenced, const Table& table) {
  spec::Table lifted;
  lifted.name = table.name;
  lifted.schema = table.schema;
  lifted.description = table.comment;
  lifted.kind = guess_kind(referenced, table);
  lift_keys(table, lifted);
  const bool is_fact = lifted.kind == spec::TableKind::kFact;
  if (is_fact) lifted.grain = text::join(known_grain(table), ", ");
  for (const Column& column : table.columns) {
    Column implied;
    implied.name = lifted.surrogate_key;
    implied.type.kind = TypeKind::kInt;
    implied.nullable = false;
    implied.identity = true;
    if (column == implied) continue;
    const bool measure = is_fact && is_measure(table, column, spec::grain_of(lifted));
    (measure ? lifted.measures : lifted.columns).push_back(lift_column(column));
  }
  for (const Check& check : table.checks) {
    lifted.checks.push_back({check.name, check.expression.text, check.no_inherit, check.not_valid});
  }
  for (const Index& index : table.indexes) lifted.indexes.push_back(lift_index(index));
  lift_physical(table, lifted);
  lifted.partitioning = table.partitioning;
  lifted.distribution = table.distribution;
  return lifted;
}

spec::View lift_view(const View& from) {
  spec::View view;
  view.name = from.name;
  view.description = from.comment;
  view.select = from.select.text;
  view.materialized = from.materialized;
  view.schema = from.schema;
  for (const Index& index : from.indexes) view.indexes.push_back(lift_index(index));
  view.options = from.options;
  view.settings = from.settings;
  return view;
}

void lift_others(const Schema& schema, spec::Spec& spec) {
  for (const Namespace& space : schema.namespaces) {
    spec.schemas.push_back({space.name, space.comment});
  }
  for (const Enum& item : schema.enums) {
    spec.enums.push_back({item.name, item.schema, item.comment, item.values});
  }
  for (const Sequence& sequence : schema.sequences) {
    std::vector<std::string> owner;
    if (sequence.owner_table) {
      if (!sequence.owner_table->schema.empty()) owner.push_back(sequence.owner_table->schema);
      owner.push_back(sequence.owner_table->name);
      owner.push_back(sequence.owner_column);
    }
    const std::string& start = sequence.start.value;
    const std::string space = start.empty() || sequence.options.empty() ? "" : " ";
    spec.sequences.push_back({sequence.name, sequence.schema, sequence.comment,
                              start + space + sequence.options, spec::join_name(owner)});
  }
  for (const Object& object : schema.objects) {
    spec.objects.push_back({object.kind, object.identity, object.schema,
                            object.table ? written_name(*object.table) : std::string(),
                            object.comment, object.definition.text});
  }
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
  const Referenced referenced = referenced_tables(schema);
  for (const Table& table : schema.tables) {
    spec::Table lifted = lift_table(referenced, table);
    group_of(spec, lifted.kind).push_back(std::move(lifted));
  }
  for (const View& view : schema.views) spec.views.push_back(lift_view(view));
  lift_others(schema, spec);
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
  result.schemas = lifted.schemas;
  result.enums = lifted.enums;
  result.sequences = lifted.sequences;
  result.objects = lifted.objects;
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

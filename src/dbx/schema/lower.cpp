// Spec -> Schema: implied keys and columns become real, every constraint gets a name.
#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "dbx/base/hash.h"
#include "dbx/schema/schema.h"

namespace dbx::schema {

// PostgreSQL cuts names at 63 bytes; a cut name keeps a hash of the whole, so that two stay two.
namespace {
constexpr std::size_t kNameBytesMax = 63;

}  // namespace

std::string constraint_name(std::string_view prefix, std::string_view table,
                            const std::vector<std::string>& columns) {
  std::string name = fmt::format("{}_{}_{}", prefix, table, fmt::join(columns, "_"));
  if (name.size() <= kNameBytesMax) return name;
  return fmt::format("{}_{}", name.substr(0, kNameBytesMax - 9), sha256(name).substr(0, 8));
}

namespace {

Column lower_column(const spec::EffectiveColumn& effective) {
  Column column;
  column.name = effective.column.name;
  column.type = effective.column.type;
  column.nullable = effective.column.nullable;
  if (effective.column.default_value) column.default_value = effective.column.default_value->str();
  column.identity = effective.origin == spec::Origin::kSurrogateKey || effective.column.identity;
  column.comment = effective.column.description;
  column.generated = effective.column.generated.str();
  column.collation = effective.column.collation;
  column.numbering = effective.column.numbering;
  column.identity_options = effective.column.identity_options;
  column.generated_virtual = effective.column.generated_virtual;
  column.renamed_from = effective.column.renamed_from;
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
  if (from.kind != spec::TableKind::kFact) return;
  std::vector<std::string> grain = spec::grain_of(from);
  const bool is_primary =
      std::any_of(from.keys.begin(), from.keys.end(),
                  [&](const spec::NamedKey& key) { return key.primary && key.columns == grain; });
  if (!is_primary) add_unique(table, std::move(grain), from.constraints);
}

// Names and options of keys that were said on their own.
void lower_named_keys(const spec::Table& from, Table& table) {
  for (const spec::NamedKey& named : from.keys) {
    Key key;
    key.name = named.name;
    key.columns = named.columns;
    key.enforcement = Enforcement::kPhysical;
    key.include = named.include;
    key.deferrable = named.deferrable;
    key.deferred = named.deferred;
    key.nulls_not_distinct = named.nulls_not_distinct;
    key.as_constraint.value = named.constraint;
    if (key.name.empty()) {
      key.name = constraint_name(named.primary ? "pk" : "uq", table.name, key.columns);
    }
    if (named.primary) {
      for (Column& column : table.columns) {
        if (named.nullable) break;
        const auto& columns = key.columns;
        const bool in_key = std::find(columns.begin(), columns.end(), column.name) != columns.end();
        column.nullable = column.nullable && !in_key;
      }
      table.primary_key = std::move(key);
      continue;
    }
    const auto known =
        std::find_if(table.uniques.begin(), table.uniques.end(), [&](const Key& unique) {
          return unique.columns == key.columns &&
                 unique.name == constraint_name("uq", table.name, key.columns);
        });
    if (known != table.uniques.end()) {
      *known = std::move(key);
    } else {
      table.uniques.push_back(std::move(key));
    }
  }
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
    lowered.table_schema = key.references.schema;
    lowered.on_update = key.on_update;
    lowered.deferrable = key.deferrable;
    lowered.deferred = key.deferred;
    lowered.match_full = key.match_full;
    lowered.not_valid = key.not_valid;
    lowered.set_null_columns = key.set_null_columns;
    table.foreign_keys.push_back(std::move(lowered));
  }
}

void lower_checks(const spec::Table& from, Table& table) {
  for (const auto* group : {&from.columns, &from.measures}) {
    for (const spec::Column& column : *group) {
      if (column.check.empty()) continue;
      table.checks.push_back(
          {constraint_name("ck", table.name, {column.name}), column.check.str()});
    }
  }
  for (std::size_t i = 0; i < from.checks.size(); ++i) {
    const spec::Check& check = from.checks[i];
    const std::string number = std::to_string(i + 1);
    table.checks.push_back(
        {check.name.empty() ? constraint_name("ck", table.name, {number}) : check.name,
         check.expression, check.no_inherit, check.not_valid});
  }
}

Index lower_index(const spec::Index& from) {
  Index index;
  index.name = from.name;
  for (const spec::IndexColumn& column : from.columns) {
    IndexPart part(column.column);
    part.expression = column.expression;
    part.descending = column.descending || std::find(from.descending.begin(), from.descending.end(),
                                                     column.column) != from.descending.end();
    part.nulls_first = column.nulls_first;
    part.collation = column.collation;
    part.operator_class = column.operator_class;
    index.columns.push_back(std::move(part));
  }
  index.unique = from.unique;
  index.include = from.include;
  index.where = from.where;
  index.method = from.method;
  index.nulls_not_distinct = from.nulls_not_distinct;
  index.options = from.options;
  return index;
}

// table, schema.table
Name read_name(std::string_view text) {
  const std::vector<std::string> parts = spec::split_name(text);
  return parts.size() == 1 ? Name{"", parts[0]} : Name{parts[0], parts[1]};
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
  lower_named_keys(from, table);
  lower_foreign_keys(from, table);
  lower_checks(from, table);
  for (const spec::Index& index : from.indexes) table.indexes.push_back(lower_index(index));
  for (const spec::Exclusion& exclusion : from.exclusions) {
    table.exclusions.push_back({exclusion.name, exclusion.definition});
  }
  table.partitioning = from.partitioning;
  table.partition_by = from.partition_by;
  if (from.partition_of) {
    table.partition_of = {{from.partition_of->schema, from.partition_of->table},
                          from.partition_of->bound};
  }
  table.distribution = from.distribution;
  table.schema = from.schema;
  table.options = from.options;
  table.unlogged = from.unlogged;
  table.row_security = from.row_security;
  table.renamed_from = from.renamed_from;
  for (const std::string& parent : from.inherits) table.inherits.push_back(read_name(parent));
  table.settings = from.settings;
  return table;
}

void lower_others(const spec::Spec& spec, Schema& schema) {
  for (const spec::SchemaName& space : spec.schemas) {
    schema.namespaces.push_back({space.name, space.description});
  }
  for (const spec::Enum& from : spec.enums) {
    schema.enums.push_back({from.schema, from.name, from.values, from.description});
  }
  for (const spec::Sequence& from : spec.sequences) {
    Sequence sequence;
    sequence.schema = from.schema;
    sequence.name = from.name;
    sequence.options = from.options;
    sequence.comment = from.description;
    if (std::vector<std::string> owner = spec::split_name(from.owned_by); owner.size() > 1) {
      sequence.owner_column = owner.back();
      owner.pop_back();
      sequence.owner_table = owner.size() == 1 ? Name{"", owner[0]} : Name{owner[0], owner[1]};
    }
    schema.sequences.push_back(std::move(sequence));
  }
  for (const spec::Object& from : spec.objects) {
    Object object;
    object.kind = from.kind;
    object.schema = from.schema;
    object.identity = from.name;
    if (!from.table.empty()) object.table = read_name(from.table);
    object.definition = from.definition;
    object.comment = from.description;
    schema.objects.push_back(std::move(object));
  }
}

// Every schema that something is in, said or not.
void add_implied_namespaces(Schema& schema) {
  std::unordered_set<std::string> known{""};
  for (const Namespace& space : schema.namespaces) known.insert(space.name);
  const auto add = [&](const std::string& name) {
    if (known.insert(name).second) schema.namespaces.push_back({name});
  };
  for (const Table& table : schema.tables) add(table.schema);
  for (const View& view : schema.views) add(view.schema);
  for (const Enum& item : schema.enums) add(item.schema);
  for (const Sequence& sequence : schema.sequences) add(sequence.schema);
  for (const Object& object : schema.objects) add(object.schema);
}

std::string_view text_for(const spec::View& view, std::string_view engine) {
  for (const spec::NamedText& own : view.dialects) {
    if (own.name == engine) return own.text;
  }
  return view.select;
}

View lower_view(const spec::View& from, std::string_view engine) {
  View view;
  view.name = from.name;
  view.comment = from.description;
  view.select = std::string(text_for(from, engine));
  view.materialized = from.materialized;
  view.schema = from.schema;
  for (const spec::Index& index : from.indexes) view.indexes.push_back(lower_index(index));
  view.options = from.options;
  view.settings = from.settings;
  return view;
}

void apply_override(const spec::DialectOverride& override, Schema& schema) {
  std::unordered_map<std::string_view, Type> types;  // of table.column; the last word counts
  for (const spec::NamedText& type : override.types) {
    types.insert_or_assign(type.name, spec::read_type(type.text).type);
  }
  for (Table& table : schema.tables) {
    for (ForeignKey& key : table.foreign_keys) {
      if (!key.enforcement) key.enforcement = override.constraints;
    }
    for (Column& column : table.columns) {
      if (types.empty()) break;
      const auto said = types.find(fmt::format("{}.{}", table.name, column.name));
      if (said != types.end()) column.type = said->second;
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
  for (const spec::View& view : spec.views) schema.views.push_back(lower_view(view, engine));
  lower_others(spec, schema);
  add_implied_namespaces(schema);
  for (const spec::DialectOverride& override : spec.dialects) {
    if (override.engine == engine) apply_override(override, schema);
  }
  return schema;
}

}  // namespace dbx::schema

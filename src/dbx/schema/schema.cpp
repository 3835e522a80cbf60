// Look-ups, the canonical form and the fingerprint of a schema.
#include "dbx/schema/schema.h"

#include <algorithm>

#include "dbx/base/hash.h"
#include "dbx/base/json.h"

namespace dbx::schema {
namespace {

template <class T>
const T* find_named(const std::vector<T>& items, std::string_view name) {
  const auto found =
      std::find_if(items.begin(), items.end(), [&](const T& item) { return item.name == name; });
  return found == items.end() ? nullptr : &*found;
}

bool is_verified(const std::optional<Enforcement>& enforcement) {
  return enforcement == Enforcement::kVerified;
}

Json to_json(const Name& name) { return Json::array({name.schema, name.name}); }

Json to_json(const Column& column) {
  Json json = {column.name,     spec::print(column.type),
               column.nullable, column.default_value ? Json(column.default_value->key()) : Json(),
               column.identity, column.comment};
  if (column.identity) {
    json.push_back(static_cast<int>(column.numbering));
    json.push_back(column.identity_options);
  }
  if (!column.generated.empty()) {
    json.push_back({"generated", column.generated.key(), column.generated_virtual});
  }
  if (!column.collation.empty()) json.push_back({"collation", column.collation});
  return json;
}

Json to_json(const Key& key) {
  return Json::array(
      {key.name, key.columns, key.include, key.deferrable, key.deferred, key.nulls_not_distinct});
}

Json to_json(const ForeignKey& key) {
  return Json::array({key.name, key.columns, to_json(key.target()), key.referenced_columns,
                      static_cast<int>(key.on_delete), static_cast<int>(key.on_update),
                      key.deferrable, key.deferred, key.match_full, key.not_valid,
                      key.set_null_columns});
}

Json to_json(const IndexPart& part) {
  return Json::array({part.column, part.expression.key(), part.descending,
                      part.nulls_first ? Json(*part.nulls_first) : Json(), part.collation,
                      part.operator_class});
}

Json to_json(const Index& index) {
  Json parts = Json::array();
  for (const IndexPart& part : index.columns) parts.push_back(to_json(part));
  return Json::array({index.name, parts, index.unique, index.include, index.where.key(),
                      index.method, index.nulls_not_distinct, index.options});
}

Json to_json(const std::vector<Setting>& settings) {
  Json json = Json::array();
  for (const Setting& setting : settings) {
    json.push_back(Json::array({static_cast<int>(setting.kind), setting.of, setting.value}));
  }
  return json;
}

Json to_json(const Table& table) {
  Json json = {{"name", table.name}, {"comment", table.comment}};
  if (!table.schema.empty()) json["schema"] = table.schema;
  for (const Column& column : table.columns) json["columns"].push_back(to_json(column));
  if (table.primary_key) json["primary_key"] = to_json(*table.primary_key);
  for (const Key& key : table.uniques) json["uniques"].push_back(to_json(key));
  for (const ForeignKey& key : table.foreign_keys) json["foreign_keys"].push_back(to_json(key));
  for (const Check& check : table.checks) {
    json["checks"].push_back(
        Json::array({check.name, check.expression.key(), check.no_inherit, check.not_valid}));
  }
  for (const Exclusion& exclusion : table.exclusions) {
    json["exclusions"].push_back(Json::array({exclusion.name, exclusion.definition.key()}));
  }
  for (const Index& index : table.indexes) json["indexes"].push_back(to_json(index));
  if (table.partitioning) {
    json["partitioning"] = Json::array({static_cast<int>(table.partitioning->strategy),
                                        table.partitioning->column, table.partitioning->interval});
  }
  if (!table.partition_by.empty()) json["partition_by"] = table.partition_by.key();
  if (table.partition_of) {
    json["partition_of"] =
        Json::array({to_json(table.partition_of->parent), table.partition_of->bound.key()});
  }
  json["options"] =
      Json::array({table.distribution, table.options, table.unlogged, table.row_security});
  for (const Name& parent : table.inherits) json["inherits"].push_back(to_json(parent));
  if (!table.settings.empty()) json["settings"] = to_json(table.settings);
  return json;
}

Json to_json(const View& view) {
  Json indexes = Json::array();
  for (const Index& index : view.indexes) indexes.push_back(to_json(index));
  Json json = Json::array({"view", to_json(name_of(view)), view.comment, view.select.key(),
                           view.materialized, indexes, view.options});
  if (!view.settings.empty()) json.push_back(to_json(view.settings));
  return json;
}

Json to_json(const Sequence& sequence) {
  Json json = {"sequence", to_json(name_of(sequence)), sequence.options, sequence.comment};
  if (sequence.owner_table) {
    json.push_back({to_json(*sequence.owner_table), sequence.owner_column});
  }
  return json;
}

Json to_json(const Object& object) {
  Json json = {"object",        static_cast<int>(object.kind), object.schema,
               object.identity, object.definition.key(),       object.comment};
  if (object.table) json.push_back(to_json(*object.table));
  return json;
}

void sort_by_name(auto& items) {
  std::sort(items.begin(), items.end(), [](const auto& a, const auto& b) {
    if constexpr (requires { a.schema; }) {
      return std::tie(a.schema, a.name) < std::tie(b.schema, b.name);
    } else {
      return a.name < b.name;
    }
  });
}

void sort_table(Table& table) {
  std::erase_if(table.uniques, [](const Key& key) { return is_verified(key.enforcement); });
  std::erase_if(table.foreign_keys,
                [](const ForeignKey& key) { return is_verified(key.enforcement); });
  std::sort(table.uniques.begin(), table.uniques.end(), [](const Key& a, const Key& b) {
    return std::tie(a.columns, a.name) < std::tie(b.columns, b.name);
  });
  std::sort(table.foreign_keys.begin(), table.foreign_keys.end(),
            [](const ForeignKey& a, const ForeignKey& b) {
              return std::tie(a.columns, a.table, a.name) < std::tie(b.columns, b.table, b.name);
            });
  std::sort(table.checks.begin(), table.checks.end(), [](const Check& a, const Check& b) {
    return std::tie(a.name, a.expression) < std::tie(b.name, b.expression);
  });
  sort_by_name(table.exclusions);
  sort_by_name(table.indexes);
  std::sort(table.settings.begin(), table.settings.end());
}

}  // namespace

const Table* find_table(const Schema& schema, std::string_view name) {
  return find_named(schema.tables, name);
}

const Column* find_column(const Table& table, std::string_view name) {
  return find_named(table.columns, name);
}

const Table* find_table(const Schema& schema, const Name& name) {
  const auto found = std::find_if(
      schema.tables.begin(), schema.tables.end(),
      [&](const Table& table) { return table.name == name.name && table.schema == name.schema; });
  return found == schema.tables.end() ? nullptr : &*found;
}

std::string print(const Name& name) {
  return name.schema.empty() ? name.name : name.schema + "." + name.name;
}

bool operator==(const Column& a, const Column& b) {
  const bool numbered_alike =
      !a.identity || (a.numbering == b.numbering && a.identity_options == b.identity_options);
  return numbered_alike && std::tie(a.name, a.type, a.nullable, a.default_value, a.identity,
                                    a.comment, a.generated, a.collation, a.generated_virtual) ==
                               std::tie(b.name, b.type, b.nullable, b.default_value, b.identity,
                                        b.comment, b.generated, b.collation, b.generated_virtual);
}

std::vector<std::string> column_names(const Index& index) {
  std::vector<std::string> names;
  for (const IndexPart& part : index.columns) {
    if (!part.column.empty()) names.push_back(part.column);
  }
  return names;
}

Schema canonical(Schema schema) {
  sort_by_name(schema.tables);
  sort_by_name(schema.views);
  sort_by_name(schema.namespaces);
  sort_by_name(schema.enums);
  sort_by_name(schema.sequences);
  std::sort(schema.objects.begin(), schema.objects.end(), [](const Object& a, const Object& b) {
    return std::tie(a.kind, a.table, a.schema, a.identity) <
           std::tie(b.kind, b.table, b.schema, b.identity);
  });
  for (Table& table : schema.tables) sort_table(table);
  for (View& view : schema.views) {
    sort_by_name(view.indexes);
    std::sort(view.settings.begin(), view.settings.end());
  }
  return schema;
}

std::string fingerprint(const Schema& schema) {
  Schema sorted = canonical(schema);
  Json json = Json::array();
  for (Table& table : sorted.tables) {
    sort_by_name(table.columns);
    json.push_back(to_json(table));
  }
  for (const View& view : sorted.views) json.push_back(to_json(view));
  for (const Namespace& space : sorted.namespaces) {
    json.push_back(Json::array({"schema", space.name, space.comment}));
  }
  for (const Enum& item : sorted.enums) {
    json.push_back(Json::array({"enum", to_json(name_of(item)), item.values, item.comment}));
  }
  for (const Sequence& sequence : sorted.sequences) json.push_back(to_json(sequence));
  for (const Object& object : sorted.objects) json.push_back(to_json(object));
  return sha256(dump(json));
}

}  // namespace dbx::schema

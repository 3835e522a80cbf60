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

Json to_json(const Column& column) {
  return Json::array({column.name, spec::print(column.type), column.nullable,
                      column.default_value ? Json(*column.default_value) : Json(), column.identity,
                      column.comment});
}

Json to_json(const ForeignKey& key) {
  return Json::array(
      {key.name, key.columns, key.table, key.referenced_columns, static_cast<int>(key.on_delete)});
}

Json to_json(const Table& table) {
  Json json = {{"name", table.name}, {"comment", table.comment}};
  for (const Column& column : table.columns) json["columns"].push_back(to_json(column));
  if (table.primary_key) {
    json["primary_key"] = Json::array({table.primary_key->name, table.primary_key->columns});
  }
  for (const Key& key : table.uniques) {
    json["uniques"].push_back(Json::array({key.name, key.columns}));
  }
  for (const ForeignKey& key : table.foreign_keys) json["foreign_keys"].push_back(to_json(key));
  for (const Check& check : table.checks) {
    json["checks"].push_back(Json::array({check.name, check.expression}));
  }
  for (const Index& index : table.indexes) {
    json["indexes"].push_back(Json::array({index.name, index.columns, index.unique, index.include,
                                           index.where, index.method, index.descending}));
  }
  if (table.partitioning) {
    json["partitioning"] = Json::array({static_cast<int>(table.partitioning->strategy),
                                        table.partitioning->column, table.partitioning->interval});
  }
  return json;
}

void sort_by_name(auto& items) {
  std::sort(items.begin(), items.end(),
            [](const auto& a, const auto& b) { return a.name < b.name; });
}

}  // namespace

const Table* find_table(const Schema& schema, std::string_view name) {
  return find_named(schema.tables, name);
}

const Column* find_column(const Table& table, std::string_view name) {
  return find_named(table.columns, name);
}

Schema canonical(Schema schema) {
  sort_by_name(schema.tables);
  sort_by_name(schema.views);
  for (Table& table : schema.tables) {
    std::erase_if(table.uniques, [](const Key& key) { return is_verified(key.enforcement); });
    std::erase_if(table.foreign_keys,
                  [](const ForeignKey& key) { return is_verified(key.enforcement); });
    std::sort(table.uniques.begin(), table.uniques.end(),
              [](const Key& a, const Key& b) { return a.columns < b.columns; });
    std::sort(table.foreign_keys.begin(), table.foreign_keys.end(),
              [](const ForeignKey& a, const ForeignKey& b) {
                return std::tie(a.columns, a.table) < std::tie(b.columns, b.table);
              });
    std::sort(table.checks.begin(), table.checks.end(), [](const Check& a, const Check& b) {
      return std::tie(a.name, a.expression) < std::tie(b.name, b.expression);
    });
    sort_by_name(table.indexes);
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
  for (const View& view : sorted.views) {
    json.push_back(Json::array({"view", view.name, view.comment, view.select, view.materialized}));
  }
  return sha256(dump(json));
}

}  // namespace dbx::schema

// Partitions and heirs: a table has columns, keys and checks of its own, and those of its parents.
#include <fmt/format.h>

#include <algorithm>

#include "dbx/plan/difference.h"

namespace dbx::plan {
namespace {

using schema::Column;
using schema::Schema;
using schema::SettingKind;
using schema::Table;

template <class T, class Same>
void add_missing(std::vector<T>& items, const std::vector<T>& more, Same same) {
  for (const T& item : more) {
    const bool there =
        std::any_of(items.begin(), items.end(), [&](const T& other) { return same(item, other); });
    if (!there) items.push_back(item);
  }
}

const auto kSameName = [](const auto& a, const auto& b) { return a.name == b.name; };

// Keys that a partition has because its parent does; their names are the engine's choice.
void add_keys(Table& table, const Table& parent) {
  if (!table.primary_key) table.primary_key = parent.primary_key;
  const auto add = [](auto& items, const auto& more) {
    items.insert(items.end(), more.begin(), more.end());
  };
  add(table.uniques, parent.uniques);
  add(table.foreign_keys, parent.foreign_keys);
  add(table.exclusions, parent.exclusions);
  add(table.indexes, parent.indexes);
}

// What the table says otherwise of columns that it has of its parents.
void apply_settings(Table& table, const std::vector<schema::Setting>& settings) {
  for (const schema::Setting& setting : settings) {
    for (Column& column : table.columns) {
      if (column.name != setting.of) continue;
      if (setting.kind == SettingKind::kColumnDefault) column.default_value = setting.value;
      if (setting.kind == SettingKind::kColumnRequired) column.nullable = false;
      if (setting.kind == SettingKind::kColumnComment) column.comment = setting.value;
    }
  }
}

}  // namespace

Table with_inherited(const Table& table) {
  Table whole = table;
  for (const Table& had : table.inherited.value) {
    add_missing(whole.columns, had.columns, kSameName);
    add_missing(whole.checks, had.checks, kSameName);
    add_keys(whole, had);
  }
  return whole;
}

Table as_it_leaves(const Schema& schema, const Table& table, const Table& to) {
  if (!table.inherited.value.empty()) return with_inherited(table);
  Table whole = with_parents(schema, table);
  if (!table.partition_of) return whole;
  const auto named = [&](const std::vector<std::string>& columns, std::string_view ending) {
    return fmt::format("{}_{}_{}", table.name, fmt::join(columns, "_"), ending);
  };
  // One that it brought along when it joined keeps its name.
  const auto brought = [](const auto& items, auto wanted, const std::string& otherwise) {
    for (const auto& item : items) {
      wanted.name = item.name;
      if (wanted == item) return item.name;
    }
    return otherwise;
  };
  if (!table.primary_key && whole.primary_key) {
    const bool same = to.primary_key && to.primary_key->columns == whole.primary_key->columns;
    whole.primary_key->name = same ? to.primary_key->name : table.name + "_pkey";
  }
  for (std::size_t i = table.uniques.size(); i < whole.uniques.size(); ++i) {
    schema::Key& key = whole.uniques[i];
    key.name = brought(to.uniques, key, named(key.columns, "key"));
  }
  for (std::size_t i = table.indexes.size(); i < whole.indexes.size(); ++i) {
    schema::Index& index = whole.indexes[i];
    index.name = brought(to.indexes, index, named(column_names(index), "idx"));
  }
  return whole;
}

Table with_parents(const Schema& schema, const Table& table) {
  Table whole = table;
  std::vector<Name> parents = table.inherits;
  if (table.partition_of) parents.push_back(table.partition_of->parent);
  for (const Name& name : parents) {
    const Table* found = schema::find_table(schema, name);
    if (found == nullptr) continue;
    Table parent = with_parents(schema, *found);
    for (Column& column : parent.columns) {
      column.comment.clear();
      if (!table.partition_of) continue;
      // Numbers are given out by the table that rows are written to.
      if (column.identity && column.numbering != schema::Numbering::kSerial) {
        column.identity = false;
        column.identity_options.clear();
      }
    }
    add_missing(whole.columns, parent.columns, kSameName);
    std::erase_if(parent.checks, [](const schema::Check& check) { return check.no_inherit; });
    add_missing(whole.checks, parent.checks, kSameName);
    if (table.partition_of) add_keys(whole, parent);
  }
  apply_settings(whole, table.settings);
  return whole;
}

const Table& root_of(const TableMap& tables, const Table& table) {
  if (!table.partition_of) return table;
  const auto parent = tables.find(table.partition_of->parent);
  return parent == tables.end() ? table : root_of(tables, *parent->second);
}

bool leaves_parents(const Table& from, const Table& to) {
  const bool detached = from.partition_of &&
                        (!to.partition_of || from.partition_of->parent != to.partition_of->parent);
  return detached || (!from.inherits.empty() && from.inherits != to.inherits);
}

bool joins_parents(const Table& from, const Table& to) {
  const bool attached = to.partition_of && (!from.partition_of ||
                                            from.partition_of->parent != to.partition_of->parent);
  return attached || (!to.inherits.empty() && from.inherits != to.inherits);
}

}  // namespace dbx::plan

// Which tables come and which go, in which order, and which foreign keys can be made with them.
#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "dbx/plan/difference.h"

namespace dbx::plan {
namespace {

using schema::Schema;
using schema::Table;

// Referenced tables and partitioned ones first; among the free ones dimensions before facts, then
// by name. Tables on a ring come last, in name order.
std::vector<const Table*> dependency_order(const std::vector<const Table*>& tables) {
  const auto earlier = [](const Table* a, const Table* b) {
    return std::tie(a->kind, a->schema, a->name) < std::tie(b->kind, b->schema, b->name);
  };
  TableMap waiting;
  for (const Table* table : tables) waiting.emplace(schema::name_of(*table), table);
  std::map<Name, std::size_t> open_references;
  std::map<Name, std::vector<const Table*>> readers;
  std::set<const Table*, decltype(earlier)> ready(earlier);
  for (const Table* table : tables) {
    const Name name = schema::name_of(*table);
    std::set<Name> parents;
    for (const schema::ForeignKey& key : table->foreign_keys) parents.insert(key.target());
    if (table->partition_of) parents.insert(table->partition_of->parent);
    parents.insert(table->inherits.begin(), table->inherits.end());
    std::erase_if(parents,
                  [&](const Name& parent) { return parent == name || !waiting.contains(parent); });
    open_references[name] = parents.size();
    for (const Name& parent : parents) readers[parent].push_back(table);
    if (parents.empty()) ready.insert(table);
  }
  std::vector<const Table*> ordered;
  while (!ready.empty()) {
    const Table* next = *ready.begin();
    ready.erase(ready.begin());
    const Name name = schema::name_of(*next);
    waiting.erase(name);
    ordered.push_back(next);
    for (const Table* reader : readers[name]) {
      if (--open_references[schema::name_of(*reader)] == 0) ready.insert(reader);
    }
  }
  for (const auto& [name, table] : waiting) ordered.push_back(table);
  return ordered;
}

// Can the foreign key be part of CREATE TABLE: is the key that it references there by then?
class InlineKeys {
 public:
  InlineKeys(const Schema& from, const Schema& to, const Difference& difference)
      : before_(tables_by_name(from)), after_(tables_by_name(to)), difference_(difference) {}

  bool allows(const Table& table, const schema::ForeignKey& key) const {
    const Name target = key.target();
    const bool late = difference_.rebuilt.contains(schema::name_of(table)) ||
                      difference_.rebuilt.contains(target);
    if (key.not_valid || late) return false;
    if (target == schema::name_of(table)) return true;
    if (made_.contains(target)) return true;
    const auto old = before_.find(target);
    const auto now = after_.find(target);
    if (old == before_.end() || now == after_.end()) return false;
    return old->second->primary_key == now->second->primary_key &&
           old->second->uniques == now->second->uniques &&
           old->second->indexes == now->second->indexes && !difference_.retyped.contains(target);
  }
  void made(const Table& table) { made_.insert(schema::name_of(table)); }

 private:
  TableMap before_;
  TableMap after_;
  const Difference& difference_;
  std::set<Name> made_;
};

// Does it stand below a table whose columns change in place?
bool has_kept_parent(const Table& table, const std::set<Name>& kept, const std::set<Name>& late) {
  std::vector<Name> parents = table.inherits;
  if (table.partition_of) parents.push_back(table.partition_of->parent);
  return std::any_of(parents.begin(), parents.end(), [&](const Name& parent) {
    return kept.contains(parent) || late.contains(parent);
  });
}

// A table whose partitions carry its keys can take a foreign key later only; a partition has its
// parent's.
void add_tables(const Schema& from, const Schema& to, const std::vector<const Table*>& added,
                const Options& options, Difference& difference) {
  InlineKeys inline_keys(from, to, difference);
  std::set<Name> kept;
  for (const Table& table : from.tables) {
    const Name name = schema::name_of(table);
    if (!difference.dropped_tables.contains(name)) kept.insert(name);
  }
  std::set<Name> late;
  for (const Table* table : dependency_order(added)) {
    Table made = *table;
    const Name name = schema::name_of(made);
    const bool is_late = has_kept_parent(made, kept, late);
    if (is_late) late.insert(name);
    std::vector<schema::ForeignKey> later;
    std::erase_if(made.foreign_keys, [&](const schema::ForeignKey& key) {
      if (is_late) {
        later.push_back(key);
        return true;
      }
      if (options.foreign_keys_inline || inline_keys.allows(made, key)) return false;
      later.push_back(key);
      return true;
    });
    if (!is_late) inline_keys.made(made);
    made.indexes.clear();
    difference.add(is_late ? Phase::kJoinParents : Phase::kTables, AddTable{std::move(made)});
    for (schema::ForeignKey& key : later) {
      difference.add(Phase::kForeignKeys, AddConstraint{name, std::move(key)});
    }
    for (const schema::Index& index : table->indexes) {
      difference.add(Phase::kIndexes, AddIndex{name, index});
    }
    compare_comments(nullptr, *table, difference);
  }
}

// Rings of foreign keys are opened before their tables go.
void drop_tables(const std::vector<const Table*>& dropped, const Options& options,
                 Difference& difference) {
  std::vector<const Table*> order = dependency_order(dropped);
  std::reverse(order.begin(), order.end());
  std::map<Name, std::vector<std::pair<const Table*, const schema::ForeignKey*>>> readers;
  for (const Table* table : order) {
    for (const schema::ForeignKey& key : table->foreign_keys) {
      readers[key.target()].emplace_back(table, &key);
    }
  }
  std::set<Name> dropped_names;
  for (const Table* table : dropped) dropped_names.insert(schema::name_of(*table));
  std::set<Name> gone;
  for (const Table* table : order) {
    const Name name = schema::name_of(*table);
    // Still referenced by a table that goes later: that key goes first.
    for (const auto& [reader, key] : readers[name]) {
      const Name reader_name = schema::name_of(*reader);
      if (options.foreign_keys_inline || reader == table || gone.contains(reader_name)) continue;
      difference.add(Phase::kDropForeignKeys, DropConstraint{reader_name, *key});
    }
    gone.insert(name);
    // A partition goes with the table that it is part of.
    if (table->partition_of && dropped_names.contains(table->partition_of->parent)) continue;
    difference.add(Phase::kDropTables, DropTable{*table, difference.rebuilt.contains(name)});
  }
}

// Options of tables that stay. A table that is logged references logged ones only: who references
// goes first on the way out of the log, and last on the way in.
void alter_tables(const TableMap& before, const std::vector<const Table*>& kept,
                  Difference& difference) {
  const std::vector<const Table*> ordered = dependency_order(kept);
  const auto alter = [&](const Table& to, bool leaves_log) {
    const Table& from = *before.at(schema::name_of(to));
    if (same_options(from, to) || leaves_log != (!from.unlogged && to.unlogged)) return;
    difference.add(Phase::kAddColumns, AlterTable{from, to});
  };
  for (auto table = ordered.rbegin(); table != ordered.rend(); ++table) alter(**table, true);
  for (const Table* table : ordered) alter(*table, false);
}

// Does a table that keeps its place at the top get partitions, or others than it had?
bool gets_partitions(const Name& root, const TableMap& before, const TableMap& after,
                     const Difference& difference) {
  return std::any_of(after.begin(), after.end(), [&](const auto& item) {
    const auto& [name, table] = item;
    if (!table->partition_of || schema::name_of(root_of(after, *table)) != root) return false;
    const auto old = before.find(name);
    return old == before.end() || old->second->partition_of != table->partition_of ||
           difference.rebuilt.contains(name);
  });
}

// A partition that goes while others come: its rows may have a place in those.
void save_rows_of_dropped(const TableMap& before, const TableMap& after, Difference& difference) {
  for (const auto& [name, table] : before) {
    if (!table->partition_of || after.contains(name) || !table->partition_by.empty()) continue;
    const Name root = schema::name_of(root_of(before, *table));
    const auto kept = after.find(root);
    const bool stays = kept != after.end() && !kept->second->partition_by.empty() &&
                       !difference.rebuilt.contains(root);
    const bool with_parent = difference.rebuilt.contains(table->partition_of->parent);
    if (!stays || with_parent || !gets_partitions(root, before, after, difference)) continue;
    const Name aside{name.schema, "dbx_rows_" + name.name};
    difference.add(Phase::kSaveRows, SaveRows{*table, aside});
    difference.add(Phase::kRestoreRows, RestoreRows{aside, *table, *kept->second});
  }
}

// Rows of tables that are made anew: a partition's go where the table at the top puts them, and
// with it where that is made anew as well.
void save_rows(const TableMap& before, const TableMap& after, Difference& difference) {
  for (const Name& name : difference.rebuilt) {
    const Table& from = *before.at(name);
    const bool with_parent =
        from.partition_of && difference.rebuilt.contains(from.partition_of->parent);
    if (with_parent) continue;
    const Table& into = root_of(after, *after.at(name));
    const Name aside{name.schema, "dbx_rows_" + name.name};
    difference.add(Phase::kSaveRows, SaveRows{from, aside});
    difference.add(Phase::kRestoreRows, RestoreRows{aside, from, into});
  }
}

}  // namespace

TableMap tables_by_name(const Schema& schema) {
  TableMap tables;
  // A canonical schema comes sorted: each goes to the end.
  for (const Table& table : schema.tables) {
    tables.emplace_hint(tables.end(), schema::name_of(table), &table);
  }
  return tables;
}

void compare_tables(const Schema& from, const Schema& to, const Options& options,
                    Difference& difference) {
  const TableMap before = tables_by_name(from);
  const TableMap after = tables_by_name(to);
  save_rows(before, after, difference);
  save_rows_of_dropped(before, after, difference);
  std::vector<const Table*> added;
  std::vector<const Table*> dropped;
  std::vector<const Table*> kept;
  for (const auto& [name, table] : before) {
    const auto found = after.find(name);
    if (found == after.end()) {
      dropped.push_back(table);
    } else if (difference.rebuilt.contains(name)) {
      dropped.push_back(table);
      added.push_back(found->second);
    } else {
      compare_table(*table, *found->second, from, to, difference);
      kept.push_back(found->second);
    }
  }
  alter_tables(before, kept, difference);
  for (const auto& [name, table] : after) {
    if (!before.contains(name)) added.push_back(table);
  }
  detach_foreign_keys(from, to, difference);
  drop_tables(dropped, options, difference);
  add_tables(from, to, added, options, difference);
}

}  // namespace dbx::plan

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
    if (key.not_valid) return false;
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

// A table whose partitions carry its keys can take a foreign key later only; a partition has its
// parent's.
void add_tables(const Schema& from, const Schema& to, const std::vector<const Table*>& added,
                const Options& options, Difference& difference) {
  InlineKeys inline_keys(from, to, difference);
  for (const Table* table : dependency_order(added)) {
    Table made = *table;
    const Name name = schema::name_of(made);
    std::vector<schema::ForeignKey> later;
    std::erase_if(made.foreign_keys, [&](const schema::ForeignKey& key) {
      if (options.foreign_keys_inline || inline_keys.allows(made, key)) return false;
      later.push_back(key);
      return true;
    });
    inline_keys.made(made);
    made.indexes.clear();
    difference.add(Phase::kTables, AddTable{std::move(made)});
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
    difference.dropped_tables.insert(name);
    difference.touched.insert(name);
    difference.add(Phase::kDropTables, DropTable{*table});
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
  std::vector<const Table*> added;
  std::vector<const Table*> dropped;
  for (const auto& [name, table] : before) {
    const auto found = after.find(name);
    if (found == after.end()) {
      dropped.push_back(table);
    } else {
      compare_table(*table, *found->second, difference);
    }
  }
  for (const auto& [name, table] : after) {
    if (!before.contains(name)) added.push_back(table);
  }
  detach_foreign_keys(from, to, difference);
  drop_tables(dropped, options, difference);
  add_tables(from, to, added, options, difference);
}

}  // namespace dbx::plan

// Which relations change under their readers, which columns get another type, and which tables
// nothing can change in place: those are made anew, and their rows put back.
#include <algorithm>

#include "dbx/plan/difference.h"

namespace dbx::plan {
namespace {

using schema::Column;
using schema::Schema;
using schema::Table;

void find_changed_columns(const Table& from, const Table& to, Difference& difference) {
  const Name name = schema::name_of(to);
  for (const Column& column : from.columns) {
    const Column* kept = schema::find_column(to, column.name);
    const bool changed = kept == nullptr || column.type != kept->type ||
                         column.collation != kept->collation || column.generated != kept->generated;
    if (changed) difference.touched.insert(name);
    if (kept != nullptr && column.type != kept->type) difference.retyped[name].insert(column.name);
  }
}

bool is_default_partition(const Table& table) {
  return table.partition_of && table.partition_of->bound.text == "DEFAULT";
}

class Rebuilds {
 public:
  Rebuilds(const TableMap& before, const TableMap& after, Difference& difference)
      : before_(before), after_(after), difference_(difference) {
    for (const auto& [name, table] : after_) {
      if (!table->partition_of) continue;
      const auto old = before_.find(name);
      const bool stays = old != before_.end() && old->second->partition_of == table->partition_of;
      if (!stays) gets_partitions_.insert(table->partition_of->parent);
    }
  }

  void find() {
    for (const auto& [name, table] : before_) {
      const auto kept = after_.find(name);
      if (kept != after_.end() && must_go(name, *table, *kept->second)) {
        difference_.rebuilt.insert(name);
      }
    }
    // Partitions go with what they are part of.
    for (bool more = true; more;) {
      more = false;
      for (const auto& [name, table] : before_) {
        const auto kept = after_.find(name);
        if (!table->partition_of || kept == after_.end()) continue;
        const bool goes = difference_.rebuilt.contains(table->partition_of->parent) &&
                          !leaves_parents(*table, *kept->second);
        if (goes && difference_.rebuilt.insert(name).second) more = true;
      }
    }
    for (const Name& name : difference_.rebuilt) {
      difference_.touched.insert(name);
      difference_.dropped_tables.insert(name);
    }
  }

 private:
  bool must_go(const Name& name, const Table& from, const Table& to) const {
    if (from.partition_by != to.partition_by) return true;
    if (from.partition_of && to.partition_of && !leaves_parents(from, to)) {
      // Rows may belong elsewhere now.
      if (from.partition_of->bound != to.partition_of->bound) return true;
      if (is_default_partition(to) && gets_partitions_.contains(to.partition_of->parent)) {
        return true;
      }
    }
    const auto keyed_by = [&](const Column& column) {
      const Column* kept = schema::find_column(to, column.name);
      const bool changed = kept == nullptr || difference_.is_retyped(name, column.name) ||
                           kept->collation != column.collation;
      return changed && mentions(from.partition_by.text, column.name);
    };
    return !from.partition_by.empty() &&
           std::any_of(from.columns.begin(), from.columns.end(), keyed_by);
  }

  const TableMap& before_;
  const TableMap& after_;
  Difference& difference_;
  std::set<Name> gets_partitions_;
};

// No column of a table changes its type while columns elsewhere are of the table's row type.
void refuse_used_row_types(const Schema& from, Difference& difference) {
  for (const Table& table : from.tables) {
    if (difference.dropped_tables.contains(schema::name_of(table))) continue;
    for (const Column& column : table.columns) {
      if (column.type.kind != spec::TypeKind::kEngine) continue;
      const auto refuse = [&](const Name& used) {
        if (!is_of_type(column.type, used)) return;
        difference.unsupported(schema::print(used),
                               "a change of its columns' types while " +
                                   schema::print(schema::name_of(table)) + "." + column.name +
                                   " is of its row type",
                               "make a composite type of its own for that column first");
      };
      for (const auto& [name, columns] : difference.retyped) refuse(name);
      for (const Name& name : difference.rebuilt) refuse(name);
    }
  }
}

}  // namespace

void find_touched(const Schema& from, const Schema& to, Difference& difference) {
  const TableMap before = tables_by_name(from);
  const TableMap after = tables_by_name(to);
  for (const auto& [name, table] : before) {
    const auto kept = after.find(name);
    if (kept == after.end()) {
      difference.touched.insert(name);
      difference.dropped_tables.insert(name);
      continue;
    }
    const bool leaves = leaves_parents(*table, *kept->second);
    const bool joins = joins_parents(*table, *kept->second) || !kept->second->inherits.empty();
    find_changed_columns(leaves ? with_inherited(*table) : *table,
                         joins ? with_parents(to, *kept->second) : *kept->second, difference);
  }
  Rebuilds(before, after, difference).find();
  refuse_used_row_types(from, difference);
}

}  // namespace dbx::plan

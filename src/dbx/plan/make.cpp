// Compares two schemas and orders the difference so that it can run.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "dbx/plan/plan.h"

namespace dbx::plan {
namespace {

using schema::Column;
using schema::Index;
using schema::Schema;
using schema::Table;

// Collects what no change can express yet.
class Unsupported {
 public:
  void add(std::string_view object, std::string_view what) {
    Diagnostic diagnostic;
    diagnostic.code = Code::kUnsupportedChange;
    diagnostic.message = fmt::format("{}: {} cannot be planned", object, what);
    diagnostic.hint = "add a new table or column, move the rows, and drop the old one";
    found_.push_back(std::move(diagnostic));
  }
  Diagnostics& found() { return found_; }

 private:
  Diagnostics found_;
};

// Tables by name, so that a plan over thousands of tables stays linear.
std::map<std::string_view, const Table*> by_name(const Schema& schema) {
  std::map<std::string_view, const Table*> tables;
  for (const Table& table : schema.tables) tables.emplace(table.name, &table);
  return tables;
}

// Referenced tables first; among the free ones dimensions before facts, then by name. Tables on a
// cycle come last, in name order.
std::vector<const Table*> dependency_order(const std::vector<const Table*>& tables) {
  const auto earlier = [](const Table* a, const Table* b) {
    return std::tie(a->kind, a->name) < std::tie(b->kind, b->name);
  };
  std::map<std::string_view, const Table*> waiting;
  for (const Table* table : tables) waiting.emplace(table->name, table);
  std::map<std::string_view, std::size_t> open_references;
  std::map<std::string_view, std::vector<const Table*>> readers;
  std::set<const Table*, decltype(earlier)> ready(earlier);
  for (const Table* table : tables) {
    std::set<std::string_view> parents;
    for (const schema::ForeignKey& key : table->foreign_keys) {
      if (key.table != table->name && waiting.contains(key.table)) parents.insert(key.table);
    }
    open_references[table->name] = parents.size();
    for (const std::string_view parent : parents) readers[parent].push_back(table);
    if (parents.empty()) ready.insert(table);
  }
  std::vector<const Table*> ordered;
  while (!ready.empty()) {
    const Table* next = *ready.begin();
    ready.erase(ready.begin());
    waiting.erase(next->name);
    ordered.push_back(next);
    for (const Table* reader : readers[next->name]) {
      if (--open_references[reader->name] == 0) ready.insert(reader);
    }
  }
  for (const auto& [name, table] : waiting) ordered.push_back(table);
  return ordered;
}

class Comparison {
 public:
  void added(const Table& table) {
    new_tables_.push_back(&table);
    for (const Index& index : table.indexes) changes_add_index_.push_back({table.name, index});
    comments(nullptr, table);
  }

  void dropped(const Table& table) { old_tables_.push_back(&table); }

  void changed(const Table& from, const Table& to) {
    columns(from, to);
    indexes(from, to);
    constraints(from, to);
    comments(&from, to);
  }

  std::vector<Change> ordered() {
    std::vector<Change> changes;
    const auto append = [&](auto& list) {
      for (auto& change : list) changes.emplace_back(std::move(change));
    };
    append(changes_drop_index_);
    std::vector<const Table*> old_order = dependency_order(old_tables_);
    std::reverse(old_order.begin(), old_order.end());
    for (const Table* table : old_order) changes.emplace_back(DropTable{*table});
    append(changes_drop_column_);
    for (const Table* table : dependency_order(new_tables_)) {
      changes.emplace_back(AddTable{*table});
    }
    append(changes_add_column_);
    append(changes_add_index_);
    append(changes_comment_);
    return changes;
  }

  Unsupported& unsupported() { return unsupported_; }

 private:
  void columns(const Table& from, const Table& to) {
    for (const Column& column : from.columns) {
      const Column* kept = schema::find_column(to, column.name);
      if (kept == nullptr) {
        changes_drop_column_.push_back({from.name, column});
      } else {
        column_pair(fmt::format("{}.{}", from.name, column.name), column, *kept);
      }
    }
    for (const Column& column : to.columns) {
      if (schema::find_column(from, column.name) == nullptr) {
        changes_add_column_.push_back({to.name, column});
      }
    }
  }

  void column_pair(const std::string& object, const Column& from, const Column& to) {
    if (from.type != to.type) {
      unsupported_.add(object, fmt::format("a change of type from {} to {}", spec::print(from.type),
                                           spec::print(to.type)));
    }
    if (from.nullable != to.nullable) {
      unsupported_.add(object, to.nullable ? "a change to nullable" : "a change to NOT NULL");
    }
    if (from.default_value != to.default_value) unsupported_.add(object, "a change of default");
    if (from.identity != to.identity) unsupported_.add(object, "a change of identity");
    if (from.generated != to.generated) unsupported_.add(object, "a change of generation");
    if (from.collation != to.collation) unsupported_.add(object, "a change of collation");
  }

  void indexes(const Table& from, const Table& to) {
    for (const Index& index : from.indexes) {
      const auto same = std::find(to.indexes.begin(), to.indexes.end(), index);
      if (same == to.indexes.end()) changes_drop_index_.push_back({from.name, index});
    }
    for (const Index& index : to.indexes) {
      const auto same = std::find(from.indexes.begin(), from.indexes.end(), index);
      if (same == from.indexes.end()) changes_add_index_.push_back({to.name, index});
    }
  }

  void constraints(const Table& from, const Table& to) {
    if (from.primary_key != to.primary_key) {
      unsupported_.add(from.name, "a change of the primary key");
    }
    if (from.uniques != to.uniques) unsupported_.add(from.name, "a change of unique keys");
    if (from.foreign_keys != to.foreign_keys) {
      unsupported_.add(from.name, "a change of physical foreign keys");
    }
    if (from.checks != to.checks) unsupported_.add(from.name, "a change of checks");
    if (from.partitioning != to.partitioning) {
      unsupported_.add(from.name, "a change of partitioning");
    }
    if (from.distribution != to.distribution) {
      unsupported_.add(from.name, "a change of distribution");
    }
  }

  void comments(const Table* from, const Table& to) {
    const std::string previous = from == nullptr ? "" : from->comment;
    if (previous != to.comment) changes_comment_.push_back({to.name, "", to.comment, previous});
    for (const Column& column : to.columns) {
      const Column* old = from == nullptr ? nullptr : schema::find_column(*from, column.name);
      const std::string old_comment = old == nullptr ? "" : old->comment;
      if (old_comment != column.comment) {
        changes_comment_.push_back({to.name, column.name, column.comment, old_comment});
      }
    }
  }

  std::vector<const Table*> new_tables_;
  std::vector<const Table*> old_tables_;
  std::vector<DropIndex> changes_drop_index_;
  std::vector<DropColumn> changes_drop_column_;
  std::vector<AddColumn> changes_add_column_;
  std::vector<AddIndex> changes_add_index_;
  std::vector<SetComment> changes_comment_;
  Unsupported unsupported_;
};

}  // namespace

Result<Plan> make(const Schema& current, const Schema& target) {
  Plan plan;
  plan.current = schema::canonical(current);
  plan.target = schema::canonical(target);
  Comparison comparison;
  const auto before = by_name(plan.current);
  const auto after = by_name(plan.target);
  for (const auto& [name, table] : before) {
    const auto found = after.find(name);
    if (found == after.end()) {
      comparison.dropped(*table);
    } else {
      comparison.changed(*table, *found->second);
    }
  }
  for (const auto& [name, table] : after) {
    if (!before.contains(name)) comparison.added(*table);
  }
  if (!comparison.unsupported().found().empty()) {
    return fail(std::move(comparison.unsupported().found()));
  }
  plan.changes = comparison.ordered();
  return plan;
}

Schema keep_dropped(const Plan& plan) {
  Schema kept = plan.target;
  for (const Change& change : plan.changes) {
    if (const auto* table = std::get_if<DropTable>(&change)) kept.tables.push_back(table->table);
    const auto* column = std::get_if<DropColumn>(&change);
    for (Table& table : kept.tables) {
      if (column != nullptr && table.name == column->table) table.columns.push_back(column->column);
    }
  }
  return kept;
}

Result<Plan> reverse(const Plan& plan) { return make(plan.target, plan.current); }

}  // namespace dbx::plan

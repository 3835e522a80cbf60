// Which tables must be rebuilt, and what of them is copied.
#include "dbx/dialect/rebuild.h"

#include <algorithm>

namespace dbx::dialect {
namespace {

using schema::Column;
using schema::Name;
using schema::Table;

// What tables and columns are called before the plan, by what they are called after.
class NamesBefore {
 public:
  explicit NamesBefore(const plan::Plan& plan) {
    for (const plan::RenameTable& rename : plan.renamed_tables) {
      tables_.emplace(rename.to, rename.from);
    }
    for (const plan::ColumnRenames& renames : plan.renamed_columns) {
      auto& columns = columns_[renames.table];
      for (const auto& [from, to] : renames.columns) columns.emplace(to, from);
    }
  }
  const Name& of(const Name& table) const {
    const auto found = tables_.find(table);
    return found == tables_.end() ? table : found->second;
  }
  const std::string& of(const Name& table, const std::string& column) const {
    const auto renames = columns_.find(table);
    if (renames == columns_.end()) return column;
    const auto found = renames->second.find(column);
    return found == renames->second.end() ? column : found->second;
  }

 private:
  std::map<Name, Name> tables_;
  std::map<Name, std::map<std::string, std::string>> columns_;
};

Rebuild rebuild_of(const plan::Plan& plan, const NamesBefore& before, const Name& name) {
  Rebuild rebuild;
  rebuild.before = schema::find_table(plan.current, before.of(name));
  rebuild.after = schema::find_table(plan.target, name);
  if (rebuild.before == nullptr || rebuild.after == nullptr) return rebuild;
  for (const Column& column : rebuild.after->columns) {
    if (!column.generated.empty()) continue;
    const Column* from = schema::find_column(*rebuild.before, before.of(name, column.name));
    if (from != nullptr) rebuild.columns.push_back({from, &column});
  }
  return rebuild;
}

}  // namespace

Rebuild rebuild_of(const plan::Plan& plan, const Name& name) {
  return rebuild_of(plan, NamesBefore(plan), name);
}

Name changed_table(const plan::Change& change) {
  if (const auto* rename = std::get_if<plan::RenameTable>(&change)) return rename->to;
  return plan::altered_table(change);
}

std::map<Name, Rebuild> find_rebuilds(const plan::Plan& plan,
                                      const std::function<bool(const plan::Change&)>& needs) {
  const NamesBefore before(plan);
  std::map<Name, Rebuild> rebuilds;
  for (const plan::Change& change : plan.changes) {
    const Name name = changed_table(change);
    if (name.name.empty() || rebuilds.contains(name) || !needs(change)) continue;
    Rebuild rebuild = rebuild_of(plan, before, name);
    if (rebuild.before == nullptr || rebuild.after == nullptr) continue;  // made in this very plan
    rebuilds.emplace(name, std::move(rebuild));
  }
  for (const plan::Change& change : plan.changes) {
    const auto found = rebuilds.find(changed_table(change));
    if (found == rebuilds.end()) continue;
    const plan::Described described = plan::describe(change);
    found->second.risk = std::max(found->second.risk, described.risk);
    found->second.breaking = found->second.breaking || described.breaking;
    const auto* add = std::get_if<plan::AddColumn>(&change);
    if (add != nullptr && add->fill_rows) found->second.filled.push_back(&add->column);
  }
  return rebuilds;
}

Rebuild same_again(const Table& table) {
  Rebuild rebuild;
  rebuild.before = &table;
  rebuild.after = &table;
  for (const Column& column : table.columns) {
    if (column.generated.empty()) rebuild.columns.push_back({&column, &column});
  }
  return rebuild;
}

bool is_after_rebuilds(const plan::Change& change) {
  return std::visit(
      [](const auto& c) {
        using T = std::decay_t<decltype(c)>;
        return std::is_same_v<T, plan::AddColumn> || std::is_same_v<T, plan::AlterColumn> ||
               std::is_same_v<T, plan::DropColumn> || std::is_same_v<T, plan::AlterTable> ||
               std::is_same_v<T, plan::AddConstraint> || std::is_same_v<T, plan::AddIndex> ||
               std::is_same_v<T, plan::ValidateConstraint> || std::is_same_v<T, plan::AddView> ||
               std::is_same_v<T, plan::SetComment>;
      },
      change);
}

}  // namespace dbx::dialect

// New names back to old ones, in the kinds of change that come so early.
#include "dbx/dialect/postgres/old_names.h"

#include <algorithm>

namespace dbx::dialect::postgres {
namespace {

using schema::Name;

class OldNames {
 public:
  explicit OldNames(const plan::Plan& plan) : plan_(plan) {}

  void operator()(plan::DropConstraint& c) const { table(c.table); }
  void operator()(plan::RenameConstraint& c) const { table(c.table); }
  void operator()(plan::DropIndex& c) const { table(c.table); }
  void operator()(plan::RenameIndex& c) const { table(c.table); }
  void operator()(plan::LeaveParent& c) const {
    table(c.table);
    table(c.parent);
  }
  void operator()(plan::DropColumn& c) const {
    column(c.table, c.column.name);
    table(c.table);
  }
  void operator()(plan::DropObject& c) const {
    if (c.object.table) table(*c.object.table);
  }
  void operator()(auto&) const {}

 private:
  void table(Name& name) const {
    for (const plan::RenameTable& rename : plan_.renamed_tables) {
      if (rename.to != name) continue;
      name = rename.from;
      return;
    }
  }
  void column(const Name& table, std::string& name) const {
    for (const plan::ColumnRenames& renames : plan_.renamed_columns) {
      if (renames.table != table) continue;
      for (const auto& [from, to] : renames.columns) {
        if (to != name) continue;
        name = from;
        return;
      }
    }
  }

  const plan::Plan& plan_;
};

}  // namespace

plan::Change under_old_names(plan::Change change, const plan::Plan& plan) {
  std::visit(OldNames(plan), change);
  return change;
}

std::size_t first_rename(const plan::Plan& plan) {
  const auto first =
      std::find_if(plan.changes.begin(), plan.changes.end(), [](const plan::Change& change) {
        return std::holds_alternative<plan::RenameTable>(change) ||
               std::holds_alternative<plan::RenameColumn>(change);
      });
  return static_cast<std::size_t>(first - plan.changes.begin());
}

}  // namespace dbx::dialect::postgres

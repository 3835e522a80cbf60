// Tables that an engine cannot alter in place: a new one is made beside them and takes their rows
// and name. Which ones, from what to what, and where in a plan; shared by the engines that need it.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "dbx/plan/plan.h"

namespace dbx::dialect {

struct CopiedColumn {
  const schema::Column* from;  // under its name in the old table
  const schema::Column* to;
};

struct Rebuild {
  const schema::Table* before = nullptr;  // as it is called and made now
  const schema::Table* after = nullptr;
  std::vector<CopiedColumn> columns;          // those that both have, computed ones left out
  std::vector<const schema::Column*> filled;  // new, and to be filled (AddColumn::fill_rows)
  plan::Risk risk = plan::Risk::kLow;         // the highest of the changes it stands for
  bool breaking = false;
};

// By the name that the table has after. `needs`: cannot this change be made in place?
std::map<schema::Name, Rebuild> find_rebuilds(
    const plan::Plan& plan, const std::function<bool(const plan::Change&)>& needs);
// Of the table that is called so after, whether it changes or not; `before` or `after` is null
// where it is not in both.
Rebuild rebuild_of(const plan::Plan& plan, const schema::Name& name);
// Of one table that stays what it is: its rows and indexes made anew.
Rebuild same_again(const schema::Table& table);

// Does the change stand after the place where rebuilds run: once every new table is there?
bool is_after_rebuilds(const plan::Change& change);
// The table that the change is about, as it is called after; renames included.
schema::Name changed_table(const plan::Change& change);

}  // namespace dbx::dialect

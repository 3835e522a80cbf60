// What stands in a plan before its renames speaks of tables and columns by the names that they get
// later; the server knows them by the old ones until then.
#pragma once

#include "dbx/plan/plan.h"

namespace dbx::dialect::postgres {

// The change as it must be said before the plan's renames have run.
plan::Change under_old_names(plan::Change change, const plan::Plan& plan);

// The place of the first rename of a table or column; the number of changes where there is none.
std::size_t first_rename(const plan::Plan& plan);

}  // namespace dbx::dialect::postgres

// Undoing the last migration: by the down plan that the ledger recorded; a half applied one by a
// plan from what is there to what was there before.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "dbx/app/apply.h"

namespace dbx::app {

struct RollbackRequest {
  std::string migration;  // its id: undoing it again is a no-op; empty: the last one in force
  std::string database;
  ApplyManner manner;  // allow_breaking: go on although rows would be lost
  bool dry_run = false;
};

// What a rollback would take away, counted.
struct Loss {
  std::string kind;         // drop-table, drop-column, alter-column
  std::string object;       // dim_company.rating
  std::int64_t rows = 0;    // of the table
  std::int64_t values = 0;  // that would go: rows of a table, what is not NULL of a column
};

struct RollbackReport {
  std::string undone;    // the migration's id
  bool already = false;  // it is not in force any more: nothing was done
  bool was_partial = false;
  std::int64_t steps_undone = 0;     // of a partial one
  bool uncounted = false;            // something may go that cannot be counted (values of a type)
  std::vector<Loss> losses;          // only where something would go
  std::vector<std::string> emptied;  // tables and columns that come back without their values
  std::vector<std::string> steps;    // of the way back: "drop-column dim_company.rating"
  ApplyReport applied;               // of the way back; empty for a dry run
};

// Errors: nothing-to-roll-back (no migration, or none whose way back is known), rollback-loses-data
// without allow_breaking (naming what), those of migrate::apply.
Result<RollbackReport> rollback(const RollbackRequest& request);

}  // namespace dbx::app

// Applying a migration exactly once: every statement and the ledger's row in one transaction, after
// the database was found to be where the plan starts and before it is found to be where it ends.
#pragma once

#include <functional>
#include <string>

#include "dbx/base/result.h"
#include "dbx/database/database.h"
#include "dbx/migrate/migration.h"
#include "dbx/schema/schema.h"

namespace dbx::migrate {

struct ApplyOptions {
  bool allow_breaking = false;
  std::string who;
};

struct Applied {
  bool already = false;  // this very migration is in the ledger: nothing was done
  std::int64_t steps = 0;
  double seconds = 0;
};

// Reads the live schema of the connection; migrate knows no engine.
using Inspect = std::function<Result<schema::Schema>(database::Connection&)>;

// Errors, all leaving the database as it was: checksum-mismatch (another migration of that id is in
// the ledger), plan-stale, breaking-change, needs-online-apply, ledger-*, statement-failed (which
// step, the engine's words), apply-diverged.
Result<Applied> apply(database::Connection& connection, const Migration& migration,
                      const Inspect& inspect, const ApplyOptions& options);

// The user that runs this process, for the ledger.
std::string current_user();

}  // namespace dbx::migrate

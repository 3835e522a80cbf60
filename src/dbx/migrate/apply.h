// Applying a migration exactly once. Where all of it is transactional: every statement and the
// ledger's row in one transaction, after the database was found to be where the plan starts and
// before it is found to be where it ends. Where it is not (M.sql of `plan --online`): step by step,
// each committed with the ledger's word of it, and what cannot be in a transaction announced before
// and looked for after (online.cpp); an apply that was cut off goes on where it was.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "dbx/base/result.h"
#include "dbx/database/database.h"
#include "dbx/migrate/lock.h"
#include "dbx/migrate/migration.h"
#include "dbx/schema/schema.h"

namespace dbx::migrate {

// Reads the live schema of the connection; migrate knows no engine.
using Inspect = std::function<Result<schema::Schema>(database::Connection&)>;

struct ApplyOptions {
  std::string phase = "apply";  // or rollback: for the audit
  std::string who;
  bool allow_breaking = false;
  bool require_approval = false;
  // Set by a rollback of a migration that is half applied: that row becomes undone.
  bool undoes_partial = false;
  std::string down;  // text of the migration that undoes this one, for the ledger; may be empty
  LockOptions lock;
  // Asked before steps that lose data, with the database's name; empty: not asked. Errors:
  // not-confirmed.
  std::function<Status(const std::string& database)> confirm;
  // Called in the transaction of the statements, right before them, where all of them are in one;
  // its failure stops everything. Empty: nothing to look at.
  std::function<Status()> last_look;
  // Called before the first step that loses data; empty: no backup. Its failure stops everything.
  std::function<Status(database::Connection&, const schema::Schema& live)> back_up;
  bool back_up_in_transaction = false;
};

struct Applied {
  bool already = false;  // this very migration is in the ledger: nothing was done
  bool resumed = false;  // an earlier apply of it had been cut off
  std::int64_t steps = 0;
  double seconds = 0;
};

// Errors, all leaving the database as it was: checksum-mismatch (another migration of that id is in
// the ledger), plan-stale, breaking-change, needs-approval, not-confirmed, lock-held, lock-timeout,
// pooler-unsupported, ledger-*, backup-failed, statement-failed (which step, the engine's words),
// apply-diverged. partial-migration: steps are committed, which, and what to do; or another
// migration is half applied. commit-unknown: whoever holds the URL must look (was_applied).
Result<Applied> apply(database::Connection& connection, const Migration& migration,
                      const Inspect& inspect, const ApplyOptions& options);

// After commit-unknown, in a new session: waits until the old one has ended, then reads.
Result<bool> was_applied(database::Connection& connection, const Migration& migration,
                         const LockOptions& options);

bool loses_data(const Migration& migration);
// The user that runs this process, for the ledger.
std::string current_user();

}  // namespace dbx::migrate

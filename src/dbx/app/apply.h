// Applying migration files, approving them, and what a database says of the ones it has seen.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "dbx/app/session.h"
#include "dbx/base/result.h"
#include "dbx/migrate/apply.h"
#include "dbx/migrate/approvals.h"
#include "dbx/migrate/ledger.h"
#include "dbx/migrate/runs.h"

namespace dbx::app {

// How `apply` and `rollback` go about it.
struct ApplyManner {
  bool allow_breaking = false;
  bool require_approval = false;
  bool create_backup = false;
  std::string backup_path;  // empty: backups/<database>-<migration>-<time>
  // Asks a person to type the database's name before steps that lose data; empty: nobody is asked.
  std::function<std::string(const std::string& database)> ask;
  std::string confirm;  // what was typed beforehand; empty: nothing
  migrate::LockOptions lock;
};

struct ApplyRequest {
  std::string file;
  std::string database;
  ApplyManner manner;
};

struct ApplyReport {
  std::string id;
  std::string database;  // redacted URL
  migrate::Applied applied;
  std::string backup;  // where it is; empty: none was taken
  Diagnostics notes;   // commit-unknown, found to be committed
};

// Errors: bad-migration-file, engine-mismatch, those of migrate::apply.
Result<ApplyReport> apply(const ApplyRequest& request);

// The rest of apply, for a migration that is no file. `session` may be opened anew.
Result<ApplyReport> run_migration(Session& session, const std::string& url,
                                  const migrate::Migration& migration, const ApplyManner& manner,
                                  migrate::ApplyOptions options);
// A session for writing; waits as long as the lock options say where a process of its own holds the
// file. Errors: those of open(), lock-held.
Result<Session> open_to_migrate(const std::string& url, const migrate::LockOptions& lock);

struct ApproveRequest {
  std::string file;
  std::string database;
  double hours = 24;  // how long it holds
};

// Errors: bad-migration-file, engine-mismatch, plan-stale, usage (hours), lock-held.
Result<migrate::Approval> approve(const ApproveRequest& request);

struct StatusReport {
  std::string database;
  std::string engine;
  std::vector<migrate::LedgerRow> migrations;
  std::string fingerprint;      // of the live schema
  bool matches_ledger = false;  // the live schema is the one the last migration left
  std::int64_t table_count = 0;
};

// `verify`: the chain of hashes is checked too (ledger-damaged).
Result<StatusReport> status(const std::string& database, bool verify);

Result<std::vector<migrate::Run>> runs(const std::string& database);

}  // namespace dbx::app

// Applying migration files, and what a database says of the ones it has seen.
#pragma once

#include <string>
#include <vector>

#include "dbx/base/result.h"
#include "dbx/migrate/apply.h"
#include "dbx/migrate/ledger.h"

namespace dbx::app {

struct ApplyRequest {
  std::string file;
  std::string database;
  bool allow_breaking = false;
};

struct ApplyReport {
  std::string id;
  std::string database;  // redacted URL
  migrate::Applied applied;
};

// Errors: bad-migration-file, engine-mismatch, those of migrate::apply.
Result<ApplyReport> apply(const ApplyRequest& request);

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

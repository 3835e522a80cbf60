// The ledger: db_assistant_migrations (what was applied, a hash chain) and db_assistant_runs (what
// dbx did, phase by phase), inside the database that they describe.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "dbx/base/result.h"
#include "dbx/database/database.h"

namespace dbx::migrate {

// The layout that this dbx writes; a database with a higher one is refused (ledger-newer).
constexpr std::int64_t kLedgerVersion = 1;

struct LedgerRow {
  std::int64_t sequence = 0;  // from 1
  std::string id;
  std::string checksum;
  std::string plan_hash;
  std::string from_schema;
  std::string to_schema;
  std::string spec;    // YAML, may be empty
  std::string status;  // applied
  std::int64_t steps_done = 0;
  std::int64_t steps_total = 0;
  std::string applied_by;
  std::string tool_version;
  std::string started_at;  // UTC, ISO 8601
  std::string finished_at;
  std::string previous_hash;  // row_hash of the row before; empty for the first
  std::string row_hash;       // SHA-256 over all of the above
};

std::string hash_of(const LedgerRow& row);

// False for a database that dbx has not touched. Errors: ledger-newer, ledger-damaged.
Result<bool> ledger_exists(database::Connection& connection);
Status create_ledger(database::Connection& connection);
// In the order of sequence; empty where there is no ledger.
Result<std::vector<LedgerRow>> read_ledger(database::Connection& connection);
// Fills in sequence, previous_hash and row_hash.
Status append_ledger(database::Connection& connection, LedgerRow row,
                     const std::vector<LedgerRow>& before);
// The first row whose hash or link does not hold, as ledger-damaged.
Status verify_chain(const std::vector<LedgerRow>& rows);

// One phase of work on the database.
struct Run {
  std::string phase;   // apply, seed
  std::string status;  // done
  std::string started_at;
  double seconds = 0;
  std::optional<std::int64_t> rows;
  std::optional<std::string> seed;  // the number that determines every cell
  std::string content_hash;         // of the rows that a seed run loaded
  std::string details;              // JSON: per table rows, seconds, hash
  std::string who;
  std::string tool_version;
};

Status append_run(database::Connection& connection, const Run& run);
Result<std::vector<Run>> read_runs(database::Connection& connection);

}  // namespace dbx::migrate

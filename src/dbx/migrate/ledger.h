// The ledger, inside the database that it describes: db_assistant_migrations, what was applied, as
// a chain of hashes. Its tables are laid out by layout.h; runs and approvals have files of their
// own. Every function works in the transaction that is open.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "dbx/base/result.h"
#include "dbx/database/database.h"

namespace dbx::migrate {

inline constexpr std::string_view kStatusApplied = "applied";
inline constexpr std::string_view kStatusPartial = "partial";  // some steps are committed
inline constexpr std::string_view kStatusUndone = "undone";    // was partial, and was taken back

struct LedgerRow {
  std::int64_t sequence = 0;  // from 1
  std::string id;
  std::string checksum;
  std::string plan_hash;
  std::string from_schema;
  std::string to_schema;
  std::string spec;    // YAML, may be empty
  std::string status;  // kStatus...
  std::int64_t steps_done = 0;
  std::int64_t steps_total = 0;
  std::string applied_by;
  std::string tool_version;
  std::string started_at;  // UTC, ISO 8601
  std::string finished_at;
  std::string previous_hash;  // row_hash of the row before; empty for the first
  std::string row_hash;       // SHA-256 over all of the other fields
  // Which fields the hash is over: 1 is that of ledgers of version 1, without those below.
  std::int64_t format = 2;
  std::string intent;  // the statement outside a transaction that was about to run; empty: none
  std::string down;    // the migration file that undoes this one; may be empty
  std::string schema_before;  // as a spec, YAML; empty: what the row before left
  std::string schema_after;   // likewise; empty in rows of format 1
};

std::string hash_of(const LedgerRow& row);

// In the order of sequence; empty where there is no ledger. Errors: ledger-newer, ledger-damaged.
Result<std::vector<LedgerRow>> read_ledger(database::Connection& connection);
// Fills in sequence, previous_hash and row_hash, and writes the row.
Status append_ledger(database::Connection& connection, LedgerRow& row,
                     const std::vector<LedgerRow>& before);
// The last row with its status, steps, intent, end and hash as they are now.
Status update_ledger(database::Connection& connection, LedgerRow& row);
// The first row whose hash or link does not hold, as ledger-damaged.
Status verify_chain(const std::vector<LedgerRow>& rows);

}  // namespace dbx::migrate

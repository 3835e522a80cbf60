// How dbx's own tables (db_assistant_*) are laid out, and how an older layout becomes today's.
#pragma once

#include <cstdint>
#include <string>

#include "dbx/base/result.h"
#include "dbx/database/database.h"

namespace dbx::migrate {

// The layout that this dbx writes; a database with a higher one is refused (ledger-newer), one with
// a lower one is read as it is, and upgraded by whoever writes next.
//   1  migrations, runs, meta
//   2  meta: database_id; migrations: format, intent, down, schema_before, schema_after;
//      runs: finished_at, tokens, cost; approvals
//   3  seeds, seed_chunks
inline constexpr std::int64_t kLedgerVersion = 3;

// 0 for a database that dbx has not touched. Errors: ledger-newer, ledger-damaged.
Result<std::int64_t> ledger_version(database::Connection& connection);
// Makes the tables, or upgrades them, in the open transaction.
Status ensure_ledger(database::Connection& connection);
// Tells this database from every other: a number given at random when the ledger was made, and the
// name that people call it. Empty number where there is no ledger of version 2 yet.
Result<std::string> target_id(database::Connection& connection);

// Cells of the ledger's tables: NULL is nothing.
std::string text_or_empty(const database::Value& value);
std::int64_t number_or_zero(const database::Value& value);

}  // namespace dbx::migrate

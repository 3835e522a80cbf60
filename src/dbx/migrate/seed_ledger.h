// What of a seed is in the database: db_assistant_seed_chunks has a row for every piece of a table,
// committed in the transaction that loads the piece, so that after a crash the ledger and the rows
// agree. A seed (db_assistant_seeds) is known by its key: equal keys, equal rows.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "dbx/base/result.h"
#include "dbx/database/database.h"

namespace dbx::migrate {

struct SeedChunk {
  std::string table;
  std::int64_t first_row = 0;  // as the generator numbers rows, from 0
  std::int64_t row_count = 0;
  std::string seed_key;
  std::string content_hash;
};

struct SeedRecord {
  std::string key;
  std::string status;  // open: more is to come; done
  std::int64_t rows = 0;
};

// By table and first row; nothing from a ledger that is older than chunks.
Result<std::vector<SeedChunk>> read_chunks(database::Connection& connection);
Result<std::vector<SeedRecord>> read_seeds(database::Connection& connection);

// In the open transaction; the ledger's tables must be there (layout.h).
Status append_chunk(database::Connection& connection, const SeedChunk& chunk);
// One seed's row, made or changed.
Status write_seed(database::Connection& connection, const SeedRecord& seed);
// The tables' chunks, and the seeds that have none left.
Status forget_chunks(database::Connection& connection, const std::vector<std::string>& tables);

}  // namespace dbx::migrate

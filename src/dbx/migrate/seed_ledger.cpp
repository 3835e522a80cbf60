// Plain SQL that every engine takes.
#include "dbx/migrate/seed_ledger.h"

#include "dbx/base/clock.h"
#include "dbx/migrate/layout.h"

namespace dbx::migrate {
namespace {

using database::Connection;
using database::Value;

constexpr std::int64_t kFirstVersion = 3;  // of the ledger that has chunks

}  // namespace

Result<std::vector<SeedChunk>> read_chunks(Connection& connection) {
  std::vector<SeedChunk> chunks;
  DBX_TRY(const std::int64_t version, ledger_version(connection));
  if (version < kFirstVersion) return chunks;
  DBX_TRY(const auto found,
          connection.query("SELECT table_name, first_row, row_count, seed_key, content_hash FROM "
                           "db_assistant_seed_chunks ORDER BY table_name, first_row"));
  for (const auto& cells : found.rows) {
    chunks.push_back({text_or_empty(cells[0]), number_or_zero(cells[1]), number_or_zero(cells[2]),
                      text_or_empty(cells[3]), text_or_empty(cells[4])});
  }
  return chunks;
}

Result<std::vector<SeedRecord>> read_seeds(Connection& connection) {
  std::vector<SeedRecord> seeds;
  DBX_TRY(const std::int64_t version, ledger_version(connection));
  if (version < kFirstVersion) return seeds;
  DBX_TRY(const auto found,
          connection.query("SELECT seed_key, status, row_count FROM db_assistant_seeds ORDER BY "
                           "started_at, seed_key"));
  for (const auto& cells : found.rows) {
    seeds.push_back({text_or_empty(cells[0]), text_or_empty(cells[1]), number_or_zero(cells[2])});
  }
  return seeds;
}

Status append_chunk(Connection& connection, const SeedChunk& chunk) {
  const Value values[] = {chunk.table,    chunk.first_row,    chunk.row_count,
                          chunk.seed_key, chunk.content_hash, utc_now()};
  return connection.execute(
      "INSERT INTO db_assistant_seed_chunks (table_name, first_row, row_count, seed_key, "
      "content_hash, loaded_at) VALUES ($1, $2, $3, $4, $5, $6)",
      values);
}

Status write_seed(Connection& connection, const SeedRecord& seed) {
  const Value key[] = {seed.key};
  DBX_TRY(const auto found,
          connection.query("SELECT 1 FROM db_assistant_seeds WHERE seed_key = $1", key));
  if (found.rows.empty()) {
    const Value values[] = {seed.key, seed.status, seed.rows, utc_now(), std::string(DBX_VERSION)};
    return connection.execute(
        "INSERT INTO db_assistant_seeds (seed_key, status, row_count, started_at, tool_version) "
        "VALUES ($1, $2, $3, $4, $5)",
        values);
  }
  const Value values[] = {seed.status, seed.rows, utc_now(), seed.key};
  return connection.execute(
      "UPDATE db_assistant_seeds SET status = $1, row_count = $2, finished_at = $3 WHERE seed_key "
      "= $4",
      values);
}

Status forget_chunks(Connection& connection, const std::vector<std::string>& tables) {
  for (const std::string& table : tables) {
    const Value values[] = {table};
    DBX_CHECK_OK(
        connection.execute("DELETE FROM db_assistant_seed_chunks WHERE table_name = $1", values));
  }
  return connection.execute(
      "DELETE FROM db_assistant_seeds WHERE seed_key NOT IN (SELECT seed_key FROM "
      "db_assistant_seed_chunks)");
}

}  // namespace dbx::migrate

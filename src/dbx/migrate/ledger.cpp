// The ledger's tables in plain SQL that every engine takes.
#include "dbx/migrate/ledger.h"

#include <fmt/format.h>

#include <algorithm>

#include "dbx/base/hash.h"
#include "dbx/base/json.h"
#include "dbx/base/text.h"

namespace dbx::migrate {
namespace {

using database::Connection;
using database::to_text;
using database::Value;

std::string text_or_empty(const Value& value) {
  return std::holds_alternative<std::monostate>(value) ? "" : to_text(value);
}

std::int64_t number_or_zero(const Value& value) {
  return text::to_int64(text_or_empty(value)).value_or(0);
}

constexpr std::string_view kMigrationColumns =
    "sequence, id, checksum, plan_hash, from_schema, to_schema, spec, status, steps_done, "
    "steps_total, applied_by, tool_version, started_at, finished_at, previous_hash, row_hash";
constexpr std::string_view kRunColumns =
    "phase, status, started_at, seconds, row_count, seed, content_hash, details, who, tool_version";

LedgerRow read_row(const std::vector<Value>& cells) {
  LedgerRow row;
  std::size_t i = 0;
  row.sequence = number_or_zero(cells[i++]);
  for (std::string* text : {&row.id, &row.checksum, &row.plan_hash, &row.from_schema,
                            &row.to_schema, &row.spec, &row.status}) {
    *text = text_or_empty(cells[i++]);
  }
  row.steps_done = number_or_zero(cells[i++]);
  row.steps_total = number_or_zero(cells[i++]);
  for (std::string* text : {&row.applied_by, &row.tool_version, &row.started_at, &row.finished_at,
                            &row.previous_hash, &row.row_hash}) {
    *text = text_or_empty(cells[i++]);
  }
  return row;
}

Status check_version(Connection& connection) {
  DBX_TRY(const auto found,
          connection.query("SELECT ledger_version, tool_version FROM db_assistant_meta"));
  if (found.rows.size() != 1) {
    return fail(Code::kLedgerDamaged, "db_assistant_meta does not hold exactly one row",
                "restore the database from a backup; dbx changes nothing until then");
  }
  const std::int64_t version = number_or_zero(found.rows[0][0]);
  if (version <= kLedgerVersion) return {};
  return fail(Code::kLedgerNewer,
              fmt::format("the ledger has version {}, written by dbx {}; this dbx knows {}",
                          version, text_or_empty(found.rows[0][1]), kLedgerVersion),
              "use the newer dbx; nothing was changed");
}

}  // namespace

std::string hash_of(const LedgerRow& row) {
  return sha256(dump(Json::array({row.sequence, row.id, row.checksum, row.plan_hash,
                                  row.from_schema, row.to_schema, row.spec, row.status,
                                  row.steps_done, row.steps_total, row.applied_by, row.tool_version,
                                  row.started_at, row.finished_at, row.previous_hash})));
}

Result<bool> ledger_exists(Connection& connection) {
  int count = 0;
  for (const char* table : {"db_assistant_migrations", "db_assistant_runs", "db_assistant_meta"}) {
    DBX_TRY(const bool there, connection.has_table(table));
    count += there ? 1 : 0;
  }
  if (count == 0) return false;
  if (count != 3) {
    return fail(Code::kLedgerDamaged, fmt::format("{} of the ledger's 3 tables are there", count),
                "restore the missing db_assistant_* tables from a backup");
  }
  DBX_CHECK_OK(check_version(connection));
  return true;
}

Status create_ledger(Connection& connection) {
  DBX_CHECK_OK(connection.execute(
      "CREATE TABLE db_assistant_meta (ledger_version BIGINT NOT NULL, tool_version VARCHAR(40))"));
  DBX_CHECK_OK(connection.execute(
      "CREATE TABLE db_assistant_migrations (sequence BIGINT NOT NULL PRIMARY KEY, id VARCHAR(200) "
      "NOT NULL, checksum VARCHAR(64) NOT NULL, plan_hash VARCHAR(64) NOT NULL, from_schema "
      "VARCHAR(64) NOT NULL, to_schema VARCHAR(64) NOT NULL, spec TEXT, status VARCHAR(20) NOT "
      "NULL, steps_done BIGINT NOT NULL, steps_total BIGINT NOT NULL, applied_by VARCHAR(200), "
      "tool_version VARCHAR(40), started_at VARCHAR(40), finished_at VARCHAR(40), previous_hash "
      "VARCHAR(64), row_hash VARCHAR(64) NOT NULL)"));
  DBX_CHECK_OK(connection.execute(
      "CREATE TABLE db_assistant_runs (sequence BIGINT NOT NULL PRIMARY KEY, phase VARCHAR(40) NOT "
      "NULL, status VARCHAR(20) NOT NULL, started_at VARCHAR(40), seconds DOUBLE PRECISION, "
      "row_count BIGINT, seed VARCHAR(40), content_hash VARCHAR(64), details TEXT, who "
      "VARCHAR(200), tool_version VARCHAR(40))"));
  const Value values[] = {kLedgerVersion, std::string(DBX_VERSION)};
  return connection.execute("INSERT INTO db_assistant_meta VALUES ($1, $2)", values);
}

Result<std::vector<LedgerRow>> read_ledger(Connection& connection) {
  std::vector<LedgerRow> rows;
  DBX_TRY(const bool exists, ledger_exists(connection));
  if (!exists) return rows;
  DBX_TRY(const auto found,
          connection.query(fmt::format("SELECT {} FROM db_assistant_migrations ORDER BY sequence",
                                       kMigrationColumns)));
  for (const auto& cells : found.rows) rows.push_back(read_row(cells));
  return rows;
}

Status append_ledger(Connection& connection, LedgerRow row, const std::vector<LedgerRow>& before) {
  row.sequence = before.empty() ? 1 : before.back().sequence + 1;
  row.previous_hash = before.empty() ? "" : before.back().row_hash;
  row.row_hash = hash_of(row);
  const Value values[] = {row.sequence,    row.id,          row.checksum,      row.plan_hash,
                          row.from_schema, row.to_schema,   row.spec,          row.status,
                          row.steps_done,  row.steps_total, row.applied_by,    row.tool_version,
                          row.started_at,  row.finished_at, row.previous_hash, row.row_hash};
  return connection.execute(
      fmt::format("INSERT INTO db_assistant_migrations ({}) VALUES ($1, $2, $3, $4, $5, $6, $7, "
                  "$8, $9, $10, $11, $12, $13, $14, $15, $16)",
                  kMigrationColumns),
      values);
}

Status verify_chain(const std::vector<LedgerRow>& rows) {
  std::string previous;
  std::int64_t sequence = 0;
  for (const LedgerRow& row : rows) {
    const bool holds =
        row.sequence == ++sequence && row.previous_hash == previous && row.row_hash == hash_of(row);
    if (!holds) {
      return fail(Code::kLedgerDamaged,
                  fmt::format("entry {} ('{}') of the ledger was changed or one before it removed",
                              row.sequence, row.id),
                  "compare with a backup; the chain of hashes breaks here");
    }
    previous = row.row_hash;
  }
  return {};
}

Status append_run(Connection& connection, const Run& run) {
  const Value values[] = {run.phase,
                          run.status,
                          run.started_at,
                          run.seconds,
                          run.rows ? Value(*run.rows) : Value(),
                          run.seed ? Value(*run.seed) : Value(),
                          run.content_hash,
                          run.details,
                          run.who,
                          run.tool_version};
  return connection.execute(
      fmt::format("INSERT INTO db_assistant_runs (sequence, {}) SELECT coalesce(max(sequence), 0) "
                  "+ 1, $1, $2, $3, $4, $5, $6, $7, $8, $9, $10 FROM db_assistant_runs",
                  kRunColumns),
      values);
}

Result<std::vector<Run>> read_runs(Connection& connection) {
  std::vector<Run> runs;
  DBX_TRY(const bool exists, ledger_exists(connection));
  if (!exists) return runs;
  DBX_TRY(const auto found,
          connection.query(
              fmt::format("SELECT {} FROM db_assistant_runs ORDER BY sequence", kRunColumns)));
  for (const auto& cells : found.rows) {
    Run run;
    run.phase = text_or_empty(cells[0]);
    run.status = text_or_empty(cells[1]);
    run.started_at = text_or_empty(cells[2]);
    run.seconds = text::to_double(text_or_empty(cells[3])).value_or(0);
    if (!text_or_empty(cells[4]).empty()) run.rows = number_or_zero(cells[4]);
    if (!text_or_empty(cells[5]).empty()) run.seed = text_or_empty(cells[5]);
    run.content_hash = text_or_empty(cells[6]);
    run.details = text_or_empty(cells[7]);
    run.who = text_or_empty(cells[8]);
    run.tool_version = text_or_empty(cells[9]);
    runs.push_back(std::move(run));
  }
  return runs;
}

}  // namespace dbx::migrate

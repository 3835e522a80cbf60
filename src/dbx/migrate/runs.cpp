// Rows of the audit.
#include "dbx/migrate/runs.h"

#include <fmt/format.h>

#include "dbx/base/clock.h"
#include "dbx/base/fault.h"
#include "dbx/base/text.h"
#include "dbx/migrate/layout.h"

namespace dbx::migrate {
namespace {

using database::Connection;
using database::Value;

constexpr std::string_view kColumns =
    "sequence, phase, status, started_at, seconds, row_count, seed, content_hash, details, who, "
    "tool_version";
constexpr std::string_view kNewColumns = ", finished_at, tokens, cost";

template <class T>
Value or_null(const std::optional<T>& value) {
  return value ? Value(*value) : Value();
}

std::optional<std::int64_t> number(const Value& value) {
  return text::to_int64(text_or_empty(value));
}

}  // namespace

Status append_run(Connection& connection, Run& run) {
  DBX_TRY(const auto last,
          connection.query("SELECT coalesce(max(sequence), 0) FROM db_assistant_runs"));
  run.sequence = number_or_zero(last.rows.at(0).at(0)) + 1;
  const Value values[] = {
      run.sequence,      run.phase,         run.status,          run.started_at,   run.seconds,
      or_null(run.rows), or_null(run.seed), run.content_hash,    run.details,      run.who,
      run.tool_version,  run.finished_at,   or_null(run.tokens), or_null(run.cost)};
  return connection.execute(
      fmt::format(
          "INSERT INTO db_assistant_runs ({}{}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, "
          "$10, $11, $12, $13, $14)",
          kColumns, kNewColumns),
      values);
}

Status finish_run(Connection& connection, const Run& run) {
  const Value values[] = {run.status,       run.finished_at, run.seconds, or_null(run.rows),
                          run.content_hash, run.details,     run.sequence};
  return connection.execute(
      "UPDATE db_assistant_runs SET status = $1, finished_at = $2, seconds = $3, row_count = $4, "
      "content_hash = $5, details = $6 WHERE sequence = $7",
      values);
}

Status start_run(Connection& connection, Run& run, Alone alone) {
  run.status = "started";
  if (run.started_at.empty()) run.started_at = utc_now();
  run.tool_version = DBX_VERSION;
  DBX_TRY(database::Transaction transaction, database::Transaction::begin(connection));
  DBX_CHECK_OK(ensure_ledger(connection));
  if (alone == Alone::kYes) DBX_CHECK_OK(close_lost_runs(connection));
  DBX_CHECK_OK(append_run(connection, run));
  DBX_CHECK_OK(transaction.commit());
  fault("run.recorded");
  return {};
}

void fail_run(Connection& connection, Run run, std::string_view where,
              const Diagnostics& problems) {
  run.status = "failed";
  run.finished_at = utc_now();
  const Diagnostic& first = problems.front();
  run.details =
      fmt::format("{}{}{}: {}", where, where.empty() ? "" : ": ", name(first.code), first.message);
  auto transaction = database::Transaction::begin(connection);
  if (transaction && finish_run(connection, run)) static_cast<void>(transaction->commit());
}

Status close_lost_runs(Connection& connection) {
  return connection.execute(
      "UPDATE db_assistant_runs SET status = 'lost' WHERE status = 'started' AND phase IN "
      "('apply', 'rollback', 'seed')");
}

Result<std::vector<Run>> read_runs(Connection& connection) {
  std::vector<Run> runs;
  DBX_TRY(const std::int64_t version, ledger_version(connection));
  if (version == 0) return runs;
  DBX_TRY(const auto found,
          connection.query(fmt::format("SELECT {}{} FROM db_assistant_runs ORDER BY sequence",
                                       kColumns, version < 2 ? "" : kNewColumns)));
  for (const auto& cells : found.rows) {
    Run run;
    run.sequence = number_or_zero(cells[0]);
    run.phase = text_or_empty(cells[1]);
    run.status = text_or_empty(cells[2]);
    run.started_at = text_or_empty(cells[3]);
    run.seconds = text::to_double(text_or_empty(cells[4])).value_or(0);
    run.rows = number(cells[5]);
    if (!text_or_empty(cells[6]).empty()) run.seed = text_or_empty(cells[6]);
    run.content_hash = text_or_empty(cells[7]);
    run.details = text_or_empty(cells[8]);
    run.who = text_or_empty(cells[9]);
    run.tool_version = text_or_empty(cells[10]);
    if (version >= 2) {
      run.finished_at = text_or_empty(cells[11]);
      run.tokens = number(cells[12]);
      run.cost = text::to_double(text_or_empty(cells[13]));
    }
    runs.push_back(std::move(run));
  }
  return runs;
}

}  // namespace dbx::migrate

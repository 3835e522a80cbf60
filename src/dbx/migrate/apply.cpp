// The steps of an apply, as a story: lock, look, refuse, record, run, check, record, commit.
#include "dbx/migrate/apply.h"

#include <fmt/format.h>
#include <pwd.h>
#include <unistd.h>

#include <algorithm>

#include "dbx/base/clock.h"
#include "dbx/base/fault.h"
#include "dbx/migrate/attempt.h"
#include "dbx/migrate/layout.h"
#include "dbx/spec/parse.h"

namespace dbx::migrate {
namespace {

using database::Connection;
using database::Transaction;

bool is_step_by_step(const Migration& migration) {
  return std::any_of(migration.steps.begin(), migration.steps.end(),
                     [](const Step& step) { return !step.transactional; });
}

Status record_start(Attempt& attempt) {
  attempt.run.phase = attempt.options.phase;
  attempt.run.started_at = attempt.started_at;
  attempt.run.details = attempt.migration.id;
  attempt.run.who = attempt.options.who;
  return start_run(attempt.connection, attempt.run, Alone::kYes);
}

Status run_whole(Attempt& attempt) {
  DBX_TRY(Transaction transaction, Transaction::begin(attempt.connection));
  DBX_TRY(const schema::Schema before, attempt.inspect(attempt.connection));
  DBX_CHECK_OK(check_start(attempt.migration, before));
  fault("apply.begun");
  const ApplyOptions& options = attempt.options;
  if (options.last_look) DBX_CHECK_OK(options.last_look());
  if (options.back_up && options.back_up_in_transaction && loses_data(attempt.migration)) {
    DBX_CHECK_OK(options.back_up(attempt.connection, before));
    fault("backup.taken");
  }
  for (std::size_t i = 0; i < attempt.migration.steps.size(); ++i) {
    DBX_CHECK_OK(run_step(attempt, i));
  }
  LedgerRow row = new_row(attempt, before);
  DBX_CHECK_OK(finish(attempt, row));
  fault("commit.before");
  DBX_CHECK_OK(transaction.commit());
  fault("commit.after");
  return {};
}

Status back_up_before(Attempt& attempt) {
  const ApplyOptions& options = attempt.options;
  if (!options.back_up || !loses_data(attempt.migration)) return {};
  // Steps that are committed one by one have no transaction that keeps writers out for all of them.
  if (options.back_up_in_transaction && !is_step_by_step(attempt.migration)) return {};
  DBX_TRY(const schema::Schema live, attempt.inspect(attempt.connection));
  if (options.back_up_in_transaction) {
    DBX_TRY(Transaction transaction, Transaction::begin(attempt.connection));
    DBX_CHECK_OK(options.back_up(attempt.connection, live));
    DBX_CHECK_OK(transaction.commit());
  } else {
    DBX_CHECK_OK(options.back_up(attempt.connection, live));
  }
  fault("backup.taken");
  return {};
}

Status run(Attempt& attempt) {
  DBX_CHECK_OK(back_up_before(attempt));
  if (is_step_by_step(attempt.migration)) return run_step_by_step(attempt);
  return with_retries(attempt.options.lock, [&] { return run_whole(attempt); });
}

// In a transaction, so that all of it is read at one time; nothing is written.
Result<bool> look(Attempt& attempt) {
  DBX_TRY(Transaction transaction, Transaction::begin(attempt.connection));
  return is_done_or_allowed(attempt);
}

}  // namespace

std::string recorded(const schema::Schema& schema) {
  return spec::print(schema::lift(schema, "recorded"));
}

LedgerRow new_row(const Attempt& attempt, const schema::Schema& before) {
  const Migration& migration = attempt.migration;
  LedgerRow row;
  row.id = migration.id;
  row.checksum = checksum(migration);
  row.plan_hash = plan_hash(migration);
  row.from_schema = migration.from;
  row.to_schema = migration.to;
  row.spec = migration.spec;
  row.status = kStatusPartial;
  row.steps_total = static_cast<std::int64_t>(migration.steps.size());
  row.applied_by = attempt.options.who;
  row.tool_version = DBX_VERSION;
  row.started_at = attempt.started_at;
  row.down = attempt.options.down;
  const bool known = !attempt.ledger.empty() && !attempt.ledger.back().schema_after.empty() &&
                     attempt.ledger.back().to_schema == migration.from;
  if (!known) row.schema_before = recorded(before);
  return row;
}

Status run_step(Attempt& attempt, std::size_t index) {
  const Step& step = attempt.migration.steps[index];
  fault("step.before");
  Status done = attempt.connection.execute(step.sql);
  if (done) {
    fault("step.after");
    return {};
  }
  Diagnostics problems = std::move(done).error();
  Diagnostic& first = problems.front();
  if (first.code == Code::kQueryFailed) first.code = Code::kStatementFailed;
  first.message =
      fmt::format("step {} of {} ({} {}) failed: {}", index + 1, attempt.migration.steps.size(),
                  step.kind, step.object, first.message);
  if (first.hint.find("max_locks_per_transaction") == std::string::npos) {
    first.hint = "everything was rolled back; the database is as before";
  }
  return fail(std::move(problems));
}

Status append_row(Attempt& attempt, LedgerRow& row) {
  if (attempt.options.undoes_partial) {
    LedgerRow& undone = attempt.ledger.back();
    undone.status = kStatusUndone;
    undone.intent.clear();
    DBX_CHECK_OK(update_ledger(attempt.connection, undone));
  }
  if (attempt.approval) {
    DBX_CHECK_OK(use_approval(attempt.connection, *attempt.approval, attempt.options.who));
  }
  return append_ledger(attempt.connection, row, attempt.ledger);
}

Status finish(Attempt& attempt, LedgerRow& row) {
  Connection& connection = attempt.connection;
  DBX_CHECK_OK(connection.verify_constraints());
  DBX_TRY(const schema::Schema after, attempt.inspect(connection));
  if (schema::fingerprint(after) != attempt.migration.to) {
    return fail(
        Code::kApplyDiverged, "the statements ran, but the schema is not the one that was planned",
        "everything was rolled back; this is a fault of dbx, please report it with the file");
  }
  fault("apply.checked");
  row.status = kStatusApplied;
  row.steps_done = row.steps_total;
  row.intent.clear();
  row.finished_at = utc_now();
  row.schema_after = recorded(after);
  DBX_CHECK_OK(row.sequence == 0 ? append_row(attempt, row) : update_ledger(connection, row));
  attempt.run.status = "done";
  attempt.run.finished_at = row.finished_at;
  attempt.run.seconds = attempt.watch.seconds();
  DBX_CHECK_OK(finish_run(connection, attempt.run));
  fault("ledger.written");
  return {};
}

Result<Applied> apply(Connection& connection, const Migration& migration, const Inspect& inspect,
                      const ApplyOptions& options) {
  Attempt attempt{connection, migration, inspect, options};
  attempt.started_at = utc_now();
  DBX_TRY(const MigrationLock lock, MigrationLock::take(connection, options.lock));
  const auto milliseconds = static_cast<int>(options.lock.statement_seconds * 1000);
  DBX_CHECK_OK(connection.set_lock_timeout(milliseconds));
  fault("apply.locked");
  Applied applied;
  DBX_TRY(applied.already, look(attempt));
  if (applied.already) return applied;
  if (options.confirm && loses_data(migration)) {
    DBX_TRY(const std::string name, connection.database_name());
    DBX_CHECK_OK(options.confirm(name));
  }
  applied.resumed = attempt.is_resumed();
  fault("apply.allowed");
  DBX_CHECK_OK(record_start(attempt));
  Status done = run(attempt);
  if (!done) {
    if (done.error().front().code != Code::kCommitUnknown) {
      attempt.run.seconds = attempt.watch.seconds();
      fail_run(connection, attempt.run, migration.id, done.error());
    }
    return fail(std::move(done).error());
  }
  applied.steps = static_cast<std::int64_t>(migration.steps.size());
  applied.seconds = attempt.watch.seconds();
  return applied;
}

Result<bool> was_applied(Connection& connection, const Migration& migration,
                         const LockOptions& options) {
  // The session whose answer was lost holds the lock for as long as it does anything.
  DBX_TRY(const MigrationLock lock, MigrationLock::take(connection, options));
  DBX_TRY(const std::vector<LedgerRow> ledger, read_ledger(connection));
  if (ledger.empty()) return false;
  const LedgerRow& last = ledger.back();
  return last.id == migration.id && last.plan_hash == plan_hash(migration) &&
         last.status == kStatusApplied;
}

std::string current_user() {
  const passwd* entry = ::getpwuid(::geteuid());
  return entry == nullptr ? std::to_string(::geteuid()) : entry->pw_name;
}

}  // namespace dbx::migrate

// The steps of an apply, as a story: look, refuse, run, check, record, commit.
#include "dbx/migrate/apply.h"

#include <fmt/format.h>
#include <pwd.h>
#include <unistd.h>

#include <algorithm>

#include "dbx/base/clock.h"
#include "dbx/base/text.h"
#include "dbx/migrate/ledger.h"

namespace dbx::migrate {
namespace {

using database::Connection;

// The migration that undoes this one, by name: M and M.down undo each other.
std::string opposite_id(const std::string& id) {
  constexpr std::string_view kDown = ".down";
  return id.ends_with(kDown) ? id.substr(0, id.size() - kDown.size()) : id + std::string(kDown);
}

// Is the migration in force: in the ledger, and not undone since?
Result<bool> is_applied(const Migration& migration, const std::vector<LedgerRow>& ledger) {
  const std::string opposite = opposite_id(migration.id);
  for (auto row = ledger.rbegin(); row != ledger.rend(); ++row) {
    if (row->id == opposite) return false;
    if (row->id != migration.id) continue;
    if (row->checksum == checksum(migration) && row->plan_hash == plan_hash(migration)) return true;
    return fail(Code::kChecksumMismatch,
                fmt::format("a different '{}' was applied on {}", migration.id, row->finished_at),
                "applied migrations do not change: plan the difference under a new name");
  }
  return false;
}

Status refuse_breaking(const Migration& migration, const ApplyOptions& options) {
  if (options.allow_breaking) return {};
  for (const Step& step : migration.steps) {
    if (step.risk != plan::Risk::kHigh) continue;
    return fail(Code::kBreakingChange,
                fmt::format("step '{} {}' loses data", step.kind, step.object),
                "read the plan, then say --allow-breaking");
  }
  return {};
}

// One transaction is all that this runner knows.
Status refuse_online(const Migration& migration) {
  const auto alone = std::count_if(migration.steps.begin(), migration.steps.end(),
                                   [](const Step& step) { return !step.transactional; });
  if (alone == 0) return {};
  return fail(Code::kNeedsOnlineApply,
              fmt::format("'{}' was planned with --online: {} cannot run in one transaction with "
                          "the others",
                          migration.id, text::plural(alone, "step")),
              "plan it without --online, or run the file's steps by hand, one by one");
}

Status check_start(const Migration& migration, const std::string& live) {
  if (live == migration.from) return {};
  if (live == migration.to) {
    return fail(Code::kPlanStale,
                "the database already looks as this migration would leave it, but its ledger does "
                "not say so",
                "somebody changed it by hand; plan again, which records the spec");
  }
  return fail(Code::kPlanStale, "the database has changed since this was planned",
              fmt::format("plan again; it starts from {} and the database is at {}",
                          migration.from.substr(0, 12), live.substr(0, 12)));
}

Status run_steps(Connection& connection, const Migration& migration) {
  int number = 0;
  for (const Step& step : migration.steps) {
    ++number;
    Status done = connection.execute(step.sql);
    if (done) continue;
    Diagnostics problems = std::move(done).error();
    Diagnostic& first = problems.front();
    if (first.code == Code::kQueryFailed) first.code = Code::kStatementFailed;
    first.message = fmt::format("step {} of {} ({} {}) failed: {}", number, migration.steps.size(),
                                step.kind, step.object, first.message);
    first.hint = "everything was rolled back; the database is as before";
    return fail(std::move(problems));
  }
  return {};
}

Status check_end(Connection& connection, const Migration& migration, const Inspect& inspect) {
  DBX_TRY(const schema::Schema after, inspect(connection));
  if (schema::fingerprint(after) == migration.to) return {};
  return fail(Code::kApplyDiverged,
              "the statements ran, but the schema is not the one that was planned",
              "everything was rolled back; this is a fault of dbx, please report it with the file");
}

LedgerRow ledger_row(const Migration& migration, const ApplyOptions& options,
                     const std::string& started_at) {
  LedgerRow row;
  row.id = migration.id;
  row.checksum = checksum(migration);
  row.plan_hash = plan_hash(migration);
  row.from_schema = migration.from;
  row.to_schema = migration.to;
  row.spec = migration.spec;
  row.status = "applied";
  row.steps_done = static_cast<std::int64_t>(migration.steps.size());
  row.steps_total = row.steps_done;
  row.applied_by = options.who;
  row.tool_version = DBX_VERSION;
  row.started_at = started_at;
  row.finished_at = utc_now();
  return row;
}

}  // namespace

Result<Applied> apply(Connection& connection, const Migration& migration, const Inspect& inspect,
                      const ApplyOptions& options) {
  const Stopwatch watch;
  const std::string started_at = utc_now();
  DBX_TRY(database::Transaction transaction, database::Transaction::begin(connection));
  DBX_TRY(const std::vector<LedgerRow> ledger, read_ledger(connection));
  DBX_CHECK_OK(verify_chain(ledger));
  DBX_TRY(const bool already, is_applied(migration, ledger));
  Applied applied;
  if (already) {
    applied.already = true;
    return applied;
  }
  DBX_CHECK_OK(refuse_online(migration));
  DBX_CHECK_OK(refuse_breaking(migration, options));
  DBX_TRY(const schema::Schema before, inspect(connection));
  DBX_CHECK_OK(check_start(migration, schema::fingerprint(before)));

  DBX_TRY(const bool has_ledger, ledger_exists(connection));
  if (!has_ledger) DBX_CHECK_OK(create_ledger(connection));
  DBX_CHECK_OK(run_steps(connection, migration));
  DBX_CHECK_OK(connection.verify_constraints());
  DBX_CHECK_OK(check_end(connection, migration, inspect));
  DBX_CHECK_OK(append_ledger(connection, ledger_row(migration, options, started_at), ledger));
  Run run;
  run.phase = "apply";
  run.status = "done";
  run.started_at = started_at;
  run.seconds = watch.seconds();
  run.details = migration.id;
  run.who = options.who;
  run.tool_version = DBX_VERSION;
  DBX_CHECK_OK(append_run(connection, run));
  DBX_CHECK_OK(transaction.commit());
  applied.steps = static_cast<std::int64_t>(migration.steps.size());
  applied.seconds = watch.seconds();
  return applied;
}

std::string current_user() {
  const passwd* entry = ::getpwuid(::geteuid());
  return entry == nullptr ? std::to_string(::geteuid()) : entry->pw_name;
}

}  // namespace dbx::migrate

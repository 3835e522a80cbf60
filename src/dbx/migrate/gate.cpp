// Every reason not to run a migration, looked for before anything is written.
#include <fmt/format.h>

#include <algorithm>

#include "dbx/migrate/attempt.h"

namespace dbx::migrate {
namespace {

// The migration that undoes this one, by name: M and M.down undo each other.
std::string opposite_id(const std::string& id) {
  constexpr std::string_view kDown = ".down";
  return id.ends_with(kDown) ? id.substr(0, id.size() - kDown.size()) : id + std::string(kDown);
}

// Is the migration in force: in the ledger, and not undone since?
Result<bool> is_applied(const Migration& migration, const std::vector<LedgerRow>& ledger) {
  const std::string opposite = opposite_id(migration.id);
  for (auto row = ledger.rbegin(); row != ledger.rend(); ++row) {
    if (row->id == opposite && row->status == kStatusApplied) return false;
    if (row->id != migration.id || row->status == kStatusUndone) continue;
    const bool same =
        row->checksum == checksum(migration) && row->plan_hash == plan_hash(migration);
    if (same) return row->status == kStatusApplied;
    return fail(Code::kChecksumMismatch,
                fmt::format("a different '{}' was applied on {}", migration.id, row->finished_at),
                "applied migrations do not change: plan the difference under a new name");
  }
  return false;
}

// What was half applied when its undoing was planned must be so still, under the lock.
Status check_partial_to_undo(const Attempt& attempt) {
  if (!attempt.options.undoes_partial) return {};
  const bool is_there = !attempt.ledger.empty() && attempt.ledger.back().status == kStatusPartial &&
                        attempt.ledger.back().id + ".down" == attempt.migration.id;
  if (is_there) return {};
  return fail(Code::kPlanStale, "what was half applied is not so any more",
              "somebody went on with it meanwhile; `dbx status` shows how it stands");
}

// Half of another migration: nothing else runs before it is finished or undone.
Status refuse_beside_partial(const Attempt& attempt) {
  if (attempt.ledger.empty() || attempt.options.undoes_partial) return {};
  const LedgerRow& last = attempt.ledger.back();
  if (last.status != kStatusPartial || last.id == attempt.migration.id) return {};
  return fail(Code::kPartialMigration,
              fmt::format("'{}' is half applied: {} of {} steps", last.id, last.steps_done,
                          last.steps_total),
              "apply it again to go on, or `dbx rollback` to undo it; nothing else runs before");
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

}  // namespace

bool loses_data(const Migration& migration) {
  return std::any_of(migration.steps.begin(), migration.steps.end(),
                     [](const Step& step) { return step.risk == plan::Risk::kHigh; });
}

Status check_start(const Migration& migration, const schema::Schema& live) {
  const std::string found = schema::fingerprint(live);
  if (found == migration.from) return {};
  if (found == migration.to) {
    return fail(Code::kPlanStale,
                "the database already looks as this migration would leave it, but its ledger does "
                "not say so",
                "somebody changed it by hand; plan again, which records the spec");
  }
  return fail(Code::kPlanStale, "the database has changed since this was planned",
              fmt::format("plan again; it starts from {} and the database is at {}",
                          migration.from.substr(0, 12), found.substr(0, 12)));
}

Result<bool> is_done_or_allowed(Attempt& attempt) {
  const Migration& migration = attempt.migration;
  const ApplyOptions& options = attempt.options;
  DBX_TRY(attempt.ledger, read_ledger(attempt.connection));
  DBX_CHECK_OK(verify_chain(attempt.ledger));
  DBX_TRY(const bool applied, is_applied(migration, attempt.ledger));
  if (applied) return true;
  DBX_CHECK_OK(check_partial_to_undo(attempt));
  DBX_CHECK_OK(refuse_beside_partial(attempt));
  DBX_CHECK_OK(refuse_breaking(migration, options));
  DBX_TRY(const schema::Schema live, attempt.inspect(attempt.connection));
  if (!attempt.is_resumed()) DBX_CHECK_OK(check_start(migration, live));
  if (options.require_approval && attempt.is_resumed()) {
    DBX_CHECK_OK(check_used_approval(attempt.connection, plan_hash(migration),
                                     attempt.ledger.back().started_at));
  } else if (options.require_approval) {
    DBX_TRY(attempt.approval,
            find_approval(attempt.connection, plan_hash(migration), schema::fingerprint(live)));
  }
  return false;
}

}  // namespace dbx::migrate

// Migrations that do not fit into one transaction. Runs of transactional steps are committed
// together with the ledger's count of them. A step outside a transaction is announced first
// (intent), run, and counted; where an apply finds an intent that is not counted, the catalog tells
// what became of it: done, not done, or broken, which is cleared away and done again.
#include <fmt/format.h>

#include "dbx/base/clock.h"
#include "dbx/base/fault.h"
#include "dbx/base/text.h"
#include "dbx/migrate/attempt.h"

namespace dbx::migrate {
namespace {

using database::Effect;
using database::Transaction;

class StepByStep {
 public:
  explicit StepByStep(Attempt& attempt) : attempt_(attempt) {}

  Status run() {
    if (attempt_.is_resumed()) {
      row_ = attempt_.ledger.back();
      committed_ = true;
      committed_steps_ = row_.steps_done;
      DBX_CHECK_OK(set_again());
    }
    const std::vector<Step>& steps = attempt_.migration.steps;
    for (std::size_t next = done(); next < steps.size(); next = done()) {
      Status ran = steps[next].transactional ? run_together(next) : run_alone(next);
      if (!ran) return say_partial(std::move(ran).error());
    }
    return {};
  }

 private:
  std::size_t done() const { return static_cast<std::size_t>(row_.steps_done); }
  bool is_last(std::size_t end) const { return end == attempt_.migration.steps.size(); }

  // Settings that steps before this place made hold for a session, and this is a new one.
  Status set_again() {
    for (std::size_t i = 0; i < done(); ++i) {
      const Step& step = attempt_.migration.steps[i];
      if (step.kind == "set") DBX_CHECK_OK(attempt_.connection.execute(step.sql));
    }
    return {};
  }

  // Writes the row as it is; the first time it is appended, and the start is checked with it.
  Status write_row() {
    if (row_.sequence != 0) return update_ledger(attempt_.connection, row_);
    DBX_TRY(const schema::Schema before, attempt_.inspect(attempt_.connection));
    DBX_CHECK_OK(check_start(attempt_.migration, before));
    row_ = new_row(attempt_, before);
    // What a half applied migration is undone to.
    row_.schema_before = recorded(before);
    return append_row(attempt_, row_);
  }

  // Counts the steps up to `end` in the open transaction, and commits.
  Status commit_up_to(std::size_t end, Transaction& transaction) {
    row_.steps_done = static_cast<std::int64_t>(end);
    row_.intent.clear();
    DBX_CHECK_OK(is_last(end) ? finish(attempt_, row_) : update_ledger(attempt_.connection, row_));
    fault("commit.before");
    DBX_CHECK_OK(transaction.commit());
    committed_ = true;
    committed_steps_ = row_.steps_done;
    fault("online.recorded");
    if (is_last(end)) fault("commit.after");
    return {};
  }

  Status run_together(std::size_t begin) {
    std::size_t end = begin;
    while (!is_last(end) && attempt_.migration.steps[end].transactional) ++end;
    const LedgerRow before = row_;
    return with_retries(attempt_.options.lock, [&]() -> Status {
      row_ = before;
      DBX_TRY(Transaction transaction, Transaction::begin(attempt_.connection));
      DBX_CHECK_OK(write_row());
      for (std::size_t i = begin; i < end; ++i) DBX_CHECK_OK(run_step(attempt_, i));
      return commit_up_to(end, transaction);
    });
  }

  Status run_alone(std::size_t index) {
    const Step& step = attempt_.migration.steps[index];
    Effect effect = Effect::kNone;
    if (row_.intent == step.sql) {
      DBX_TRY(effect, attempt_.connection.effect_of(step.sql));
    } else {
      // A step whose end could not be told must not begin.
      DBX_CHECK_OK(attempt_.connection.effect_of(step.sql));
      DBX_CHECK_OK(intend(step.sql));
    }
    if (effect == Effect::kBroken) DBX_CHECK_OK(attempt_.connection.clear_broken(step.sql));
    if (effect != Effect::kWhole) DBX_CHECK_OK(execute_alone(index));
    DBX_TRY(Transaction transaction, Transaction::begin(attempt_.connection));
    return commit_up_to(index + 1, transaction);
  }

  Status intend(const std::string& sql) {
    DBX_TRY(Transaction transaction, Transaction::begin(attempt_.connection));
    DBX_CHECK_OK(write_row());
    row_.intent = sql;
    DBX_CHECK_OK(update_ledger(attempt_.connection, row_));
    DBX_CHECK_OK(transaction.commit());
    committed_ = true;
    fault("online.intended");
    return {};
  }

  // What fails half way is cleared away, so that nothing unusable stays.
  Status execute_alone(std::size_t index) {
    const Step& step = attempt_.migration.steps[index];
    return with_retries(attempt_.options.lock, [&]() -> Status {
      Status done = run_step(attempt_, index);
      if (done) fault("online.executed");
      const auto effect = attempt_.connection.effect_of(step.sql);
      if (!effect || *effect != Effect::kBroken) return done;
      DBX_CHECK_OK(attempt_.connection.clear_broken(step.sql));
      if (!done) return done;
      return fail(Code::kStatementFailed,
                  fmt::format("step {} ({} {}) ended, and what it made is not usable", index + 1,
                              step.kind, step.object));
    });
  }

  // A failure after the first commit leaves a part.
  Status say_partial(Diagnostics problems) const {
    if (!committed_ || problems.front().code == Code::kCommitUnknown) {
      return fail(std::move(problems));
    }
    Diagnostic& first = problems.front();
    const Code why = first.code;
    first.code = Code::kPartialMigration;
    first.message = fmt::format("{} of {} steps are committed, then: {} ({})", committed_steps_,
                                attempt_.migration.steps.size(), first.message, name(why));
    first.hint =
        "mend what is in the way and apply the file again, which goes on from there; or `dbx "
        "rollback`, which undoes the part";
    return fail(std::move(problems));
  }

  Attempt& attempt_;
  LedgerRow row_;
  bool committed_ = false;
  std::int64_t committed_steps_ = 0;
};

}  // namespace

Status run_step_by_step(Attempt& attempt) { return StepByStep(attempt).run(); }

}  // namespace dbx::migrate

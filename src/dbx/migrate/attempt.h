// What the parts of an apply share; inside this folder only.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "dbx/base/clock.h"
#include "dbx/migrate/apply.h"
#include "dbx/migrate/approvals.h"
#include "dbx/migrate/ledger.h"
#include "dbx/migrate/runs.h"

namespace dbx::migrate {

// One call of apply(): what was asked for, and what was found.
struct Attempt {
  database::Connection& connection;
  const Migration& migration;
  const Inspect& inspect;
  const ApplyOptions& options;
  std::vector<LedgerRow> ledger = {};
  std::optional<Approval> approval = {};
  Run run = {};
  std::string started_at = {};
  Stopwatch watch = {};

  bool is_resumed() const {
    return !ledger.empty() && ledger.back().status == kStatusPartial && !options.undoes_partial;
  }
};

// gate.cpp. Is it in force already? Else every refusal; reads only. Errors: as apply().
Result<bool> is_done_or_allowed(Attempt& attempt);
// The database is where the plan starts, else plan-stale.
Status check_start(const Migration& migration, const schema::Schema& live);

// Runs the step. Errors: statement-failed and the engine's other codes, naming the step.
Status run_step(Attempt& attempt, std::size_t step);
// In the open transaction: constraints hold, the end is what was planned; then the ledger's row
// says applied, the approval is used up, the audit says done.
Status finish(Attempt& attempt, LedgerRow& row);
// The row as it is before any step.
LedgerRow new_row(const Attempt& attempt, const schema::Schema& before);
// At the end of the ledger; the approval is used up with it; where a partial one is undone by it,
// that one's row says so.
Status append_row(Attempt& attempt, LedgerRow& row);
// A schema as the ledger keeps it.
std::string recorded(const schema::Schema& schema);

// online.cpp
Status run_step_by_step(Attempt& attempt);

}  // namespace dbx::migrate

// Places at which a crash is worth trying. In the product a fault point does nothing; the crash
// tests link a fault() of their own that ends the process there (tests/crash).
// To add one: a call with a new name, and the name in kFaultPoints: the crash matrix fails where a
// listed point is never reached.
#pragma once

#include <array>
#include <string_view>

namespace dbx {

void fault(std::string_view point);

inline constexpr std::array<std::string_view, 18> kFaultPoints = {
    "apply.locked",      // the migration lock is ours, nothing was looked at
    "apply.allowed",     // every refusal was passed, nothing was written
    "run.recorded",      // the audit record is committed
    "backup.taken",      // the copy is compared
    "apply.begun",       // the transaction that changes things is open, the start checked
    "step.before",       // each statement
    "step.after",        //
    "apply.checked",     // the end is what was planned
    "ledger.written",    // the ledger's row stands in the open transaction
    "commit.before",     //
    "commit.after",      // committed, not yet said
    "online.intended",   // the intent of a statement outside a transaction is committed
    "online.executed",   // it ran, the ledger does not say so
    "online.recorded",   // the ledger says so
    "ledger.upgrading",  // the layout is half changed, in the open transaction
    "seed.unit",         // a part of the rows is committed, more is to come
    "seed.loaded",       // every row is in the open transaction, unproven
    "seed.committing",   // proven and recorded
};

}  // namespace dbx

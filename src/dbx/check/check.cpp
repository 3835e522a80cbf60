// The table of rules, in the order in which their findings are shown.
#include "dbx/check/check.h"

#include "dbx/check/context.h"

namespace dbx::check {
namespace {

using Rule = void (*)(Context&);

constexpr Rule kRules[] = {
    check_tables,              // is there anything?
    check_identifiers,         // names that an engine would refuse or cut
    check_duplicate_names,     // before anything is looked up by name
    check_columns_exist,       // keys, indexes, partitions, rates name columns of their table
    check_foreign_keys,        // to something, of the same type
    check_foreign_key_cycles,  // needs keys that resolve
    check_grain,               // every fact says what a row is
    check_grain_levels,        // and only one level of it
    check_snapshots,           // a snapshot's grain holds its period
    check_keys,                // surrogate and natural keys are two things
    check_expressions,         // no SQL beyond an expression in default and check
    check_view_sums,           // balances are not added up over time
    check_lookalikes,          // warnings from here on
    check_naming,
    check_date_dimension,
    check_money,
    check_measures,
    check_natural_keys,
    check_reserved_words,
    check_columns,
    check_indexes,
    check_traps,
};

}  // namespace

Diagnostics check(const spec::Spec& spec) {
  Context context(spec);
  for (const Rule rule : kRules) rule(context);
  return context.take();
}

void make_strict(Diagnostics& diagnostics) {
  for (Diagnostic& diagnostic : diagnostics) {
    if (diagnostic.severity == Severity::kWarning) diagnostic.severity = Severity::kError;
  }
}

}  // namespace dbx::check

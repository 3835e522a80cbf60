// Drift: a distribution whose parameters move with the row's date. `drift: {mean: 0.05}` lets
// `mean` grow by five percent a year, month by month; of categorical values the keys are the values
// whose weights grow: `drift: {online: 0.2, store: -0.1}`. The parameter of a month is base * (1 +
// rate) ^ (months since the first day / 12), whatever months follow. Pure, thread-safe.
#pragma once

#include "dbx/seed/generator.h"

namespace dbx::seed {

bool drifts(const spec::Fill& fill);
// The fill's generator with the parameters of the row's month. Errors: bad-fill.
Result<GeneratorPtr> drifting(const spec::Fill& fill, const Request& request);

}  // namespace dbx::seed

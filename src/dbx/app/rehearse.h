// How long will it take? A migration is run on sandboxes that hold synthetic rows in the
// proportions of the live tables, at three sizes, each statement timed; a straight line through the
// three tells the time at the live size. No row of the live database is copied.
#pragma once

#include <span>

#include "dbx/app/plan.h"
#include "dbx/base/result.h"
#include "dbx/dialect/dialect.h"

namespace dbx::app {

// Errors: cannot-rehearse (the plan starts from a file; rows cannot be made for the schema; the
// migration fails on rows).
Result<Rehearsal> rehearse(const dialect::Dialect& dialect, const Planned& planned,
                           const PlanRequest& request);

struct Forecast {
  double expected = 0;
  double low = 0;
  double high = 0;
};
// y at `x` by least squares through the points, with the prediction interval of 80 % (Draper and
// Smith, Applied Regression Analysis, 1.4), never less than 0. Where x was measured, what was
// measured there.
Forecast forecast(std::span<const double> xs, std::span<const double> ys, double x);

}  // namespace dbx::app

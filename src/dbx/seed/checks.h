// What a simple check says about one column: `status in ('open', 'closed')`, `quantity > 0`,
// `rate between 0 and 1`, joined by AND. Other expressions say nothing here. Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dbx/seed/infer.h"
#include "dbx/spec/spec.h"

namespace dbx::seed {

struct CheckReading {
  std::optional<double> low;  // included
  std::optional<double> high;
  std::vector<std::string> values;  // of IN; empty: any
};

// Reads the column's own check and the table's.
CheckReading read_checks(const spec::Table& table, const spec::Column& column);
// `inferred` narrowed so that every value passes.
Inferred within_checks(Inferred inferred, const CheckReading& reading, const spec::Column& column);

}  // namespace dbx::seed

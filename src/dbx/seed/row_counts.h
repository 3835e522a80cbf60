// How many rows each table gets, and in what order tables are filled. Pure.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "dbx/base/result.h"
#include "dbx/seed/seed.h"
#include "dbx/spec/spec.h"

namespace dbx::seed {

struct RowCount {
  std::int64_t rows = 0;
  std::string why;
  bool by_default = true;
};

// Everything wrong with the options: unknown-table (nearest name in the hint), bad-row-count,
// bad-fill (an unknown locale).
Diagnostics check_options(const spec::Spec& spec, const Options& options);
// Options must be free of problems. At most kRowsMax.
RowCount row_count(const spec::Table& table, const Options& options);

// Parents before children; keys that may be NULL are given up where a cycle leaves no other way.
// Errors: cannot-fill, naming a cycle of keys that take no NULL.
Result<std::vector<spec::TablePlace>> fill_order(const spec::Spec& spec);

}  // namespace dbx::seed

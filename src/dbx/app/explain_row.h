// One row of a seed, made alone: every cell is a pure function of its address.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "dbx/app/seed_plan.h"
#include "dbx/base/result.h"

namespace dbx::app {

struct RowRequest {
  std::string table;
  std::int64_t row = 1;  // from 1
  std::string target;    // a spec file; empty: the spec recorded in the database
  std::string database;
  SeedWishes wishes;
};

struct ExplainedCell {
  std::string column;
  std::string value;  // as it is stored; NULL is "NULL"
  std::string generator;
  std::string why;
  std::string defect;  // where it is spoiled: which way
  std::string clean;   // and what it should be
};

struct ExplainedRow {
  std::string table;
  std::int64_t row = 0;
  std::int64_t rows = 0;
  std::uint64_t seed = 0;
  std::vector<ExplainedCell> cells;
  std::string repeats;  // the key of the row that it repeats, where it is a duplicate
};

// Errors: unknown-table, unknown-row, those of the spec and of plan_seed().
Result<ExplainedRow> explain_row(const RowRequest& request);

}  // namespace dbx::app

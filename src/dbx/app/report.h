// What is in a table: counts, distributions, percentiles.
#pragma once

#include <string>
#include <vector>

#include "dbx/base/result.h"
#include "dbx/quality/quality.h"

namespace dbx::app {

struct ReportRequest {
  std::string table;
  std::string database;
  std::vector<double> percentiles;  // 0 to 100
};

// Errors: unknown-table with the nearest one.
Result<quality::TableReport> report(const ReportRequest& request);

}  // namespace dbx::app

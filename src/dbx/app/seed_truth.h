// The truth about defects that were made on purpose: db_assistant_truth, a row for each.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "dbx/base/result.h"
#include "dbx/database/database.h"
#include "dbx/seed/dirt.h"

namespace dbx::app {

// Adds the truth about these rows of the table, in the open transaction; makes the table where it
// is missing. How many there were.
Result<std::int64_t> record_truth(database::Connection& connection, database::BulkLoader& loader,
                                  const seed::DirtyTable& table, database::RowRange rows);
// Takes away what was said of these tables.
Status forget_truth(database::Connection& connection, const std::vector<std::string>& tables);

// The truths about rows of a table as a source of rows: table_name, row_number, row_key,
// column_name, defect, clean, dirty.
class TruthSource final : public database::RowSource {
 public:
  TruthSource(std::string table, std::vector<seed::Truth> truths);
  const std::string& table() const override { return name_; }
  std::span<const database::BulkColumn> columns() const override { return columns_; }
  std::int64_t row_count() const override { return static_cast<std::int64_t>(truths_.size()); }
  void fill(database::RowRange rows, std::span<database::ColumnBatch> batch) const override;

 private:
  std::string name_ = "db_assistant_truth";
  std::string about_;
  std::vector<seed::Truth> truths_;
  std::vector<database::BulkColumn> columns_;
};

}  // namespace dbx::app

// A RowSource as a table function of DuckDB's: SELECT ... FROM it makes the rows as they are read,
// on as many threads as the load has.
#pragma once

#include <memory>
#include <string>

#include "dbx/database/database.h"
#include "dbx/dialect/duckdb/connection.h"

namespace dbx::dialect::duckdb {

// Registered for the life of the database; it gives rows during the life of this object.
class RowsFunction {
 public:
  // Errors: query-failed.
  static Result<RowsFunction> make(DuckdbConnection& connection, const database::RowSource& source,
                                   const database::LoadOptions& options);
  RowsFunction(RowsFunction&&) noexcept = default;
  RowsFunction& operator=(RowsFunction&&) = delete;
  ~RowsFunction();

  // SELECT of every column under its own name and type, from the function.
  const std::string& select() const { return select_; }

  struct Job;

 private:
  RowsFunction(std::shared_ptr<Job> job, std::string select)
      : job_(std::move(job)), select_(std::move(select)) {}

  std::shared_ptr<Job> job_;
  std::string select_;
};

}  // namespace dbx::dialect::duckdb

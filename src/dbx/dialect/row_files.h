// Rows as files, by way of DuckDB.
#pragma once

#include <string>

#include "dbx/base/result.h"
#include "dbx/database/database.h"

namespace dbx::dialect {

enum class FileFormat { kParquet, kCsv };

// Writes every row of the source, in order, so that equal rows are equal bytes; a CSV begins with
// the columns' names. The file's folder must be there. One at a time, with an engine of its own.
class RowFiles {
 public:
  // Errors: no-connection.
  static Result<RowFiles> open();
  // Errors: file-not-writable, no-space, interrupted; no file is left then.
  Status write(const database::RowSource& source, const std::string& path, FileFormat format,
               const database::LoadOptions& options);

 private:
  explicit RowFiles(std::unique_ptr<database::Connection> connection)
      : connection_(std::move(connection)) {}
  std::unique_ptr<database::Connection> connection_;
};

}  // namespace dbx::dialect

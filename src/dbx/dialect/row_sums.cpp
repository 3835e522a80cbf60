// One query a table, on either side.
#include "dbx/dialect/row_sums.h"

#include <fmt/format.h>

#include <filesystem>

#include "dbx/base/text.h"

namespace dbx::dialect {

using schema::Table;

std::string column_list(const Dialect& dialect, const Table& table, bool stored_only) {
  std::vector<std::string> columns;
  for (const schema::Column& column : table.columns) {
    if (stored_only && !column.generated.empty()) continue;
    columns.push_back(dialect.quote(column.name));
  }
  return text::join(columns, ", ");
}

Status compare_rows(const Dialect& dialect, database::Connection& original,
                    database::Connection& copy, const schema::Schema& tables) {
  for (const Table& table : tables.tables) {
    DBX_TRY(const RowSum wanted, dialect.row_sum(original, table));
    DBX_TRY(const RowSum found, dialect.row_sum(copy, table));
    if (found == wanted) continue;
    return fail(Code::kBackupFailed,
                fmt::format("the copy of {} has {} that are not those of the original ({})",
                            schema::print(schema::name_of(table)), text::plural(found.rows, "row"),
                            wanted.rows),
                "nothing destructive was run");
  }
  return {};
}

Status keep_or_discard(Status done, const std::string& path) {
  if (done) return done;
  std::error_code ignored;
  std::filesystem::remove(path, ignored);
  Diagnostics problems = std::move(done).error();
  problems.front().code = Code::kBackupFailed;
  return fail(std::move(problems));
}

}  // namespace dbx::dialect

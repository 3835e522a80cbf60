// A copy of the whole file, opened again and compared. No other process can write meanwhile: DuckDB
// lets one in.
#include <fmt/format.h>

#include <filesystem>

#include "dbx/base/text.h"
#include "dbx/dialect/duckdb/duckdb.h"
#include "dbx/dialect/row_sums.h"

namespace dbx::dialect::duckdb {
namespace {

Result<std::string> file_of(database::Connection& connection) {
  DBX_TRY(const auto found, connection.query("SELECT path FROM duckdb_databases() WHERE "
                                             "database_name = current_database()",
                                             {}));
  if (!found.rows.empty() && std::holds_alternative<std::string>(found.rows[0][0])) {
    return database::to_text(found.rows[0][0]);
  }
  return fail(Code::kBackupFailed, "a database in memory cannot be backed up",
              "name a file: duckdb:warehouse.duckdb");
}

Status copy(database::Connection& connection, const std::string& path) {
  DBX_TRY(const std::string file, file_of(connection));
  DBX_CHECK_OK(connection.execute("CHECKPOINT", {}));  // nothing is left in the log
  std::error_code error;
  std::filesystem::copy_file(file, path, std::filesystem::copy_options::overwrite_existing, error);
  if (!error) return {};
  return fail(Code::kBackupFailed, fmt::format("'{}' cannot be written: {}", path, error.message()),
              "nothing destructive was run");
}

Status check(database::Connection& original, const schema::Schema& tables,
             const std::string& path) {
  ConnectOptions options;
  options.access = Access::kReadOnly;
  DBX_TRY(const auto restored, connect("duckdb:" + path, options));
  return compare_rows(instance(), original, *restored, tables);
}

}  // namespace

Result<RowSum> row_sum(database::Connection& connection, const schema::Table& table) {
  DBX_TRY(const auto found,
          connection.query(
              fmt::format("SELECT count(*), coalesce(sum(hash({})::HUGEINT), 0)::VARCHAR FROM {}",
                          column_list(instance(), table, false), quote(schema::name_of(table))),
              {}));
  const auto& cells = found.rows.at(0);
  return RowSum{text::to_int64(database::to_text(cells[0])).value_or(0),
                database::to_text(cells[1])};
}

Status back_up(database::Connection& connection, const schema::Schema& tables,
               const std::string& path) {
  Status done = copy(connection, path);
  if (done) done = check(connection, tables, path);
  return keep_or_discard(std::move(done), path);
}

}  // namespace dbx::dialect::duckdb

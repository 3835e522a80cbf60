// Opening a SQLite file, running statements, reading rows.
#include <fmt/format.h>

#include <filesystem>

#include "dbx/base/text.h"
#include "dbx/dialect/sqlite/functions.h"
#include "dbx/dialect/sqlite/reader.h"
#include "dbx/dialect/sqlite/sqlite.h"
#include "dbx/dialect/sqlite/statement.h"

namespace dbx::dialect::sqlite {
namespace {

using database::ResultSet;
using database::Value;

Diagnostic open_error(const std::string& path, int code, std::string_view message) {
  Diagnostic diagnostic;
  diagnostic.code = Code::kNoConnection;
  diagnostic.message = fmt::format("cannot open '{}': {}", path, message);
  diagnostic.hint = "check that the folder exists and may be written to";
  if (code == SQLITE_NOTADB || code == SQLITE_CORRUPT) {
    diagnostic.code = Code::kNotADatabase;
    diagnostic.message = fmt::format("'{}' is not a SQLite file", path);
    diagnostic.hint = "name another file; this one is unchanged";
  } else if (code == SQLITE_BUSY || code == SQLITE_LOCKED) {
    diagnostic.code = Code::kDatabaseLocked;
    diagnostic.message =
        fmt::format("'{}' is being written: {} holds its lock", path, holder_of(path));
    diagnostic.hint = "SQLite lets one process write at a time; wait for it or stop it";
  }
  return diagnostic;
}

Status check_path(const std::string& path, const ConnectOptions& options) {
  std::error_code error;
  if (std::filesystem::is_directory(path, error)) {
    return fail(Code::kNoConnection, fmt::format("'{}' is a directory, not a database", path),
                "name a file inside it, for example sqlite:" + path + "/warehouse.sqlite");
  }
  if (!options.create && !std::filesystem::exists(path, error)) {
    return fail(Code::kNoConnection, fmt::format("no database '{}'", path),
                "`dbx apply` makes it; or name another with --database");
  }
  return {};
}

}  // namespace

SqliteConnection::~SqliteConnection() {
  if (in_transaction_) static_cast<void>(rollback());
  sqlite3_close_v2(database_);
}

Result<ResultSet> SqliteConnection::query(std::string_view sql, std::span<const Value> parameters) {
  StatementHandle handle;
  const char* tail = nullptr;
  if (sqlite3_prepare_v2(database_, sql.data(), static_cast<int>(sql.size()), &handle.statement,
                         &tail) != SQLITE_OK) {
    return fail(statement_error(database_, sql));
  }
  if (tail != nullptr &&
      !text::trim(sql.substr(static_cast<std::size_t>(tail - sql.data()))).empty()) {
    return fail(Code::kQueryFailed, "more than one statement where one is due");
  }
  for (std::size_t i = 0; i < parameters.size(); ++i) {
    if (bind(handle.statement, static_cast<int>(i) + 1, parameters[i]) != SQLITE_OK) {
      return fail(statement_error(database_, sql));
    }
  }
  ResultSet set;
  const int columns = sqlite3_column_count(handle.statement);
  for (int i = 0; i < columns; ++i)
    set.columns.emplace_back(sqlite3_column_name(handle.statement, i));
  set.is_numeric.assign(static_cast<std::size_t>(columns), true);
  while (true) {
    const int step = sqlite3_step(handle.statement);
    if (step == SQLITE_DONE) break;
    if (step != SQLITE_ROW) return fail(statement_error(database_, sql));
    std::vector<Value>& cells = set.rows.emplace_back();
    cells.reserve(static_cast<std::size_t>(columns));
    for (int i = 0; i < columns; ++i) {
      cells.push_back(read_cell(handle.statement, i));
      if (std::holds_alternative<std::string>(cells.back())) {
        set.is_numeric[static_cast<std::size_t>(i)] = false;
      }
    }
  }
  return set;
}

Status SqliteConnection::execute(std::string_view sql, std::span<const Value> parameters) {
  DBX_TRY([[maybe_unused]] const ResultSet ignored, query(sql, parameters));
  return {};
}

Status SqliteConnection::execute_script(std::string_view sql) {
  const std::string text(sql);
  if (sqlite3_exec(database_, text.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK) return {};
  return fail(statement_error(database_, sql));
}

Status SqliteConnection::begin() {
  // At once for writing: two that began by reading could never both go on.
  const bool read_only = sqlite3_db_readonly(database_, "main") == 1;
  DBX_CHECK_OK(execute(read_only ? "BEGIN" : "BEGIN IMMEDIATE", {}));
  in_transaction_ = true;
  return {};
}

Status SqliteConnection::commit() {
  DBX_CHECK_OK(execute("COMMIT", {}));
  in_transaction_ = false;
  return {};
}

Status SqliteConnection::rollback() {
  in_transaction_ = false;
  if (sqlite3_get_autocommit(database_) != 0) return {};  // an error rolled back already
  return execute("ROLLBACK", {});
}

void SqliteConnection::cancel() { sqlite3_interrupt(database_); }

Result<bool> SqliteConnection::has_table(std::string_view name) {
  const Value values[] = {std::string(name)};
  DBX_TRY(const ResultSet found,
          query("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = $1 COLLATE NOCASE",
                values));
  return !found.rows.empty();
}

Status SqliteConnection::verify_constraints() {
  DBX_TRY(const ResultSet tables,
          query("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name", {}));
  for (const auto& row : tables.rows) {
    const std::string name = database::to_text(row[0]);
    const auto orphans = query(
        fmt::format("SELECT \"table\", parent FROM pragma_foreign_key_check({})", quote_text(name)),
        {});
    // A key to columns without a unique key is SQLite's own error; nobody can hold it.
    if (!orphans || orphans->rows.empty()) continue;
    return fail(Code::kOrphanRows,
                fmt::format("{} of {} without a row in {}",
                            text::plural(static_cast<std::int64_t>(orphans->rows.size()), "row"),
                            name, database::to_text(orphans->rows[0][1])),
                "mend the rows, or leave the foreign key out");
  }
  return {};
}

Result<std::unique_ptr<database::Connection>> connect(std::string_view url,
                                                      const ConnectOptions& options) {
  std::string path(url.substr(url.find(':') + 1));
  if (path.starts_with("//")) path.erase(0, 2);
  if (path.empty()) {
    return fail(Code::kBadUrl, fmt::format("'{}' names no file", url),
                "write sqlite:warehouse.sqlite, or sqlite::memory:");
  }
  const bool in_memory = path == ":memory:";
  if (!in_memory) DBX_CHECK_OK(check_path(path, options));
  const int flags = options.access != Access::kReadWrite && !in_memory
                        ? SQLITE_OPEN_READONLY
                        : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
  sqlite3* database = nullptr;
  const int opened = sqlite3_open_v2(path.c_str(), &database, flags, nullptr);
  auto connection = std::make_unique<SqliteConnection>(database);
  if (opened != SQLITE_OK) {
    return fail(
        open_error(path, opened, database == nullptr ? "no memory" : sqlite3_errmsg(database)));
  }
  sqlite3_busy_timeout(database, kBusyMilliseconds);
  add_functions(database);
  for (const char* setting : {"PRAGMA foreign_keys = OFF", "PRAGMA trusted_schema = ON",
                              "SELECT count(*) FROM sqlite_master"}) {
    const auto done = connection->execute(setting, {});
    if (!done) return fail(open_error(path, sqlite3_errcode(database), sqlite3_errmsg(database)));
  }
  if (options.access == Access::kReader) {
    DBX_TRY(auto session, make_reader_session(std::move(connection)));
    return make_reader(std::move(session), options.caps);
  }
  return std::unique_ptr<database::Connection>(std::move(connection));
}

}  // namespace dbx::dialect::sqlite

// Opening a DuckDB file, running statements, reading rows: everything that touches the C API but
// bulk.
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <iterator>

#include "dbx/base/text.h"
#include "dbx/dialect/duckdb/duckdb.h"
#include "dbx/dialect/duckdb/reader.h"
#include "dbx/dialect/duckdb/statement.h"

namespace dbx::dialect::duckdb {
namespace {

using database::ResultSet;
using database::Value;

Diagnostic open_error(const std::string& path, std::string_view message) {
  Diagnostic diagnostic;
  const auto says = [&](std::string_view words) {
    return message.find(words) != std::string_view::npos;
  };
  const std::string first(message.substr(0, message.find('\n')));
  if (says("Could not set lock") || says("Conflicting lock")) {
    diagnostic.code = Code::kDatabaseLocked;
    diagnostic.message = fmt::format("'{}' is open in another process: {}", path, first);
    diagnostic.hint = "DuckDB lets one process write a file at a time; wait for it or stop it";
  } else if (says("newer version") || says("version number") || says("storage version")) {
    diagnostic.code = Code::kDatabaseNewer;
    diagnostic.message = fmt::format("'{}' was written by another DuckDB: {}", path, first);
    diagnostic.hint = fmt::format("this dbx carries DuckDB {}", duckdb_library_version());
  } else if (says("not a valid DuckDB database")) {
    diagnostic.code = Code::kNotADatabase;
    diagnostic.message = fmt::format("'{}' is not a DuckDB file", path);
    diagnostic.hint = "name another file; this one is unchanged";
  } else if (says("Corrupt database file")) {
    diagnostic.code = Code::kNotADatabase;
    diagnostic.message = fmt::format("'{}' is damaged: {}", path, first);
    diagnostic.hint = "restore it from a backup; this one is unchanged";
  } else {
    diagnostic.code = Code::kNoConnection;
    diagnostic.message = fmt::format("cannot open '{}': {}", path, first);
    diagnostic.hint = "check that the folder exists and may be written to";
  }
  return diagnostic;
}

Status check_path(const std::string& path, const ConnectOptions& options) {
  std::error_code error;
  if (std::filesystem::is_directory(path, error)) {
    return fail(Code::kNoConnection, fmt::format("'{}' is a directory, not a database", path),
                "name a file inside it, for example duckdb:" + path + "/warehouse.duckdb");
  }
  if (!options.create && !std::filesystem::exists(path, error)) {
    return fail(Code::kNoConnection, fmt::format("no database '{}'", path),
                "`dbx apply` makes it; or name another with --database");
  }
  return {};
}

}  // namespace

Diagnostic statement_error(std::string_view sql, std::string_view engine_message) {
  Diagnostic diagnostic;
  const auto says = [&](std::string_view words) {
    return engine_message.find(words) != std::string_view::npos;
  };
  diagnostic.code = Code::kQueryFailed;
  if (says("No space left") || says("File too large")) diagnostic.code = Code::kNoSpace;
  if (engine_message.starts_with("INTERRUPT")) diagnostic.code = Code::kInterrupted;
  diagnostic.message = std::string(engine_message.substr(0, engine_message.find('\n')));
  if (diagnostic.code == Code::kQueryFailed) {
    const std::string_view start = text::trim(sql).substr(0, 200);
    diagnostic.hint = fmt::format("the statement begins: {}", start.substr(0, start.find('\n')));
  }
  return diagnostic;
}

DuckdbConnection::~DuckdbConnection() {
  if (in_transaction_) static_cast<void>(rollback());
  duckdb_disconnect(&connection_);
  duckdb_close(&database_);
}

Result<ResultSet> DuckdbConnection::query(std::string_view sql, std::span<const Value> parameters) {
  std::string text(sql);
  StatementHandle prepared;
  if (duckdb_prepare(connection_, text.c_str(), &prepared.statement) != DuckDBSuccess) {
    return fail(statement_error(sql, words_of(duckdb_prepare_error(prepared.statement))));
  }
  ResultSet set;
  const bool returns_rows =
      duckdb_prepared_statement_type(prepared.statement) == DUCKDB_STATEMENT_TYPE_SELECT;
  if (returns_rows) describe(prepared.statement, set);
  StatementHandle wrapped;
  if (const std::string wrapper = with_text_columns(sql, prepared.statement); !wrapper.empty()) {
    if (duckdb_prepare(connection_, wrapper.c_str(), &wrapped.statement) != DuckDBSuccess) {
      return fail(statement_error(sql, words_of(duckdb_prepare_error(wrapped.statement))));
    }
  }
  duckdb_prepared_statement statement =
      wrapped.statement != nullptr ? wrapped.statement : prepared.statement;
  for (std::size_t i = 0; i < parameters.size(); ++i) {
    if (bind(statement, i + 1, parameters[i]) != DuckDBSuccess) {
      return fail(Code::kQueryFailed, fmt::format("parameter {} does not bind", i + 1));
    }
  }
  ResultHandle handle;
  if (duckdb_execute_prepared(statement, &handle.result) != DuckDBSuccess) {
    return fail(statement_error(sql, words_of(duckdb_result_error(&handle.result))));
  }
  if (!returns_rows) return set;
  const std::vector<duckdb_type> types = column_types(handle.result);
  while (duckdb_data_chunk chunk = duckdb_fetch_chunk(handle.result)) {
    std::vector<std::vector<Value>> rows = read_chunk(chunk, types);
    std::move(rows.begin(), rows.end(), std::back_inserter(set.rows));
    duckdb_destroy_data_chunk(&chunk);
  }
  return set;
}

Status DuckdbConnection::execute(std::string_view sql, std::span<const Value> parameters) {
  DBX_TRY([[maybe_unused]] const ResultSet ignored, query(sql, parameters));
  return {};
}

Status DuckdbConnection::execute_script(std::string_view sql) {
  ResultHandle handle;
  const std::string text(sql);
  if (duckdb_query(connection_, text.c_str(), &handle.result) == DuckDBSuccess) return {};
  return fail(statement_error(sql, words_of(duckdb_result_error(&handle.result))));
}

Status DuckdbConnection::begin() {
  DBX_CHECK_OK(execute("BEGIN TRANSACTION", {}));
  in_transaction_ = true;
  return {};
}

Status DuckdbConnection::commit() {
  DBX_CHECK_OK(execute("COMMIT", {}));
  in_transaction_ = false;
  return {};
}

Status DuckdbConnection::rollback() {
  in_transaction_ = false;
  return execute("ROLLBACK", {});
}

void DuckdbConnection::cancel() { duckdb_interrupt(connection_); }

Result<bool> DuckdbConnection::has_table(std::string_view name) {
  const Value values[] = {std::string(name)};
  DBX_TRY(const ResultSet found,
          query("SELECT 1 FROM duckdb_tables() WHERE database_name = current_database() AND "
                "schema_name = 'main' AND table_name = $1",
                values));
  return !found.rows.empty();
}

Result<std::string> DuckdbConnection::database_name() {
  DBX_TRY(
      const ResultSet found,
      query("SELECT path FROM duckdb_databases() WHERE database_name = current_database()", {}));
  const bool named = !found.rows.empty() && std::holds_alternative<std::string>(found.rows[0][0]);
  if (!named) return std::string(":memory:");
  return std::filesystem::path(database::to_text(found.rows[0][0])).filename().string();
}

namespace {

// An instance in memory: DuckDB 1.4 replays a write-ahead log with function defaults (sequences,
// current_timestamp) only where a default database is set, which opening the file itself does not
// do (duckdb#18259): after a crash the file could not be opened. So files are attached.
Result<std::unique_ptr<DuckdbConnection>> open_instance() {
  duckdb_config config = nullptr;
  duckdb_create_config(&config);
  // Nothing that dbx runs needs the network or code from elsewhere.
  duckdb_set_config(config, "autoinstall_known_extensions", "false");
  duckdb_set_config(config, "allow_community_extensions", "false");
  duckdb_set_config(config, "preserve_insertion_order", "false");
  duckdb_database database = nullptr;
  char* error = nullptr;
  const duckdb_state state = duckdb_open_ext(nullptr, &database, config, &error);
  duckdb_destroy_config(&config);
  duckdb_connection connection = nullptr;
  if (state != DuckDBSuccess || duckdb_connect(database, &connection) != DuckDBSuccess) {
    const std::string words = error == nullptr ? "unknown error" : error;
    duckdb_free(error);
    duckdb_close(&database);
    return fail(Code::kNoConnection, fmt::format("DuckDB does not start: {}", words));
  }
  return std::make_unique<DuckdbConnection>(database, connection);
}

Status attach(DuckdbConnection& connection, const std::string& path, Access access) {
  const bool reads = access != Access::kReadWrite;
  const std::string file = quote_text(path);
  const std::string writing = fmt::format("ATTACH {} AS warehouse (TYPE duckdb)", file);
  const std::string reading = fmt::format("ATTACH {} AS warehouse (TYPE duckdb, READ_ONLY)", file);
  auto attached = connection.execute(reads ? reading : writing, {});
  // What a process left in the log when it ended early has to be written into the file first, as
  // SQLite's readers do too: a reader of DuckDB's cannot.
  const bool needs_recovery =
      !attached && reads &&
      attached.error().front().message.find("replaying WAL") != std::string::npos;
  if (needs_recovery && connection.execute(writing, {}) &&
      connection.execute("CHECKPOINT warehouse", {})) {
    DBX_CHECK_OK(connection.execute("DETACH warehouse", {}));
    attached = connection.execute(reading, {});
  }
  if (!attached) return fail(open_error(path, attached.error().front().message));
  DBX_CHECK_OK(connection.execute("USE warehouse", {}));
  if (reads) {
    // A reader touches no other file (facts: DuckDB READ_ONLY alone lets COPY and read_text
    // through).
    DBX_CHECK_OK(connection.execute("SET enable_external_access = false", {}));
  }
  return {};
}

}  // namespace

Result<std::unique_ptr<database::Connection>> connect(std::string_view url,
                                                      const ConnectOptions& options) {
  std::string path(url.substr(url.find(':') + 1));
  if (path.starts_with("//")) path.erase(0, 2);
  if (path.empty()) {
    return fail(Code::kBadUrl, fmt::format("'{}' names no file", url),
                "write duckdb:warehouse.duckdb, or duckdb::memory:");
  }
  DBX_TRY(auto connection, open_instance());
  if (path != ":memory:") {
    DBX_CHECK_OK(check_path(path, options));
    DBX_CHECK_OK(attach(*connection, path, options.access));
  }
  if (options.access == Access::kReader) {
    DBX_TRY(auto session, make_reader_session(std::move(connection), options.caps));
    return make_reader(std::move(session), options.caps);
  }
  return std::unique_ptr<database::Connection>(std::move(connection));
}

}  // namespace dbx::dialect::duckdb

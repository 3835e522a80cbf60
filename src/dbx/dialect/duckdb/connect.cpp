// Opening a DuckDB file, running statements, reading rows: everything that touches the C API but
// bulk.
#include <fmt/format.h>

#include <filesystem>

#include "dbx/base/text.h"
#include "dbx/dialect/duckdb/duckdb.h"

namespace dbx::dialect::duckdb {
namespace {

using database::ResultSet;
using database::Value;

// Frees what the C API hands out, at the end of the scope.
class StatementHandle {
 public:
  ~StatementHandle() { duckdb_destroy_prepare(&statement); }
  duckdb_prepared_statement statement = nullptr;
};
class ResultHandle {
 public:
  ~ResultHandle() { duckdb_destroy_result(&result); }
  duckdb_result result{};
};

// Where memory ended the engine has no words either.
std::string_view words_of(const char* error) { return error == nullptr ? "out of memory" : error; }

duckdb_state bind(duckdb_prepared_statement statement, idx_t position, const Value& value) {
  struct Binder {
    duckdb_prepared_statement statement;
    idx_t position;
    duckdb_state operator()(std::monostate) const { return duckdb_bind_null(statement, position); }
    duckdb_state operator()(bool truth) const {
      return duckdb_bind_boolean(statement, position, truth);
    }
    duckdb_state operator()(std::int64_t number) const {
      return duckdb_bind_int64(statement, position, number);
    }
    duckdb_state operator()(double number) const {
      return duckdb_bind_double(statement, position, number);
    }
    duckdb_state operator()(const std::string& text) const {
      return duckdb_bind_varchar_length(statement, position, text.data(), text.size());
    }
  };
  return std::visit(Binder{statement, position}, value);
}

bool is_numeric(duckdb_type type) {
  switch (type) {
    case DUCKDB_TYPE_TINYINT:
    case DUCKDB_TYPE_SMALLINT:
    case DUCKDB_TYPE_INTEGER:
    case DUCKDB_TYPE_BIGINT:
    case DUCKDB_TYPE_UTINYINT:
    case DUCKDB_TYPE_USMALLINT:
    case DUCKDB_TYPE_UINTEGER:
    case DUCKDB_TYPE_UBIGINT:
    case DUCKDB_TYPE_HUGEINT:
    case DUCKDB_TYPE_UHUGEINT:
    case DUCKDB_TYPE_FLOAT:
    case DUCKDB_TYPE_DOUBLE:
    case DUCKDB_TYPE_DECIMAL:
      return true;
    default:
      return false;
  }
}

// One cell of a chunk whose column was cast to one of four types by the wrapper below.
Value read_cell(duckdb_type type, duckdb_vector vector, idx_t row) {
  std::uint64_t* validity = duckdb_vector_get_validity(vector);
  if (validity != nullptr && !duckdb_validity_row_is_valid(validity, row)) return std::monostate{};
  void* data = duckdb_vector_get_data(vector);
  switch (type) {
    case DUCKDB_TYPE_BOOLEAN:
      return static_cast<bool*>(data)[row];
    case DUCKDB_TYPE_TINYINT:
      return std::int64_t{static_cast<std::int8_t*>(data)[row]};
    case DUCKDB_TYPE_SMALLINT:
      return std::int64_t{static_cast<std::int16_t*>(data)[row]};
    case DUCKDB_TYPE_INTEGER:
      return std::int64_t{static_cast<std::int32_t*>(data)[row]};
    case DUCKDB_TYPE_BIGINT:
      return static_cast<std::int64_t*>(data)[row];
    case DUCKDB_TYPE_FLOAT:
      return double{static_cast<float*>(data)[row]};
    case DUCKDB_TYPE_DOUBLE:
      return static_cast<double*>(data)[row];
    default: {
      auto* text = static_cast<duckdb_string_t*>(data) + row;
      return std::string(duckdb_string_t_data(text), duckdb_string_t_length(*text));
    }
  }
}

bool reads_directly(duckdb_type type) {
  switch (type) {
    case DUCKDB_TYPE_BOOLEAN:
    case DUCKDB_TYPE_TINYINT:
    case DUCKDB_TYPE_SMALLINT:
    case DUCKDB_TYPE_INTEGER:
    case DUCKDB_TYPE_BIGINT:
    case DUCKDB_TYPE_FLOAT:
    case DUCKDB_TYPE_DOUBLE:
    case DUCKDB_TYPE_VARCHAR:
      return true;
    default:
      return false;
  }
}

// A SELECT whose other types (decimals, dates, lists) the engine itself prints as text.
std::string with_text_columns(std::string_view sql, duckdb_prepared_statement statement) {
  if (duckdb_prepared_statement_type(statement) != DUCKDB_STATEMENT_TYPE_SELECT) return {};
  std::string items;
  std::string aliases;
  bool wrap = false;
  const idx_t count = duckdb_prepared_statement_column_count(statement);
  for (idx_t i = 0; i < count; ++i) {
    const bool direct = reads_directly(duckdb_prepared_statement_column_type(statement, i));
    wrap = wrap || !direct;
    items += fmt::format("{}c{}{}", i == 0 ? "" : ", ", i, direct ? "" : "::VARCHAR");
    aliases += fmt::format("{}c{}", i == 0 ? "" : ", ", i);
  }
  if (!wrap) return {};
  return fmt::format("SELECT {} FROM ({}) AS dbx_result({})", items, sql, aliases);
}

void read_rows(duckdb_result& result, ResultSet& into) {
  const idx_t columns = duckdb_column_count(&result);
  std::vector<duckdb_type> types;
  for (idx_t i = 0; i < columns; ++i) types.push_back(duckdb_column_type(&result, i));
  while (duckdb_data_chunk chunk = duckdb_fetch_chunk(result)) {
    const idx_t rows = duckdb_data_chunk_get_size(chunk);
    for (idx_t row = 0; row < rows; ++row) {
      std::vector<Value>& cells = into.rows.emplace_back();
      cells.reserve(columns);
      for (idx_t i = 0; i < columns; ++i) {
        cells.push_back(read_cell(types[i], duckdb_data_chunk_get_vector(chunk, i), row));
      }
    }
    duckdb_destroy_data_chunk(&chunk);
  }
}

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
  const idx_t columns = duckdb_prepared_statement_column_count(prepared.statement);
  const bool returns_rows =
      duckdb_prepared_statement_type(prepared.statement) == DUCKDB_STATEMENT_TYPE_SELECT;
  for (idx_t i = 0; returns_rows && i < columns; ++i) {
    const char* name = duckdb_prepared_statement_column_name(prepared.statement, i);
    set.columns.emplace_back(name == nullptr ? "" : name);
    duckdb_free(const_cast<char*>(name));
    set.is_numeric.push_back(
        is_numeric(duckdb_prepared_statement_column_type(prepared.statement, i)));
  }
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
  if (returns_rows) read_rows(handle.result, set);
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
  const bool reads = access == Access::kReadOnly;
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
  return std::unique_ptr<database::Connection>(std::move(connection));
}

}  // namespace dbx::dialect::duckdb

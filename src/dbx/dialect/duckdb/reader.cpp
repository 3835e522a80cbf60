// Locking a session down, and reading from it.
#include "dbx/dialect/duckdb/reader.h"

#include <fmt/format.h>

#include "dbx/dialect/duckdb/statement.h"

namespace dbx::dialect::duckdb {
namespace {

using database::ResultSet;
using database::Value;

class ExtractedHandle {
 public:
  ~ExtractedHandle() { duckdb_destroy_extracted(&statements); }
  duckdb_extracted_statements statements = nullptr;
};

class DuckdbReader final : public ReaderSession {
 public:
  DuckdbReader(std::unique_ptr<DuckdbConnection> connection, std::string name)
      : connection_(std::move(connection)), name_(std::move(name)) {}

  Status read(std::string_view sql, std::span<const Value> parameters, Meter& meter,
              ResultSet& into) override {
    const Watchdog watchdog(meter.caps().seconds, [this] { connection_->cancel(); });
    const Status done = run(sql, parameters, meter, into);
    if (done) return {};
    const Diagnostic& problem = done.error().front();
    if (problem.code == Code::kInterrupted && meter.is_late()) return fail(meter.late());
    if (problem.message.starts_with("Out of Memory")) return fail(meter.out_of_memory());
    return done;
  }

  Result<std::string> database_name() override { return name_; }
  void cancel() override { connection_->cancel(); }

 private:
  Status prepare(std::string_view sql, StatementHandle& into) {
    ExtractedHandle extracted;
    const idx_t count = duckdb_extract_statements(connection_->raw(), std::string(sql).c_str(),
                                                  &extracted.statements);
    if (count == 0) {
      const char* words = duckdb_extract_statements_error(extracted.statements);
      return fail(statement_error(sql, words == nullptr ? "no statement" : words));
    }
    if (count == 1 && duckdb_prepare_extracted_statement(connection_->raw(), extracted.statements,
                                                         0, &into.statement) != DuckDBSuccess) {
      return fail(statement_error(sql, words_of(duckdb_prepare_error(into.statement))));
    }
    if (count == 1 &&
        duckdb_prepared_statement_type(into.statement) == DUCKDB_STATEMENT_TYPE_SELECT) {
      return {};
    }
    return fail(Code::kRefusedQuery, "a reader's session runs one SELECT at a time",
                "write one SELECT");
  }

  Status run(std::string_view sql, std::span<const Value> parameters, Meter& meter,
             ResultSet& into) {
    StatementHandle prepared;
    DBX_CHECK_OK(prepare(sql, prepared));
    describe(prepared.statement, into);
    StatementHandle wrapped;
    const std::string wrapper = with_text_columns(sql, prepared.statement);
    if (!wrapper.empty()) DBX_CHECK_OK(prepare(wrapper, wrapped));
    duckdb_prepared_statement statement = wrapper.empty() ? prepared.statement : wrapped.statement;
    for (std::size_t i = 0; i < parameters.size(); ++i) {
      if (bind(statement, i + 1, parameters[i]) != DuckDBSuccess) {
        return fail(Code::kQueryFailed, fmt::format("parameter {} does not bind", i + 1));
      }
    }
    // Rows come as they are asked for: a result is never in memory as a whole.
    ResultHandle handle;
    if (duckdb_execute_prepared_streaming(statement, &handle.result) != DuckDBSuccess) {
      return fail(statement_error(sql, words_of(duckdb_result_error(&handle.result))));
    }
    const std::vector<duckdb_type> types = column_types(handle.result);
    while (duckdb_data_chunk chunk = duckdb_fetch_chunk(handle.result)) {
      std::vector<std::vector<Value>> rows = read_chunk(chunk, types);
      duckdb_destroy_data_chunk(&chunk);
      for (std::vector<Value>& row : rows) {
        if (!meter.take(std::move(row), into)) return {};
      }
    }
    const char* words = duckdb_result_error(&handle.result);
    if (words != nullptr && *words != '\0') return fail(statement_error(sql, words));
    if (meter.is_late()) return fail(meter.late());
    return {};
  }

  std::unique_ptr<DuckdbConnection> connection_;
  std::string name_;
};

}  // namespace

Result<std::unique_ptr<ReaderSession>> make_reader_session(
    std::unique_ptr<DuckdbConnection> connection, const Caps& caps) {
  DBX_TRY(std::string name, connection->database_name());
  for (const std::string& setting :
       {fmt::format("SET memory_limit = '{} KiB'", caps.memory / 1024),
        std::string("SET threads = 2"), std::string("SET preserve_insertion_order = true"),
        std::string("SET max_temp_directory_size = '0 KiB'"),
        std::string("SET autoload_known_extensions = false"),
        std::string("SET autoinstall_known_extensions = false"),
        std::string("SET enable_external_access = false"),
        std::string("SET lock_configuration = true")}) {
    DBX_CHECK_OK(connection->execute(setting, {}));
  }
  return std::make_unique<DuckdbReader>(std::move(connection), std::move(name));
}

}  // namespace dbx::dialect::duckdb

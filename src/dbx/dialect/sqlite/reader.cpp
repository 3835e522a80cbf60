// The authorizer and the handler.
#include "dbx/dialect/sqlite/reader.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "dbx/base/text.h"
#include "dbx/dialect/sqlite/statement.h"

namespace dbx::dialect::sqlite {
namespace {

using database::ResultSet;
using database::Value;

// Pure functions: what select.cpp prints, and what views of a warehouse may call. Sorted.
constexpr auto kFunctions = std::to_array<std::string_view>({"abs",           "acos",
                                                             "add_months",    "asin",
                                                             "atan",          "avg",
                                                             "ceil",          "ceiling",
                                                             "char",          "coalesce",
                                                             "cos",           "count",
                                                             "cume_dist",     "current_date",
                                                             "current_time",  "current_timestamp",
                                                             "date",          "datetime",
                                                             "dense_rank",    "exp",
                                                             "first_value",   "floor",
                                                             "format",        "glob",
                                                             "greatest",      "group_concat",
                                                             "hex",           "ifnull",
                                                             "iif",           "instr",
                                                             "json",          "json_array_length",
                                                             "json_extract",  "json_type",
                                                             "json_valid",    "julianday",
                                                             "lag",           "last_value",
                                                             "lead",          "least",
                                                             "length",        "like",
                                                             "like_to_glob",  "ln",
                                                             "log",           "log10",
                                                             "log2",          "lower",
                                                             "ltrim",         "max",
                                                             "min",           "mod",
                                                             "modulo",        "nth_value",
                                                             "ntile",         "nullif",
                                                             "percent_rank",  "pi",
                                                             "pow",           "power",
                                                             "printf",        "quantile_cont",
                                                             "quarter_start", "quote",
                                                             "rank",          "replace",
                                                             "round",         "row_number",
                                                             "rtrim",         "sign",
                                                             "sin",           "sqrt",
                                                             "stddev_samp",   "strftime",
                                                             "string_agg",    "substr",
                                                             "substring",     "sum",
                                                             "tan",           "time",
                                                             "total",         "trim",
                                                             "typeof",        "unicode",
                                                             "unixepoch",     "upper"});

bool is_allowed(const char* function) {
  const std::string name = text::to_lower(function == nullptr ? "" : function);
  return std::binary_search(kFunctions.begin(), kFunctions.end(), name);
}

int authorize(void*, int action, const char* first, const char* second, const char*, const char*) {
  switch (action) {
    case SQLITE_SELECT:
    case SQLITE_RECURSIVE:
      return SQLITE_OK;
    case SQLITE_READ:
      return first != nullptr && text::to_lower(first).starts_with("sqlite_") ? SQLITE_DENY
                                                                              : SQLITE_OK;
    case SQLITE_FUNCTION:
      return is_allowed(second) ? SQLITE_OK : SQLITE_DENY;
    default:
      return SQLITE_DENY;
  }
}

class SqliteReader final : public ReaderSession {
 public:
  explicit SqliteReader(std::unique_ptr<SqliteConnection> connection, std::string name)
      : connection_(std::move(connection)), name_(std::move(name)) {
    sqlite3* database = connection_->raw();
    sqlite3_limit(database, SQLITE_LIMIT_LENGTH, 10 << 20);
    sqlite3_limit(database, SQLITE_LIMIT_SQL_LENGTH, 1 << 20);
    sqlite3_limit(database, SQLITE_LIMIT_ATTACHED, 0);
    sqlite3_limit(database, SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 1000);
    sqlite3_limit(database, SQLITE_LIMIT_WORKER_THREADS, 0);
    sqlite3_db_config(database, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(database, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    sqlite3_db_config(database, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, nullptr);
    sqlite3_db_config(database, SQLITE_DBCONFIG_DQS_DML, 0, nullptr);
    sqlite3_set_authorizer(database, authorize, nullptr);
    constexpr int kSteps = 1000;
    sqlite3_progress_handler(database, kSteps, stop_if_over, this);
  }

  Status read(std::string_view sql, std::span<const Value> parameters, Meter& meter,
              ResultSet& into) override {
    sqlite3* database = connection_->raw();
    meter_ = &meter;
    memory_before_ = sqlite3_memory_used();
    over_memory_ = false;
    const Status done = run(database, sql, parameters, into);
    meter_ = nullptr;
    if (done) return {};
    if (over_memory_) return fail(meter.out_of_memory());
    if (done.error().front().code == Code::kInterrupted && meter.is_late()) {
      return fail(meter.late());
    }
    return done;
  }

  Result<std::string> database_name() override { return name_; }
  void cancel() override { connection_->cancel(); }

 private:
  Status run(sqlite3* database, std::string_view sql, std::span<const Value> parameters,
             ResultSet& into) {
    StatementHandle handle;
    const char* tail = nullptr;
    if (sqlite3_prepare_v2(database, sql.data(), static_cast<int>(sql.size()), &handle.statement,
                           &tail) != SQLITE_OK) {
      return fail(statement_error(database, sql));
    }
    const auto used = static_cast<std::size_t>(tail - sql.data());
    const bool is_query = sqlite3_stmt_readonly(handle.statement) != 0 &&
                          sqlite3_stmt_isexplain(handle.statement) == 0 &&
                          sqlite3_column_count(handle.statement) > 0;
    if (!is_query || !text::trim(sql.substr(used)).empty()) {
      return fail(Code::kRefusedQuery, "a reader's session runs one SELECT at a time",
                  "write one SELECT");
    }
    for (std::size_t i = 0; i < parameters.size(); ++i) {
      if (bind(handle.statement, static_cast<int>(i) + 1, parameters[i]) != SQLITE_OK) {
        return fail(statement_error(database, sql));
      }
    }
    const int columns = sqlite3_column_count(handle.statement);
    for (int i = 0; i < columns; ++i) {
      into.columns.emplace_back(sqlite3_column_name(handle.statement, i));
    }
    into.is_numeric.assign(static_cast<std::size_t>(columns), true);
    int step = SQLITE_ROW;
    while ((step = sqlite3_step(handle.statement)) == SQLITE_ROW) {
      std::vector<Value> cells;
      for (int i = 0; i < columns; ++i) {
        cells.push_back(read_cell(handle.statement, i));
        const bool is_text = std::holds_alternative<std::string>(cells.back());
        if (is_text) into.is_numeric[static_cast<std::size_t>(i)] = false;
      }
      if (!meter_->take(std::move(cells), into)) return {};
    }
    if (step != SQLITE_DONE) return fail(statement_error(database, sql));
    return {};
  }

  // The memory is that of SQLite in the whole process: about right.
  static int stop_if_over(void* self) {
    auto* reader = static_cast<SqliteReader*>(self);
    if (reader->meter_ == nullptr) return 0;
    const std::int64_t used = sqlite3_memory_used() - reader->memory_before_;
    reader->over_memory_ = used > reader->meter_->caps().memory;
    return reader->over_memory_ || reader->meter_->is_late() ? 1 : 0;
  }

  std::unique_ptr<SqliteConnection> connection_;
  std::string name_;
  Meter* meter_ = nullptr;
  std::int64_t memory_before_ = 0;
  bool over_memory_ = false;
};

}  // namespace

Result<std::unique_ptr<ReaderSession>> make_reader_session(
    std::unique_ptr<SqliteConnection> connection) {
  // In memory: a big sort writes no file.
  DBX_CHECK_OK(connection->execute("PRAGMA temp_store = MEMORY", {}));
  DBX_TRY(std::string name, connection->database_name());
  return std::make_unique<SqliteReader>(std::move(connection), std::move(name));
}

}  // namespace dbx::dialect::sqlite

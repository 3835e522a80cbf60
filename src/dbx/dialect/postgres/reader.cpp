// A query in its own transaction, row by row.
#include "dbx/dialect/postgres/reader.h"

#include <fmt/format.h>

#include <cmath>

#include "dbx/dialect/postgres/cells.h"
#include "dbx/sql/parse.h"

namespace dbx::dialect::postgres {
namespace {

using database::ResultSet;
using database::Value;

// COPY, SET, COMMIT, DO pass a read-only transaction.
Status check_select(std::string_view sql) {
  const auto refused =
      fail(Code::kRefusedQuery, "a reader's session runs one SELECT at a time", "write one SELECT");
  if (sql.find('\0') != std::string_view::npos) return refused;
  const auto statements = sql::parse_statement(sql);
  if (!statements) return fail(Code::kQueryFailed, statements.error().message);
  if (statements->size() != 1 || sql::kind_of(statements->front()) != "SelectStmt") return refused;
  return {};
}

class PostgresReader final : public ReaderSession {
 public:
  explicit PostgresReader(std::unique_ptr<PostgresConnection> connection)
      : connection_(std::move(connection)) {}

  Status read(std::string_view sql, std::span<const Value> parameters, Meter& meter,
              ResultSet& into) override {
    DBX_CHECK_OK(check_select(sql));
    DBX_CHECK_OK(connection_->execute("BEGIN TRANSACTION READ ONLY", {}));
    // The server's own timeout comes first; this is for one that does not answer.
    const Watchdog watchdog(meter.caps().seconds + 1, [this] { connection_->cancel(); });
    Status done = connection_->execute("SELECT 1", {});
    if (done) done = run(sql, parameters, meter, into);
    const Status rolled_back = connection_->rollback();
    if (!done && meter.is_late() && connection_->raw() != nullptr) return fail(meter.late());
    return done ? rolled_back : done;
  }

  Result<std::string> database_name() override { return connection_->database_name(); }
  void cancel() override { connection_->cancel(); }

 private:
  Status run(std::string_view sql, std::span<const Value> parameters, Meter& meter,
             ResultSet& into) {
    std::vector<std::optional<std::string>> texts;
    std::vector<const char*> pointers;
    texts.reserve(parameters.size());
    for (const Value& parameter : parameters) {
      const auto& text = texts.emplace_back(parameter_text(parameter));
      pointers.push_back(text ? text->c_str() : nullptr);
    }
    PGconn* session = connection_->raw();
    const bool sent =
        PQsendQueryParams(session, std::string(sql).c_str(), static_cast<int>(pointers.size()),
                          nullptr, pointers.data(), nullptr, nullptr, 0) == 1 &&
        PQsetSingleRowMode(session) == 1;
    Status status;
    if (!sent) status = fail(connection_->error(nullptr, "while asking", sql));
    bool enough = false;
    while (const ResultHandle result{PQgetResult(session)}) {
      const ExecStatusType kind = PQresultStatus(result.get());
      if (kind == PGRES_SINGLE_TUPLE && !enough) {
        enough = !take(result.get(), meter, into);
        if (enough) connection_->cancel();
      } else if (kind == PGRES_TUPLES_OK) {
        describe(result.get(), into);
      } else if (kind != PGRES_SINGLE_TUPLE && !enough && status) {
        status = fail(connection_->error(result.get(), "while asking", sql));
      }
    }
    return status;
  }

  static void describe(const PGresult* result, ResultSet& into) {
    if (!into.columns.empty()) return;
    for (int c = 0; c < PQnfields(result); ++c) {
      into.columns.emplace_back(PQfname(result, c));
      into.is_numeric.push_back(is_numeric(PQftype(result, c)));
    }
  }

  static bool take(const PGresult* result, Meter& meter, ResultSet& into) {
    describe(result, into);
    std::vector<Value> cells;
    for (int c = 0; c < PQnfields(result); ++c) {
      if (PQgetisnull(result, 0, c) != 0) {
        cells.emplace_back(std::monostate{});
        continue;
      }
      const auto length = static_cast<std::size_t>(PQgetlength(result, 0, c));
      cells.push_back(read_cell(PQftype(result, c), {PQgetvalue(result, 0, c), length}));
    }
    return meter.take(std::move(cells), into);
  }

  std::unique_ptr<PostgresConnection> connection_;
};

}  // namespace

Result<std::unique_ptr<ReaderSession>> make_reader_session(
    std::unique_ptr<PostgresConnection> connection, const Caps& caps) {
  const auto milliseconds = static_cast<std::int64_t>(std::ceil(caps.seconds * 1000));
  for (const std::string& setting : {fmt::format("SET statement_timeout = {}", milliseconds),
                                     fmt::format("SET lock_timeout = {}", milliseconds),
                                     std::string("SET idle_in_transaction_session_timeout = '60s'"),
                                     std::string("SET max_parallel_workers_per_gather = 1")}) {
    DBX_CHECK_OK(connection->execute(setting, {}));
  }
  // Only an administrator may; it bounds what sorts write.
  static_cast<void>(
      connection->execute(fmt::format("SET temp_file_limit = {}", caps.memory / 1024), {}));
  return std::make_unique<PostgresReader>(std::move(connection));
}

}  // namespace dbx::dialect::postgres

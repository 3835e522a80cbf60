// Running statements in a PostgreSQL session, and saying what went wrong.
#include "dbx/dialect/postgres/connection.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "dbx/base/secret.h"
#include "dbx/base/text.h"
#include "dbx/dialect/postgres/cells.h"

namespace dbx::dialect::postgres {
namespace {

using database::ResultSet;
using database::Value;

constexpr std::size_t kNoticesMax = 500;

ResultSet read_rows(const PGresult* result) {
  ResultSet set;
  const int columns = PQnfields(result);
  std::vector<Oid> types;
  for (int c = 0; c < columns; ++c) {
    types.push_back(PQftype(result, c));
    set.columns.emplace_back(PQfname(result, c));
    set.is_numeric.push_back(is_numeric(types.back()));
  }
  const int rows = PQntuples(result);
  set.rows.reserve(static_cast<std::size_t>(rows));
  for (int r = 0; r < rows; ++r) {
    std::vector<Value>& cells = set.rows.emplace_back();
    cells.reserve(types.size());
    for (int c = 0; c < columns; ++c) {
      if (PQgetisnull(result, r, c) != 0) {
        cells.emplace_back(std::monostate{});
        continue;
      }
      const auto length = static_cast<std::size_t>(PQgetlength(result, r, c));
      cells.push_back(
          read_cell(types[static_cast<std::size_t>(c)], {PQgetvalue(result, r, c), length}));
    }
  }
  return set;
}

bool has_nul(std::string_view text) { return text.find('\0') != std::string_view::npos; }

std::string_view field(const PGresult* result, int code) {
  const char* text = result == nullptr ? nullptr : PQresultErrorField(result, code);
  return text == nullptr ? std::string_view() : std::string_view(text);
}

// Severities FATAL and PANIC and classes 08 and 57P: the session is over.
bool ends_session(std::string_view state) {
  return state.starts_with("08") || state == "57P01" || state == "57P02" || state == "57P03" ||
         state == "57P04" || state == "57P05" || state == "25P03";
}

std::string first_line(std::string_view text) {
  return std::string(text::trim(text.substr(0, text.find('\n'))));
}

std::string beginning(std::string_view sql) {
  std::string_view start = text::trim(sql).substr(0, 200);
  start = start.substr(0, start.find('\n'));
  while (text::find_invalid_utf8(start)) start.remove_suffix(1);  // cut within a character
  return std::string(start);
}

void keep_notice(void* notices, const PGresult* result) {
  auto& kept = *static_cast<std::vector<std::string>*>(notices);
  if (kept.size() < kNoticesMax) kept.push_back(first_line(PQresultErrorMessage(result)));
}

}  // namespace

PostgresConnection::PostgresConnection(PGconn* session)
    : session_(session), canceller_(PQgetCancel(session)) {
  PQsetNoticeReceiver(session_, keep_notice, &notices_);
}

PostgresConnection::~PostgresConnection() {
  PQfreeCancel(canceller_);
  PQfinish(session_);  // the server rolls back
}

Diagnostic PostgresConnection::error(const PGresult* result, std::string_view doing,
                                     std::string_view sql) const {
  const std::string_view state = field(result, PG_DIAG_SQLSTATE);
  Diagnostic diagnostic;
  diagnostic.code = Code::kQueryFailed;
  std::string words = first_line(field(result, PG_DIAG_MESSAGE_PRIMARY));
  if (words.empty()) words = first_line(PQerrorMessage(session_));
  if (words.starts_with("FATAL:  ")) words.erase(0, 8);
  if (PQstatus(session_) == CONNECTION_BAD || ends_session(state)) {
    diagnostic.code = Code::kNoConnection;
    diagnostic.message = redact(fmt::format("the connection was lost {}: {}", doing, words));
    diagnostic.hint = "what was not committed is rolled back; try again when the server is there";
    return diagnostic;
  }
  if (state == "53100") diagnostic.code = Code::kNoSpace;
  if (state == "57014") diagnostic.code = Code::kInterrupted;
  // lock_not_available; a deadlock is one more way of not getting it.
  if (state == "55P03" || state == "40P01") diagnostic.code = Code::kLockTimeout;
  diagnostic.message = redact(words);
  std::vector<std::string> hints;
  // One lock a table, index and sequence that a transaction touches.
  if (state == "53200" && words.find("shared memory") != std::string::npos) {
    hints.emplace_back(
        "one transaction locks everything that it makes or changes: raise "
        "max_locks_per_transaction (ALTER SYSTEM SET max_locks_per_transaction = 4096, then "
        "restart the server), or migrate fewer tables at a time");
  }
  if (!state.empty()) hints.push_back(fmt::format("SQLSTATE {}", state));
  for (const int code : {PG_DIAG_MESSAGE_DETAIL, PG_DIAG_MESSAGE_HINT}) {
    if (const std::string_view text = field(result, code); !text.empty()) {
      hints.push_back(text::replace_all(text, "\n", " "));
    }
  }
  if (!sql.empty()) hints.push_back(fmt::format("the statement begins: {}", beginning(sql)));
  diagnostic.hint = redact(text::join(hints, "; "));
  return diagnostic;
}

Result<ResultHandle> PostgresConnection::run(std::string_view doing, std::string_view sql,
                                             std::span<const Value> parameters) {
  std::vector<std::optional<std::string>> texts;
  std::vector<const char*> pointers;
  texts.reserve(parameters.size());
  bool nul = has_nul(sql);
  for (const Value& parameter : parameters) {
    const auto& text = texts.emplace_back(parameter_text(parameter));
    nul = nul || (text && has_nul(*text));
    pointers.push_back(text ? text->c_str() : nullptr);
  }
  if (nul) return fail(Code::kQueryFailed, "PostgreSQL cannot hold a NUL byte in text");
  return check(ResultHandle(PQexecParams(session_, std::string(sql).c_str(),
                                         static_cast<int>(pointers.size()), nullptr,
                                         pointers.data(), nullptr, nullptr, 0)),
               doing, sql);
}

Result<ResultHandle> PostgresConnection::check(ResultHandle result, std::string_view doing,
                                               std::string_view sql) {
  switch (PQresultStatus(result.get())) {
    case PGRES_TUPLES_OK:
    case PGRES_COMMAND_OK:
    case PGRES_EMPTY_QUERY:
      return result;
    case PGRES_COPY_IN:
      PQputCopyEnd(session_, "COPY needs a bulk loader");
      while (ResultHandle rest{PQgetResult(session_)}) {
      }
      return fail(Code::kQueryFailed, "COPY FROM STDIN cannot run as a statement");
    case PGRES_COPY_OUT: {
      char* data = nullptr;
      while (PQgetCopyData(session_, &data, 0) > 0) PQfreemem(data);
      while (ResultHandle rest{PQgetResult(session_)}) {
      }
      return fail(Code::kQueryFailed, "COPY TO STDOUT cannot run as a statement");
    }
    default:
      return fail(error(result.get(), doing, sql));
  }
}

Result<ResultSet> PostgresConnection::query(std::string_view sql,
                                            std::span<const Value> parameters) {
  DBX_TRY(const ResultHandle result,
          run(fmt::format("while running: {}", beginning(sql)), sql, parameters));
  return read_rows(result.get());
}

Status PostgresConnection::execute(std::string_view sql, std::span<const Value> parameters) {
  DBX_CHECK_OK(run(fmt::format("while running: {}", beginning(sql)), sql, parameters));
  return {};
}

Result<Rows> PostgresConnection::read(std::string_view what, const std::string& sql,
                                      std::span<const Value> parameters) {
  DBX_TRY(ResultHandle result, run(fmt::format("while reading {}", what), sql, parameters));
  return Rows(std::move(result));
}

Status PostgresConnection::execute_script(std::string_view sql) {
  if (has_nul(sql)) return fail(Code::kQueryFailed, "PostgreSQL cannot hold a NUL byte in text");
  ResultHandle result(PQexec(session_, std::string(sql).c_str()));
  DBX_CHECK_OK(check(std::move(result), fmt::format("while running: {}", beginning(sql)), sql));
  // What pg_dump writes leaves no search_path behind.
  return execute("SET search_path = public", {});
}

Status PostgresConnection::begin() { return execute("BEGIN", {}); }

Status PostgresConnection::commit() {
  auto answer = run("while committing, and whether it did is not known", "COMMIT", {});
  if (!answer) {
    Diagnostics problems = std::move(answer).error();
    const bool lost = problems.front().code == Code::kNoConnection;
    if (lost) problems.front().code = Code::kCommitUnknown;
    return fail(std::move(problems));
  }
  const ResultHandle result = std::move(*answer);
  // After a failed statement COMMIT succeeds, and rolls back.
  if (std::string_view(PQcmdStatus(result.get())) == "ROLLBACK") {
    return fail(Code::kQueryFailed,
                "the transaction was rolled back, for a statement in it had failed");
  }
  return {};
}

Result<std::string> PostgresConnection::database_name() { return std::string(PQdb(session_)); }

Status PostgresConnection::set_lock_timeout(int milliseconds) {
  return execute(fmt::format("SET lock_timeout = {}", milliseconds), {});
}

Status PostgresConnection::rollback() { return execute("ROLLBACK", {}); }

Result<bool> PostgresConnection::has_table(std::string_view name) {
  const Value parameters[] = {std::string(name)};
  DBX_TRY(const Rows rows,
          read(fmt::format("whether there is a table {}", name),
               "SELECT 1 FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = "
               "c.relnamespace WHERE n.nspname = 'public' AND c.relname = $1 AND c.relkind IN "
               "('r', 'p')",
               parameters));
  return rows.count() > 0;
}

void PostgresConnection::cancel() {
  std::array<char, 256> words{};
  PQcancel(canceller_, words.data(), static_cast<int>(words.size()));
}

std::vector<std::string> PostgresConnection::take_notices() { return std::exchange(notices_, {}); }

}  // namespace dbx::dialect::postgres

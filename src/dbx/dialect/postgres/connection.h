// A PostgreSQL session over libpq behind database::Connection, and what its neighbours in this
// folder read results with.
#pragma once

#include <libpq-fe.h>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "dbx/database/database.h"

namespace dbx::dialect::postgres {

struct ResultDeleter {
  void operator()(PGresult* result) const { PQclear(result); }
};
using ResultHandle = std::unique_ptr<PGresult, ResultDeleter>;

// The rows of a query as the server sent them: text, not copied. Views live as long as the rows.
class Rows {
 public:
  explicit Rows(ResultHandle result) : result_(std::move(result)) {}
  int count() const { return PQntuples(result_.get()); }
  bool is_null(int row, int column) const { return PQgetisnull(result_.get(), row, column) != 0; }
  std::string_view text(int row, int column) const {
    return {PQgetvalue(result_.get(), row, column),
            static_cast<std::size_t>(PQgetlength(result_.get(), row, column))};
  }
  std::string string(int row, int column) const { return std::string(text(row, column)); }
  bool truth(int row, int column) const { return text(row, column) == "t"; }
  char letter(int row, int column) const {  // of "char": '\0' where it is empty
    return *PQgetvalue(result_.get(), row, column);
  }
  std::int64_t integer(int row, int column) const;  // 0 for NULL
  // The OID of a result column's type.
  Oid column_type(int column) const { return PQftype(result_.get(), column); }
  Oid oid(int row, int column) const { return static_cast<Oid>(integer(row, column)); }
  // Of an array of integers, an int2vector or an oidvector.
  std::vector<std::int64_t> integers(int row, int column) const;
  // Of an array of text; NULLs inside as empty text.
  std::vector<std::string> strings(int row, int column) const;

 private:
  ResultHandle result_;
};

class PostgresConnection final : public database::Connection {
 public:
  // Takes over the session.
  explicit PostgresConnection(PGconn* session);
  ~PostgresConnection() override;
  PostgresConnection(const PostgresConnection&) = delete;
  PostgresConnection& operator=(const PostgresConnection&) = delete;

  Result<database::ResultSet> query(std::string_view sql,
                                    std::span<const database::Value> parameters = {}) override;
  Status execute(std::string_view sql, std::span<const database::Value> parameters = {}) override;
  // Outside a transaction the server makes one of it all: what ran before a failure is undone, and
  // what runs in no transaction (CREATE INDEX CONCURRENTLY) must be a script of its own.
  Status execute_script(std::string_view sql) override;
  Status begin() override;
  // Errors also: query-failed where a statement had failed before, so that the server rolled back.
  Status commit() override;
  Status rollback() override;
  Result<bool> has_table(std::string_view name) override;
  void cancel() override;
  Result<std::string> database_name() override;
  // An advisory lock of the session (lock.cpp).
  Result<database::LockAttempt> try_lock(database::LockShare share) override;
  Status unlock() override;
  Status set_lock_timeout(int milliseconds) override;
  // probe.cpp: of CREATE and DROP INDEX CONCURRENTLY, VALIDATE CONSTRAINT, ADD VALUE; a statement
  // that changes rows only is taken for one that did not run, for it may run twice.
  Result<database::Effect> effect_of(std::string_view sql) override;
  Status clear_broken(std::string_view sql) override;

  // A query of this folder's own; `what` names it to people: "the columns of tables".
  Result<Rows> read(std::string_view what, const std::string& sql,
                    std::span<const database::Value> parameters = {});
  // 150018 is 15.18.
  int server_version() const { return PQserverVersion(session_); }
  bool in_transaction() const { return PQtransactionStatus(session_) != PQTRANS_IDLE; }
  // What the server said beside results since the last call: NOTICE, WARNING; at most 500.
  std::vector<std::string> take_notices();
  PGconn* raw() { return session_; }
  // The server's words, or the session's end, as a diagnostic; `doing` is what was going on.
  Diagnostic error(const PGresult* result, std::string_view doing, std::string_view sql) const;

 private:
  Result<ResultHandle> run(std::string_view doing, std::string_view sql,
                           std::span<const database::Value> parameters);
  Result<ResultHandle> check(ResultHandle result, std::string_view doing, std::string_view sql);

  PGconn* session_;
  PGcancel* canceller_;
  std::vector<std::string> notices_;
};

}  // namespace dbx::dialect::postgres

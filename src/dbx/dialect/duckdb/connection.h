// A DuckDB session behind database::Connection, and the helpers that its neighbours in this folder
// use.
#pragma once

#include <duckdb.h>

#include <memory>
#include <string>

#include "dbx/database/database.h"
#include "dbx/dialect/dialect.h"

namespace dbx::dialect::duckdb {

// Owns the database handle too: one process holds a DuckDB file once, so session and file end
// together.
class DuckdbConnection : public database::Connection {
 public:
  DuckdbConnection(duckdb_database database, duckdb_connection connection)
      : database_(database), connection_(connection) {}
  ~DuckdbConnection() override;
  DuckdbConnection(const DuckdbConnection&) = delete;
  DuckdbConnection& operator=(const DuckdbConnection&) = delete;

  Result<database::ResultSet> query(std::string_view sql,
                                    std::span<const database::Value> parameters) override;
  Status execute(std::string_view sql, std::span<const database::Value> parameters) override;
  Status execute_script(std::string_view sql) override;
  Status begin() override;
  Status commit() override;
  Status rollback() override;
  void cancel() override;
  Result<bool> has_table(std::string_view name) override;
  Result<std::string> database_name() override;
  // DuckDB lets one process in: who has opened the file for writing has the lock.
  Result<database::LockAttempt> try_lock(database::LockShare) override {
    return database::LockAttempt{true, ""};
  }
  Status unlock() override { return {}; }
  Status set_lock_timeout(int) override { return {}; }  // nobody else is there to wait for

  duckdb_connection raw() { return connection_; }

 private:
  duckdb_database database_;
  duckdb_connection connection_;
  bool in_transaction_ = false;
};

// Errors as in Dialect::connect.
Result<std::unique_ptr<database::Connection>> connect(std::string_view url,
                                                      const ConnectOptions& options);
// The engine's words as a diagnostic: query-failed, no-space, interrupted.
Diagnostic statement_error(std::string_view sql, std::string_view engine_message);

}  // namespace dbx::dialect::duckdb

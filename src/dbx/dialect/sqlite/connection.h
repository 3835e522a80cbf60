// A SQLite session behind database::Connection.
#pragma once

#include <sqlite3.h>

#include <memory>
#include <string>

#include "dbx/database/database.h"
#include "dbx/dialect/dialect.h"

namespace dbx::dialect::sqlite {

// How long another writer is waited for.
constexpr int kBusyMilliseconds = 2000;

class SqliteConnection : public database::Connection {
 public:
  explicit SqliteConnection(sqlite3* database) : database_(database) {}
  ~SqliteConnection() override;
  SqliteConnection(const SqliteConnection&) = delete;
  SqliteConnection& operator=(const SqliteConnection&) = delete;

  Result<database::ResultSet> query(std::string_view sql,
                                    std::span<const database::Value> parameters) override;
  Status execute(std::string_view sql, std::span<const database::Value> parameters) override;
  Status execute_script(std::string_view sql) override;
  Status begin() override;
  Status commit() override;
  Status rollback() override;
  void cancel() override;
  Result<bool> has_table(std::string_view name) override;
  Status verify_constraints() override;
  Result<std::string> database_name() override;
  // The file's own lock, for writing and reading: every other process is kept out until unlock().
  Result<database::LockAttempt> try_lock(database::LockShare) override;
  Status unlock() override;
  Status set_lock_timeout(int milliseconds) override;

  sqlite3* raw() { return database_; }

 private:
  sqlite3* database_;
  bool in_transaction_ = false;
};

// lock.cpp: "process 1234", as far as the system tells.
std::string holder_of(const std::string& file);

// sqlite:PATH, sqlite::memory:. Foreign keys are not enforced statement by statement: a rebuild
// drops and remakes parents; verify_constraints() proves them before a commit. Errors as in
// Dialect::connect.
Result<std::unique_ptr<database::Connection>> connect(std::string_view url,
                                                      const ConnectOptions& options);

}  // namespace dbx::dialect::sqlite

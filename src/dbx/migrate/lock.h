// The migration lock of a database, and waiting for locks of others: polled, with pauses of random
// length, always bounded.
#pragma once

#include <functional>

#include "dbx/base/result.h"
#include "dbx/database/database.h"

namespace dbx::migrate {

struct LockOptions {
  double wait_seconds = 10;      // for the migration lock
  double statement_seconds = 5;  // that one statement waits for locks of others
  int attempts = 10;             // that a transaction gets when it has waited so long
};

// Holds the migration lock until the end of its scope.
class MigrationLock {
 public:
  // Errors: lock-held naming the holder, pooler-unsupported.
  static Result<MigrationLock> take(database::Connection& connection, const LockOptions& options,
                                    database::LockShare share = database::LockShare::kExclusive);
  MigrationLock(MigrationLock&& other) noexcept;
  MigrationLock& operator=(MigrationLock&&) = delete;
  MigrationLock(const MigrationLock&) = delete;
  ~MigrationLock();

 private:
  explicit MigrationLock(database::Connection& connection) : connection_(&connection) {}
  database::Connection* connection_;
};

// Runs `work`, which is to leave nothing behind when it fails, until it does not fail with
// lock-timeout, at most options.attempts times.
Status with_retries(const LockOptions& options, const std::function<Status()>& work);

// Sleeps between half of and the whole of `seconds`, differently in each process.
void pause_about(double seconds);

}  // namespace dbx::migrate

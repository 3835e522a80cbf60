// One migration at a time: SQLite's own file lock, held across transactions.
#include <fmt/format.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>

#include <filesystem>
#include <fstream>
#include <limits>
#include <sstream>

#include "dbx/base/text.h"
#include "dbx/dialect/sqlite/sqlite.h"

namespace dbx::dialect::sqlite {
namespace {

std::string file_of(sqlite3* database) {
  const char* name = sqlite3_db_filename(database, "main");
  return name == nullptr ? "" : name;
}

}  // namespace

// Linux lists file locks with their process: "1: POSIX  ADVISORY  WRITE 1234 08:01:5678 0 EOF".
std::string holder_of(const std::string& file) {
  struct stat about {};
  if (::stat(file.c_str(), &about) != 0) return "another process";
  const std::string wanted =
      fmt::format("{:02x}:{:02x}:{}", major(about.st_dev), minor(about.st_dev), about.st_ino);
  std::ifstream locks("/proc/locks");
  for (std::string line; std::getline(locks, line);) {
    std::istringstream words(line);
    std::string number;
    std::string kind;
    std::string mode;
    std::string access;
    std::string process;
    std::string where;
    words >> number >> kind >> mode >> access >> process >> where;
    if (where == wanted && process != "-1") return "process " + process;
  }
  return "another process";
}

Result<std::string> SqliteConnection::database_name() {
  const std::string file = file_of(database_);
  return file.empty() ? std::string(":memory:") : std::filesystem::path(file).filename().string();
}

Result<database::LockAttempt> SqliteConnection::try_lock(database::LockShare) {
  database::LockAttempt attempt;
  DBX_CHECK_OK(execute("PRAGMA locking_mode = EXCLUSIVE", {}));
  sqlite3_busy_timeout(database_, 0);
  Status begun = execute("BEGIN EXCLUSIVE", {});
  if (begun) {
    sqlite3_busy_timeout(database_, kBusyMilliseconds);
    // In this mode the lock outlives the transaction.
    DBX_CHECK_OK(execute("COMMIT", {}));
    attempt.taken = true;
    return attempt;
  }
  // Without waiting: who has the lock keeps readers out too.
  static_cast<void>(unlock());
  sqlite3_busy_timeout(database_, kBusyMilliseconds);
  if (begun.error().front().code != Code::kDatabaseLocked) return fail(std::move(begun).error());
  attempt.holder = holder_of(file_of(database_));
  return attempt;
}

Status SqliteConnection::unlock() {
  DBX_CHECK_OK(execute("PRAGMA locking_mode = NORMAL", {}));
  // The lock goes with the next look at the file.
  return execute("SELECT count(*) FROM sqlite_master", {});
}

Status SqliteConnection::set_lock_timeout(int milliseconds) {
  const int wait = milliseconds == 0 ? std::numeric_limits<int>::max() : milliseconds;
  sqlite3_busy_timeout(database_, wait);
  return {};
}

}  // namespace dbx::dialect::sqlite

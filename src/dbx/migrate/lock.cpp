// Polling with jitter: full speed at first, then slower, never for ever (strong_migrations,
// pgroll).
#include "dbx/migrate/lock.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <random>
#include <thread>
#include <utility>

#include "dbx/base/clock.h"
#include "dbx/base/text.h"

namespace dbx::migrate {
namespace {

constexpr double kFirstPause = 0.05;
constexpr double kLongestPause = 1.0;

}  // namespace

void pause_about(double seconds) {
  std::random_device random;
  std::uniform_real_distribution<double> part(0.5, 1.0);
  std::this_thread::sleep_for(std::chrono::duration<double>(seconds * part(random)));
}

Result<MigrationLock> MigrationLock::take(database::Connection& connection,
                                          const LockOptions& options, database::LockShare share) {
  const Stopwatch watch;
  for (double pause = kFirstPause;; pause = std::min(pause * 2, kLongestPause)) {
    DBX_TRY(const database::LockAttempt attempt, connection.try_lock(share));
    if (attempt.taken) return MigrationLock(connection);
    if (watch.seconds() >= options.wait_seconds) {
      return fail(Code::kLockHeld,
                  fmt::format("another migration is running: {} holds the lock", attempt.holder),
                  "wait for it (--lock-wait SECONDS), or end that process; nothing was changed");
    }
    pause_about(std::min(pause, options.wait_seconds));
  }
}

MigrationLock::MigrationLock(MigrationLock&& other) noexcept
    : connection_(std::exchange(other.connection_, nullptr)) {}

MigrationLock::~MigrationLock() {
  // Where the session is gone, so is the lock.
  if (connection_ != nullptr) static_cast<void>(connection_->unlock());
}

Status with_retries(const LockOptions& options, const std::function<Status()>& work) {
  double pause = kFirstPause * 2;
  for (int attempt = 1;; ++attempt) {
    Status done = work();
    if (done || done.error().front().code != Code::kLockTimeout) return done;
    if (attempt >= options.attempts) {
      Diagnostics problems = std::move(done).error();
      problems.front().hint = fmt::format(
          "others held what it needs, {} of {} s each; nothing of it was changed; try "
          "again when it is quieter, or say --lock-timeout",
          text::plural(attempt, "attempt"), options.statement_seconds);
      return fail(std::move(problems));
    }
    pause_about(pause);
    pause = std::min(pause * 2, kLongestPause);
  }
}

}  // namespace dbx::migrate

// A reader's session (Access::kReader), the same for every engine: one query at a time, within the
// caps, and nothing else. An engine gives a ReaderSession; what it may not do is the engine's to
// refuse too.
#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <thread>

#include "dbx/database/database.h"
#include "dbx/dialect/dialect.h"

namespace dbx::dialect {

// What one query has used of the caps. Not thread-safe.
class Meter {
 public:
  explicit Meter(const Caps& caps);
  // Keeps the row. False: enough, read no further.
  bool take(std::vector<database::Value> row, database::ResultSet& set);
  bool is_late() const { return std::chrono::steady_clock::now() >= deadline_; }
  const Caps& caps() const { return caps_; }
  // The query ended early, for its time or the engine's memory: query-stopped.
  Diagnostic late() const;
  Diagnostic out_of_memory() const;
  // query-stopped where the bytes ended it.
  std::optional<Diagnostic> stopped() const;

 private:
  Caps caps_;
  std::chrono::steady_clock::time_point deadline_;
  std::int64_t rows_ = 0;
  std::int64_t bytes_ = 0;
};

// Calls `stop` from a thread of its own when the time is up, again and again until it ends: a
// statement may begin just after the first call.
class Watchdog {
 public:
  Watchdog(double seconds, std::function<void()> stop);
  ~Watchdog();
  Watchdog(const Watchdog&) = delete;
  Watchdog& operator=(const Watchdog&) = delete;

 private:
  std::mutex mutex_;
  std::condition_variable done_;
  bool ended_ = false;
  std::thread thread_;
};

class ReaderSession {
 public:
  virtual ~ReaderSession() = default;
  // Errors: refused-query for what is no single SELECT, query-stopped, query-failed, interrupted.
  virtual Status read(std::string_view sql, std::span<const database::Value> parameters,
                      Meter& meter, database::ResultSet& into) = 0;
  virtual Result<std::string> database_name() = 0;
  virtual void cancel() = 0;  // from any thread
};

std::unique_ptr<database::Connection> make_reader(std::unique_ptr<ReaderSession> session,
                                                  const Caps& caps);

}  // namespace dbx::dialect

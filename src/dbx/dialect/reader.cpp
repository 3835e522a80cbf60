// Caps, and a connection that only reads.
#include "dbx/dialect/reader.h"

#include <fmt/format.h>

#include <variant>

#include "dbx/base/text.h"

namespace dbx::dialect {
namespace {

using database::ResultSet;
using database::Value;

std::int64_t bytes_of(const Value& value) {
  constexpr std::int64_t kNumberBytes = 8;
  const auto* text = std::get_if<std::string>(&value);
  return text == nullptr ? kNumberBytes : static_cast<std::int64_t>(text->size());
}

Diagnostic stopped_by(std::string words, std::string_view cap) {
  Diagnostic diagnostic;
  diagnostic.code = Code::kQueryStopped;
  diagnostic.message = std::move(words);
  diagnostic.hint = fmt::format("ask for less, or raise the cap of {}", cap);
  return diagnostic;
}

class ReaderConnection final : public database::Connection {
 public:
  ReaderConnection(std::unique_ptr<ReaderSession> session, const Caps& caps)
      : session_(std::move(session)), caps_(caps) {}

  Result<ResultSet> query(std::string_view sql, std::span<const Value> parameters) override {
    Meter meter(caps_);
    ResultSet set;
    DBX_CHECK_OK(session_->read(sql, parameters, meter, set));
    if (auto diagnostic = meter.stopped()) return fail(std::move(*diagnostic));
    return set;
  }
  Status execute(std::string_view, std::span<const Value>) override { return refuse(); }
  Status execute_script(std::string_view) override { return refuse(); }
  Status begin() override { return refuse(); }
  Status commit() override { return refuse(); }
  Status rollback() override { return refuse(); }
  Result<bool> has_table(std::string_view) override { return refuse(); }
  Result<std::string> database_name() override { return session_->database_name(); }
  Result<database::LockAttempt> try_lock(database::LockShare) override { return refuse(); }
  Status unlock() override { return refuse(); }
  Status set_lock_timeout(int) override { return refuse(); }
  void cancel() override { session_->cancel(); }

 private:
  static tl::unexpected<Diagnostics> refuse() {
    return fail(Code::kRefusedWrite, "a reader's session runs queries only",
                "open the database another way for this");
  }

  std::unique_ptr<ReaderSession> session_;
  Caps caps_;
};

}  // namespace

Meter::Meter(const Caps& caps)
    : caps_(caps),
      deadline_(std::chrono::steady_clock::now() +
                std::chrono::milliseconds(static_cast<std::int64_t>(caps.seconds * 1000))) {}

bool Meter::take(std::vector<Value> row, ResultSet& set) {
  if (rows_ == caps_.rows) {
    set.cut_off = true;
    return false;
  }
  ++rows_;
  for (const Value& value : row) bytes_ += bytes_of(value);
  set.rows.push_back(std::move(row));
  return bytes_ <= caps_.bytes;
}

Diagnostic Meter::late() const {
  return stopped_by(fmt::format("the query ran longer than {}", text::duration(caps_.seconds)),
                    "seconds");
}

Diagnostic Meter::out_of_memory() const {
  return stopped_by(fmt::format("the query needs more memory than {} MB", caps_.memory / (1 << 20)),
                    "memory");
}

std::optional<Diagnostic> Meter::stopped() const {
  if (bytes_ <= caps_.bytes) return std::nullopt;
  return stopped_by(fmt::format("the answer has more than {} bytes", caps_.bytes), "bytes");
}

Watchdog::Watchdog(double seconds, std::function<void()> stop) {
  const auto time = std::chrono::milliseconds(static_cast<std::int64_t>(seconds * 1000));
  thread_ = std::thread([this, time, stop = std::move(stop)] {
    constexpr auto kAgain = std::chrono::milliseconds(50);
    std::unique_lock lock(mutex_);
    auto wait = time;
    while (!done_.wait_for(lock, wait, [this] { return ended_; })) {
      stop();
      wait = kAgain;
    }
  });
}

Watchdog::~Watchdog() {
  {
    const std::lock_guard lock(mutex_);
    ended_ = true;
  }
  done_.notify_all();
  thread_.join();
}

std::unique_ptr<database::Connection> make_reader(std::unique_ptr<ReaderSession> session,
                                                  const Caps& caps) {
  return std::make_unique<ReaderConnection>(std::move(session), caps);
}

}  // namespace dbx::dialect

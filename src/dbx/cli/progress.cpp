// Progress at a pace that suits who watches: a person at a terminal, or a log.
#include "dbx/cli/progress.h"

#include <cstdio>

#include "dbx/base/clock.h"
#include "dbx/base/text.h"
#include "dbx/cli/terminal.h"

namespace dbx::cli {
namespace {

constexpr double kSilentSeconds = 0.5;
constexpr double kTerminalSeconds = 0.1;
constexpr double kLogSeconds = 10;

class StandardErrorProgress final : public ProgressLine {
 public:
  explicit StandardErrorProgress(bool enabled)
      : enabled_(enabled), rewrites_(is_terminal(Stream::kError)) {}

  void show(const std::string& text) override {
    const double now = watch_.seconds();
    const double pause = rewrites_ ? kTerminalSeconds : kLogSeconds;
    if (!enabled_ || now < kSilentSeconds || now - last_shown_ < pause) return;
    last_shown_ = now;
    if (rewrites_) {
      std::fprintf(stderr, "\r\x1b[2K%s", text.c_str());
      shown_ = true;
    } else {
      std::fprintf(stderr, "%s\n", text.c_str());
    }
    std::fflush(stderr);
  }

  void finish() override {
    if (shown_) std::fprintf(stderr, "\r\x1b[2K");
    shown_ = false;
  }

 private:
  bool enabled_;
  bool rewrites_;
  bool shown_ = false;
  Stopwatch watch_;
  double last_shown_ = -kLogSeconds;
};

}  // namespace

std::unique_ptr<ProgressLine> make_progress(bool enabled) {
  return std::make_unique<StandardErrorProgress>(enabled);
}

}  // namespace dbx::cli

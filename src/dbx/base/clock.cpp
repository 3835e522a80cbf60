// The system's clocks behind clock.h.
#include "dbx/base/clock.h"

#include <cstdlib>
#include <ctime>

namespace dbx {

double monotonic_seconds() {
  const auto now = std::chrono::steady_clock::now().time_since_epoch();
  return std::chrono::duration<double>(now).count();
}

namespace {

// What DBX_NOW says, else the system's clock.
std::time_t now_seconds() {
  const char* fixed = std::getenv("DBX_NOW");
  std::tm parts{};
  if (fixed != nullptr && ::strptime(fixed, "%Y-%m-%dT%H:%M:%SZ", &parts) != nullptr) {
    return ::timegm(&parts);
  }
  return std::time(nullptr);
}

std::string written(std::time_t time) {
  std::tm parts{};
  ::gmtime_r(&time, &parts);
  char text[32];
  std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &parts);
  return text;
}

}  // namespace

std::string utc_now() { return written(now_seconds()); }

std::string utc_after_seconds(double seconds) {
  return written(now_seconds() + static_cast<std::time_t>(seconds));
}

}  // namespace dbx

// The system's clocks behind clock.h.
#include "dbx/base/clock.h"

#include <cstdlib>
#include <ctime>

namespace dbx {

double monotonic_seconds() {
  const auto now = std::chrono::steady_clock::now().time_since_epoch();
  return std::chrono::duration<double>(now).count();
}

std::string utc_now() {
  if (const char* fixed = std::getenv("DBX_NOW"); fixed != nullptr && *fixed != '\0') return fixed;
  const std::time_t now = std::time(nullptr);
  std::tm parts{};
  gmtime_r(&now, &parts);
  char text[32];
  std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &parts);
  return text;
}

}  // namespace dbx

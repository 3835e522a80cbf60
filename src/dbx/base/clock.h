// Time: one place to ask for it, so that tests and replays can say what it is.
#pragma once

#include <chrono>
#include <string>

namespace dbx {

// Seconds since an arbitrary start, never going back: for durations.
double monotonic_seconds();
// Now in UTC as "2026-11-24T08:15:30Z". DBX_NOW, where set to such a text, is returned instead.
std::string utc_now();
// So many seconds after utc_now(), written likewise.
std::string utc_after_seconds(double seconds);

class Stopwatch {
 public:
  double seconds() const { return monotonic_seconds() - start_; }

 private:
  double start_ = monotonic_seconds();
};

}  // namespace dbx

// Cancelling: one flag that a signal handler may set and long work looks at between steps.
#pragma once

#include <atomic>

namespace dbx {

// Copy-free; share by reference. Safe to set from a signal handler (lock-free atomic).
class CancelFlag {
 public:
  void cancel() { cancelled_.store(true, std::memory_order_relaxed); }
  bool cancelled() const { return cancelled_.load(std::memory_order_relaxed); }

 private:
  std::atomic<bool> cancelled_{false};
};

}  // namespace dbx

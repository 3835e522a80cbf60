// Making things ahead of their use: worker threads make items 0, 1, 2, ... while one consumer takes
// them in order, so that rows are generated while earlier ones are being loaded. Bounded: at most
// `depth` items exist, and each is reused, so that steady work allocates nothing.
#pragma once

#include <algorithm>
#include <condition_variable>
#include <cstdint>
#include <exception>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace dbx::database {

template <class Item>
class Ahead {
 public:
  // `threads` in all: one of them is the consumer, so that it and the makers share the cores.
  // Overwrites the item; called from several threads, each time for another number.
  using Make = std::function<void(std::int64_t number, Item& item)>;

  Ahead(std::int64_t count, unsigned threads, Make make)
      : count_(count), make_(std::move(make)), slots_(2 * makers(threads) + 2) {
    for (std::size_t t = 0; t < makers(threads); ++t) workers_.emplace_back([this] { work(); });
  }
  Ahead(const Ahead&) = delete;
  Ahead& operator=(const Ahead&) = delete;
  ~Ahead() {
    {
      const std::lock_guard lock(mutex_);
      stopped_ = true;
    }
    room_.notify_all();
    for (std::thread& worker : workers_) worker.join();
  }

  // Null after the last. The item is the caller's until the next call. Throws what `make` threw.
  Item* next() {
    std::unique_lock lock(mutex_);
    if (taken_ > released_) {
      slots_[slot_of(released_++)].ready = false;
      room_.notify_all();
    }
    if (taken_ == count_) return nullptr;
    Slot& slot = slots_[slot_of(taken_)];
    made_.wait(lock, [&] { return slot.ready || failure_ != nullptr; });
    if (failure_ != nullptr) std::rethrow_exception(failure_);
    ++taken_;
    return &slot.item;
  }

 private:
  struct Slot {
    Item item{};
    bool ready = false;
  };

  static std::size_t makers(unsigned threads) { return threads > 2 ? threads - 1 : 1; }

  std::size_t slot_of(std::int64_t number) const {
    return static_cast<std::size_t>(number) % slots_.size();
  }

  void work() {
    while (true) {
      std::unique_lock lock(mutex_);
      const auto has_room = [this] {
        return claimed_ - released_ < static_cast<std::int64_t>(slots_.size());
      };
      room_.wait(lock, [&] { return stopped_ || claimed_ == count_ || has_room(); });
      if (stopped_ || claimed_ == count_) return;
      const std::int64_t number = claimed_++;
      Slot& slot = slots_[slot_of(number)];
      lock.unlock();
      std::exception_ptr failure;
      try {
        make_(number, slot.item);
      } catch (...) {
        failure = std::current_exception();
      }
      lock.lock();
      slot.ready = true;
      if (failure != nullptr) failure_ = failure;
      made_.notify_all();
      if (failure != nullptr) return;
    }
  }

  std::int64_t count_;
  Make make_;
  std::vector<Slot> slots_;
  std::mutex mutex_;
  std::condition_variable room_;
  std::condition_variable made_;
  std::int64_t claimed_ = 0;   // by workers
  std::int64_t taken_ = 0;     // by the consumer
  std::int64_t released_ = 0;  // and given back
  bool stopped_ = false;
  std::exception_ptr failure_;
  std::vector<std::thread> workers_;
};

}  // namespace dbx::database

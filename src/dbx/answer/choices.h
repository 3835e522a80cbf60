// A way to write a reader that may decide otherwise: it asks pick() wherever it is in doubt and
// goes on as if the answer were certain; run again with other answers, it finds the next best
// reading (limited discrepancy search, Harvey and Ginsberg 1995). The cost of a run is what its
// answers cost over the best ones.
#pragma once

#include <algorithm>
#include <cstddef>
#include <functional>
#include <queue>
#include <utility>
#include <vector>

namespace dbx::answer {

class Choices {
 public:
  Choices() = default;
  explicit Choices(std::vector<std::size_t> prefix) : prefix_(std::move(prefix)) {}

  // `costs` of the alternatives, the first is the best and costs 0. Returns which one to take.
  std::size_t pick(const std::vector<double>& costs) {
    const std::size_t at = taken_.size();
    std::size_t chosen = at < prefix_.size() ? prefix_[at] : 0;
    if (chosen >= costs.size()) chosen = 0;
    taken_.push_back(chosen);
    offered_.push_back(costs);
    if (!costs.empty()) cost_ += costs[chosen];
    return chosen;
  }

  double cost() const { return cost_; }

  // The prefixes that differ from this run in one later answer, with their costs.
  template <class Push>
  void others(Push push) const {
    for (std::size_t at = prefix_.size(); at < taken_.size(); ++at) {
      for (std::size_t k = 1; k < offered_[at].size(); ++k) {
        std::vector<std::size_t> prefix(taken_.begin(),
                                        taken_.begin() + static_cast<std::ptrdiff_t>(at));
        prefix.push_back(k);
        push(cost_ + offered_[at][k] - offered_[at][taken_[at]], std::move(prefix));
      }
    }
  }

 private:
  std::vector<std::size_t> prefix_;
  std::vector<std::size_t> taken_;
  std::vector<std::vector<double>> offered_;
  double cost_ = 0;
};

// Calls run(Choices&) for the cheapest answers first, `count` times at most.
template <class Run>
void search(std::size_t count, Run run) {
  using Entry = std::pair<double, std::vector<std::size_t>>;
  std::priority_queue<Entry, std::vector<Entry>, std::greater<>> queue;
  queue.push({0, {}});
  for (std::size_t i = 0; i < count && !queue.empty(); ++i) {
    Choices choices(queue.top().second);
    queue.pop();
    run(choices);
    choices.others([&](double cost, std::vector<std::size_t> prefix) {
      queue.push({cost, std::move(prefix)});
    });
  }
}

}  // namespace dbx::answer

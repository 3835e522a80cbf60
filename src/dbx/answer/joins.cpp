// Steiner trees by dynamic programming over sets of tables; see joins.h.
#include "dbx/answer/joins.h"

#include <algorithm>
#include <limits>
#include <queue>

namespace dbx::answer {
namespace {

constexpr double kFar = std::numeric_limits<double>::infinity();
constexpr std::size_t kTerminalsMax = 8;
constexpr double kPassed = 0.25;

// How the best tree of a set of terminals that reaches a table was made.
struct Step {
  double cost = kFar;
  const Link* link = nullptr;  // over this link, from the tree at `from`
  int from = -1;
  unsigned part = 0;  // or of two trees at the same table: this set and the rest
};

class Solver {
 public:
  Solver(const Model& model, const std::vector<double>& costs, const std::vector<int>& terminals)
      : model_(model), costs_(costs), terminals_(terminals), size_(model.tables.size()) {
    neighbours_.resize(size_);
    for (const Link& link : model.links) {
      if (link.table == link.to_table) continue;
      neighbours_[static_cast<std::size_t>(link.table)].push_back(&link);
      neighbours_[static_cast<std::size_t>(link.to_table)].push_back(&link);
    }
  }

  std::optional<JoinTree> run() {
    const unsigned all = (1U << terminals_.size()) - 1;
    steps_.assign(all + 1, std::vector<Step>(size_));
    for (std::size_t i = 0; i < terminals_.size(); ++i) {
      steps_[1U << i][static_cast<std::size_t>(terminals_[i])].cost = 0;
    }
    for (unsigned set = 1; set <= all; ++set) {
      merge(set);
      spread(set);
    }
    const auto root = static_cast<std::size_t>(terminals_[0]);
    if (steps_[all][root].cost == kFar) return std::nullopt;
    std::vector<const Link*> links;
    collect(all, root, links);
    return grow(links, steps_[all][root].cost);
  }

 private:
  // Of a link that leads to a parent that is only passed through: rows that merely share it do not
  // belong together (a fan trap), so that a way over what joins them is better.
  double cost_of(const Link& link) const {
    const double cost = costs_[static_cast<std::size_t>(&link - model_.links.data())];
    const bool wanted =
        std::find(terminals_.begin(), terminals_.end(), link.to_table) != terminals_.end();
    return wanted ? cost : cost + kPassed;
  }

  void merge(unsigned set) {
    for (unsigned part = (set - 1) & set; part > 0; part = (part - 1) & set) {
      if (part < (set ^ part)) break;
      for (std::size_t v = 0; v < size_; ++v) {
        const double cost = steps_[part][v].cost + steps_[set ^ part][v].cost;
        if (cost < steps_[set][v].cost) steps_[set][v] = {cost, nullptr, -1, part};
      }
    }
  }

  void spread(unsigned set) {
    using Entry = std::pair<double, std::size_t>;
    std::priority_queue<Entry, std::vector<Entry>, std::greater<>> queue;
    for (std::size_t v = 0; v < size_; ++v) {
      if (steps_[set][v].cost < kFar) queue.push({steps_[set][v].cost, v});
    }
    while (!queue.empty()) {
      const auto [cost, v] = queue.top();
      queue.pop();
      if (cost > steps_[set][v].cost) continue;
      for (const Link* link : neighbours_[v]) {
        const auto to = static_cast<std::size_t>(link->table == static_cast<int>(v) ? link->to_table
                                                                                    : link->table);
        const double next = cost + cost_of(*link);
        if (next >= steps_[set][to].cost) continue;
        steps_[set][to] = {next, link, static_cast<int>(v), 0};
        queue.push({next, to});
      }
    }
  }

  void collect(unsigned set, std::size_t at, std::vector<const Link*>& links) const {
    const Step& step = steps_[set][at];
    if (step.link != nullptr) {
      links.push_back(step.link);
      collect(set, static_cast<std::size_t>(step.from), links);
    } else if (step.part != 0) {
      collect(step.part, at, links);
      collect(set ^ step.part, at, links);
    }
  }

  // The links in an order in which each meets a table that is there.
  JoinTree grow(std::vector<const Link*> links, double cost) const {
    JoinTree tree;
    tree.cost = cost;
    tree.tables = {terminals_[0]};
    const auto has = [&](int table) {
      return std::find(tree.tables.begin(), tree.tables.end(), table) != tree.tables.end();
    };
    bool grown = true;
    while (grown) {
      grown = false;
      for (const Link*& link : links) {
        if (link == nullptr || has(link->table) == has(link->to_table)) continue;
        tree.tables.push_back(has(link->table) ? link->to_table : link->table);
        tree.links.push_back(link);
        link = nullptr;
        grown = true;
      }
    }
    return tree;
  }

  const Model& model_;
  const std::vector<double>& costs_;
  const std::vector<int>& terminals_;
  std::size_t size_;
  std::vector<std::vector<const Link*>> neighbours_;
  std::vector<std::vector<Step>> steps_;
};

}  // namespace

std::optional<JoinTree> join(const Model& model, const std::vector<double>& costs,
                             const std::vector<int>& tables) {
  if (tables.size() == 1) return JoinTree{tables, {}, 0};
  if (tables.size() > kTerminalsMax) return std::nullopt;
  return Solver(model, costs, tables).run();
}

}  // namespace dbx::answer

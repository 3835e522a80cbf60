// How many links lie between two tables, by breadth-first search from each; see model.h.
#include <queue>

#include "dbx/answer/model.h"

namespace dbx::answer {
namespace {

std::vector<std::vector<int>> distances(const Model& model) {
  const std::size_t size = model.tables.size();
  std::vector<std::vector<int>> result(size, std::vector<int>(size, kFar));
  std::vector<std::vector<int>> next(size);
  for (const Link& link : model.links) {
    next[static_cast<std::size_t>(link.table)].push_back(link.to_table);
    next[static_cast<std::size_t>(link.to_table)].push_back(link.table);
  }
  for (std::size_t from = 0; from < size; ++from) {
    std::queue<int> queue;
    queue.push(static_cast<int>(from));
    result[from][from] = 0;
    while (!queue.empty()) {
      const auto at = static_cast<std::size_t>(queue.front());
      queue.pop();
      for (const int to : next[at]) {
        int& held = result[from][static_cast<std::size_t>(to)];
        if (held != kFar) continue;
        held = result[from][at] + 1;
        queue.push(to);
      }
    }
  }
  return result;
}

}  // namespace

void measure_distances(Model& model) { model.distance = distances(model); }

}  // namespace dbx::answer

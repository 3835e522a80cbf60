// The cheapest way to join tables: a Steiner tree of the graph of links (Dreyfus and Wagner 1971),
// exact, so that no table is joined that need not be. Pure.
#pragma once

#include <optional>
#include <vector>

#include "dbx/answer/model.h"

namespace dbx::answer {

struct JoinTree {
  std::vector<int> tables;         // the first is where it begins; each later one is met by a link
  std::vector<const Link*> links;  // links[i] joins tables[i + 1] to one before it
  double cost = 0;
};

// Nothing where they cannot all be joined. `tables` has no repeats and is not empty.
// `costs`: one a link.
std::optional<JoinTree> join(const Model& model, const std::vector<double>& costs,
                             const std::vector<int>& tables);

}  // namespace dbx::answer

// Distributions of whole numbers by exact tables: the cumulative probabilities, and for each u a
// guide to where the search begins (indexed search, Chen and Asau, AIIE Transactions 6, 1974), so
// that a draw costs a step or two. Not falling in u, as copulas need. Immutable after construction,
// thread-safe.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <vector>

#include "dbx/seed/fill_parameters.h"

namespace dbx::seed {

class DiscreteTable {
 public:
  // The value first + i has the weight weights[i]. At least one weight; none negative; not all 0.
  DiscreteTable(std::int64_t first, std::span<const double> weights);

  std::int64_t operator()(double u) const {
    std::size_t i = guide_[static_cast<std::size_t>(u * static_cast<double>(guide_.size()))];
    while (u >= cumulative_[i]) ++i;
    return first_ + static_cast<std::int64_t>(i);
  }

 private:
  std::int64_t first_;
  std::vector<double> cumulative_;  // the last is above every u
  std::vector<std::uint32_t> guide_;
};

// A distribution of counts by its mode and p(k + 1) / p(k).
struct CountLaw {
  std::int64_t least = 0;
  std::int64_t most = kIntegerLimit;
  std::int64_t mode = 0;
  std::function<double(double k)> ratio;
};

// Tabulated from the mode outwards until a count is 10^19 times rarer, between the parameters `min`
// and `max`. Nothing, with a complaint, where nothing is between them or the table would have more
// than four million counts.
std::optional<DiscreteTable> tabulate(CountLaw law, FillParameters& parameters);

}  // namespace dbx::seed

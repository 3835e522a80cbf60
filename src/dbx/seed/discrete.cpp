// Building the tables.
#include "dbx/seed/discrete.h"

#include <algorithm>
#include <cassert>

namespace dbx::seed {
namespace {

constexpr std::size_t kCountsMax = std::size_t{1} << 22U;
constexpr double kRarest = 1e-19;

}  // namespace

DiscreteTable::DiscreteTable(std::int64_t first, std::span<const double> weights)
    : first_(first), cumulative_(weights.size()), guide_(weights.size()) {
  assert(!weights.empty());
  double total = 0;
  for (const double weight : weights) total += weight;
  assert(total > 0);
  double sum = 0;
  std::size_t last = 0;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    sum += weights[i];
    cumulative_[i] = sum / total;
    if (weights[i] > 0) last = i;
  }
  std::fill(cumulative_.begin() + static_cast<std::ptrdiff_t>(last), cumulative_.end(), 2.0);
  std::size_t at = 0;
  for (std::size_t g = 0; g < guide_.size(); ++g) {
    const double begin = static_cast<double>(g) / static_cast<double>(guide_.size());
    // One below, so that rounding of u * size never starts a search too late.
    while (cumulative_[at] < begin) ++at;
    guide_[g] = static_cast<std::uint32_t>(at);
  }
}

std::optional<DiscreteTable> tabulate(CountLaw law, FillParameters& parameters) {
  law.least = std::max(law.least, parameters.integer("min", law.least));
  law.most = std::min(law.most, parameters.integer("max", law.most));
  parameters.require(law.least <= law.most, "no count lies from 'min' to 'max'");
  if (!parameters.problems().empty()) return {};
  const std::int64_t mode = std::clamp(law.mode, law.least, law.most);
  std::vector<double> below;
  double weight = 1;
  for (std::int64_t k = mode; k > law.least && below.size() <= kCountsMax; --k) {
    weight /= law.ratio(static_cast<double>(k - 1));
    if (!(weight > kRarest)) break;
    below.push_back(weight);
  }
  std::vector<double> weights(below.rbegin(), below.rend());
  const std::int64_t first = mode - static_cast<std::int64_t>(weights.size());
  weight = 1;
  weights.push_back(weight);
  for (std::int64_t k = mode; k < law.most && weights.size() <= kCountsMax; ++k) {
    weight *= law.ratio(static_cast<double>(k));
    if (!(weight > kRarest)) break;
    weights.push_back(weight);
  }
  if (weights.size() > kCountsMax) {
    parameters.complain("the counts spread over more than four million values",
                        "use a rounded normal or lognormal instead");
    return {};
  }
  return DiscreteTable(first, weights);
}

}  // namespace dbx::seed

// Sizes by a tilted distribution, places by levels of equal blocks.
#include "dbx/seed/fan_out.h"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>
#include <numeric>

#include "dbx/base/hash.h"
#include "dbx/base/text.h"
#include "dbx/seed/math.h"
#include "dbx/seed/random.h"

namespace dbx::seed {
namespace {

constexpr std::int64_t kBlockParents = 256;  // at least
constexpr std::size_t kOrders = 8;

std::vector<double> weights_by_name(const std::string& name, std::int64_t min, std::int64_t max) {
  std::vector<double> weights;
  const double middle = static_cast<double>(min + max) / 2.0;
  double poisson = 0;  // log of middle^k / k!, from k = min, where it is 0
  for (std::int64_t k = min; k <= max; ++k) {
    if (k > min) poisson += log(middle) - log(static_cast<double>(k));
    if (name == "poisson") {
      weights.push_back(poisson);
    } else {
      weights.push_back(name == "zipf" ? 1.0 / static_cast<double>(k - min + 1) : 1.0);
    }
  }
  if (name != "poisson") return weights;
  const double highest = *std::max_element(weights.begin(), weights.end());
  for (double& weight : weights) weight = exp(weight - highest);
  return weights;
}

// `weights: {1: 6, 2: 3, 5: 1}`, with `min` and `max` where they are given.
void read_weights(FillParameters& parameters, FanOutRule& rule) {
  const WeightedTexts written = parameters.weighted("weights");
  const spec::FillParameter* given = parameters.find("weights");
  parameters.require(!given->weights.empty(), "'weights' takes a mapping: {1: 6, 2: 3, 5: 1}");
  if (!parameters.problems().empty()) return;
  std::vector<std::int64_t> sizes;
  for (const std::string& text : written.texts) {
    const auto size = text::to_int64(text);
    const bool possible = size && *size >= 0 && *size <= kFanOutMax;
    if (!possible) parameters.complain(fmt::format("'weights': '{}' is no number of rows", text));
    sizes.push_back(possible ? *size : 0);
  }
  const auto [least, most] = std::minmax_element(sizes.begin(), sizes.end());
  rule.min = parameters.has("min") ? rule.min : *least;
  rule.max = parameters.has("max") ? rule.max : *most;
  parameters.require(rule.min <= *least && *most <= rule.max,
                     "'weights' names numbers of rows that are not from 'min' to 'max'");
  parameters.require(rule.max - rule.min <= kFanOutWidthMax,
                     "'max' may be at most 10,000 above 'min'");
  if (!parameters.problems().empty()) return;
  rule.weights.assign(static_cast<std::size_t>(rule.max - rule.min) + 1, 0.0);
  for (std::size_t i = 0; i < sizes.size(); ++i) {
    rule.weights[static_cast<std::size_t>(sizes[i] - rule.min)] += written.weights[i];
  }
  while (rule.weights.back() == 0) {  // nothing takes what has no weight at an end
    rule.weights.pop_back();
    --rule.max;
  }
  while (rule.weights.front() == 0) {
    rule.weights.erase(rule.weights.begin());
    ++rule.min;
  }
  parameters.require(rule.max >= 1, "'weights' gives no parent any rows");
}

void read_exact(FillParameters& parameters, FanOutRule& rule) {
  for (const char* other : {"min", "max", "distribution", "weights"}) {
    parameters.require(!parameters.has(other),
                       fmt::format("'exact' and '{}' contradict each other", other));
  }
  const std::int64_t size = parameters.integer("exact", 1);
  parameters.require(size >= 1 && size <= kFanOutMax, "'exact' must be from 1 to 1,000,000");
  rule = {size, size, {1}};
}

// The probabilities of w_j x^j, j = 0, 1, ..., with mean `mean`; by halving log x.
std::vector<double> tilted(const std::vector<double>& weights, double mean) {
  std::vector<double> logs;
  for (const double weight : weights) {
    logs.push_back(weight > 0 ? log(weight) : -std::numeric_limits<double>::infinity());
  }
  std::vector<double> shares(weights.size());
  const auto mean_at = [&](double tilt) {
    double highest = -std::numeric_limits<double>::infinity();
    for (std::size_t j = 0; j < logs.size(); ++j) {
      highest = std::max(highest, logs[j] + tilt * static_cast<double>(j));
    }
    double total = 0;
    double sum = 0;
    for (std::size_t j = 0; j < logs.size(); ++j) {
      const double power = logs[j] + tilt * static_cast<double>(j) - highest;
      shares[j] = power < -700.0 ? 0.0 : exp(power);
      total += shares[j];
      sum += shares[j] * static_cast<double>(j);
    }
    for (double& share : shares) share /= total;
    return sum / total;
  };
  double low = -1000;
  double high = 1000;
  for (int i = 0; i < 200; ++i) {
    const double middle = low + (high - low) / 2.0;
    (mean_at(middle) < mean ? low : high) = middle;
  }
  mean_at(low + (high - low) / 2.0);
  return shares;
}

// Whole numbers that add up to `total`, each the number rounded up or down; those that do not rise
// still do not. None above `limit`.
std::vector<std::int64_t> by_largest_remainder(const std::vector<double>& numbers,
                                               std::int64_t total, std::int64_t limit) {
  std::vector<std::int64_t> whole;
  std::vector<double> rest;
  for (const double number : numbers) {
    const double kept = std::min(std::max(number, 0.0), static_cast<double>(limit));
    whole.push_back(static_cast<std::int64_t>(kept));
    rest.push_back(kept - static_cast<double>(whole.back()));
    total -= whole.back();
  }
  std::vector<std::size_t> order(numbers.size());
  std::iota(order.begin(), order.end(), 0);
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return rest[a] > rest[b]; });
  while (total > 0) {
    for (const std::size_t at : order) {
      if (total == 0 || whole[at] >= limit) continue;
      ++whole[at];
      --total;
    }
  }
  while (total < 0) {  // rounding errors of the numbers themselves
    for (auto at = order.rbegin(); at != order.rend() && total < 0; ++at) {
      if (whole[*at] == 0) continue;
      --whole[*at];
      ++total;
    }
  }
  std::sort(whole.rbegin(), whole.rend());
  return whole;
}

}  // namespace

FanOutRule read_fan_out(FillParameters& parameters) {
  FanOutRule rule;
  parameters.require(parameters.number("null_rate", 0) == 0,
                     "'null_rate': a row without a parent would be one too few for it");
  if (parameters.has("exact")) {
    read_exact(parameters, rule);
    return rule;
  }
  rule.min = parameters.integer("min", 1);
  rule.max = parameters.integer("max", std::max<std::int64_t>(rule.min, 5));
  parameters.require(rule.min >= 0, "'min' must not be negative");
  parameters.require(rule.max >= 1 && rule.max <= kFanOutMax, "'max' must be from 1 to 1,000,000");
  parameters.require(rule.min <= rule.max, "'min' is above 'max'");
  parameters.require(rule.max - rule.min <= kFanOutWidthMax || parameters.has("weights"),
                     "'max' may be at most 10,000 above 'min'");
  const std::string name = parameters.text("distribution", "even");
  parameters.require(name == "even" || name == "poisson" || name == "zipf",
                     fmt::format("'distribution' is even, poisson or zipf, not '{}'", name));
  parameters.require(!parameters.has("distribution") || !parameters.has("weights"),
                     "'distribution' and 'weights' contradict each other");
  if (parameters.problems().empty() && parameters.has("weights")) read_weights(parameters, rule);
  if (!parameters.problems().empty()) return {};
  if (!parameters.has("weights")) rule.weights = weights_by_name(name, rule.min, rule.max);
  return rule;
}

double mean_of(const FanOutRule& rule) {
  double total = 0;
  double sum = 0;
  for (std::size_t j = 0; j < rule.weights.size(); ++j) {
    total += rule.weights[j];
    sum += rule.weights[j] * static_cast<double>(rule.min + static_cast<std::int64_t>(j));
  }
  return sum / total;
}

std::string describe(const FanOutRule& rule) {
  if (rule.min == rule.max) return fmt::format("{}", rule.min);
  return fmt::format("{} to {}", rule.min, rule.max);
}

std::vector<std::int64_t> fan_out_counts(const FanOutRule& rule, std::int64_t parents,
                                         std::int64_t rows) {
  const std::int64_t extra = rows - rule.min * parents;
  assert(extra >= 0 && rows <= rule.max * parents);
  const std::size_t sizes = rule.weights.size();
  std::vector<std::int64_t> tails(sizes + 1, 0);  // how many have at least min + j
  tails[0] = parents;
  if (sizes > 1) {
    const std::vector<double> shares =
        tilted(rule.weights, static_cast<double>(extra) / static_cast<double>(parents));
    std::vector<double> above(sizes - 1);
    double sum = 0;
    for (std::size_t j = sizes - 1; j > 0; --j) {
      sum += shares[j];
      above[j - 1] = sum * static_cast<double>(parents);
    }
    const std::vector<std::int64_t> whole = by_largest_remainder(above, extra, parents);
    std::copy(whole.begin(), whole.end(), tails.begin() + 1);
  }
  std::vector<std::int64_t> counts(sizes);
  for (std::size_t j = 0; j < sizes; ++j) counts[j] = tails[j] - tails[j + 1];
  return counts;
}

FanOut::FanOut(std::uint64_t key, std::int64_t parents, std::int64_t rows, const FanOutRule& rule)
    : parents_(parents) {
  std::vector<std::int64_t> counts = fan_out_counts(rule, parents, rows);
  const auto some = [](std::int64_t count) { return count > 0; };
  const auto first = std::find_if(counts.begin(), counts.end(), some);
  const auto last = std::find_if(counts.rbegin(), counts.rend(), some);
  size_min_ = rule.min + (first - counts.begin());
  size_max_ = rule.max - (last - counts.rbegin());
  while (std::any_of(counts.begin(), counts.end(), some)) {
    add_level(counts, rule.min, mix64(key + levels_.size()));
  }
}

// Takes as many equal blocks out of the counts as there are, or all of it where there are none.
void FanOut::add_level(std::vector<std::int64_t>& counts, std::int64_t min, std::uint64_t key) {
  Level level;
  if (!levels_.empty()) {
    const Level& before = levels_.back();
    level.first_row = before.first_row + before.blocks * before.rows;
    level.first_parent = before.first_parent + before.blocks * before.parents;
  }
  level.key = key;
  const std::int64_t left = std::accumulate(counts.begin(), counts.end(), std::int64_t{0});
  const auto width = static_cast<std::int64_t>(counts.size());
  level.blocks = std::max<std::int64_t>(1, left / std::max(kBlockParents, 4 * width));
  std::vector<std::int64_t> sizes;  // of one block's parents
  for (std::size_t j = 0; j < counts.size(); ++j) {
    const std::int64_t taken = counts[j] / level.blocks;
    counts[j] -= taken * level.blocks;
    sizes.insert(sizes.end(), static_cast<std::size_t>(taken), min + static_cast<std::int64_t>(j));
  }
  level.parents = static_cast<std::int64_t>(sizes.size());
  level.rows = std::accumulate(sizes.begin(), sizes.end(), std::int64_t{0});
  const std::size_t orders = level.blocks == 1 ? 1 : kOrders;
  for (std::size_t order = 0; order < orders; ++order) {
    for (std::size_t i = sizes.size(); i > 1; --i) {  // Fisher and Yates
      const std::uint64_t noise = mix64(key ^ mix64(order * 0x9E3779B97F4A7C15ULL + i));
      std::swap(sizes[i - 1],
                sizes[static_cast<std::size_t>(below(noise, static_cast<std::int64_t>(i)))]);
    }
    std::vector<std::int64_t>& starts = level.starts.emplace_back();
    std::int64_t start = 0;
    for (const std::int64_t size : sizes) {
      starts.push_back(start);
      start += size;
    }
    starts.push_back(start);
  }
  levels_.push_back(std::move(level));
}

const std::vector<std::int64_t>& FanOut::Level::starts_of(std::int64_t block) const {
  return starts[mix64(key ^ static_cast<std::uint64_t>(block)) % starts.size()];
}

FanOut::Place FanOut::locate(std::int64_t row) const {
  const auto after =
      std::upper_bound(levels_.begin(), levels_.end(), row,
                       [](std::int64_t r, const Level& level) { return r < level.first_row; });
  const Level& level = *(after - 1);  // of several that begin here, the one that has rows
  const std::int64_t block = (row - level.first_row) / level.rows;
  const std::int64_t offset = (row - level.first_row) % level.rows;
  const std::vector<std::int64_t>& starts = level.starts_of(block);
  const auto next = std::upper_bound(starts.begin(), starts.end(), offset);
  const std::int64_t at = next - starts.begin() - 1;
  return {level.first_parent + block * level.parents + at, offset - *(next - 1),
          *next - *(next - 1)};
}

FanOut::Children FanOut::children_of(std::int64_t parent) const {
  const auto after =
      std::upper_bound(levels_.begin(), levels_.end(), parent,
                       [](std::int64_t p, const Level& level) { return p < level.first_parent; });
  const Level& level = *(after - 1);
  const std::int64_t block = (parent - level.first_parent) / level.parents;
  const auto at = static_cast<std::size_t>((parent - level.first_parent) % level.parents);
  const std::vector<std::int64_t>& starts = level.starts_of(block);
  return {level.first_row + block * level.rows + starts[at], starts[at + 1] - starts[at]};
}

}  // namespace dbx::seed

// Exact fan-out: every parent has a number of children between two bounds, and all of them together
// are as many rows as were asked for. Children stand in the order of their parents, those of one
// parent side by side; where a row belongs, and where a parent's rows begin, follows from
// arithmetic and a look-up in a table whose size does not depend on the rows. Immutable,
// thread-safe.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "dbx/seed/fill_parameters.h"
#include "dbx/seed/generator.h"

namespace dbx::seed {

// What a `fill: {generator: fan_out, ...}` says.
struct FanOutRule {
  std::int64_t min = 1;
  std::int64_t max = 5;
  // Of min, min + 1, ..., max children: how often, before the total is heeded. Not all 0.
  std::vector<double> weights = {1, 1, 1, 1, 1};
};

constexpr std::int64_t kFanOutMax = 1'000'000;    // children of a parent
constexpr std::int64_t kFanOutWidthMax = 10'000;  // max - min

// From `exact`, or from `min`, `max` and one of `distribution` (even, poisson, zipf) and `weights`
// ({1: 6, 2: 3, 5: 1}); complains where they contradict each other.
FanOutRule read_fan_out(FillParameters& parameters);
// Children of a parent on average, where nothing is said of the total.
double mean_of(const FanOutRule& rule);
// "3", "1 to 5".
std::string describe(const FanOutRule& rule);

// How many of `parents` have min, min + 1, ..., max children, where all have `rows`: of the
// distributions w_k x^k, which are those closest to the weights w in entropy (Cover and Thomas,
// Elements of Information Theory, 12), the one whose mean is rows / parents, in whole numbers by
// largest remainders of its tails, so that both sums are exact. A count of weight 0 is taken by a
// few parents only where the total needs it. min * parents <= rows <= max * parents.
std::vector<std::int64_t> fan_out_counts(const FanOutRule& rule, std::int64_t parents,
                                         std::int64_t rows);

class FanOut {
 public:
  struct Place {
    std::int64_t parent;
    std::int64_t sequence;  // of the row among the parent's, from 0
    std::int64_t size;      // the parent's rows
  };
  struct Children {
    std::int64_t first_row = 0;
    std::int64_t size = 0;
  };

  // 1 <= parents, and as fan_out_counts().
  FanOut(std::uint64_t key, std::int64_t parents, std::int64_t rows, const FanOutRule& rule);

  Place locate(std::int64_t row) const;  // 0 <= row < rows
  Children children_of(std::int64_t parent) const;
  std::int64_t parents() const { return parents_; }
  std::int64_t size_min() const { return size_min_; }  // that some parent has
  std::int64_t size_max() const { return size_max_; }

 private:
  // A run of equal blocks: each has the same number of parents of every size, in one of some
  // orders. What does not divide evenly is left to the next, shorter level.
  struct Level {
    std::int64_t first_row = 0;
    std::int64_t first_parent = 0;
    std::int64_t blocks = 0;
    std::int64_t parents = 0;  // of a block
    std::int64_t rows = 0;     // of a block
    std::uint64_t key = 0;
    // For each order: where the rows of each of the block's parents begin; one more for the end.
    std::vector<std::vector<std::int64_t>> starts;

    const std::vector<std::int64_t>& starts_of(std::int64_t block) const;
  };
  void add_level(std::vector<std::int64_t>& counts, std::int64_t min, std::uint64_t key);

  std::int64_t parents_;
  std::int64_t size_min_ = 0;
  std::int64_t size_max_ = 0;
  std::vector<Level> levels_;
};

// Replaces each row by function(layout->locate(row)), a std::int64_t.
template <class Function>
IndexPtr index_by_layout(std::shared_ptr<const FanOut> layout, Function function) {
  return index_by([layout = std::move(layout), function = std::move(function)](std::int64_t row) {
    return function(layout->locate(row));
  });
}

}  // namespace dbx::seed

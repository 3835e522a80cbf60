// How rows hang together: entities with several rows each (an order and its lines), unique pairs
// (student and course), weighted choice of a parent. All are computed from the row number alone,
// and none depends on the row count but where rows need nearly all combinations. Immutable,
// thread-safe.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "dbx/seed/business_calendar.h"
#include "dbx/seed/generator.h"
#include "dbx/seed/permutation.h"

namespace dbx::seed {

// Consecutive rows belong to one entity; entities have 1..rows_max rows, few of them many. Every
// block of 256 rows holds the same number of entities, split by one of eight patterns, so that a
// row's entity is found by arithmetic and one look-up.
class EntityLayout {
 public:
  struct Place {
    std::int64_t entity;
    std::int64_t sequence;  // of the row within its entity, from 0
    std::int64_t size;      // rows of the entity, where all of its block's rows exist
  };

  // 1 <= rows_mean <= rows_max <= 255.
  EntityLayout(std::uint64_t key, int rows_mean, int rows_max);
  Place locate(std::int64_t row) const;
  // Replaces each row by function(locate(row)), a std::int64_t. Neighbours share the work.
  template <class Function>
  void map(std::span<std::int64_t> rows, Function function) const {
    std::int64_t known = -1;
    const Cell* cells = nullptr;
    for (std::int64_t& row : rows) {
      const std::int64_t block = row / kBlock;
      if (block != known) {
        known = block;
        cells = pattern_of(block).data();
      }
      const Cell& cell = cells[row % kBlock];
      row = function(Place{block * entities_per_block_ + cell.entity, cell.sequence, cell.size});
    }
  }
  // How many entities the first `rows` rows hold.
  std::int64_t entity_count(std::int64_t rows) const;
  // How many rows the first `entities` entities have.
  std::int64_t rows_of(std::int64_t entities) const;
  int rows_max() const { return rows_max_; }

 private:
  static constexpr int kBlock = 256;
  static constexpr int kPatterns = 8;
  struct Cell {
    std::uint8_t entity;
    std::uint8_t sequence;
    std::uint8_t size;
  };

  using Pattern = std::array<Cell, kBlock>;
  const Pattern& pattern_of(std::int64_t block) const;

  std::uint64_t key_;
  int rows_max_;
  std::int64_t entities_per_block_;
  std::array<Pattern, kPatterns> cells_;
};

// Rows to what `function` makes of their places: std::int64_t.
template <class Function>
class LayoutIndex final : public Index {
 public:
  LayoutIndex(std::shared_ptr<const EntityLayout> layout, Function function)
      : layout_(std::move(layout)), function_(std::move(function)) {}
  void map(std::span<std::int64_t> rows) const override { layout_->map(rows, function_); }

 private:
  std::shared_ptr<const EntityLayout> layout_;
  Function function_;
};
template <class Function>
IndexPtr index_by_layout(std::shared_ptr<const EntityLayout> layout, Function function) {
  return std::make_shared<LayoutIndex<Function>>(std::move(layout), std::move(function));
}

// Unique combinations: each parent owns some slots, one for each different combination of the other
// members that it may have; rows are a permutation of all slots. Parents differ in how many slots
// they own, which gives the fan-out its skew, unless the rows need nearly all combinations.
class CombinationSpace {
 public:
  // sizes: of the members, the first being the parent; their product must be at least `rows` and at
  // most 2^62.
  CombinationSpace(std::vector<std::int64_t> sizes, std::int64_t rows, std::uint64_t key);
  // The value (0 <= value < sizes[member]) of one member in a row.
  std::int64_t value(std::int64_t row, std::size_t member) const;

 private:
  struct Slot {
    std::int64_t parent;
    std::int64_t rest;
  };
  Slot locate(std::int64_t row) const;

  std::vector<std::int64_t> sizes_;
  std::int64_t rest_size_ = 1;
  std::vector<std::int64_t>
      starts_;  // first slot of each parent; empty: every parent owns rest_size_
  std::uint64_t key_;
  Permutation slots_;
  Permutation rests_;
};

// A parent for each row: some parents have several times the children of others (lognormal weights
// of spread `sigma` up to a million parents, a power law past it).
IndexPtr weighted_parent(std::int64_t parents, std::uint64_t key, std::string_view name,
                         double sigma);

// Days on which things happen, and days added after them.
struct Horizon {
  DateRange days;
  std::int64_t extra_days = 0;
  std::int64_t things = 0;  // on `days`; the added ones have as many a day, and growing
  const BusinessCalendar* calendar = nullptr;  // read while planning; nothing: no day is special
};
// A day for each thing: fewer at weekends, more towards December, growing. Things below
// horizon.things are drawn from horizon.days; those after fill the added days in order, so that
// more days change nothing of what was before.
IndexPtr weighted_day(const Horizon& horizon, std::uint64_t key, std::string_view name);
// How many there are on the added days.
std::int64_t extra_things(const Horizon& horizon);
// Each row another parent; rows <= parents.
IndexPtr distinct_parent(std::int64_t parents, std::uint64_t key, std::string_view name);

}  // namespace dbx::seed

// The versions of a type-2 table: when each begins, and which one held on a day. Immutable,
// thread-safe.
#pragma once

#include <cstdint>
#include <memory>

#include "dbx/seed/generator.h"
#include "dbx/seed/layout.h"

namespace dbx::seed {

class Versions {
 public:
  // `dates`: the days on which facts happen. Every entity's first version begins before them; its
  // others begin in as many stretches of them as it has versions, one in each.
  Versions(std::shared_ptr<const EntityLayout> layout, std::uint64_t key, DateRange dates,
           std::int64_t rows)
      : layout_(std::move(layout)), key_(key), dates_(dates), rows_(rows) {}

  // Days since 1970-01-01.
  std::int64_t begins(std::int64_t row) const { return begin_of(layout_->locate(row), 0); }
  // Of the version after the row's; not asked of the last one.
  std::int64_t ends(std::int64_t row) const { return begin_of(layout_->locate(row), 1); }
  bool is_last(std::int64_t row) const;
  // The row of the same entity that was valid on the day.
  std::int64_t row_on(std::int64_t row, std::int64_t day) const;

 private:
  // Of the version `later` after that at `place`.
  std::int64_t begin_of(EntityLayout::Place place, std::int64_t later) const;

  std::shared_ptr<const EntityLayout> layout_;
  std::uint64_t key_;
  DateRange dates_;
  std::int64_t rows_;
};

// The row of `parent_row`'s entity that is valid on the day first_day + day(row).
IndexPtr valid_on(IndexPtr parent_row, std::shared_ptr<const Versions> versions, IndexPtr day,
                  std::int64_t first_day);

}  // namespace dbx::seed

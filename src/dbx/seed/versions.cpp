// Change points by hash: no version overlaps another, none leaves a gap.
#include "dbx/seed/versions.h"

#include <algorithm>
#include <array>

#include "dbx/base/hash.h"
#include "dbx/seed/random.h"

namespace dbx::seed {
namespace {

constexpr std::int64_t kDaysBefore = 5 * 365;  // at most, from the first version to the first fact

class ValidOn final : public Index {
 public:
  ValidOn(IndexPtr parent_row, std::shared_ptr<const Versions> versions, IndexPtr day,
          std::int64_t first_day)
      : parent_row_(std::move(parent_row)),
        versions_(std::move(versions)),
        day_(std::move(day)),
        first_day_(first_day) {}
  void map(std::span<std::int64_t> rows) const override {
    std::array<std::int64_t, kBatchRows> days;
    std::copy(rows.begin(), rows.end(), days.begin());
    day_->map(std::span(days).first(rows.size()));
    parent_row_->map(rows);
    for (std::size_t i = 0; i < rows.size(); ++i) {
      rows[i] = versions_->row_on(rows[i], first_day_ + days[i]);
    }
  }

 private:
  IndexPtr parent_row_;
  std::shared_ptr<const Versions> versions_;
  IndexPtr day_;
  std::int64_t first_day_;
};

}  // namespace

IndexPtr valid_on(IndexPtr parent_row, std::shared_ptr<const Versions> versions, IndexPtr day,
                  std::int64_t first_day) {
  return std::make_shared<ValidOn>(std::move(parent_row), std::move(versions), std::move(day),
                                   first_day);
}

std::int64_t Versions::begin_of(EntityLayout::Place place, std::int64_t later) const {
  const std::int64_t version = place.sequence + later;
  const std::uint64_t noise =
      mix64(key_ ^ mix64(static_cast<std::uint64_t>(place.entity * 8 + version)));
  if (version == 0) return dates_.begin - 1 - below(noise, kDaysBefore);
  const std::int64_t stretch = std::max<std::int64_t>(1, dates_.days / place.size);
  return dates_.begin + version * stretch + below(noise, stretch);
}

bool Versions::is_last(std::int64_t row) const {
  const EntityLayout::Place place = layout_->locate(row);
  return place.sequence + 1 == place.size || row + 1 == rows_;
}

std::int64_t Versions::row_on(std::int64_t row, std::int64_t day) const {
  EntityLayout::Place place = layout_->locate(row);
  std::int64_t found = row - place.sequence;
  place.sequence = 0;
  while (!is_last(found) && begin_of(place, 1) <= day) {
    ++found;
    ++place.sequence;
  }
  return found;
}

}  // namespace dbx::seed

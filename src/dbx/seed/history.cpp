// TableBuilder: versions of type-2 rows.
#include <algorithm>

#include "dbx/base/hash.h"
#include "dbx/seed/calendar.h"
#include "dbx/seed/random.h"
#include "dbx/seed/table_builder.h"

namespace dbx::seed {
namespace {

// A day for each change of an entity: the range in as many stretches as versions, one day in each.
std::int64_t change_day(std::uint64_t key, DateRange dates, const EntityLayout::Place& place,
                        std::int64_t version) {
  const std::int64_t stretch = std::max<std::int64_t>(1, dates.days / place.size);
  const std::uint64_t noise =
      mix64(key ^ mix64(static_cast<std::uint64_t>(place.entity * 8 + version)));
  return dates.begin + version * stretch + below(noise, stretch);
}

}  // namespace

// valid_from <= day < valid_to; the last version is current and open (or ends 9999-12-31 where the
// column takes no NULL). No overlaps, no gaps: each version begins where the one before ends.
void TableBuilder::settle_history() {
  if (table_.history != spec::History::kType2) return;
  const auto layout = entities_ && !table_.natural_key.empty()
                          ? entities_
                          : std::make_shared<EntityLayout>(key_, 1, 1);
  const DateRange dates = dates_;
  const auto is_last = [layout, rows = rows_](std::int64_t row) {
    const EntityLayout::Place place = layout->locate(row);
    return place.sequence + 1 == place.size || row + 1 == rows;
  };
  if (Slot* from = slot_of("valid_from"); from != nullptr && !from->settled && !from->column.fill) {
    settle(*from,
           integers(Nature::kDate,
                    [layout, dates, key = key_](std::int64_t row) {
                      const EntityLayout::Place place = layout->locate(row);
                      return change_day(key, dates, place, place.sequence);
                    }),
           "version", "when this version of the entity began");
    from->null_rate = 0;
  }
  if (Slot* to = slot_of("valid_to"); to != nullptr && !to->settled && !to->column.fill) {
    const std::int64_t never = days_from_civil({9999, 12, 31});
    GeneratorPtr days =
        integers(Nature::kDate, [layout, dates, never, is_last, key = key_](std::int64_t row) {
          const EntityLayout::Place place = layout->locate(row);
          return is_last(row) ? never : change_day(key, dates, place, place.sequence + 1);
        });
    if (to->column.nullable) days = null_where(std::move(days), is_last);
    settle(*to, std::move(days), "version",
           "when the next version began; open for the current one");
    to->null_rate = 0;
  }
  if (Slot* current = slot_of("is_current");
      current != nullptr && !current->settled && !current->column.fill) {
    settle(*current,
           integers(Nature::kBoolean,
                    [is_last](std::int64_t row) { return std::int64_t{is_last(row) ? 1 : 0}; }),
           "version", "the entity's last version");
    current->null_rate = 0;
  }
}

}  // namespace dbx::seed

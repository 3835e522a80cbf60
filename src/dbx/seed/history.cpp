// TableBuilder: versions of type-2 rows.
#include "dbx/seed/calendar.h"
#include "dbx/seed/table_builder.h"
#include "dbx/seed/versions.h"

namespace dbx::seed {

// valid_from <= day < valid_to; the last version is current and open (or ends 9999-12-31 where the
// column takes no NULL). No overlaps, no gaps: each version begins where the one before ends.
void TableBuilder::settle_history() {
  if (table_.history != spec::History::kType2) return;
  const auto layout = entities_ && !table_.natural_key.empty()
                          ? entities_
                          : std::make_shared<EntityLayout>(key_, 1, 1);
  versions_ = std::make_shared<Versions>(layout, key_, input_.options.dates, rows_);
  const auto is_last = [versions = versions_](std::int64_t row) { return versions->is_last(row); };
  if (Slot* from = slot_of("valid_from"); from != nullptr && !from->settled && !from->column.fill) {
    settle(*from,
           integers(Nature::kDate,
                    [versions = versions_](std::int64_t row) { return versions->begins(row); }),
           "version", "when this version of the entity began");
    from->null_rate = 0;
  }
  if (Slot* to = slot_of("valid_to"); to != nullptr && !to->settled && !to->column.fill) {
    const std::int64_t never = days_from_civil({9999, 12, 31});
    GeneratorPtr days = integers(Nature::kDate, [versions = versions_, never](std::int64_t row) {
      return versions->is_last(row) ? never : versions->ends(row);
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

// What happens refers to the version that was valid when it did.
IndexPtr TableBuilder::valid_version(std::size_t foreign_key, IndexPtr parent_row) const {
  const Parent* parent = parent_of(table_.foreign_keys[foreign_key]);
  if (parent == nullptr || parent->versions == nullptr || events_.empty()) return parent_row;
  return valid_on(std::move(parent_row), parent->versions, events_.front().day, dates_.begin);
}

}  // namespace dbx::seed

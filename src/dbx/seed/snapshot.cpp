// TableBuilder: periodic snapshots. Every entity (a loan, a product in a warehouse) has a row in
// every period, one period after the other; what a snapshot says of an entity carries over from one
// period to the next.
#include <fmt/format.h>

#include <algorithm>

#include "dbx/base/hash.h"
#include "dbx/base/text.h"
#include "dbx/seed/adapt.h"
#include "dbx/seed/calendar.h"
#include "dbx/seed/carried.h"
#include "dbx/seed/infer.h"
#include "dbx/seed/random.h"
#include "dbx/seed/table_builder.h"

namespace dbx::seed {
namespace {

enum class Period { kUnknown, kDay, kWeek, kMonth, kQuarter, kYear };

Period period_of(const spec::Table& table) {
  const std::string text = text::to_lower(table.grain + " " + table.description);
  struct Word {
    std::string_view word;
    Period period;
  };
  for (const Word& known :
       {Word{"month", Period::kMonth}, Word{"quarter", Period::kQuarter},
        Word{"week", Period::kWeek}, Word{"year", Period::kYear}, Word{"annual", Period::kYear},
        Word{"day", Period::kDay}, Word{"daily", Period::kDay}}) {
    if (text.find(known.word) != std::string::npos) return known.period;
  }
  return Period::kUnknown;
}

std::vector<std::int64_t> last_days(DateRange dates, Period period) {
  std::vector<std::int64_t> days;
  for (std::int64_t day = 0; day < dates.days; ++day) {
    const CivilDate next = civil_from_days(dates.begin + day + 1);
    const bool month = next.day == 1;
    const bool last = period == Period::kMonth     ? month
                      : period == Period::kQuarter ? month && next.month % 3 == 1
                      : period == Period::kYear    ? month && next.month == 1
                      : period == Period::kWeek    ? iso_weekday(dates.begin + day) == 7
                                                   : true;
    if (last) days.push_back(day);
  }
  return days;
}

// The period that the grain names; where it names none, the longest of which there are `count`.
Period snapshot_period(const spec::Table& table, DateRange dates, std::int64_t count) {
  if (const Period period = period_of(table); period != Period::kUnknown) return period;
  for (const Period period : {Period::kMonth, Period::kWeek}) {
    if (static_cast<std::int64_t>(last_days(dates, period).size()) >= count) return period;
  }
  return Period::kDay;
}

// How a level moves from period to period, by the column's name.
struct CarryRule {
  std::string_view patterns;
  Carry carry;
};
constexpr CarryRule kCarries[] = {
    {"_salary_ _wage_ _recurring_ _insured_ _limit_ _seats_ _price_ _equivalent_ _term_", {0, 0}},
    {"_outstanding_ _exposure_ _principal_", {0.02, 0.75}},
    {"_on_hand_ _on_order_ _stock_ _inventory_", {0.7, 0}},
    {"_balance_", {0.5, 0}},
    {"_loss_given_ _lgd_", {0.08, 0}},
};
constexpr Carry kCarryDefault = {0.3, 0};

// Levels that start from, or are, what a table that the row refers to says of the same thing.
struct Source {
  std::string_view patterns;
  std::string_view of_parent;
};
constexpr Source kSources[] = {
    {"_outstanding_", "_original_amount_ _loan_amount_ _principal_amount_ _financed_amount_"},
    {"_recurring_revenue_ _mrr_", "_monthly_price_ _price_per_month_ _monthly_fee_"},
    {"_sum_insured_", "_sum_insured_"},
    {"_salary_", "_monthly_salary_ _base_salary_"},
};

bool is_level(const spec::Column& column, const std::string& generator) {
  if (column.additivity == spec::Additivity::kSemiAdditive) return true;
  return column.additivity == spec::Additivity::kNonAdditive && generator == "logit_normal";
}

}  // namespace

Result<bool> TableBuilder::settle_snapshot(const std::vector<Member>& members) {
  if (table_.type != spec::FactType::kPeriodicSnapshot) return false;
  const Member* day = nullptr;
  std::vector<const Member*> parents;
  std::int64_t combinations = 1;
  for (const Member& member : members) {
    if (member.kind == Member::Kind::kDay && day == nullptr) {
      day = &member;
    } else if (member.kind == Member::Kind::kParent && member.size <= kRowsMax / combinations) {
      parents.push_back(&member);
      combinations *= member.size;
    } else {
      return false;
    }
  }
  if (day == nullptr || parents.empty()) return false;
  const Period period = snapshot_period(table_, dates_, (rows_ + combinations - 1) / combinations);
  const auto periods = static_cast<std::int64_t>(last_days(dates_, period).size());
  if (periods == 0) return false;
  // As many entities as fill every period: a snapshot that ends half way is of no use.
  const std::int64_t needed = rows_by_default() ? std::max<std::int64_t>(1, rows_ / periods)
                                                : (rows_ + periods - 1) / periods;
  const std::int64_t entities = std::min(combinations, needed);
  if (rows_ > entities * periods) {
    rows_possible_ = entities * periods;
    return fail(Code::kNotEnoughValues,
                fmt::format("{} has room for {} rows, not {}: {} period ends of {} each",
                            table_.name, text::group_digits(*rows_possible_),
                            text::group_digits(rows_), periods, text::group_digits(entities)),
                "ask for fewer rows, or for more of the table it refers to");
  }
  const std::vector<std::int64_t> days =
      last_days({dates_.begin, dates_.days + extra_days_}, period);
  const bool complete = rows_ == entities * periods;  // else more rows belong to earlier periods
  snapshot_ = {entities, periods, complete ? static_cast<std::int64_t>(days.size()) - periods : 0};
  // A level of the same entity is the same in every snapshot of it.
  level_key_ = key_;
  if (parents.size() == 1) {
    const spec::ForeignKey& key = table_.foreign_keys[parents.front()->foreign_key];
    level_key_ = table_key(input_.options.seed, "levels of " + key.references.table);
  }
  std::int64_t before = 1;
  for (const Member* parent : parents) {
    settle_member(*parent,
                  index_by([entities, before, size = parent->size, single = parents.size() == 1,
                            order = Permutation(combinations, key_)](std::int64_t row) {
                    const std::int64_t entity = row % entities;
                    return (single ? entity : order(entity)) / before % size;
                  }));
    before *= parent->size;
  }
  settle_member(*day, index_by([entities, days](std::int64_t row) {
    return days[static_cast<std::size_t>(row / entities)];
  }));
  return true;
}

// The level that a parent of the row knows already: what is outstanding of what was lent.
void TableBuilder::borrow_level(Slot& slot) {
  for (const Source& source : kSources) {
    if (!matches(source.patterns, snake_case(slot.column.name))) continue;
    for (std::size_t k = 0; k < table_.foreign_keys.size(); ++k) {
      const Parent* parent = parent_of(table_.foreign_keys[k]);
      if (parent == nullptr || !parent_rows_[k]) continue;
      for (const ColumnModel& model : parent->model->models()) {
        const bool same = model.column.type == slot.column.type &&
                          matches(source.of_parent, snake_case(model.column.name));
        if (!same) continue;
        settle(slot, std::make_unique<ThroughIndex>(parent_rows_[k], *model.generator), "carried",
               fmt::format("from {} of {}", model.column.name, parent->model->table()));
        return;
      }
    }
  }
}

// Levels belong to the entity: they are drawn once for it and then move slowly.
void TableBuilder::settle_carried() {
  if (snapshot_.entities == 0) return;
  for (Slot& slot : slots_) {
    if (!is_open_measure(slot)) continue;
    const std::string generator = infer(table_, slot.column, rows_).fill.generator;
    if (!is_level(slot.column, generator)) continue;
    borrow_level(slot);
    if (slot.generator == nullptr) {
      slot.index = entity_index();
      slot.index_rows = snapshot_.entities;
    }
    if (generator != "lognormal" && generator != "logit_normal" && generator != "normal") continue;
    slot.carry = kCarryDefault;
    for (const CarryRule& rule : kCarries) {
      if (!matches(rule.patterns, snake_case(slot.column.name))) continue;
      slot.carry = rule.carry;
      break;
    }
  }
}

}  // namespace dbx::seed

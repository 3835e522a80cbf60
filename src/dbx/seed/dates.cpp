// TableBuilder: what happens when. The date columns and date keys of a row are events in order: a
// payment's own date and its key into the date dimension are the same day; shipping follows
// ordering.
#include <fmt/format.h>

#include <algorithm>

#include "dbx/base/text.h"
#include "dbx/seed/batch_scope.h"
#include "dbx/seed/calendar.h"
#include "dbx/seed/infer.h"
#include "dbx/seed/looked_up.h"
#include "dbx/seed/milestones.h"
#include "dbx/seed/table_builder.h"

namespace dbx::seed {

void TableBuilder::find_event_keys() {
  bool has_date_key = false;
  for (std::size_t k = 0; k < table_.foreign_keys.size(); ++k) {
    const spec::ForeignKey& key = table_.foreign_keys[k];
    const Parent* parent = parent_of(key);
    if (parent == nullptr || !parent->dates || key.columns.size() != 1) continue;
    if (!has_date_key) {
      dates_ = *parent->dates;
      extra_days_ = parent->extra_days;
    }
    has_date_key = true;
    const std::string& name = key.role.empty() ? key.columns.front() : key.role;
    const Milestone& milestone = milestone_of(snake_case(name));
    events_.push_back({stem_of(name), milestone.rank, {}, {k}, nullptr});
  }
  if (!has_date_key && table_.kind == spec::TableKind::kFact) {
    extra_days_ = input_.options.extra_days;
  }
  if (!has_date_key && table_.kind == spec::TableKind::kDimension) {
    // Companies are older than customers.
    const bool old = std::any_of(slots_.begin(), slots_.end(), [](const Slot& slot) {
      return matches("_founded_ _established_ _incorporation_", snake_case(slot.column.name));
    });
    const std::int64_t years = old ? 60 : 5;
    dates_ = {input_.options.dates.begin - years * 365, years * 365};
  }
}

// The date columns whose days are the row's own to say.
std::vector<TableBuilder::Slot*> TableBuilder::own_dates() {
  std::vector<Slot*> own;
  for (Slot& slot : slots_) {
    const spec::TypeKind kind = slot.column.type.kind;
    const bool is_date = kind == spec::TypeKind::kDate || kind == spec::TypeKind::kTimestamp ||
                         kind == spec::TypeKind::kTimestampTz;
    const std::string name = snake_case(slot.column.name);
    if (!is_date || slot.foreign_key >= 0 || slot.column.fill || slot.column.type.array ||
        slot.origin == spec::Origin::kHistory || matches("_birth_ _dob_ _birthdate_", name) ||
        (table_.history == spec::History::kType2 && matches("^_valid_from_$ ^_valid_to_$", name))) {
      continue;
    }
    own.push_back(&slot);
  }
  return own;
}

// Of a fact that its lines refer to: not of what the rows are merely about.
bool TableBuilder::is_header(std::size_t foreign_key) const {
  const spec::Table* parent =
      spec::find_table(input_.spec, table_.foreign_keys[foreign_key].references.table);
  const auto happens = [](const spec::Table& table) {
    return table.kind == spec::TableKind::kFact || table.kind == spec::TableKind::kTable;
  };
  return parent != nullptr && happens(*parent) && happens(table_);
}

Timeline TableBuilder::timeline() const {
  if (events_.empty()) return {};
  return {events_.front().day, dates_.begin, dates_.days + extra_days_};
}

Status TableBuilder::find_events() {
  if (is_date_dimension_) return {};
  find_event_keys();
  const std::vector<Slot*> own = own_dates();
  const bool one_of_each = own.size() == 1 && events_.size() == 1;
  for (Slot* slot : own) {
    const std::string stem = stem_of(slot->column.name);
    const auto same = std::find_if(events_.begin(), events_.end(), [&](const Event& event) {
      return one_of_each || (event.stem == stem && event.columns.empty());
    });
    if (same != events_.end()) {
      same->columns.push_back(slot);
      same->rank = std::max(same->rank, milestone_of(snake_case(slot->column.name)).rank);
      continue;
    }
    const Milestone& milestone = milestone_of(snake_case(slot->column.name));
    events_.push_back({stem, milestone.rank, {slot}, {}, nullptr});
  }
  std::stable_sort(events_.begin(), events_.end(),
                   [](const Event& a, const Event& b) { return a.rank < b.rank; });
  if (events_.empty() || !calendar_ || !calendar_->closes_days()) return {};
  for (std::int64_t day = 0; day < dates_.days; ++day) {
    if (calendar_->is_open(dates_.begin + day)) open_days_.push_back(day);
  }
  if (!open_days_.empty()) return {};
  return fail(located({{.code = Code::kBadProfile,
                        .message = fmt::format("the calendar closes every day on which rows of {} "
                                               "could happen",
                                               table_.name)}},
                      input_.place.pointer));
}

// The last day of a contract that says its term in months; nothing where none does.
IndexPtr TableBuilder::end_of_term(const IndexPtr& begin) {
  for (const Slot& slot : slots_) {
    const bool months = slot.column.type.is_integer() && slot.foreign_key < 0 &&
                        matches("_term_months_ _term_in_months_ _tenor_months_ _tenure_months_",
                                snake_case(slot.column.name));
    if (!months) continue;
    const Result<const Generator*> term = sibling(slot.column.name);
    if (!term) return {};  // reported where the column is built
    return term_end(begin, **term);
  }
  return {};
}

// A day for each event: one is drawn (or is part of the key), the others follow or come before it.
void TableBuilder::order_events() {
  if (events_.empty()) return;
  std::size_t pivot = 0;
  for (std::size_t e = 0; e < events_.size(); ++e) {
    if (events_[e].day) pivot = e;
  }
  const IndexPtr of_header =
      shared_out() ? parent_of(table_.foreign_keys[fan_out_.foreign_key])->day : nullptr;
  if (!events_[pivot].day && of_header) {  // a line happens when what it belongs to does
    events_[pivot].day = std::make_shared<ChainIndex>(
        parent_rows_[fan_out_.foreign_key],
        std::make_shared<ChainIndex>(
            of_header, index_by([begin = dates_.begin, days = dates_.days](std::int64_t day) {
              return std::clamp<std::int64_t>(day - begin, 0, days - 1);
            })));
  } else if (!events_[pivot].day) {
    const std::int64_t things = entities_ ? entities_->entity_count(rows_) : rows_;
    events_[pivot].day =
        weighted_day({dates_, extra_days_, things, calendar_.get()}, key_, "day of " + table_.name);
    if (entities_) {
      events_[pivot].day = std::make_shared<ChainIndex>(entity_index(), events_[pivot].day);
    }
    if (extra_days_ > 0 && table_.kind == spec::TableKind::kFact && !input_.referenced &&
        !shared_out()) {
      const std::int64_t extra = extra_things({dates_, extra_days_, things, calendar_.get()});
      extra_rows_ = (entities_ ? entities_->rows_of(things + extra) : rows_ + extra) - rows_;
    }
  } else if (snapshot_.entities > 0) {
    extra_rows_ = snapshot_.extra_periods * snapshot_.entities;
  }
  events_[pivot].day = std::make_shared<SharedIndex>(events_[pivot].day);
  const bool bounded = std::any_of(events_.begin(), events_.end(),
                                   [](const Event& event) { return !event.foreign_keys.empty(); });
  const std::int64_t last = bounded ? dates_.days - 1 : std::int64_t{1} << 20U;
  const auto lag = [&](std::size_t event, std::size_t before, bool backwards) {
    if (events_[event].day) return;
    const std::string name = events_[event].columns.empty()
                                 ? events_[event].stem
                                 : snake_case(events_[event].columns[0]->column.name);
    const Milestone& milestone = milestone_of(name);
    if (milestone.rank == kExpiryRank && !backwards) {
      if (IndexPtr end = end_of_term(events_[before].day)) {
        events_[event].day = std::move(end);
        return;
      }
    }
    events_[event].day = std::make_shared<SharedIndex>(
        lagging({events_[before].day, Random(key_, "lag of " + events_[event].stem),
                 milestone.lag_days, milestone.rank == kExpiryRank ? 364 : 0, last, backwards,
                 rows_, dates_.begin, bounded, calendar_}));
  };
  for (std::size_t e = pivot; e-- > 0;) lag(e, e + 1, true);
  for (std::size_t e = pivot + 1; e < events_.size(); ++e) lag(e, e - 1, false);
}

// Days were added, and this fact has no more rows on them.
void TableBuilder::note_top_up() {
  if (extra_days_ == 0 || extra_rows_ > 0 || table_.kind != spec::TableKind::kFact) return;
  Diagnostic note;
  note.code = Code::kCannotTopUp;
  note.severity = Severity::kWarning;
  note.message =
      fmt::format("{} gets no rows on the added days: {}", table_.name,
                  shared_out()        ? "its rows are shared out exactly among those of a parent"
                  : input_.referenced ? "other tables refer to its rows"
                                      : "its days are part of its key");
  notes_.push_back(std::move(note));
}

void TableBuilder::settle_events() {
  if (events_.empty()) return;
  note_top_up();
  for (std::size_t e = 0; e < events_.size(); ++e) {
    std::string why = "the row's first date";
    if (calendar_) why += ", on the days of the calendar";
    if (e > 0) {
      const Event& before = events_[e - 1];
      why = fmt::format("not before '{}'", before.columns.empty() ? key_name(before.foreign_keys[0])
                                                                  : before.columns[0]->column.name);
    }
    settle_event_columns(e, why);
    settle_event_keys(e, why);
  }
}

void TableBuilder::settle_event_columns(std::size_t position, const std::string& why_order) {
  const Event& event = events_[position];
  const std::string why = event.foreign_keys.empty()
                              ? why_order
                              : fmt::format("the day of '{}'", key_name(event.foreign_keys[0]));
  for (Slot* slot : event.columns) {
    GeneratorPtr when;
    if (slot->column.type.kind == spec::TypeKind::kDate) {
      when = std::make_unique<ThroughIndex>(
          event.day, integers(Nature::kDate,
                              [begin = dates_.begin](std::int64_t day) { return begin + day; }));
    } else {
      when = moment(dates_.begin, event.day, Random(key_, "time of day"), position, events_.size());
    }
    settle(*slot, std::move(when), "event", why);
    if (!slot->null_rate) {
      slot->null_rate = position == 0 ? 0 : milestone_of(snake_case(slot->column.name)).null_rate;
    }
    slot->null_stream = "milestones";
  }
}

void TableBuilder::settle_event_keys(std::size_t position, const std::string& why_order) {
  const Event& event = events_[position];
  for (const std::size_t k : event.foreign_keys) {
    const spec::ForeignKey& key = table_.foreign_keys[k];
    const Parent* parent = parent_of(key);
    Slot* slot = slot_of(key.columns[0]);
    const ColumnModel* model = parent->model->find(key.references.columns[0]);
    if (slot == nullptr || slot->settled || model == nullptr) continue;
    const DateRange dates = *parent->dates;
    parent_rows_[k] = std::make_shared<ChainIndex>(
        event.day, index_by([shift = dates_.begin - dates.begin,
                             rows = dates.days + parent->extra_days](std::int64_t day) {
          return std::clamp<std::int64_t>(day + shift, 0, rows - 1);
        }));
    settle(
        *slot,
        look_up(parent_rows_[k], *model->generator, model->column.type, parent->model->row_count()),
        "foreign key",
        fmt::format("references {}.{}: {}", key.references.table, key.references.columns[0],
                    why_order));
    if (!slot->null_rate) {
      slot->null_rate = position == 0 ? 0 : milestone_of(snake_case(slot->column.name)).null_rate;
    }
    slot->null_stream = "milestones";
  }
}

}  // namespace dbx::seed

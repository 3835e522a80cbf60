// TableBuilder: what happens when. The date columns and date keys of a row are events in order: a
// payment's own date and its key into the date dimension are the same day; shipping follows
// ordering.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "dbx/base/text.h"
#include "dbx/seed/calendar.h"
#include "dbx/seed/infer.h"
#include "dbx/seed/math.h"
#include "dbx/seed/table_builder.h"

namespace dbx::seed {
namespace {

// Where in a course of events a word usually stands, and how many days after what is before it.
struct Milestone {
  std::string_view patterns;
  int rank;
  double lag_days;
  double null_rate;  // of a nullable column
};

constexpr int kExpiryRank = 85;  // at least 30 days after what is before
constexpr std::array kMilestones = std::to_array<Milestone>({
    {"_created_ _creation_ _signup_ _registered_ _registration_ _hire_ _hired_ _opened_ _open_ "
     "_joined_ "
     "_founded_ _established_ _launch_ _application_ _request_ _requested_ _admission_ _reported_",
     10, 3, 0},
    {"_order_ _ordered_ _start_ _started_ _begin_ _from_ _effective_ _issue_ _issued_ _booking_ "
     "_booked_ "
     "_purchase_ _origination_ _invoice_ _check_in_ _checkin_ _incident_ _loss_",
     20, 4, 0},
    {"_approved_ _approval_ _confirmed_ _accepted_ _decision_ _disbursed_ _funded_ _scheduled_", 30,
     3, 0.05},
    {"_pack_ _packed_ _ship_ _shipped_ _dispatch_ _dispatched_ _departure_", 40, 2, 0.08},
    {"_deliver_ _delivery_ _delivered_ _arrival_ _received_ _completed_ _completion_ _finished_ "
     "_discharge_ _check_out_ _checkout_ _resolved_ _settled_ _settlement_",
     60, 4, 0.12},
    {"_due_ _expected_", 65, 30, 0},
    {"_payment_ _paid_ _posted_ _posting_", 70, 12, 0.15},
    {"_return_ _returned_ _refund_ _cancelled_ _canceled_", 75, 9, 0.85},
    {"_closed_ _close_ _end_ _ended_ _to_ _termination_ _terminated_ _leave_ _deleted_ _churn_", 80,
     180, 0.7},
    {"_expiry_ _expiration_ _expires_ _maturity_ _valid_until_", kExpiryRank, 400, 0},
    {"_updated_ _modified_ _changed_ _last_", 90, 30, 0},
    {"_loaded_ _ingested_ _load_ _etl_", 95, 1, 0},
});
constexpr Milestone kUnknownMilestone = {"", 50, 7, 0.05};

const Milestone& milestone_of(std::string_view name) {
  for (const Milestone& milestone : kMilestones) {
    if (matches(milestone.patterns, name)) return milestone;
  }
  return kUnknownMilestone;
}

std::string stem_of(std::string_view name) {
  std::string stem = "_" + snake_case(name) + "_";
  for (const std::string_view word :
       {"_dim_", "_date_", "_dt_", "_key_", "_id_", "_sk_", "_fk_", "_at_", "_on_", "_ts_",
        "_timestamp_", "_datetime_", "_time_", "_day_", "_calendar_"}) {
    stem = text::replace_all(stem, word, "_");
  }
  return stem;
}

// The day of the event before, some days on (or back), kept within the range.
class LagIndex final : public Index {
 public:
  LagIndex(IndexPtr before, Random random, double mean, std::int64_t days_min, std::int64_t last,
           bool backwards)
      : before_(std::move(before)),
        random_(random),
        mean_(mean),
        days_min_(days_min),
        last_(last),
        backwards_(backwards) {}
  void map(std::span<std::int64_t> rows) const override {
    std::array<std::int64_t, kBatchRows> numbers;
    std::copy(rows.begin(), rows.end(), numbers.begin());
    before_->map(rows);
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const double wait = -mean_ * log(to_unit(random_.bits(numbers[i]).first));
      const std::int64_t lag = days_min_ + static_cast<std::int64_t>(wait);
      rows[i] =
          backwards_ ? std::max<std::int64_t>(0, rows[i] - lag) : std::min(last_, rows[i] + lag);
    }
  }

 private:
  IndexPtr before_;
  Random random_;
  double mean_;
  std::int64_t days_min_;
  std::int64_t last_;
  bool backwards_;
};

// Times of day never go back from one event to the next, so that order holds within a day too.
GeneratorPtr moment(std::int64_t begin, IndexPtr day, const Random& random, std::size_t order,
                    std::size_t count) {
  class Moment final : public Generator {
   public:
    Moment(std::int64_t first, IndexPtr day_index, const Random& noise, std::size_t position,
           std::size_t events)
        : begin_(first),
          day_(std::move(day_index)),
          random_(noise),
          position_(position),
          events_(events) {}
    Nature nature() const override { return Nature::kTimestamp; }
    void fill(Rows rows, Values& out) const override {
      out.integers.assign(rows.begin(), rows.end());
      day_->map(out.integers);
      for (std::size_t i = 0; i < rows.size(); ++i) {
        const std::int64_t first = below(random_.bits(rows[i]).first, 86400);
        const std::int64_t rest = 86399 - first;
        const std::int64_t second = first + rest * static_cast<std::int64_t>(position_) /
                                                static_cast<std::int64_t>(events_);
        out.integers[i] = (begin_ + out.integers[i]) * kMicrosecondsPerDay + second * 1'000'000;
      }
    }

   private:
    std::int64_t begin_;
    IndexPtr day_;
    Random random_;
    std::size_t position_;
    std::size_t events_;
  };
  return std::make_unique<Moment>(begin, std::move(day), random, order, count);
}

}  // namespace

void TableBuilder::find_events() {
  if (is_date_dimension_) return;
  bool has_date_key = false;
  for (std::size_t k = 0; k < table_.foreign_keys.size(); ++k) {
    const spec::ForeignKey& key = table_.foreign_keys[k];
    const Parent* parent = parent_of(key);
    if (parent == nullptr || !parent->dates || key.columns.size() != 1) continue;
    if (!has_date_key) dates_ = *parent->dates;
    has_date_key = true;
    const std::string& name = key.role.empty() ? key.columns.front() : key.role;
    const Milestone& milestone = milestone_of(snake_case(name));
    events_.push_back({stem_of(name), milestone.rank, {}, {k}, nullptr});
  }
  if (!has_date_key && table_.kind == spec::TableKind::kDimension) {
    dates_ = {default_dates().begin - 5 * 365, 5 * 365};
  }
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
}

// A day for each event: one is drawn (or is part of the key), the others follow or come before it.
void TableBuilder::order_events() {
  std::size_t pivot = 0;
  for (std::size_t e = 0; e < events_.size(); ++e) {
    if (events_[e].day) pivot = e;
  }
  if (!events_[pivot].day) {
    events_[pivot].day = weighted_day(dates_, key_, "day of " + table_.name);
    if (entities_) {
      events_[pivot].day = std::make_shared<ChainIndex>(entity_index(), events_[pivot].day);
    }
  }
  const bool bounded = std::any_of(events_.begin(), events_.end(),
                                   [](const Event& event) { return !event.foreign_keys.empty(); });
  const std::int64_t last = bounded ? dates_.days - 1 : std::int64_t{1} << 20U;
  const auto lag = [&](std::size_t event, std::size_t before, bool backwards) {
    if (events_[event].day) return;
    const std::string name = events_[event].columns.empty()
                                 ? events_[event].stem
                                 : snake_case(events_[event].columns[0]->column.name);
    const Milestone& milestone = milestone_of(name);
    events_[event].day = std::make_shared<LagIndex>(
        events_[before].day, Random(key_, "lag of " + events_[event].stem), milestone.lag_days,
        milestone.rank == kExpiryRank ? 30 : 0, last, backwards);
  };
  for (std::size_t e = pivot; e-- > 0;) lag(e, e + 1, true);
  for (std::size_t e = pivot + 1; e < events_.size(); ++e) lag(e, e - 1, false);
}

void TableBuilder::settle_events() {
  if (events_.empty()) return;
  order_events();
  for (std::size_t e = 0; e < events_.size(); ++e) {
    std::string why = "the row's first date";
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
        event.day,
        index_by([shift = dates_.begin - dates.begin, rows = dates.days](std::int64_t day) {
          return std::clamp<std::int64_t>(day + shift, 0, rows - 1);
        }));
    settle(*slot, std::make_unique<ThroughIndex>(parent_rows_[k], *model->generator), "foreign key",
           fmt::format("references {}.{}: {}", key.references.table, key.references.columns[0],
                       why_order));
    if (!slot->null_rate) {
      slot->null_rate = position == 0 ? 0 : milestone_of(snake_case(slot->column.name)).null_rate;
    }
    slot->null_stream = "milestones";
  }
}

}  // namespace dbx::seed

// Words for what happens, in the order in which it usually happens, and the waits between.
#include "dbx/seed/milestones.h"

#include <algorithm>
#include <array>

#include "dbx/base/text.h"
#include "dbx/seed/calendar.h"
#include "dbx/seed/infer.h"
#include "dbx/seed/math.h"

namespace dbx::seed {
namespace {

constexpr std::array kMilestones = std::to_array<Milestone>({
    {"_created_ _creation_ _signup_ _registered_ _registration_ _hire_ _hired_ _opened_ _open_ "
     "_joined_ "
     "_founded_ _established_ _incorporation_ _launch_ _application_ _request_ _requested_ "
     "_admission_ _opening_ _commissioned_ "
     "_first_seen_ _inception_",
     10, 3, 0},
    {"_order_ _ordered_ _start_ _started_ _begin_ _from_ _effective_ _issue_ _issued_ _booking_ "
     "_booked_ "
     "_purchase_ _origination_ _invoice_ _check_in_ _checkin_ _incident_ _loss_",
     20, 4, 0},
    {"_report_ _reported_ _notified_ _notification_", 25, 6, 0},
    {"_approved_ _approval_ _confirmed_ _accepted_ _decision_ _disbursed_ _funded_ _scheduled_", 30,
     3, 0.05},
    {"_pack_ _packed_ _ship_ _shipped_ _dispatch_ _dispatched_ _departure_", 40, 2, 0.08},
    {"_deliver_ _delivery_ _delivered_ _arrival_ _received_ _completed_ _completion_ _finished_ "
     "_discharge_ _check_out_ _checkout_ _resolved_ _settled_ _settlement_",
     60, 4, 0.12},
    {"_due_ _expected_", 65, 30, 0},
    {"_payment_ _paid_ _posted_ _posting_", 70, 12, 0.15},
    {"_return_ _returned_ _refund_", 75, 9, 0.85},
    {"_closed_ _close_ _end_ _ended_ _to_ _termination_ _terminated_ _leave_ _deleted_ _churn_ "
     "_cancellation_ _cancelled_ _canceled_",
     80, 180, 0.7},
    {"_expiry_ _expiration_ _expires_ _valid_until_", kExpiryRank, 0.5, 0},
    {"_maturity_", kExpiryRank, 900, 0},
    {"_updated_ _modified_ _changed_ _last_", 90, 30, 0},
    {"_loaded_ _ingested_ _load_ _etl_", 95, 1, 0},
});
constexpr Milestone kUnknownMilestone = {"", 50, 7, 0.05};

// The last day of the month of a day.
std::int64_t month_end(std::int64_t day) {
  CivilDate date = civil_from_days(day);
  date.day = 1;
  date.month = date.month % 12 + 1;
  if (date.month == 1) ++date.year;
  return days_from_civil(date) - 1;
}

// The day of the event before, some days on (or back), kept within the range.
class LagIndex final : public Index {
 public:
  explicit LagIndex(Lag lag) : lag_(std::move(lag)) {}
  void map(std::span<std::int64_t> rows) const override {
    std::array<std::int64_t, kBatchRows> numbers;
    std::copy(rows.begin(), rows.end(), numbers.begin());
    lag_.before->map(rows);
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const double wait = -lag_.days_mean * log(to_unit(lag_.random.bits(numbers[i]).first));
      const std::int64_t days = lag_.days_min + static_cast<std::int64_t>(wait);
      const bool added = lag_.bounded && numbers[i] >= lag_.base_rows;
      const std::int64_t last = added ? month_end(lag_.begin + rows[i]) - lag_.begin : lag_.last;
      const std::int64_t before = rows[i];
      rows[i] =
          lag_.backwards ? std::max<std::int64_t>(0, before - days) : std::min(last, before + days);
      if (lag_.calendar == nullptr) continue;
      rows[i] = lag_.backwards ? open_day(rows[i], 0, before) : open_day(rows[i], last, before);
    }
  }

 private:
  // The open day next to `day` on the way to `last`; else on the way back to the event before.
  std::int64_t open_day(std::int64_t day, std::int64_t last, std::int64_t before) const {
    auto open = lag_.calendar->open_day(lag_.begin + day, lag_.begin + last);
    if (!open) open = lag_.calendar->open_day(lag_.begin + day, lag_.begin + before);
    return open ? *open - lag_.begin : day;
  }

  Lag lag_;
};

class TermIndex final : public Index {
 public:
  TermIndex(IndexPtr begin, const Generator& months) : begin_(std::move(begin)), months_(months) {}
  void map(std::span<std::int64_t> rows) const override {
    Values months;
    months_.fill(rows, months);
    begin_->map(rows);
    for (std::size_t i = 0; i < rows.size(); ++i) rows[i] += months.integers[i] * 1461 / 48;
  }

 private:
  IndexPtr begin_;
  const Generator& months_;
};

// Times of day never go back from one event to the next, so that order holds within a day too.
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
      const std::int64_t second =
          first + rest * static_cast<std::int64_t>(position_) / static_cast<std::int64_t>(events_);
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

}  // namespace

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

IndexPtr term_end(IndexPtr begin, const Generator& months) {
  return std::make_shared<TermIndex>(std::move(begin), months);
}

IndexPtr lagging(const Lag& lag) { return std::make_shared<LagIndex>(lag); }

GeneratorPtr moment(std::int64_t begin, IndexPtr day, const Random& random, std::size_t order,
                    std::size_t count) {
  return std::make_unique<Moment>(begin, std::move(day), random, order, count);
}

}  // namespace dbx::seed

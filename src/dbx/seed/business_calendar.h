// Days that are busier or quieter than week, season and growth make them, and days on which nothing
// happens: weekends, holidays by rule, days of sales. Pure functions of the day, so that more days
// change nothing of those before them. Immutable once built, thread-safe.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace dbx::seed {

// Days by rule; of a year, where nothing else is said.
struct DayRule {
  enum class Kind {
    kDate,        // one day: 2024-03-05
    kYearly,      // the same date each year: 12-25
    kNthWeekday,  // the fourth Thursday of November, the last Monday of May
    kEaster,      // so many days from Western Easter: easter-2 is Good Friday
    kWeekday,     // every Saturday
  };
  // Where a day off goes that falls on a weekend.
  enum class Shift {
    kStays,
    kNearest,  // Saturday to Friday, Sunday to Monday: United States
    kMonday,   // to the Monday after it
    kTwoDays,  // two days on: Christmas and Boxing Day in England
  };
  Kind kind = Kind::kDate;
  std::int64_t date = 0;  // kDate: days since 1970-01-01
  int month = 0;          // kYearly, kNthWeekday: 1..12
  int day = 0;            // kYearly: 1..31
  int nth = 0;            // kNthWeekday: 1..5, or -1 for the last
  int weekday = 0;        // kNthWeekday, kWeekday: Monday 1 .. Sunday 7
  int offset = 0;         // kEaster
  Shift shift = Shift::kStays;
};

// Easter Sunday of a year of the Gregorian calendar, in days since 1970-01-01. Source: Meeus,
// Astronomical Algorithms, chapter 8 (Butcher's rule).
std::int64_t easter_sunday(int year);

// "2024-03-05", "12-25", "4th thursday of november", "last friday of may", "easter-2", "saturday";
// a named calendar (weekends, us, uk, de, fr, target) gives all of its rules. Empty where the text
// is none of these.
std::vector<DayRule> read_day_rules(std::string_view text);
std::span<const std::string_view> calendar_names();

class BusinessCalendar {
 public:
  struct Entry {
    std::vector<DayRule> rules;
    int days = 1;       // from each of them on
    double factor = 1;  // 0: closed
    std::string text;   // as written, for the plan's key
  };
  // The factors of the days from `first` to `last` are kept; others are computed each time.
  BusinessCalendar(std::vector<Entry> entries, std::int64_t first, std::int64_t last);

  // The product of the entries that hold on the day; 0 where it is closed.
  double factor(std::int64_t day) const;
  bool is_open(std::int64_t day) const { return factor(day) > 0; }
  // The first open day from `day` to `last`, forwards or backwards; nothing where all are closed.
  std::optional<std::int64_t> open_day(std::int64_t day, std::int64_t last) const;
  bool closes_days() const;
  // What it says, for the plan's key.
  std::string text() const;

 private:
  double computed(std::int64_t day) const;

  std::vector<Entry> entries_;
  std::int64_t first_;
  std::vector<double> factors_;
};
using CalendarPtr = std::shared_ptr<const BusinessCalendar>;

}  // namespace dbx::seed

// Rules, and the bank holidays of some places by rule.
#include "dbx/seed/business_calendar.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "dbx/base/text.h"
#include "dbx/seed/calendar.h"

namespace dbx::seed {
namespace {

using Kind = DayRule::Kind;
using Shift = DayRule::Shift;

constexpr std::int64_t kSearchMax = 4'000;  // days that may be closed in a row

constexpr DayRule yearly(int month, int day, Shift shift = Shift::kStays) {
  return {Kind::kYearly, 0, month, day, 0, 0, 0, shift};
}
constexpr DayRule nth(int place, int weekday, int month) {
  return {Kind::kNthWeekday, 0, month, 0, place, weekday, 0, Shift::kStays};
}
constexpr DayRule easter(int offset) {
  return {Kind::kEaster, 0, 0, 0, 0, 0, offset, Shift::kStays};
}
constexpr DayRule every(int weekday) {
  return {Kind::kWeekday, 0, 0, 0, 0, weekday, 0, Shift::kStays};
}

constexpr DayRule kWeekends[] = {every(6), every(7)};
// Federal holidays: 5 U.S.C. 6103.
constexpr DayRule kUnitedStates[] = {yearly(1, 1, Shift::kNearest),
                                     nth(3, 1, 1),
                                     nth(3, 1, 2),
                                     nth(-1, 1, 5),
                                     yearly(6, 19, Shift::kNearest),
                                     yearly(7, 4, Shift::kNearest),
                                     nth(1, 1, 9),
                                     nth(2, 1, 10),
                                     yearly(11, 11, Shift::kNearest),
                                     nth(4, 4, 11),
                                     yearly(12, 25, Shift::kNearest)};
// Bank holidays of England and Wales, without those proclaimed once.
constexpr DayRule kEngland[] = {yearly(1, 1, Shift::kMonday),
                                easter(-2),
                                easter(1),
                                nth(1, 1, 5),
                                nth(-1, 1, 5),
                                nth(-1, 1, 8),
                                yearly(12, 25, Shift::kTwoDays),
                                yearly(12, 26, Shift::kTwoDays)};
// Those of all of Germany.
constexpr DayRule kGermany[] = {yearly(1, 1),  easter(-2),     easter(1),
                                yearly(5, 1),  easter(39),     easter(50),
                                yearly(10, 3), yearly(12, 25), yearly(12, 26)};
constexpr DayRule kFrance[] = {yearly(1, 1),  easter(1),      yearly(5, 1),  yearly(5, 8),
                               easter(39),    easter(50),     yearly(7, 14), yearly(8, 15),
                               yearly(11, 1), yearly(11, 11), yearly(12, 25)};
// Days on which euros are not settled between banks (ECB, TARGET).
constexpr DayRule kTarget[] = {yearly(1, 1), easter(-2),     easter(1),
                               yearly(5, 1), yearly(12, 25), yearly(12, 26)};

constexpr std::string_view kNames[] = {"weekends", "us", "uk", "de", "fr", "target"};
constexpr std::span<const DayRule> kCalendars[] = {kWeekends, kUnitedStates, kEngland,
                                                   kGermany,  kFrance,       kTarget};

// The number of a weekday or month by its name or the first three letters; 0 where it is none.
template <class NameOf>
int number_of(std::string_view word, int count, NameOf name_of) {
  for (int i = 1; i <= count; ++i) {
    const std::string_view name = name_of(i);
    if (text::equals_ignoring_case(word, name)) return i;
    if (word.size() == 3 && text::equals_ignoring_case(word, name.substr(0, 3))) return i;
  }
  return 0;
}

std::optional<DayRule> read_yearly(std::string_view text) {
  if (text.size() != 5 || text[2] != '-') return {};
  const auto month = text::to_int64(text.substr(0, 2));
  const auto day = text::to_int64(text.substr(3));
  // A leap year has every date that any year has.
  if (!month || !day || !read_date(fmt::format("2024-{}", text))) return {};
  return yearly(static_cast<int>(*month), static_cast<int>(*day));
}

std::optional<DayRule> read_easter(std::string_view text) {
  if (text.size() < 6 || !text::equals_ignoring_case(text.substr(0, 6), "easter")) return {};
  std::string rest = text::replace_all(std::string(text.substr(6)), " ", "");
  if (rest.empty()) return easter(0);
  const bool back = rest[0] == '-';
  if (!back && rest[0] != '+') return {};
  const auto days = text::to_int64(std::string_view(rest).substr(1));
  if (!days || *days < 0 || *days > 300 || rest[1] < '0' || rest[1] > '9') return {};
  return easter(static_cast<int>(back ? -*days : *days));
}

// "4th thursday of november"
std::optional<DayRule> read_nth(std::string_view text) {
  std::vector<std::string_view> words;
  for (const std::string_view word : text::split(text, ' ')) {
    if (!word.empty()) words.push_back(word);
  }
  if (words.size() != 4 || !text::equals_ignoring_case(words[2], "of")) return {};
  static constexpr std::array<std::string_view, 6> kOrdinals = {"1st", "2nd", "3rd",
                                                                "4th", "5th", "last"};
  const auto* ordinal = std::find_if(kOrdinals.begin(), kOrdinals.end(), [&](auto candidate) {
    return text::equals_ignoring_case(candidate, words[0]);
  });
  const int weekday = number_of(words[1], 7, weekday_name);
  const int month = number_of(words[3], 12, month_name);
  if (ordinal == kOrdinals.end() || weekday == 0 || month == 0) return {};
  const auto place = static_cast<int>(ordinal - kOrdinals.begin());
  return nth(place == 5 ? -1 : place + 1, weekday, month);
}

std::int64_t shifted(std::int64_t day, Shift shift) {
  const int weekday = iso_weekday(day);
  if (weekday < 6 || shift == Shift::kStays) return day;
  if (shift == Shift::kTwoDays) return day + 2;
  if (shift == Shift::kNearest && weekday == 6) return day - 1;
  return day + (8 - weekday);
}

bool falls_on(const DayRule& rule, std::int64_t day) {
  const CivilDate date = civil_from_days(day);
  switch (rule.kind) {
    case Kind::kDate:
      return rule.date == day;
    case Kind::kWeekday:
      return iso_weekday(day) == rule.weekday;
    case Kind::kEaster:
      for (const int year : {date.year - 1, date.year, date.year + 1}) {
        if (easter_sunday(year) + rule.offset == day) return true;
      }
      return false;
    case Kind::kNthWeekday: {
      if (date.month != rule.month || iso_weekday(day) != rule.weekday) return false;
      if (rule.nth > 0) return (date.day - 1) / 7 + 1 == rule.nth;
      return civil_from_days(day + 7).month != rule.month;
    }
    case Kind::kYearly:
      // A shifted New Year's Day may fall on the last day of the year before.
      for (std::int64_t from = day - 2; from <= day + 1; ++from) {
        const CivilDate one = civil_from_days(from);
        if (one.month != rule.month || one.day != rule.day) continue;
        if (shifted(from, rule.shift) == day) return true;
      }
      return false;
  }
  return false;
}

}  // namespace

std::int64_t easter_sunday(int year) {
  const int a = year % 19;
  const int b = year / 100;
  const int c = year % 100;
  const int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
  const int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
  const int m = (a + 11 * h + 22 * l) / 451;
  const int n = h + l - 7 * m + 114;
  return days_from_civil({year, n / 31, n % 31 + 1});
}

std::span<const std::string_view> calendar_names() { return kNames; }

std::vector<DayRule> read_day_rules(std::string_view text) {
  const std::string_view trimmed = text::trim(text);
  for (std::size_t i = 0; i < std::size(kNames); ++i) {
    if (text::equals_ignoring_case(trimmed, kNames[i])) {
      return {kCalendars[i].begin(), kCalendars[i].end()};
    }
  }
  if (const auto date = read_date(trimmed)) {
    DayRule rule;
    rule.date = *date;
    return {rule};
  }
  if (const int weekday = number_of(trimmed, 7, weekday_name)) return {every(weekday)};
  for (const auto& read : {read_yearly, read_easter, read_nth}) {
    if (const auto rule = read(trimmed)) return {*rule};
  }
  return {};
}

BusinessCalendar::BusinessCalendar(std::vector<Entry> entries, std::int64_t first,
                                   std::int64_t last)
    : entries_(std::move(entries)), first_(first) {
  for (std::int64_t day = first; day <= last; ++day) factors_.push_back(computed(day));
}

double BusinessCalendar::factor(std::int64_t day) const {
  const std::int64_t at = day - first_;
  const bool kept = at >= 0 && at < static_cast<std::int64_t>(factors_.size());
  return kept ? factors_[static_cast<std::size_t>(at)] : computed(day);
}

double BusinessCalendar::computed(std::int64_t day) const {
  double product = 1;
  for (const Entry& entry : entries_) {
    const bool holds = std::any_of(entry.rules.begin(), entry.rules.end(), [&](const auto& rule) {
      for (int back = 0; back < entry.days; ++back) {
        if (falls_on(rule, day - back)) return true;
      }
      return false;
    });
    if (holds) product *= entry.factor;
  }
  return product;
}

std::optional<std::int64_t> BusinessCalendar::open_day(std::int64_t day, std::int64_t last) const {
  const std::int64_t step = last < day ? -1 : 1;
  for (std::int64_t tried = 0; tried < kSearchMax; ++tried, day += step) {
    if (is_open(day)) return day;
    if (day == last) break;
  }
  return {};
}

bool BusinessCalendar::closes_days() const {
  return std::any_of(entries_.begin(), entries_.end(),
                     [](const Entry& entry) { return entry.factor == 0; });
}

std::string BusinessCalendar::text() const {
  std::string out;
  for (const Entry& entry : entries_) {
    out += fmt::format("{} {} {}\n", entry.text, entry.days, entry.factor);
  }
  return out;
}

}  // namespace dbx::seed

// Calendar arithmetic and its texts.
#include "dbx/seed/calendar.h"

#include <fmt/format.h>

#include <array>

#include "dbx/base/text.h"

namespace dbx::seed {
namespace {

std::int64_t floor_divide(std::int64_t value, std::int64_t by) {
  return value / by - (value % by < 0 ? 1 : 0);
}

std::optional<int> read_digits(std::string_view text, std::size_t begin, std::size_t count) {
  if (text.size() < begin + count || !text::is_digits(text.substr(begin, count))) return {};
  const auto value = text::to_int64(text.substr(begin, count));
  if (!value) return {};
  return static_cast<int>(*value);
}

}  // namespace

std::int64_t days_from_civil(CivilDate date) {
  const std::int64_t year = date.month <= 2 ? date.year - 1 : date.year;
  const std::int64_t era = floor_divide(year, 400);
  const std::int64_t year_of_era = year - era * 400;
  const std::int64_t day_in_year =
      (153 * (date.month + (date.month > 2 ? -3 : 9)) + 2) / 5 + date.day - 1;
  const std::int64_t day_of_era =
      year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_in_year;
  return era * 146097 + day_of_era - 719468;
}

CivilDate civil_from_days(std::int64_t days) {
  const std::int64_t shifted = days + 719468;
  const std::int64_t era = floor_divide(shifted, 146097);
  const std::int64_t day_of_era = shifted - era * 146097;
  const std::int64_t year_of_era =
      (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  const std::int64_t day_in_year =
      day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const std::int64_t month_index = (5 * day_in_year + 2) / 153;
  const auto day = static_cast<int>(day_in_year - (153 * month_index + 2) / 5 + 1);
  const auto month = static_cast<int>(month_index < 10 ? month_index + 3 : month_index - 9);
  return {static_cast<int>(year_of_era + era * 400 + (month <= 2 ? 1 : 0)), month, day};
}

int iso_weekday(std::int64_t days) {  // 1970-01-01 was a Thursday
  return static_cast<int>(days + 3 - floor_divide(days + 3, 7) * 7) + 1;
}

int day_of_year(std::int64_t days) {
  return static_cast<int>(days - days_from_civil({civil_from_days(days).year, 1, 1})) + 1;
}

int iso_week(std::int64_t days) {
  const std::int64_t thursday = days + 4 - iso_weekday(days);  // decides the week's year
  return (day_of_year(thursday) - 1) / 7 + 1;
}

std::string_view month_name(int month) {
  static constexpr std::array<std::string_view, 12> kNames = {
      "January", "February", "March",     "April",   "May",      "June",
      "July",    "August",   "September", "October", "November", "December"};
  return kNames[static_cast<std::size_t>(month - 1)];
}

std::string_view weekday_name(int weekday) {
  static constexpr std::array<std::string_view, 7> kNames = {
      "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};
  return kNames[static_cast<std::size_t>(weekday - 1)];
}

std::string print_date(std::int64_t days) {
  const CivilDate date = civil_from_days(days);
  return fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day);
}

std::string print_time(std::int64_t microseconds) {
  const std::int64_t seconds = microseconds / 1'000'000;
  const std::int64_t fraction = microseconds % 1'000'000;
  std::string out =
      fmt::format("{:02}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60);
  if (fraction != 0) out += fmt::format(".{:06}", fraction);
  return out;
}

std::string print_timestamp(std::int64_t microseconds) {
  const std::int64_t days = floor_divide(microseconds, kMicrosecondsPerDay);
  return print_date(days) + " " + print_time(microseconds - days * kMicrosecondsPerDay);
}

std::optional<std::int64_t> read_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return {};
  const auto year = read_digits(text, 0, 4);
  const auto month = read_digits(text, 5, 2);
  const auto day = read_digits(text, 8, 2);
  if (!year || !month || !day || *year < 1 || *month < 1 || *month > 12) return {};
  const std::int64_t days = days_from_civil({*year, *month, *day});
  const CivilDate back = civil_from_days(days);
  if (*day < 1 || back.month != *month || back.day != *day) return {};
  return days;
}

std::optional<std::int64_t> read_time(std::string_view text) {
  if ((text.size() != 5 && text.size() != 8) || text[2] != ':') return {};
  const auto hour = read_digits(text, 0, 2);
  const auto minute = read_digits(text, 3, 2);
  std::optional<int> second = 0;
  if (text.size() == 8) second = text[5] == ':' ? read_digits(text, 6, 2) : std::nullopt;
  if (!hour || !minute || !second || *hour > 23 || *minute > 59 || *second > 59) return {};
  return ((*hour * 60LL + *minute) * 60 + *second) * 1'000'000;
}

std::optional<std::int64_t> read_timestamp(std::string_view text) {
  const auto days = read_date(text.substr(0, 10));
  if (!days) return {};
  if (text.size() == 10) return *days * kMicrosecondsPerDay;
  if (text[10] != ' ' && text[10] != 'T') return {};
  const auto time = read_time(text.substr(11));
  if (!time) return {};
  return *days * kMicrosecondsPerDay + *time;
}

}  // namespace dbx::seed

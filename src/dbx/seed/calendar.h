// Dates as days since 1970-01-01 in the proleptic Gregorian calendar. Pure, thread-safe.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace dbx::seed {

struct CivilDate {
  int year = 1970;
  int month = 1;  // 1..12
  int day = 1;    // 1..31
};

constexpr std::int64_t kMicrosecondsPerDay = 86'400'000'000;

// Source: Howard Hinnant, "chrono-compatible low-level date algorithms".
std::int64_t days_from_civil(CivilDate date);
CivilDate civil_from_days(std::int64_t days);

int iso_weekday(std::int64_t days);  // Monday 1 .. Sunday 7
int day_of_year(std::int64_t days);  // 1..366
int iso_week(std::int64_t days);     // 1..53 (ISO 8601)

std::string_view month_name(int month);      // January
std::string_view weekday_name(int weekday);  // Monday

std::string print_date(std::int64_t days);               // 2025-12-31
std::string print_timestamp(std::int64_t microseconds);  // 2025-12-31 08:15:30[.123456]
std::string print_time(std::int64_t microseconds);       // 08:15:30[.123456]
// "2025-12-31", a date that exists; else nothing.
std::optional<std::int64_t> read_date(std::string_view text);
// "2025-12-31", "2025-12-31 08:15" or "2025-12-31T08:15:30"; else nothing.
std::optional<std::int64_t> read_timestamp(std::string_view text);
std::optional<std::int64_t> read_time(std::string_view text);  // 08:15 or 08:15:30

}  // namespace dbx::seed

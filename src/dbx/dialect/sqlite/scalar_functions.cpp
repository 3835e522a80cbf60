// Functions of single values that SQLite lacks: greatest(...), least(...) of those that are not
// NULL; add_months(date, months), quarter_start(date); like_to_glob(pattern); modulo(a, b), whole
// of whole numbers, which mod() is not.
#include <algorithm>
#include <chrono>
#include <cmath>
#include <compare>
#include <cstring>
#include <optional>

#include <fmt/format.h>

#include "dbx/base/text.h"
#include "dbx/dialect/sqlite/functions.h"

namespace dbx::dialect::sqlite {
namespace {

std::string_view text_of(sqlite3_value* value) {
  const auto* bytes = static_cast<const char*>(sqlite3_value_blob(value));
  const auto size = static_cast<std::size_t>(sqlite3_value_bytes(value));
  return bytes == nullptr ? std::string_view() : std::string_view(bytes, size);
}

bool is_number(int type) { return type == SQLITE_INTEGER || type == SQLITE_FLOAT; }

// As SQLite sorts: numbers before text.
bool is_less(sqlite3_value* a, sqlite3_value* b) {
  const int left = sqlite3_value_type(a);
  const int right = sqlite3_value_type(b);
  if (left == SQLITE_INTEGER && right == SQLITE_INTEGER) {
    return sqlite3_value_int64(a) < sqlite3_value_int64(b);
  }
  if (is_number(left) && is_number(right)) return sqlite3_value_double(a) < sqlite3_value_double(b);
  if (is_number(left) != is_number(right)) return is_number(left);
  return text_of(a) < text_of(b);
}

// Of those that are not NULL; `context`'s user data says which end.
const int kGreatest = 1;
const int kLeast = 0;

void extreme(sqlite3_context* context, int count, sqlite3_value** values) {
  const bool greatest = *static_cast<const int*>(sqlite3_user_data(context)) == kGreatest;
  sqlite3_value* best = nullptr;
  for (int i = 0; i < count; ++i) {
    if (sqlite3_value_type(values[i]) == SQLITE_NULL) continue;
    const bool better =
        best == nullptr || (greatest ? is_less(best, values[i]) : is_less(values[i], best));
    if (better) best = values[i];
  }
  if (best == nullptr) return sqlite3_result_null(context);
  sqlite3_result_value(context, best);
}

// Of 2026-11-26, alone or before a time.
std::optional<std::chrono::year_month_day> date_of(sqlite3_value* value) {
  if (sqlite3_value_type(value) != SQLITE_TEXT) return std::nullopt;
  const std::string_view text = text_of(value);
  if (text.size() < 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto year = text::to_int64(text.substr(0, 4));
  const auto month = text::to_int64(text.substr(5, 2));
  const auto day = text::to_int64(text.substr(8, 2));
  if (!year || !month || !day || *month < 1 || *day < 1) return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year(static_cast<int>(*year)),
                                         std::chrono::month(static_cast<unsigned>(*month)),
                                         std::chrono::day(static_cast<unsigned>(*day))};
  return date.ok() ? std::optional(date) : std::nullopt;
}

void give(sqlite3_context* context, const std::chrono::year_month_day& date) {
  const std::string text =
      fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()),
                  static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
  sqlite3_result_text(context, text.data(), static_cast<int>(text.size()), SQLITE_TRANSIENT);
}

void add_months(sqlite3_context* context, int, sqlite3_value** values) {
  constexpr sqlite3_int64 kMonthsMax = 120'000;
  const auto date = date_of(values[0]);
  if (!date || sqlite3_value_type(values[1]) == SQLITE_NULL) return sqlite3_result_null(context);
  const sqlite3_int64 months = sqlite3_value_int64(values[1]);
  if (months < -kMonthsMax || months > kMonthsMax) return sqlite3_result_null(context);
  auto moved = *date + std::chrono::months(static_cast<int>(months));
  if (!moved.ok()) moved = moved.year() / moved.month() / std::chrono::last;
  const int year = static_cast<int>(moved.year());
  if (year < 0 || year > 9999) return sqlite3_result_null(context);
  give(context, moved);
}

void quarter_start(sqlite3_context* context, int, sqlite3_value** values) {
  const auto date = date_of(values[0]);
  if (!date) return sqlite3_result_null(context);
  const unsigned month = (static_cast<unsigned>(date->month()) - 1) / 3 * 3 + 1;
  give(context, date->year() / std::chrono::month(month) / 1);
}

void modulo(sqlite3_context* context, int, sqlite3_value** values) {
  const bool whole = sqlite3_value_type(values[0]) == SQLITE_INTEGER &&
                     sqlite3_value_type(values[1]) == SQLITE_INTEGER;
  const bool unknown = sqlite3_value_type(values[0]) == SQLITE_NULL ||
                       sqlite3_value_double(values[1]) == 0;  // NULL too
  if (unknown) return sqlite3_result_null(context);
  if (!whole) {
    return sqlite3_result_double(
        context, std::fmod(sqlite3_value_double(values[0]), sqlite3_value_double(values[1])));
  }
  const sqlite3_int64 divisor = sqlite3_value_int64(values[1]);
  // The smallest number by -1 would overflow.
  sqlite3_result_int64(context, divisor == -1 ? 0 : sqlite3_value_int64(values[0]) % divisor);
}

void like_to_glob(sqlite3_context* context, int, sqlite3_value** values) {
  if (sqlite3_value_type(values[0]) == SQLITE_NULL) return sqlite3_result_null(context);
  sqlite3_value_text(values[0]);
  const std::string glob = glob_of(text_of(values[0]));
  sqlite3_result_text(context, glob.data(), static_cast<int>(glob.size()), SQLITE_TRANSIENT);
}

}  // namespace

std::string glob_of(std::string_view pattern) {
  std::string glob;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    char c = pattern[i];
    if (c == '%' || c == '_') {
      glob += c == '%' ? '*' : '?';
      continue;
    }
    if (c == '\\' && i + 1 < pattern.size()) c = pattern[++i];
    if (c == '*' || c == '?' || c == '[') {
      glob += fmt::format("[{}]", c);
    } else {
      glob += c;
    }
  }
  return glob;
}

void add_scalar_functions(sqlite3* database) {
  constexpr int kFlags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS;
  const auto add = [&](const char* name, int arguments, const int* which,
                       void (*run)(sqlite3_context*, int, sqlite3_value**)) {
    sqlite3_create_function(database, name, arguments, kFlags, const_cast<int*>(which), run,
                            nullptr, nullptr);
  };
  add("greatest", -1, &kGreatest, extreme);
  add("least", -1, &kLeast, extreme);
  add("add_months", 2, nullptr, add_months);
  add("quarter_start", 1, nullptr, quarter_start);
  add("modulo", 2, nullptr, modulo);
  add("like_to_glob", 1, nullptr, like_to_glob);
}

}  // namespace dbx::dialect::sqlite

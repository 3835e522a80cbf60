// Dates and times, digit by digit.
#include "dbx/query/literals.h"

#include <chrono>

#include "dbx/base/text.h"

namespace dbx::query {
namespace {

// The number of `count` digits at `at`; nothing where they are not all digits.
std::optional<int> digits(std::string_view text, std::size_t at, std::size_t count) {
  if (text.size() < at + count || !text::is_digits(text.substr(at, count))) return std::nullopt;
  return static_cast<int>(*text::to_int64(text.substr(at, count)));
}

bool is_day(std::string_view text) {
  const auto year = digits(text, 0, 4);
  const auto month = digits(text, 5, 2);
  const auto day = digits(text, 8, 2);
  if (text.size() != 10 || text[4] != '-' || text[7] != '-' || !year || !month || !day) {
    return false;
  }
  const std::chrono::year_month_day date{std::chrono::year(*year),
                                         std::chrono::month(static_cast<unsigned>(*month)),
                                         std::chrono::day(static_cast<unsigned>(*day))};
  return *year > 0 && date.ok();
}

}  // namespace

std::optional<std::string> read_date(std::string_view text) {
  if (!is_day(text)) return std::nullopt;
  return std::string(text);
}

std::optional<std::string> read_timestamp(std::string_view text) {
  if (text.size() < 16 || !is_day(text.substr(0, 10)) || (text[10] != ' ' && text[10] != 'T')) {
    return std::nullopt;
  }
  const auto hour = digits(text, 11, 2);
  const auto minute = digits(text, 14, 2);
  if (!hour || !minute || text[13] != ':' || *hour > 23 || *minute > 59) return std::nullopt;
  std::string result = std::string(text.substr(0, 10)) + ' ' + std::string(text.substr(11, 5));
  if (text.size() == 16) return result + ":00";
  const auto second = digits(text, 17, 2);
  if (!second || text[16] != ':' || *second > 59) return std::nullopt;
  result += text.substr(16, 3);
  const std::string_view fraction = text.substr(19);
  if (fraction.empty()) return result;
  const bool read = fraction.size() >= 2 && fraction.size() <= 7 && fraction[0] == '.' &&
                    text::is_digits(fraction.substr(1));
  if (!read) return std::nullopt;
  if (fraction.find_first_not_of(".0") == std::string_view::npos) return result;
  return result + std::string(fraction);
}

}  // namespace dbx::query

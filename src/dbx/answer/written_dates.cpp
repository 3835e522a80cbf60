// Finds days among tokens; see written_dates.h.
#include "dbx/answer/written_dates.h"

#include <fmt/format.h>

#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "dbx/answer/periods.h"
#include "dbx/base/text.h"

namespace dbx::answer {
namespace {

struct Day {
  std::string text;  // 2007-11-05
  std::size_t end = 0;
};

// "5", "5th"
std::optional<int> day_number(const Token& token) {
  std::string digits = token.lower;
  for (const std::string_view ending : {"st", "nd", "rd", "th"}) {
    if (digits.size() > 2 && digits.ends_with(ending)) digits.resize(digits.size() - 2);
  }
  const auto number = text::to_double(digits);
  if (!number || *number < 1 || *number > 31 || *number != static_cast<int>(*number)) {
    return std::nullopt;
  }
  return static_cast<int>(*number);
}

std::optional<Day> day_at(const std::vector<Token>& tokens, std::size_t at) {
  if (at + 2 >= tokens.size()) return std::nullopt;
  int month = month_of(tokens[at].lower);
  auto day = day_number(tokens[at + (month > 0 ? 1 : 0)]);
  std::size_t end = at + 2;
  if (month == 0) {
    if (day && tokens[at + 1].lower == "of" && end < tokens.size()) ++end;  // "7th of May"
    month = month_of(tokens[end - 1].lower);
  }
  if (month == 0 || !day) return std::nullopt;
  if (end < tokens.size() && tokens[end].kind == Token::Kind::kComma) ++end;
  if (end >= tokens.size() || tokens[end].kind != Token::Kind::kNumber) return std::nullopt;
  const double year = tokens[end].number;
  std::string text = fmt::format("{:04}-{:02}-{:02}", static_cast<int>(year), month, *day);
  if (year < 1000 || year > 9999 || !is_day(text)) return std::nullopt;
  return Day{std::move(text), end + 1};
}

std::string written(const std::vector<Token>& tokens, std::size_t from, std::size_t to) {
  std::string text;
  for (std::size_t i = from; i < to; ++i) {
    if (i > from && tokens[i].kind != Token::Kind::kComma) text += ' ';
    text += tokens[i].text;
  }
  return text;
}

}  // namespace

std::vector<Token> join_dates(std::vector<Token> tokens, const ValueIndex& values) {
  std::vector<Token> result;
  for (std::size_t at = 0; at < tokens.size();) {
    const auto day = day_at(tokens, at);
    if (!day || !values.find(written(tokens, at, day->end)).empty()) {
      result.push_back(std::move(tokens[at++]));
      continue;
    }
    Token token;
    token.kind = Token::Kind::kQuoted;
    token.text = day->text;
    token.lower = day->text;
    token.offset = tokens[at].offset;
    result.push_back(std::move(token));
    at = day->end;
  }
  return result;
}

}  // namespace dbx::answer

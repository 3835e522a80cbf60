// Spans of time that words say: "last month", "in Q2 2023", "since March 2023", "year to date".
// Relative ones are counted from a given today. Pure functions, thread-safe.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dbx/answer/question.h"
#include "dbx/answer/reading.h"

namespace dbx::answer {

// Days from `from` up to, but without, `before`; 2023-04-01. Either may be empty: open.
struct Span {
  std::string from;
  std::string before;

  bool operator==(const Span&) const = default;
};

struct SpanMatch {
  Span span;
  std::size_t length = 0;  // in tokens; 0: none begins there
  bool is_plain = false;   // nothing but years or days as numbers: "since 2023"
};

// The longest span that tokens[at] begins with. `today` is 2026-11-26.
SpanMatch span_at(const std::vector<Token>& tokens, std::size_t at, std::string_view today);

// "month", "monthly", "months"; nothing for other words.
std::optional<Period> period_of(std::string_view lower);

// 1 to 12; 0: no month. "may" and "march" are words of their own, too: a day or year must be
// beside them.
int month_of(std::string_view lower);
// The local date of the clock, as 2026-11-26.
std::string today_by_clock();
// Is it a day of the calendar, written 2026-11-26?
bool is_day(std::string_view text);

}  // namespace dbx::answer

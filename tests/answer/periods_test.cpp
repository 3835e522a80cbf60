// Spans of time, from their words to their days: a line a case, counted from one today.
#include <gtest/gtest.h>

#include <string>

#include "dbx/answer/periods.h"

namespace dbx::answer {
namespace {

constexpr std::string_view kToday = "2024-08-20";  // a Tuesday

struct Case {
  std::string words;
  std::string from;
  std::string before;
};

const Case kCases[] = {
    {"last month", "2024-07-01", "2024-08-01"},
    {"this month", "2024-08-01", "2024-09-01"},
    {"in the last 3 months", "2024-05-01", "2024-08-01"},
    {"last quarter", "2024-04-01", "2024-07-01"},
    {"this quarter", "2024-07-01", "2024-10-01"},
    {"last year", "2023-01-01", "2024-01-01"},
    {"the past two years", "2022-01-01", "2024-01-01"},
    {"last 30 days", "2024-07-22", "2024-08-21"},
    {"last week", "2024-08-12", "2024-08-19"},
    {"today", "2024-08-20", "2024-08-21"},
    {"yesterday", "2024-08-19", "2024-08-20"},
    {"year to date", "2024-01-01", "2024-08-21"},
    {"in 2023", "2023-01-01", "2024-01-01"},
    {"in March 2023", "2023-03-01", "2023-04-01"},
    {"Feb 2024", "2024-02-01", "2024-03-01"},
    {"December of 2023", "2023-12-01", "2024-01-01"},
    {"in Q2 2023", "2023-04-01", "2023-07-01"},
    {"the fourth quarter of 2023", "2023-10-01", "2024-01-01"},
    {"the first half of 2023", "2023-01-01", "2023-07-01"},
    {"since March 2023", "2023-03-01", ""},
    {"since 2023-03-15", "2023-03-15", ""},
    {"after 2023", "2024-01-01", ""},
    {"before 2023", "", "2023-01-01"},
    {"until March 2023", "", "2023-04-01"},
    {"between January and March 2023", "2023-01-01", "2023-04-01"},
    {"from March 2023 to May 2023", "2023-03-01", "2023-06-01"},
    {"between 2021 and 2022", "2021-01-01", "2023-01-01"},
};

TEST(periods, words_are_spans) {
  for (const Case& one : kCases) {
    const auto tokens = tokenize(one.words);
    const SpanMatch match = span_at(tokens, 0, kToday);
    EXPECT_EQ(match.length, tokens.size()) << one.words;
    EXPECT_EQ(match.span.from, one.from) << one.words;
    EXPECT_EQ(match.span.before, one.before) << one.words;
  }
}

TEST(periods, other_words_are_none) {
  for (const char* words :
       {"in may", "march along", "in each branch", "last name", "the first", "between A and B",
        "since then", "last 0 days", "month", "", "2023-02-30"}) {
    EXPECT_EQ(span_at(tokenize(words), 0, kToday).length, 0U) << words;
  }
  EXPECT_EQ(span_at(tokenize("last month"), 0, "no day").length, 0U);
}

TEST(periods, days_of_the_calendar) {
  EXPECT_TRUE(is_day("2024-02-29"));
  EXPECT_FALSE(is_day("2023-02-29"));
  EXPECT_FALSE(is_day("2023-2-9"));
  EXPECT_TRUE(is_day(today_by_clock()));
}

}  // namespace
}  // namespace dbx::answer

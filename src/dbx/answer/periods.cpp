// Grammar of spans over tokens; days by std::chrono. See periods.h.
#include "dbx/answer/periods.h"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <ctime>
#include <utility>

#include "dbx/base/text.h"

namespace dbx::answer {
namespace {

using std::chrono::sys_days;
using std::chrono::year_month_day;

// A span of whole days.
struct Days {
  sys_days from;
  sys_days before;
};

std::string to_text(sys_days day) {
  const year_month_day date(day);
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()),
                     static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
}

std::optional<sys_days> day_of(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto number = [&](std::size_t at, std::size_t size) {
    const auto value = text::to_double(text.substr(at, size));
    return value ? static_cast<int>(*value) : -1;
  };
  const year_month_day date(std::chrono::year(number(0, 4)),
                            std::chrono::month(static_cast<unsigned>(number(5, 2))),
                            std::chrono::day(static_cast<unsigned>(number(8, 2))));
  if (!date.ok()) return std::nullopt;
  return sys_days(date);
}

sys_days day(int year, int month) {
  return sys_days(std::chrono::year(year) / std::chrono::month(static_cast<unsigned>(month)) / 1);
}

// The first day of the month that is `by` months later.
sys_days month_after(sys_days from, int by) {
  const year_month_day date(from);
  const auto month = date.year() / date.month() + std::chrono::months(by);
  return sys_days(month / 1);
}

sys_days start_of(Period period, sys_days at) {
  const year_month_day date(at);
  const int year = static_cast<int>(date.year());
  const int month = static_cast<int>(static_cast<unsigned>(date.month()));
  switch (period) {
    case Period::kDay:
      return at;
    case Period::kWeek:
      return at - std::chrono::days((std::chrono::weekday(at).iso_encoding() - 1));
    case Period::kMonth:
      return day(year, month);
    case Period::kQuarter:
      return day(year, (month - 1) / 3 * 3 + 1);
    case Period::kYear:
      return day(year, 1);
  }
  return at;
}

// `by` whole periods later, from the start of one.
sys_days later(Period period, sys_days start, int by) {
  switch (period) {
    case Period::kDay:
      return start + std::chrono::days(by);
    case Period::kWeek:
      return start + std::chrono::days(7 * by);
    case Period::kMonth:
      return month_after(start, by);
    case Period::kQuarter:
      return month_after(start, 3 * by);
    case Period::kYear:
      return month_after(start, 12 * by);
  }
  return start;
}

constexpr std::array kMonths =
    std::to_array<std::string_view>({"january", "february", "march", "april", "may", "june", "july",
                                     "august", "september", "october", "november", "december"});

class Grammar {
 public:
  Grammar(const std::vector<Token>& tokens, sys_days today) : tokens_(tokens), today_(today) {}

  SpanMatch run(std::size_t at) {
    at_ = at;
    begin_ = at;
    const std::string first = lower();
    if (first == "since" || take("starting from") || first == "from") return open(first);
    if (first == "after" || first == "before" || first == "until" || first == "till") {
      return open(first);
    }
    if (first == "between") return between();
    for (const std::string_view word : {"in", "during", "for", "on", "of", "within", "over"}) {
      if (lower() == word) {
        ++at_;
        if (lower() == "the") ++at_;
        break;
      }
    }
    if (at_ == begin_ && lower() == "the") ++at_;
    const auto days = whole();
    if (!days) return {};
    return made(to_text(days->from), to_text(days->before));
  }

 private:
  std::string lower(std::size_t ahead = 0) const {
    return at_ + ahead < tokens_.size() ? tokens_[at_ + ahead].lower : std::string();
  }

  bool is_number(std::size_t ahead = 0) const {
    return at_ + ahead < tokens_.size() && tokens_[at_ + ahead].kind == Token::Kind::kNumber;
  }

  bool is_year(std::size_t at) const {
    if (at >= tokens_.size() || tokens_[at].kind != Token::Kind::kNumber) return false;
    const Token& token = tokens_[at];
    return token.text.size() == 4 && token.number >= 1900 && token.number <= 2100;
  }

  // The words, one after the other; past them where they are there.
  bool take(std::string_view words) {
    const auto parts = text::split(words, ' ');
    for (std::size_t i = 0; i < parts.size(); ++i) {
      if (lower(i) != parts[i]) return false;
    }
    at_ += parts.size();
    return true;
  }

  SpanMatch made(std::string from, std::string before) const {
    return {{std::move(from), std::move(before)}, at_ - begin_, is_plain_};
  }

  SpanMatch open(const std::string& word) {
    if (at_ == begin_) ++at_;
    if (lower() == "the") ++at_;
    const auto days = whole();
    if (!days) return {};
    if (word == "since") return made(to_text(days->from), {});
    if (word == "after") return made(to_text(days->before), {});
    if (word == "before") return made({}, to_text(days->from));
    if (word == "until" || word == "till") return made({}, to_text(days->before));
    if (lower() != "to" && lower() != "until" && lower() != "through") {
      return word == "from" ? made(to_text(days->from), to_text(days->before))
                            : made(to_text(days->from), {});
    }
    return end(*days);
  }

  SpanMatch between() {
    ++at_;
    const auto days = whole();
    if (!days || lower() != "and") return {};
    return end(*days);
  }

  // "... to March 2023": the last whole month is within.
  SpanMatch end(const Days& first) {
    ++at_;
    const auto last = whole();
    if (!last) return {};
    return made(to_text(first.from), to_text(last->before));
  }

  // A span that is said by itself.
  std::optional<Days> whole() {
    const std::size_t start = at_;
    auto days = relative();
    if (!days) days = named();
    for (std::size_t i = start; i < at_; ++i) {
      if (tokens_[i].kind == Token::Kind::kWord && tokens_[i].lower != "year") is_plain_ = false;
    }
    return days;
  }

  std::optional<Days> relative() {
    if (take("today")) return Days{today_, today_ + std::chrono::days(1)};
    if (take("yesterday")) return Days{today_ - std::chrono::days(1), today_};
    if (take("year to date") || take("ytd") || take("so far this year") ||
        take("this year to date")) {
      return Days{start_of(Period::kYear, today_), today_ + std::chrono::days(1)};
    }
    if (take("quarter to date") || take("qtd")) {
      return Days{start_of(Period::kQuarter, today_), today_ + std::chrono::days(1)};
    }
    if (take("month to date") || take("mtd")) {
      return Days{start_of(Period::kMonth, today_), today_ + std::chrono::days(1)};
    }
    const std::string word = lower();
    const bool last = word == "last" || word == "previous" || word == "past" || word == "prior";
    if (!last && word != "this" && word != "current") return std::nullopt;
    std::size_t ahead = 1;
    int count = 1;
    const bool counted = last && is_number(1);
    if (counted) {
      count = static_cast<int>(tokens_[at_ + 1].number);
      ahead = 2;
    }
    const auto period = period_of(lower(ahead));
    if (!period || lower(ahead).ends_with("ly") || count < 1 || count > 10'000) return std::nullopt;
    at_ += ahead + 1;
    if (counted && *period == Period::kDay) {
      const sys_days end = today_ + std::chrono::days(1);
      return Days{end - std::chrono::days(count), end};
    }
    const sys_days present = start_of(*period, today_);
    if (!last) return Days{present, later(*period, present, 1)};
    return Days{later(*period, present, -count), present};
  }

  // The year that stands here, or that the span goes on to: "January and March 2023".
  std::optional<int> year() {
    if (lower() == "of" && is_year(at_ + 1)) ++at_;
    if (is_year(at_)) return static_cast<int>(tokens_[at_++].number);
    for (std::size_t i = at_; i < tokens_.size() && i < at_ + 4; ++i) {
      const bool joins = i == at_ && (tokens_[i].lower == "and" || tokens_[i].lower == "to" ||
                                      tokens_[i].lower == "through");
      if (i == at_ && !joins) break;
      if (is_year(i)) return static_cast<int>(tokens_[i].number);
    }
    return std::nullopt;
  }

  // Day, month, quarter, half or year by its name.
  std::optional<Days> named() {
    const std::size_t start = at_;
    if (at_ < tokens_.size()) {
      if (const auto day = day_of(tokens_[at_].text)) {
        ++at_;
        return Days{*day, *day + std::chrono::days(1)};
      }
    }
    if (const int month = month_of(lower()); month > 0) {
      ++at_;
      if (const auto year_said = year()) {
        return Days{day(*year_said, month), month_after(day(*year_said, month), 1)};
      }
    }
    at_ = start;
    if (const auto number = quarter()) {
      if (const auto year_said = year()) {
        const sys_days from = day(*year_said, (*number - 1) * 3 + 1);
        return Days{from, month_after(from, 3)};
      }
    }
    at_ = start;
    const std::string half = lower();
    if ((take("first half") || take("second half")) && (lower() == "of" || is_year(at_))) {
      if (const auto year_said = year()) {
        const sys_days from = day(*year_said, half == "first" ? 1 : 7);
        return Days{from, month_after(from, 6)};
      }
    }
    at_ = start;
    if (lower() == "year" && is_year(at_ + 1)) ++at_;
    if (is_year(at_)) {
      const int year_said = static_cast<int>(tokens_[at_++].number);
      return Days{day(year_said, 1), day(year_said + 1, 1)};
    }
    at_ = start;
    return std::nullopt;
  }

  // "Q2", "second quarter of", "quarter 2".
  std::optional<int> quarter() {
    constexpr std::array kOrdinals =
        std::to_array<std::string_view>({"first", "second", "third", "fourth"});
    const std::string word = lower();
    if (word.size() == 2 && word[0] == 'q' && word[1] >= '1' && word[1] <= '4') {
      ++at_;
      return word[1] - '0';
    }
    for (std::size_t i = 0; i < kOrdinals.size(); ++i) {
      const bool digit = word.size() == 3 && word[0] == static_cast<char>('1' + i);
      if ((word == kOrdinals[i] || digit) && lower(1) == "quarter") {
        at_ += 2;
        return static_cast<int>(i) + 1;
      }
    }
    if (word == "quarter" && is_number(1) && tokens_[at_ + 1].number >= 1 &&
        tokens_[at_ + 1].number <= 4) {
      const int number = static_cast<int>(tokens_[at_ + 1].number);
      at_ += 2;
      return number;
    }
    return std::nullopt;
  }

  const std::vector<Token>& tokens_;
  sys_days today_;
  std::size_t at_ = 0;
  std::size_t begin_ = 0;
  bool is_plain_ = true;
};

}  // namespace

int month_of(std::string_view lower) {
  for (std::size_t i = 0; i < kMonths.size(); ++i) {
    const bool is_short = lower.size() == 3 || (lower.size() == 4 && lower == "sept");
    if (lower == kMonths[i] || (is_short && kMonths[i].starts_with(lower.substr(0, 3)))) {
      return static_cast<int>(i) + 1;
    }
  }
  return 0;
}

SpanMatch span_at(const std::vector<Token>& tokens, std::size_t at, std::string_view today) {
  const auto day = day_of(today);
  if (!day || at >= tokens.size()) return {};
  return Grammar(tokens, *day).run(at);
}

std::optional<Period> period_of(std::string_view lower) {
  constexpr std::pair<std::string_view, Period> kWords[] = {
      {"day", Period::kDay},          {"days", Period::kDay},
      {"daily", Period::kDay},        {"week", Period::kWeek},
      {"weeks", Period::kWeek},       {"weekly", Period::kWeek},
      {"month", Period::kMonth},      {"months", Period::kMonth},
      {"monthly", Period::kMonth},    {"quarter", Period::kQuarter},
      {"quarters", Period::kQuarter}, {"quarterly", Period::kQuarter},
      {"year", Period::kYear},        {"years", Period::kYear},
      {"yearly", Period::kYear},      {"annual", Period::kYear},
      {"annually", Period::kYear}};
  for (const auto& [word, period] : kWords) {
    if (word == lower) return period;
  }
  return std::nullopt;
}

std::string today_by_clock() {
  const std::time_t now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
  return fmt::format("{:%Y-%m-%d}", fmt::localtime(now));
}

bool is_day(std::string_view text) { return day_of(text).has_value(); }

}  // namespace dbx::answer

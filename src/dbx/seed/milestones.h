// What happens when: where in a course of events a column's words usually stand, and the days and
// times of day that follow from the event before. To add words: a line in milestones.cpp. Pure.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "dbx/seed/business_calendar.h"
#include "dbx/seed/generator.h"
#include "dbx/seed/random.h"

namespace dbx::seed {

// Where in a course of events a word usually stands, and how many days after what is before it.
struct Milestone {
  std::string_view patterns;  // see infer.h
  int rank;
  double lag_days;
  double null_rate;  // of a nullable column
};

constexpr int kExpiryRank = 85;  // about a year or more after what is before

// Of a name in snake case; one in the middle where no word is known.
const Milestone& milestone_of(std::string_view name);
// What the event is called without date, key and the like: "_ship_" of ship_date_key.
std::string stem_of(std::string_view name);

// The day of the event before, some days on (or back), kept within 0..last.
struct Lag {
  IndexPtr before;
  Random random;
  double days_mean;
  std::int64_t days_min;
  std::int64_t last;
  bool backwards;
  // Rows from here on may go on past `last`, to the end of the month of the event before: so that
  // months that are added later change nothing of theirs.
  std::int64_t base_rows = 0;
  std::int64_t begin = 0;     // day 0, since 1970-01-01
  bool bounded = false;       // false: the rows from there on go on without end
  CalendarPtr calendar = {};  // no day on which it is closed; the next open one
};
IndexPtr lagging(const Lag& lag);

// The day so many months after `begin`; `months` is a fitted integer column and outlives it.
IndexPtr term_end(IndexPtr begin, const Generator& months);

// The time of event `order` of `count`, on the day begin + day(row).
GeneratorPtr moment(std::int64_t begin, IndexPtr day, const Random& random, std::size_t order,
                    std::size_t count);

}  // namespace dbx::seed

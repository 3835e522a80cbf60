// What a question means, without JOIN and without GROUP BY's ceremony: fields that are asked for,
// conditions, groups, order. One Reading is one way to understand a question; compile.h makes a
// query of it. Values only.
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "dbx/query/query.h"

namespace dbx::answer {

enum class Period { kDay, kWeek, kMonth, kQuarter, kYear };

// A column of the Model; column -1 is the row itself, to be counted.
struct Field {
  int table = -1;
  int column = -1;
  std::optional<Period> start = {};  // of a date: the first day of its month, ...

  bool operator==(const Field&) const = default;
  bool is_row() const { return column < 0; }
};

enum class Aggregate { kNone, kCount, kSum, kAvg, kMin, kMax };

struct Term {
  Aggregate aggregate = Aggregate::kNone;
  bool distinct = false;
  Field field;
  bool as_number = false;  // a text that holds numbers

  bool operator==(const Term&) const = default;
  bool is_aggregate() const { return aggregate != Aggregate::kNone; }
};

enum class Comparator {
  kEqual,
  kNotEqual,
  kLess,
  kLessOrEqual,
  kGreater,
  kGreaterOrEqual,
  kBetween,
  kLike,  // values[0] is the pattern
  kNotLike,
  kIn,  // of the nested reading
  kNotIn,
  kNull,  // with no value
};

// More or less than something.
inline bool is_ranking(Comparator comparator) {
  return comparator == Comparator::kGreater || comparator == Comparator::kLess ||
         comparator == Comparator::kGreaterOrEqual || comparator == Comparator::kLessOrEqual;
}

struct Literal {
  bool is_number = false;
  std::string text;

  bool operator==(const Literal&) const = default;
};

struct Reading;

struct Condition {
  Term left;
  Comparator comparator = Comparator::kEqual;
  std::vector<Literal> values;
  std::optional<Field> column;  // compared with it instead
  std::vector<Reading> nested;  // one: compared with its answer instead
  bool either = false;          // joined to the condition before it by OR

  bool operator==(const Condition& other) const;
};

struct Ordering {
  Term term;
  bool descending = false;

  bool operator==(const Ordering&) const = default;
};

// What is made of the figures of a reading.
enum class Shape {
  kPlain,
  kShare,    // of each group in the whole, in percent
  kPercent,  // of what meets `part`, in what meets the other conditions
  kRatio,    // the first figure over the second
  kDifference,
  kChange,    // beside the figure that of the period before, and the change in percent
  kRunning,   // beside the figure the sum up to then
  kTopOfEach  // the first `limit` of each `partition`, in the order that is asked for
};

struct Reading {
  Shape shape = Shape::kPlain;
  std::vector<Condition> part;     // kPercent
  std::vector<Field> partition;    // kTopOfEach
  bool count_of_groups = false;    // how many groups there are, rather than what is shown of each
  bool average_of_groups = false;  // of the one figure that is shown: its average over `group`
  std::vector<Term> select;
  bool distinct = false;
  std::vector<Field> group;
  std::vector<Condition> where;
  std::vector<Condition> having;
  std::vector<Ordering> order;
  std::optional<std::int64_t> limit;
  std::vector<int> tables;  // to be joined, though no field of theirs is named
  std::optional<query::SetOperator> combined_by;
  std::vector<Reading> other;  // one, where combined_by says how

  bool operator==(const Reading&) const = default;
  // Is anything shown that is counted or summed up?
  bool shows_figures() const {
    return std::any_of(select.begin(), select.end(),
                       [](const Term& term) { return term.is_aggregate(); });
  }
};

}  // namespace dbx::answer

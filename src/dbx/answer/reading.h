// What a question means, without JOIN and without GROUP BY's ceremony: fields that are asked for,
// conditions, groups, order. One Reading is one way to understand a question; compile.h makes a
// query of it. Values only.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "dbx/query/query.h"

namespace dbx::answer {

// A column of the Model; column -1 is the row itself, to be counted.
struct Field {
  int table = -1;
  int column = -1;

  bool operator==(const Field&) const = default;
  bool is_row() const { return column < 0; }
};

enum class Aggregate { kNone, kCount, kSum, kAvg, kMin, kMax };

struct Term {
  Aggregate aggregate = Aggregate::kNone;
  bool distinct = false;
  Field field;

  bool operator==(const Term&) const = default;
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
  kIsNull,
  kIsNotNull,
};

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
  std::vector<Reading> nested;  // one: compared with its answer instead
  bool either = false;          // joined to the condition before it by OR

  bool operator==(const Condition& other) const;
};

struct Ordering {
  Term term;
  bool descending = false;

  bool operator==(const Ordering&) const = default;
};

struct Reading {
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
};

}  // namespace dbx::answer

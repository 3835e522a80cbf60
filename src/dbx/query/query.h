// SELECT as a typed tree: what questions, reports, checks and guarded SQL are made of before an
// engine's printer (Dialect::write) turns them into SQL. Identifiers are names, never SQL text.
// Values only; == compares deeply. Meanings are the same on every engine; where engines differ, the
// printers make up for it (integer division, case of LIKE, where NULLs are sorted).
// To add a function: a line in functions.cpp, a line in each engine's select.cpp
// where it is not called by its own name.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace dbx::query {

enum class Function {
  // Aggregates (also over a window)
  kCount,  // no argument: rows
  kCountDistinct,
  kSum,
  kAvg,
  kMin,
  kMax,
  kStddev,      // sample
  kQuantile,    // continuous; arguments: value, fraction
  kStringJoin,  // value, separator; in the order of the values' bytes, but those of NULL
  // Window functions
  kRowNumber,
  kRank,
  kDenseRank,
  kLag,   // value, rows (optional)
  kLead,  // value, rows (optional)
  kFirstValue,
  kLastValue,
  kNtile,
  kPercentRank,
  // Dates
  kYear,  // of a date or timestamp, as a number
  kQuarter,
  kMonth,
  kDay,
  kWeekday,  // 0 Sunday to 6 Saturday
  kHour,
  kDayStart,   // a date, as all of these
  kWeekStart,  // Monday
  kMonthStart,
  kQuarterStart,
  kYearStart,
  // Of the date alone, where a timestamp is given; a date comes back.
  kAddDays,      // date, days
  kAddMonths,    // date, months; the last day of a shorter month
  kDaysBetween,  // from, to
  kToDate,
  kToTimestamp,  // to the second
  kToday,        // no argument
  // Text
  kLower,
  kUpper,
  kTrim,
  kLength,     // in characters
  kSubstring,  // value, from (1 is the first), length (optional)
  kReplace,    // value, what, by
  kPosition,   // of the second in the first, 1 the first; 0 nowhere
  kToText,
  // Numbers
  kAbs,
  kRound,  // value, digits (optional); halves away from 0
  kFloor,
  kCeiling,
  kSqrt,
  kPower,
  kLn,
  kExp,
  kSign,
  kModulo,
  kToInteger,  // rounds to the nearest, halves away from 0
  kToDouble,
  // NULL
  kNullIf,
  kCoalesce,
  kGreatest,  // of those that are not NULL
  kLeast,
};

enum class Operator {
  kAdd,
  kSubtract,
  kMultiply,
  kDivide,         // as real numbers; NULL where the divisor is 0 is up to the writer (kNullIf)
  kIntegerDivide,  // of whole numbers, towards 0
  kNegate,
  kConcat,
  kEqual,
  kNotEqual,
  kLess,
  kLessOrEqual,
  kGreater,
  kGreaterOrEqual,
  kIsDistinctFrom,
  kIsNotDistinctFrom,
  // In patterns % is any text, _ any character, and a backslash takes the next as it is.
  kLike,   // upper and lower case differ
  kILike,  // they do not
  kAnd,
  kOr,
  kIsNull,
  kIsNotNull,
  kNot,
  kBetween,  // value, from, to; both ends within
  kIn,       // value, then the list; or value and `subquery`
};

struct Select;
struct Order;
struct Window;

struct Expression {
  enum class Kind {
    kColumn,
    kNumber,
    kText,
    kBoolean,
    kNull,
    kDate,       // text is 2026-11-26
    kTimestamp,  // text is 2026-11-26 10:00:00
    kCall,
    kOperation,
    kCase,  // arguments: condition, value, condition, value, ..., and the value of ELSE where odd
    kSubquery,  // one value
    kExists,
  };

  Kind kind = Kind::kNumber;
  std::string table;  // kColumn: alias; may be empty
  std::string text;   // column name, number, text; true or false
  Function function = Function::kCount;
  Operator operation = Operator::kEqual;
  std::vector<Expression> arguments;
  std::vector<Select> subquery;  // one: kSubquery, kExists, kIn without a list
  std::vector<Window> window;    // one: kCall with OVER

  Expression();
  Expression(const Expression&);
  Expression(Expression&&) noexcept;
  Expression& operator=(const Expression&);
  Expression& operator=(Expression&&) noexcept;
  ~Expression();
  bool operator==(const Expression& other) const;
};

Expression column(std::string table, std::string name);
Expression number(std::int64_t value);
Expression decimal(double value);
Expression text(std::string value);
Expression boolean(bool value);
Expression date(std::string value);       // 2026-11-26
Expression timestamp(std::string value);  // 2026-11-26 10:00:00
Expression null();
Expression call(Function function, std::vector<Expression> arguments = {});
Expression operation(Operator op, std::vector<Expression> arguments);
// a = b and c = d ...; the list must not be empty.
Expression all_of(std::vector<Expression> conditions);
Expression any_of(std::vector<Expression> conditions);
Expression scalar(Select select);
Expression exists(Select select);
// NOT IN is operation(kNot, {in(...)}).
Expression in(Expression value, Select select);

bool is_aggregate(Function function);

struct Item {
  Expression expression;
  std::string alias;

  bool operator==(const Item&) const = default;
};

// A table, a common table by its name, or a subquery.
struct TableUse {
  std::string schema;  // empty: the engine's own
  std::string table;
  std::string alias;             // may be empty, but not of a subquery
  std::vector<Select> subquery;  // one, instead of `table`

  TableUse();
  TableUse(std::string table, std::string alias);
  TableUse(const TableUse&);
  TableUse(TableUse&&) noexcept;
  TableUse& operator=(const TableUse&);
  TableUse& operator=(TableUse&&) noexcept;
  ~TableUse();
  bool operator==(const TableUse& other) const;
};

enum class JoinKind { kInner, kLeft, kRight, kFull, kCross };

struct Join {
  JoinKind kind = JoinKind::kInner;
  TableUse table;
  Expression condition;  // none of kCross
  // As parsed; resolved, a condition stands in their place.
  std::vector<std::string> using_columns = {};
  bool natural = false;

  bool operator==(const Join&) const = default;
};

struct Order {
  Expression expression;  // a whole number: the item of that place, from 1
  bool descending = false;
  bool nulls_first = false;

  bool operator==(const Order&) const = default;
};

// ROWS BETWEEN ... AND ...; absent ends are unbounded, 0 is the current row, negative precedes it.
struct Frame {
  std::optional<std::int64_t> from;
  std::optional<std::int64_t> to;

  bool operator==(const Frame&) const = default;
};

struct Window {
  std::vector<Expression> partition_by;
  std::vector<Order> order_by;
  std::optional<Frame> frame;

  bool operator==(const Window&) const = default;
};

struct CommonTable;
struct SetOperand;

struct Select {
  std::vector<CommonTable> with;
  bool distinct = false;
  std::vector<Item> items;
  TableUse from;  // empty: no FROM
  std::vector<Join> joins;
  std::optional<Expression> where;
  std::vector<Expression> group_by;
  std::optional<Expression> having;
  // What the rows above are combined with, from left to right; order and limit are the whole's. An
  // operand has no WITH of its own.
  std::vector<SetOperand> combined;
  std::vector<Order> order_by;
  std::optional<std::int64_t> limit;
  std::optional<std::int64_t> offset;

  Select();
  Select(const Select&);
  Select(Select&&) noexcept;
  Select& operator=(const Select&);
  Select& operator=(Select&&) noexcept;
  ~Select();
  bool operator==(const Select& other) const;
};

struct CommonTable {
  std::string name;
  Select select;

  bool operator==(const CommonTable&) const = default;
};

enum class SetOperator { kUnion, kUnionAll, kIntersect, kExcept };

struct SetOperand {
  SetOperator op = SetOperator::kUnion;
  Select select;

  bool operator==(const SetOperand&) const = default;
};

}  // namespace dbx::query

// SELECT as a typed tree: what questions, reports and checks are made of before an engine's printer
// (Dialect::write) turns them into SQL. Identifiers are names, never SQL text. Values only.
// To add a function: a line in the enum, a line in each engine's select.cpp.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace dbx::query {

enum class Function {
  kCount,  // no argument: rows
  kCountDistinct,
  kSum,
  kAvg,
  kMin,
  kMax,
  kStddev,    // sample
  kQuantile,  // continuous; arguments: value, fraction
  kYear,      // of a date, as a number
  kMonthStart,
  kQuarterStart,
  kYearStart,
  kRound,  // value, digits
  kNullIf,
  kCoalesce,
  kToDouble,
};

enum class Operator {
  kAdd,
  kSubtract,
  kMultiply,
  kDivide,
  kEqual,
  kNotEqual,
  kLess,
  kLessOrEqual,
  kGreater,
  kGreaterOrEqual,
  kAnd,
  kOr,
  kIsNull,
  kIsNotNull,
  kNot,
};

struct Expression {
  enum class Kind { kColumn, kNumber, kText, kBoolean, kCall, kOperation };

  Kind kind = Kind::kNumber;
  std::string table;  // kColumn: alias; may be empty
  std::string text;   // column name, number, text; true or false
  Function function = Function::kCount;
  Operator operation = Operator::kEqual;
  std::vector<Expression> arguments;

  bool operator==(const Expression&) const = default;
};

Expression column(std::string table, std::string name);
Expression number(std::int64_t value);
Expression decimal(double value);
Expression text(std::string value);
Expression call(Function function, std::vector<Expression> arguments = {});
Expression operation(Operator op, std::vector<Expression> arguments);
// a = b and c = d ...; the list must not be empty.
Expression all_of(std::vector<Expression> conditions);

struct Item {
  Expression expression;
  std::string alias;

  bool operator==(const Item&) const = default;
};

struct TableUse {
  std::string table;
  std::string alias;  // may be empty

  bool operator==(const TableUse&) const = default;
};

struct Join {
  bool left = false;  // LEFT JOIN rather than JOIN
  TableUse table;
  Expression condition;

  bool operator==(const Join&) const = default;
};

struct Order {
  Expression expression;
  bool descending = false;

  bool operator==(const Order&) const = default;
};

struct Select {
  bool distinct = false;
  std::vector<Item> items;
  TableUse from;
  std::vector<Join> joins;
  std::optional<Expression> where;
  std::vector<Expression> group_by;
  std::optional<Expression> having;
  std::vector<Order> order_by;
  std::optional<std::int64_t> limit;

  bool operator==(const Select&) const = default;
};

}  // namespace dbx::query

// What an operator means depends on what stands on its sides.
#include <fmt/format.h>

#include <algorithm>

#include "dbx/query/resolver.h"

namespace dbx::query {
namespace {

using Kind = Expression::Kind;

bool is_call_of(const Expression& expression, Function function) {
  return expression.kind == Kind::kCall && expression.function == function;
}

Expression negated(Expression value) {
  if (whole(value) == 0) return value;
  if (value.kind == Kind::kNumber) {
    value.text = value.text.starts_with('-') ? value.text.substr(1) : "-" + value.text;
    return value;
  }
  return operation(Operator::kNegate, {std::move(value)});
}

bool may_be_zero(const Expression& divisor) {
  if (is_call_of(divisor, Function::kNullIf) && divisor.arguments[1] == number(0)) return false;
  if (divisor.kind != Kind::kNumber) return true;
  return divisor.text.find_first_of("123456789") == std::string::npos;
}

}  // namespace

void guard_divisor(Expression& divisor) {
  if (!may_be_zero(divisor)) return;
  divisor = call(Function::kNullIf, {std::move(divisor), number(0)});
}

Result<Type> Resolver::operation(Expression& expression, std::vector<Type>& types) {
  std::vector<Expression>& operands = expression.arguments;
  switch (expression.operation) {
    case Operator::kAdd:
    case Operator::kSubtract:
      return addition(expression, types);
    case Operator::kIntegerDivide:
    case Operator::kDivide:
      return division(expression, types);
    case Operator::kMultiply:
      return arithmetic(types);
    case Operator::kNegate: {
      DBX_TRY(const Type type, arithmetic(types));
      expression = negated(Expression(std::move(operands[0])));
      return type;
    }
    case Operator::kConcat:
      for (std::size_t i = 0; i < operands.size(); ++i) {
        if (types[i] == Type::kText || types[i] == Type::kAny) continue;
        operands[i] = query::call(Function::kToText, {std::move(operands[i])});
        DBX_CHECK_OK(conversion(operands[i], types[i]));
      }
      return Type::kText;
    case Operator::kLike:
    case Operator::kILike:
      for (std::size_t i = 0; i < operands.size(); ++i) {
        DBX_CHECK_OK(fit(operands[i], types[i], 't', "LIKE"));
      }
      return Type::kBoolean;
    case Operator::kAnd:
    case Operator::kOr:
    case Operator::kNot:
      for (std::size_t i = 0; i < operands.size(); ++i) {
        DBX_CHECK_OK(fit(operands[i], types[i], 'b', "AND, OR, NOT"));
      }
      return Type::kBoolean;
    case Operator::kIsNull:
    case Operator::kIsNotNull:
      return Type::kBoolean;
    default:  // comparisons
      DBX_CHECK_OK(unify(operands, types));
      return Type::kBoolean;
  }
}

Result<Type> Resolver::arithmetic(const std::vector<Type>& types) const {
  Type type = Type::kAny;
  for (const Type one : types) {
    if (!is_number(one) && one != Type::kAny) {
      return refuse(fmt::format("arithmetic with {}", print(one)),
                    one == Type::kText        ? "CAST it AS integer or numeric"
                    : one == Type::kTimestamp ? "CAST it AS date, then add days"
                    : one == Type::kBoolean   ? "count with CASE WHEN x THEN 1 ELSE 0 END"
                                            : "days may be added to a date, and dates subtracted");
    }
    type = wider(type, one);
  }
  return type;
}

// Days added to a date, days between two dates; else numbers.
Result<Type> Resolver::addition(Expression& expression, std::vector<Type>& types) {
  std::vector<Expression>& operands = expression.arguments;
  const bool adds = expression.operation == Operator::kAdd;
  if (adds && types[1] == Type::kDate && types[0] != Type::kDate) {
    std::swap(operands[0], operands[1]);
    std::swap(types[0], types[1]);
  }
  const bool date_beside_text = !adds && (types[0] == Type::kDate || types[1] == Type::kDate) &&
                                (is_literal(operands[0]) || is_literal(operands[1]));
  if (date_beside_text && !adapt(operands[0], types[0], operands[1], types[1])) {
    return refuse("a date is subtracted from text, or text from a date", "write DATE '2026-11-26'");
  }
  if (types[0] != Type::kDate) return arithmetic(types);
  Expression date = std::move(operands[0]);
  Expression other = std::move(operands[1]);
  if (!adds && types[1] == Type::kDate) {
    expression = query::call(Function::kDaysBetween, {std::move(other), std::move(date)});
    return function(expression, types);
  }
  if (!is_integer(types[1]) && types[1] != Type::kAny) {
    return refuse(fmt::format("{} is added to a date", print(types[1])),
                  "add a whole number of days, or INTERVAL '3 months'");
  }
  expression = query::call(Function::kAddDays,
                           {std::move(date), adds ? std::move(other) : negated(std::move(other))});
  types[0] = Type::kDate;
  return function(expression, types);
}

// Whole numbers by whole numbers towards 0, as PostgreSQL does; by 0 it is NULL.
Result<Type> Resolver::division(Expression& expression, std::vector<Type>& types) {
  DBX_TRY(const Type type, arithmetic(types));
  const bool whole = expression.operation == Operator::kIntegerDivide && is_integer(types[0]) &&
                     is_integer(types[1]);
  expression.operation = whole ? Operator::kIntegerDivide : Operator::kDivide;
  if (!whole) {
    for (std::size_t i = 0; i < 2; ++i) strip_cast(expression.arguments[i], types[i]);
  }
  guard_divisor(expression.arguments[1]);
  return whole ? type : Type::kDouble;
}

}  // namespace dbx::query

// Expressions: names, then what their arguments' types make of them.
#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <utility>

#include "dbx/base/text.h"
#include "dbx/query/functions.h"
#include "dbx/query/literals.h"
#include "dbx/query/resolver.h"

namespace dbx::query {
namespace {

using Kind = Expression::Kind;

Type number_type(const Expression& number) {
  if (const auto value = whole(number)) {
    const bool is_small = *value >= INT32_MIN && *value <= INT32_MAX;
    return is_small ? Type::kInteger : Type::kBigInt;
  }
  return Type::kDecimal;
}

// Printers write the text of a literal as it stands: a tree that code made may hold no other.
bool is_well_formed(const Expression& expression) {
  const std::string& text = expression.text;
  constexpr std::string_view kOfNumbers = "0123456789.eE+-";
  switch (expression.kind) {
    case Kind::kNumber:
      return text.find_first_not_of(kOfNumbers) == std::string::npos && text::to_double(text);
    case Kind::kBoolean:
      return text == "true" || text == "false";
    case Kind::kDate:
      return read_date(text) == text;
    default:
      return read_timestamp(text) == text;
  }
}

}  // namespace

Result<Type> Resolver::literal_type(const Expression& expression) {
  if (!is_well_formed(expression)) {
    return refuse(fmt::format("'{}' is not a literal of its kind", expression.text),
                  "numbers are written 12.5, days DATE '2026-11-26'");
  }
  if (expression.kind == Kind::kNumber) return number_type(expression);
  if (expression.kind == Kind::kBoolean) return Type::kBoolean;
  return expression.kind == Kind::kDate ? Type::kDate : Type::kTimestamp;
}

bool has_aggregate(const Expression& expression) {
  if (expression.kind == Kind::kCall && is_aggregate(expression.function) &&
      expression.window.empty()) {
    return true;
  }
  const auto in = [](const Expression& part) { return has_aggregate(part); };
  if (std::any_of(expression.arguments.begin(), expression.arguments.end(), in)) return true;
  for (const Window& window : expression.window) {
    if (std::any_of(window.partition_by.begin(), window.partition_by.end(), in)) return true;
    for (const Order& order : window.order_by) {
      if (in(order.expression)) return true;
    }
  }
  return false;
}

Result<Type> Resolver::condition(Expression& expression, const Place& place) {
  DBX_TRY(const Type type, this->expression(expression, place));
  if (type == Type::kBoolean || type == Type::kAny) return type;
  return refuse(fmt::format("{} is {}, not a condition", place.clause, print(type)),
                "compare it with something");
}

Result<Type> Resolver::expression(Expression& expression, const Place& place) {
  switch (expression.kind) {
    case Kind::kColumn:
      return name(expression, place);
    case Kind::kNumber:
    case Kind::kBoolean:
    case Kind::kDate:
    case Kind::kTimestamp:
      return literal_type(expression);
    case Kind::kText:
      return Type::kText;
    case Kind::kNull:
      return Type::kAny;
    case Kind::kSubquery:
      return subquery(expression.subquery.front(), place);
    case Kind::kExists:
      DBX_CHECK_OK(nested(expression.subquery.front(), place));
      return Type::kBoolean;
    case Kind::kCall:
      return call(expression, place);
    case Kind::kOperation:
    case Kind::kCase:
      break;
  }
  std::vector<Type> types;
  for (Expression& argument : expression.arguments) {
    DBX_TRY(const Type type, this->expression(argument, place));
    types.push_back(type);
  }
  if (expression.kind == Kind::kCase) return choice(expression, types);
  if (expression.operation == Operator::kIn) return membership(expression, types, place);
  return operation(expression, types);
}

Result<Type> Resolver::name(Expression& expression, const Place& place) {
  DBX_TRY(Found found, place.scope->find(expression.table, expression.text));
  if (found.is_outer && in_aggregate_) {
    return refuse(
        fmt::format("an aggregate of '{}', which is outside of its query", expression.text),
        "aggregate columns of the tables in FROM");
  }
  expression = std::move(found.expression);
  return found.type;
}

Result<Type> Resolver::call(Expression& expression, const Place& place) {
  const FunctionInfo& function = info(expression.function);
  const bool windowed = !expression.window.empty();
  const bool aggregate = function.kind == FunctionKind::kAggregate && !windowed;
  if (windowed && !place.windows) {
    return refuse(fmt::format("a window stands in {}", place.clause),
                  "compute it in a subquery, then filter that");
  }
  if (aggregate && !place.aggregates) {
    return refuse(fmt::format("{}() stands in {}", function.name, place.clause),
                  "filter aggregates in HAVING, or aggregate in a subquery");
  }
  if (aggregate && in_aggregate_) {
    return refuse(fmt::format("{}() stands in an aggregate", function.name),
                  "aggregate in a subquery first");
  }
  Place inside = place;
  inside.windows = place.windows && !windowed && !aggregate;
  std::vector<Type> types;
  const bool outside = in_aggregate_;
  in_aggregate_ = outside || aggregate;
  for (Expression& argument : expression.arguments) {
    auto type = this->expression(argument, inside);
    if (!type) return fail(std::move(type).error());
    types.push_back(*type);
  }
  in_aggregate_ = outside;
  for (Window& one : expression.window) DBX_CHECK_OK(window(one, inside));
  return this->function(expression, types);
}

Status Resolver::window(Window& window, const Place& place) {
  for (Expression& part : window.partition_by) DBX_CHECK_OK(expression(part, place));
  for (Order& order : window.order_by) {
    DBX_CHECK_OK(expression(order.expression, place));
    if (order.expression.kind == Kind::kNumber) {
      return refuse("a window is ordered by a number", "order it by a column");
    }
  }
  return {};
}

Result<std::vector<Column>> Resolver::nested(Select& select, const Place& place) {
  const bool outside = std::exchange(in_aggregate_, false);
  auto columns = this->select(select, place.scope);
  in_aggregate_ = outside;
  return columns;
}

Result<Type> Resolver::subquery(Select& select, const Place& place) {
  DBX_TRY(const std::vector<Column> columns, nested(select, place));
  if (columns.size() == 1) return columns.front().type;
  return refuse(fmt::format("a subquery gives {} columns where one is due", columns.size()),
                "name one column");
}

// The values, and the conditions before them.
Result<Type> Resolver::choice(Expression& expression, std::vector<Type>& types) {
  std::vector<Expression>& arguments = expression.arguments;
  for (std::size_t i = 0; i + 1 < arguments.size(); i += 2) {
    if (types[i] == Type::kBoolean || types[i] == Type::kAny) continue;
    return refuse(fmt::format("WHEN is {}, not a condition", print(types[i])),
                  "compare it with something");
  }
  std::vector<Expression> values;
  std::vector<Type> value_types;
  std::vector<std::size_t> places;
  for (std::size_t i = 1; i <= arguments.size(); i += 2) {
    places.push_back(std::min(i, arguments.size() - 1));
    if (i == arguments.size() && arguments.size() % 2 == 0) places.pop_back();
  }
  for (const std::size_t at : places) {
    values.push_back(std::move(arguments[at]));
    value_types.push_back(types[at]);
  }
  auto type = unify(values, value_types);
  for (std::size_t i = 0; i < places.size(); ++i) arguments[places[i]] = std::move(values[i]);
  return type;
}

Result<Type> Resolver::membership(Expression& expression, std::vector<Type>& types,
                                  const Place& place) {
  if (expression.subquery.empty()) {
    DBX_CHECK_OK(unify(expression.arguments, types));
    return Type::kBoolean;
  }
  DBX_TRY(Type inner, subquery(expression.subquery.front(), place));
  Expression shown = column("", "");
  if (!adapt(expression.arguments[0], types[0], shown, inner) || shown.kind != Kind::kColumn) {
    return refuse(fmt::format("{} IN a subquery of {}", print(types[0]), print(inner)),
                  "CAST one of them");
  }
  return Type::kBoolean;
}

}  // namespace dbx::query

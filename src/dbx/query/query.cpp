// Building blocks of a query tree.
#include "dbx/query/query.h"

#include <fmt/format.h>

#include <cassert>
#include <utility>

namespace dbx::query {
namespace {

Expression literal(Expression::Kind kind, std::string value) {
  Expression expression;
  expression.kind = kind;
  expression.text = std::move(value);
  return expression;
}

}  // namespace

Expression column(std::string table, std::string name) {
  Expression expression = literal(Expression::Kind::kColumn, std::move(name));
  expression.table = std::move(table);
  return expression;
}

Expression number(std::int64_t value) {
  return literal(Expression::Kind::kNumber, std::to_string(value));
}

Expression decimal(double value) {
  return literal(Expression::Kind::kNumber, fmt::format("{}", value));
}

Expression text(std::string value) { return literal(Expression::Kind::kText, std::move(value)); }

Expression call(Function function, std::vector<Expression> arguments) {
  Expression expression = literal(Expression::Kind::kCall, {});
  expression.function = function;
  expression.arguments = std::move(arguments);
  return expression;
}

Expression operation(Operator op, std::vector<Expression> arguments) {
  Expression expression = literal(Expression::Kind::kOperation, {});
  expression.operation = op;
  expression.arguments = std::move(arguments);
  return expression;
}

Expression all_of(std::vector<Expression> conditions) {
  assert(!conditions.empty());
  Expression result = std::move(conditions.front());
  for (std::size_t i = 1; i < conditions.size(); ++i) {
    result = operation(Operator::kAnd, {std::move(result), std::move(conditions[i])});
  }
  return result;
}

}  // namespace dbx::query

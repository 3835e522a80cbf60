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

Expression holder(Expression::Kind kind, Select select) {
  Expression expression = literal(kind, {});
  expression.subquery.push_back(std::move(select));
  return expression;
}

Expression chain(Operator op, std::vector<Expression> conditions) {
  assert(!conditions.empty());
  Expression result = std::move(conditions.front());
  for (std::size_t i = 1; i < conditions.size(); ++i) {
    result = operation(op, {std::move(result), std::move(conditions[i])});
  }
  return result;
}

}  // namespace

// Of types that hold each other, where all of them are complete.
Expression::Expression() = default;
Expression::Expression(const Expression&) = default;
Expression::Expression(Expression&&) noexcept = default;
Expression& Expression::operator=(const Expression&) = default;
Expression& Expression::operator=(Expression&&) noexcept = default;
Expression::~Expression() = default;
bool Expression::operator==(const Expression& other) const = default;

TableUse::TableUse() = default;
TableUse::TableUse(std::string name, std::string alias_name)
    : table(std::move(name)), alias(std::move(alias_name)) {}
TableUse::TableUse(const TableUse&) = default;
TableUse::TableUse(TableUse&&) noexcept = default;
TableUse& TableUse::operator=(const TableUse&) = default;
TableUse& TableUse::operator=(TableUse&&) noexcept = default;
TableUse::~TableUse() = default;
bool TableUse::operator==(const TableUse& other) const = default;

Select::Select() = default;
Select::Select(const Select&) = default;
Select::Select(Select&&) noexcept = default;
Select& Select::operator=(const Select&) = default;
Select& Select::operator=(Select&&) noexcept = default;
Select::~Select() = default;
bool Select::operator==(const Select& other) const = default;

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
  return chain(Operator::kAnd, std::move(conditions));
}

Expression any_of(std::vector<Expression> conditions) {
  return chain(Operator::kOr, std::move(conditions));
}

Expression boolean(bool value) {
  return literal(Expression::Kind::kBoolean, value ? "true" : "false");
}

Expression date(std::string value) { return literal(Expression::Kind::kDate, std::move(value)); }

Expression timestamp(std::string value) {
  return literal(Expression::Kind::kTimestamp, std::move(value));
}

Expression null() { return literal(Expression::Kind::kNull, {}); }

Expression scalar(Select select) { return holder(Expression::Kind::kSubquery, std::move(select)); }

Expression exists(Select select) { return holder(Expression::Kind::kExists, std::move(select)); }

Expression in(Expression value, Select select) {
  Expression expression = operation(Operator::kIn, {std::move(value)});
  expression.subquery.push_back(std::move(select));
  return expression;
}

}  // namespace dbx::query

// Prints a query tree as DuckDB's SELECT.
#include <fmt/format.h>

#include "dbx/base/text.h"
#include "dbx/dialect/duckdb/duckdb.h"

namespace dbx::dialect::duckdb {
namespace {

using query::Expression;
using query::Function;
using query::Operator;

std::string print(const Expression& expression);

std::string print_call(const Expression& call) {
  std::vector<std::string> arguments;
  for (const Expression& argument : call.arguments) arguments.push_back(print(argument));
  const std::string list = text::join(arguments, ", ");
  switch (call.function) {
    case Function::kCount:
      return fmt::format("count({})", list.empty() ? "*" : list);
    case Function::kCountDistinct:
      return fmt::format("count(DISTINCT {})", list);
    case Function::kSum:
      return fmt::format("sum({})", list);
    case Function::kAvg:
      return fmt::format("avg({})", list);
    case Function::kMin:
      return fmt::format("min({})", list);
    case Function::kMax:
      return fmt::format("max({})", list);
    case Function::kStddev:
      return fmt::format("stddev_samp({})", list);
    case Function::kQuantile:
      return fmt::format("quantile_cont({})", list);
    case Function::kYear:
      return fmt::format("year({})", list);
    case Function::kMonthStart:
      return fmt::format("date_trunc('month', {})::DATE", list);
    case Function::kQuarterStart:
      return fmt::format("date_trunc('quarter', {})::DATE", list);
    case Function::kYearStart:
      return fmt::format("date_trunc('year', {})::DATE", list);
    case Function::kRound:
      return fmt::format("round({})", list);
    case Function::kNullIf:
      return fmt::format("nullif({})", list);
    case Function::kCoalesce:
      return fmt::format("coalesce({})", list);
    case Function::kToDouble:
      return fmt::format("CAST({} AS DOUBLE)", list);
  }
  return {};
}

std::string_view symbol(Operator op) {
  switch (op) {
    case Operator::kAdd:
      return "+";
    case Operator::kSubtract:
      return "-";
    case Operator::kMultiply:
      return "*";
    case Operator::kDivide:
      return "/";
    case Operator::kEqual:
      return "=";
    case Operator::kNotEqual:
      return "<>";
    case Operator::kLess:
      return "<";
    case Operator::kLessOrEqual:
      return "<=";
    case Operator::kGreater:
      return ">";
    case Operator::kGreaterOrEqual:
      return ">=";
    case Operator::kAnd:
      return "AND";
    case Operator::kOr:
      return "OR";
    case Operator::kIsNull:
      return "IS NULL";
    case Operator::kIsNotNull:
      return "IS NOT NULL";
    case Operator::kNot:
      return "NOT";
  }
  return {};
}

// An operand that is itself an operation stands in parentheses: no table of precedences to get
// wrong.
std::string operand(const Expression& expression) {
  const std::string text = print(expression);
  return expression.kind == Expression::Kind::kOperation ? fmt::format("({})", text) : text;
}

std::string print_operation(const Expression& expression) {
  const auto& arguments = expression.arguments;
  const std::string_view op = symbol(expression.operation);
  switch (expression.operation) {
    case Operator::kNot:
      return fmt::format("NOT {}", operand(arguments.at(0)));
    case Operator::kIsNull:
    case Operator::kIsNotNull:
      return fmt::format("{} {}", operand(arguments.at(0)), op);
    case Operator::kAnd: {
      // a AND b AND c reads better without the parentheses that it does not need.
      const bool same = arguments.at(0).kind == Expression::Kind::kOperation &&
                        arguments.at(0).operation == Operator::kAnd;
      const std::string left = same ? print(arguments.at(0)) : operand(arguments.at(0));
      return fmt::format("{} AND {}", left, operand(arguments.at(1)));
    }
    default:
      return fmt::format("{} {} {}", operand(arguments.at(0)), op, operand(arguments.at(1)));
  }
}

std::string print(const Expression& expression) {
  switch (expression.kind) {
    case Expression::Kind::kColumn:
      return expression.table.empty()
                 ? quote(expression.text)
                 : fmt::format("{}.{}", quote(expression.table), quote(expression.text));
    case Expression::Kind::kNumber:
    case Expression::Kind::kBoolean:
      return expression.text;
    case Expression::Kind::kText:
      return quote_text(expression.text);
    case Expression::Kind::kCall:
      return print_call(expression);
    case Expression::Kind::kOperation:
      return print_operation(expression);
  }
  return {};
}

std::string print(const query::TableUse& use) {
  if (use.alias.empty() || use.alias == use.table) return quote(use.table);
  return fmt::format("{} AS {}", quote(use.table), quote(use.alias));
}

template <class List, class Print>
std::string print_list(const List& list, Print print_one) {
  std::vector<std::string> parts;
  for (const auto& item : list) parts.push_back(print_one(item));
  return text::join(parts, ", ");
}

}  // namespace

std::string write_select(const query::Select& select) {
  std::string sql = select.distinct ? "SELECT DISTINCT " : "SELECT ";
  sql += print_list(select.items, [](const query::Item& item) {
    const std::string text = print(item.expression);
    return item.alias.empty() ? text : fmt::format("{} AS {}", text, quote(item.alias));
  });
  sql += "\nFROM " + print(select.from);
  for (const query::Join& join : select.joins) {
    sql += fmt::format("\n{}JOIN {} ON {}", join.left ? "LEFT " : "", print(join.table),
                       print(join.condition));
  }
  if (select.where) sql += "\nWHERE " + print(*select.where);
  const auto plain = [](const Expression& expression) { return print(expression); };
  if (!select.group_by.empty()) sql += "\nGROUP BY " + print_list(select.group_by, plain);
  if (select.having) sql += "\nHAVING " + print(*select.having);
  if (!select.order_by.empty()) {
    sql += "\nORDER BY " + print_list(select.order_by, [](const query::Order& order) {
             return print(order.expression) + (order.descending ? " DESC NULLS LAST" : "");
           });
  }
  if (select.limit) sql += fmt::format("\nLIMIT {}", *select.limit);
  return sql;
}

}  // namespace dbx::dialect::duckdb

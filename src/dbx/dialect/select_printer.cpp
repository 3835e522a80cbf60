// Prints a query tree as SQL: what all engines write alike, with what each writes its own way given
// by the dialect.
#include "dbx/dialect/select_printer.h"

#include <fmt/format.h>

#include "dbx/base/text.h"

namespace dbx::dialect {
namespace {

using query::Expression;
using query::Operator;

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

template <class List, class Print>
std::string print_list(const List& list, Print print_one) {
  std::vector<std::string> parts;
  for (const auto& item : list) parts.push_back(print_one(item));
  return text::join(parts, ", ");
}

}  // namespace

std::string common_call(query::Function function, const std::vector<std::string>& arguments) {
  using query::Function;
  const std::string list = text::join(arguments, ", ");
  switch (function) {
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
    case Function::kRound:
      return fmt::format("round({})", list);
    case Function::kNullIf:
      return fmt::format("nullif({})", list);
    case Function::kCoalesce:
      return fmt::format("coalesce({})", list);
    default:
      return {};
  }
}

std::string SelectPrinter::call(const Expression& expression) const {
  std::vector<std::string> arguments;
  for (const Expression& argument : expression.arguments) arguments.push_back(print(argument));
  return words_.call(expression.function, arguments);
}

// An operand that is itself an operation stands in parentheses: no table of precedences to get
// wrong.
std::string SelectPrinter::operand(const Expression& expression) const {
  const std::string text = print(expression);
  return expression.kind == Expression::Kind::kOperation ? fmt::format("({})", text) : text;
}

std::string SelectPrinter::operation(const Expression& expression) const {
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

std::string SelectPrinter::print(const Expression& expression) const {
  switch (expression.kind) {
    case Expression::Kind::kColumn:
      return expression.table.empty() ? words_.quote(expression.text)
                                      : fmt::format("{}.{}", words_.quote(expression.table),
                                                    words_.quote(expression.text));
    case Expression::Kind::kNumber:
    case Expression::Kind::kBoolean:
      return expression.text;
    case Expression::Kind::kText:
      return words_.quote_text(expression.text);
    case Expression::Kind::kCall:
      return call(expression);
    case Expression::Kind::kOperation:
      return operation(expression);
  }
  return {};
}

std::string SelectPrinter::print(const query::TableUse& use) const {
  if (use.alias.empty() || use.alias == use.table) return words_.quote(use.table);
  return fmt::format("{} AS {}", words_.quote(use.table), words_.quote(use.alias));
}

std::string SelectPrinter::write(const query::Select& select) const {
  std::string sql = select.distinct ? "SELECT DISTINCT " : "SELECT ";
  sql += print_list(select.items, [&](const query::Item& item) {
    const std::string text = print(item.expression);
    return item.alias.empty() ? text : fmt::format("{} AS {}", text, words_.quote(item.alias));
  });
  sql += "\nFROM " + print(select.from);
  for (const query::Join& join : select.joins) {
    sql += fmt::format("\n{}JOIN {} ON {}", join.left ? "LEFT " : "", print(join.table),
                       print(join.condition));
  }
  if (select.where) sql += "\nWHERE " + print(*select.where);
  const auto plain = [&](const Expression& expression) { return print(expression); };
  if (!select.group_by.empty()) sql += "\nGROUP BY " + print_list(select.group_by, plain);
  if (select.having) sql += "\nHAVING " + print(*select.having);
  if (!select.order_by.empty()) {
    sql += "\nORDER BY " + print_list(select.order_by, [&](const query::Order& order) {
             return print(order.expression) + (order.descending ? " DESC NULLS LAST" : "");
           });
  }
  if (select.limit) sql += fmt::format("\nLIMIT {}", *select.limit);
  return sql;
}

}  // namespace dbx::dialect

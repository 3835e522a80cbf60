// Prints a query tree as SQL: what all engines write alike, with what each writes its own way given
// by the dialect.
#include "dbx/dialect/select_printer.h"

#include <fmt/format.h>

#include "dbx/base/text.h"
#include "dbx/query/functions.h"

namespace dbx::dialect {
namespace {

using query::Expression;
using query::Operator;

std::string_view symbol(Operator op) {
  switch (op) {
    case Operator::kAdd:
      return "+";
    case Operator::kSubtract:
    case Operator::kNegate:
      return "-";
    case Operator::kMultiply:
      return "*";
    case Operator::kDivide:
    case Operator::kIntegerDivide:
      return "/";
    case Operator::kConcat:
      return "||";
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
    case Operator::kIsDistinctFrom:
      return "IS DISTINCT FROM";
    case Operator::kIsNotDistinctFrom:
      return "IS NOT DISTINCT FROM";
    case Operator::kLike:
      return "LIKE";
    case Operator::kILike:
      return "ILIKE";
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
    case Operator::kBetween:
      return "BETWEEN";
    case Operator::kIn:
      return "IN";
  }
  return {};
}

std::string_view symbol(query::JoinKind kind) {
  switch (kind) {
    case query::JoinKind::kInner:
      return "JOIN";
    case query::JoinKind::kLeft:
      return "LEFT JOIN";
    case query::JoinKind::kRight:
      return "RIGHT JOIN";
    case query::JoinKind::kFull:
      return "FULL JOIN";
    case query::JoinKind::kCross:
      return "CROSS JOIN";
  }
  return {};
}

std::string_view symbol(query::SetOperator op) {
  switch (op) {
    case query::SetOperator::kUnion:
      return "UNION";
    case query::SetOperator::kUnionAll:
      return "UNION ALL";
    case query::SetOperator::kIntersect:
      return "INTERSECT";
    case query::SetOperator::kExcept:
      return "EXCEPT";
  }
  return {};
}

std::string end_of_frame(const std::optional<std::int64_t>& rows, std::string_view unbounded) {
  if (!rows) return fmt::format("UNBOUNDED {}", unbounded);
  if (*rows == 0) return "CURRENT ROW";
  return *rows < 0 ? fmt::format("{} PRECEDING", -*rows) : fmt::format("{} FOLLOWING", *rows);
}

template <class List, class Print>
std::string print_list(const List& list, Print print_one) {
  std::vector<std::string> parts;
  for (const auto& item : list) parts.push_back(print_one(item));
  return text::join(parts, ", ");
}

}  // namespace

std::string common_call(query::Function function, const std::vector<std::string>& arguments) {
  const std::string_view name = query::info(function).name;
  if (function == query::Function::kToday) return std::string(name);
  if (function == query::Function::kCount && arguments.empty()) return "count(*)";
  return fmt::format("{}({}{})", name,
                     function == query::Function::kCountDistinct ? "DISTINCT " : "",
                     text::join(arguments, ", "));
}

bool needs_escape(const Expression& like) {
  const Expression& pattern = like.arguments.at(1);
  return pattern.kind != Expression::Kind::kText || pattern.text.find('\\') != std::string::npos;
}

std::string with_escape(const Expression& like, std::string_view word,
                        const std::vector<std::string>& operands) {
  return fmt::format("{} {} {}{}", operands.at(0), word, operands.at(1),
                     needs_escape(like) ? " ESCAPE '\\'" : "");
}

std::string SelectPrinter::call(const Expression& expression) const {
  std::vector<std::string> arguments;
  for (const Expression& argument : expression.arguments) arguments.push_back(print(argument));
  return words_.call(expression.function, arguments);
}

// An operand that is itself an operation stands in parentheses: no table of precedences to get
// wrong. A negative number does too, where a sign stands before it.
std::string SelectPrinter::operand(const Expression& expression) const {
  const std::string text = print(expression);
  return expression.kind == Expression::Kind::kOperation ? fmt::format("({})", text) : text;
}

std::string SelectPrinter::nested(const query::Select& select) const {
  return fmt::format("({})", write(select));
}

std::string SelectPrinter::membership(const Expression& expression) const {
  const std::string value = operand(expression.arguments.at(0));
  if (!expression.subquery.empty()) {
    return fmt::format("{} IN {}", value, nested(expression.subquery.front()));
  }
  std::vector<std::string> values;
  for (std::size_t i = 1; i < expression.arguments.size(); ++i) {
    values.push_back(print(expression.arguments[i]));
  }
  return fmt::format("{} IN ({})", value, text::join(values, ", "));
}

// a AND b AND c reads better without the parentheses that it does not need.
std::string SelectPrinter::chain(const Expression& expression) const {
  const Expression& first = expression.arguments.at(0);
  const bool same =
      first.kind == Expression::Kind::kOperation && first.operation == expression.operation;
  return fmt::format("{} {} {}", same ? print(first) : operand(first), symbol(expression.operation),
                     operand(expression.arguments.at(1)));
}

std::string SelectPrinter::operation(const Expression& expression) const {
  const auto& arguments = expression.arguments;
  if (expression.operation == Operator::kIn) return membership(expression);
  if (expression.operation == Operator::kAnd || expression.operation == Operator::kOr) {
    return chain(expression);
  }
  std::vector<std::string> operands;
  for (const Expression& argument : arguments) operands.push_back(operand(argument));
  if (words_.operation != nullptr) {
    std::string own = words_.operation(expression, operands);
    if (!own.empty()) return own;
  }
  const std::string_view op = symbol(expression.operation);
  switch (expression.operation) {
    case Operator::kNot:
      return fmt::format("NOT {}", operands.at(0));
    case Operator::kNegate:
      return fmt::format("-({})", operands.at(0));
    case Operator::kIsNull:
    case Operator::kIsNotNull:
      return fmt::format("{} {}", operands.at(0), op);
    case Operator::kBetween:
      return fmt::format("{} BETWEEN {} AND {}", operands.at(0), operands.at(1), operands.at(2));
    default:
      return fmt::format("{} {} {}", operands.at(0), op, operands.at(1));
  }
}

std::string SelectPrinter::choice(const Expression& expression) const {
  std::string sql = "CASE";
  const auto& arguments = expression.arguments;
  for (std::size_t i = 0; i + 1 < arguments.size(); i += 2) {
    sql += fmt::format(" WHEN {} THEN {}", print(arguments[i]), print(arguments[i + 1]));
  }
  if (arguments.size() % 2 == 1) sql += " ELSE " + print(arguments.back());
  return sql + " END";
}

std::string SelectPrinter::print(const query::Window& window) const {
  std::vector<std::string> parts;
  if (!window.partition_by.empty()) {
    parts.push_back("PARTITION BY " + print_list(window.partition_by, [&](const Expression& value) {
                      return print(value);
                    }));
  }
  if (!window.order_by.empty()) {
    parts.push_back("ORDER BY " + print_list(window.order_by, [&](const query::Order& order) {
                      return print(order);
                    }));
  }
  if (window.frame) {
    parts.push_back(fmt::format("ROWS BETWEEN {} AND {}",
                                end_of_frame(window.frame->from, "PRECEDING"),
                                end_of_frame(window.frame->to, "FOLLOWING")));
  }
  return fmt::format("({})", text::join(parts, " "));
}

std::string SelectPrinter::temporal(const Expression& expression) const {
  const std::string text = words_.quote_text(expression.text);
  if (words_.dates_are_text) return text;
  return fmt::format("{} {}", expression.kind == Expression::Kind::kDate ? "DATE" : "TIMESTAMP",
                     text);
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
    case Expression::Kind::kNull:
      return "NULL";
    case Expression::Kind::kDate:
    case Expression::Kind::kTimestamp:
      return temporal(expression);
    case Expression::Kind::kCall:
      return expression.window.empty()
                 ? call(expression)
                 : fmt::format("{} OVER {}", call(expression), print(expression.window.front()));
    case Expression::Kind::kOperation:
      return operation(expression);
    case Expression::Kind::kCase:
      return choice(expression);
    case Expression::Kind::kSubquery:
      return nested(expression.subquery.front());
    case Expression::Kind::kExists:
      return "EXISTS " + nested(expression.subquery.front());
  }
  return {};
}

std::string SelectPrinter::print(const query::TableUse& use) const {
  std::string name;
  if (!use.subquery.empty()) {
    name = nested(use.subquery.front());
  } else {
    name = use.schema.empty()
               ? words_.quote(use.table)
               : fmt::format("{}.{}", words_.quote(use.schema), words_.quote(use.table));
  }
  if (use.alias.empty() || (use.subquery.empty() && use.alias == use.table)) return name;
  return fmt::format("{} AS {}", name, words_.quote(use.alias));
}

std::string SelectPrinter::print(const query::Join& join) const {
  const std::string text = fmt::format("{} {}", symbol(join.kind), print(join.table));
  if (join.kind == query::JoinKind::kCross) return text;
  return fmt::format("{} ON {}", text, print(join.condition));
}

std::string SelectPrinter::print(const query::Order& order) const {
  std::string text = print(order.expression);
  if (order.descending) text += " DESC";
  // PostgreSQL takes NULL for the largest value and so do we not: they come last unless asked for.
  const bool said = order.descending || order.nulls_first || !words_.nulls_last;
  if (said) text += order.nulls_first ? " NULLS FIRST" : " NULLS LAST";
  return text;
}

std::string SelectPrinter::body(const query::Select& select) const {
  std::string sql = select.distinct ? "SELECT DISTINCT " : "SELECT ";
  sql += print_list(select.items, [&](const query::Item& item) {
    const std::string text = print(item.expression);
    return item.alias.empty() ? text : fmt::format("{} AS {}", text, words_.quote(item.alias));
  });
  if (!select.from.table.empty() || !select.from.subquery.empty()) {
    sql += "\nFROM " + print(select.from);
  }
  for (const query::Join& join : select.joins) sql += "\n" + print(join);
  if (select.where) sql += "\nWHERE " + print(*select.where);
  const auto plain = [&](const Expression& expression) { return print(expression); };
  if (!select.group_by.empty()) sql += "\nGROUP BY " + print_list(select.group_by, plain);
  if (select.having) sql += "\nHAVING " + print(*select.having);
  return sql;
}

std::string SelectPrinter::grouped(const std::string& sql) const {
  return fmt::format(fmt::runtime(words_.nests_operands ? "({})" : "SELECT * FROM ({}) AS operand"),
                     sql);
}

// From left to right. Most engines, not all, let INTERSECT bind tighter than what stands before it.
std::string SelectPrinter::combination(const query::Select& select) const {
  std::string sql = body(select);
  bool loose = false;
  for (const query::SetOperand& operand : select.combined) {
    const bool binds = operand.op == query::SetOperator::kIntersect;
    if (binds && loose) sql = grouped(sql);
    loose = !binds;
    const query::Select& right = operand.select;
    const bool plain = right.combined.empty() && right.order_by.empty() && !right.limit &&
                       !right.offset && right.with.empty();
    sql += fmt::format("\n{}\n{}", symbol(operand.op), plain ? body(right) : grouped(write(right)));
  }
  return sql;
}

std::string SelectPrinter::write(const query::Select& select) const {
  std::string sql;
  if (!select.with.empty()) {
    sql =
        "WITH " +
        print_list(select.with,
                   [&](const query::CommonTable& table) {
                     return fmt::format("{} AS {}", words_.quote(table.name), nested(table.select));
                   }) +
        "\n";
  }
  sql += combination(select);
  if (!select.order_by.empty()) {
    sql += "\nORDER BY " +
           print_list(select.order_by, [&](const query::Order& order) { return print(order); });
  }
  if (select.limit) sql += fmt::format("\nLIMIT {}", *select.limit);
  if (select.offset) {
    if (!select.limit && words_.limit_before_offset) sql += "\nLIMIT -1";
    sql += fmt::format("\nOFFSET {}", *select.offset);
  }
  return sql;
}

}  // namespace dbx::dialect

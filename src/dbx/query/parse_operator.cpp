// Operators: arithmetic, comparisons, LIKE, IN, BETWEEN.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "dbx/query/reader.h"

namespace dbx::query {
namespace {

using sql::member;
using sql::place_of;
using sql::text_of;

constexpr std::array kOperators = {
    std::pair{std::string_view("+"), Operator::kAdd},
    std::pair{std::string_view("-"), Operator::kSubtract},
    std::pair{std::string_view("*"), Operator::kMultiply},
    std::pair{std::string_view("/"), Operator::kIntegerDivide},
    std::pair{std::string_view("||"), Operator::kConcat},
    std::pair{std::string_view("="), Operator::kEqual},
    std::pair{std::string_view("<>"), Operator::kNotEqual},
    std::pair{std::string_view("<"), Operator::kLess},
    std::pair{std::string_view("<="), Operator::kLessOrEqual},
    std::pair{std::string_view(">"), Operator::kGreater},
    std::pair{std::string_view(">="), Operator::kGreaterOrEqual},
};

Expression negated_if(bool negated, Expression condition) {
  return negated ? operation(Operator::kNot, {std::move(condition)}) : condition;
}

// LIKE 'a!%' ESCAPE '!' -> a\%
std::string with_backslash(std::string_view pattern, std::string_view escape) {
  std::string result;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    const bool escapes = !escape.empty() && pattern.substr(i).starts_with(escape);
    if (escapes && i + escape.size() < pattern.size()) {
      i += escape.size();
      if (pattern[i] == '%' || pattern[i] == '_' || pattern[i] == '\\') result += '\\';
    } else if (pattern[i] == '\\') {
      result += '\\';
    }
    result += pattern[i];
  }
  return result;
}

}  // namespace

Result<Expression> Reader::operator_of(const Json& node) {
  const std::size_t at = place_of(node);
  DBX_CHECK_OK(only(node, "an operator", {"kind", "name", "lexpr", "rexpr", "location"}, at));
  const std::string kind = text_of(node, "kind");
  const std::vector<std::string> names = sql::strings_of(member(node, "name"));
  if (names.size() != 1) {
    return refuse(at, "an operator is named with its schema", "write the operator itself");
  }
  const std::string& name = names.front();
  if (kind == "AEXPR_OP") return binary(node, name);
  if (kind == "AEXPR_LIKE") return like(node, Operator::kLike, name == "!~~");
  if (kind == "AEXPR_ILIKE") return like(node, Operator::kILike, name == "!~~*");
  if (kind == "AEXPR_IN") return list_membership(node, name == "<>");
  if (kind == "AEXPR_OP_ANY" && name == "=") return any_membership(node);
  if (kind == "AEXPR_BETWEEN" || kind == "AEXPR_NOT_BETWEEN") {
    return range(node, kind == "AEXPR_NOT_BETWEEN");
  }
  const bool distinct = kind == "AEXPR_DISTINCT";
  if (distinct || kind == "AEXPR_NOT_DISTINCT" || kind == "AEXPR_NULLIF") {
    DBX_TRY(Expression left, expression(member(node, "lexpr")));
    DBX_TRY(Expression right, expression(member(node, "rexpr")));
    if (kind == "AEXPR_NULLIF") {
      return call(Function::kNullIf, {std::move(left), std::move(right)});
    }
    return operation(distinct ? Operator::kIsDistinctFrom : Operator::kIsNotDistinctFrom,
                     {std::move(left), std::move(right)});
  }
  return refuse(at, fmt::format("the operator {} is not allowed", name),
                "write LIKE, IN, BETWEEN, a comparison or arithmetic");
}

Result<Expression> Reader::binary(const Json& node, std::string_view sign) {
  const Json& left_node = member(node, "lexpr");
  const Json& right_node = member(node, "rexpr");
  if (left_node.is_null()) {
    DBX_TRY(Expression value, expression(right_node));
    if (sign == "+") return value;
    if (sign == "-") return operation(Operator::kNegate, {std::move(value)});
  }
  if (sign == "+" || sign == "-") {
    DBX_TRY(std::optional<Interval> right_interval, interval(right_node));
    if (right_interval) {
      DBX_TRY(Expression date, expression(left_node));
      return moved(std::move(date), std::move(*right_interval), sign == "-");
    }
    DBX_TRY(std::optional<Interval> left_interval, interval(left_node));
    if (left_interval && sign == "+") {
      DBX_TRY(Expression date, expression(right_node));
      return moved(std::move(date), std::move(*left_interval), false);
    }
  }
  const auto* const found = std::find_if(kOperators.begin(), kOperators.end(),
                                         [&](const auto& entry) { return entry.first == sign; });
  const bool is_call = sign == "%" || sign == "^";
  if (left_node.is_null() || (found == kOperators.end() && !is_call)) {
    return refuse(place_of(node), fmt::format("the operator {} is not allowed", sign),
                  "+ - * / % ^ || and comparisons are");
  }
  DBX_TRY(Expression left, expression(left_node));
  DBX_TRY(Expression right, expression(right_node));
  if (is_call) {
    return call(sign == "%" ? Function::kModulo : Function::kPower,
                {std::move(left), std::move(right)});
  }
  return operation(found->second, {std::move(left), std::move(right)});
}

Result<Expression> Reader::range(const Json& node, bool negated) {
  DBX_TRY(Expression value, expression(member(node, "lexpr")));
  DBX_TRY(std::vector<Expression> ends,
          expressions(member(member(member(node, "rexpr"), "List"), "items")));
  return negated_if(negated, operation(Operator::kBetween, {std::move(value), std::move(ends.at(0)),
                                                            std::move(ends.at(1))}));
}

Result<Expression> Reader::list_membership(const Json& node, bool negated) {
  DBX_TRY(Expression value, expression(member(node, "lexpr")));
  DBX_TRY(std::vector<Expression> values,
          expressions(member(member(member(node, "rexpr"), "List"), "items")));
  values.insert(values.begin(), std::move(value));
  return negated_if(negated, operation(Operator::kIn, std::move(values)));
}

// x = ANY (ARRAY[1, 2])
Result<Expression> Reader::any_membership(const Json& node) {
  const Json& elements = member(member(member(node, "rexpr"), "A_ArrayExpr"), "elements");
  if (elements.empty()) {
    return refuse(place_of(node), "ANY of something that is no list", "write x IN (1, 2)");
  }
  DBX_TRY(Expression value, expression(member(node, "lexpr")));
  DBX_TRY(std::vector<Expression> values, expressions(elements));
  values.insert(values.begin(), std::move(value));
  return operation(Operator::kIn, std::move(values));
}

Result<Expression> Reader::like(const Json& node, Operator op, bool negated) {
  DBX_TRY(Expression value, expression(member(node, "lexpr")));
  DBX_TRY(Expression words, pattern(member(node, "rexpr")));
  return negated_if(negated, operation(op, {std::move(value), std::move(words)}));
}

// LIKE p ESCAPE '!' reads as like_escape(p, '!').
Result<Expression> Reader::pattern(const Json& node) {
  const Json& call = member(node, "FuncCall");
  const std::vector<std::string> name = sql::strings_of(member(call, "funcname"));
  if (name.size() != 2 || name.back() != "like_escape") return expression(node);
  DBX_TRY(const std::vector<Expression> parts, expressions(member(call, "args")));
  for (const Expression& part : parts) {
    if (part.kind != Expression::Kind::kText) {
      return refuse(place_of(call), "ESCAPE with a pattern that is no plain text",
                    "write the pattern out, with a backslash before % and _");
    }
  }
  return text(with_backslash(parts.at(0).text, parts.at(1).text));
}

}  // namespace dbx::query

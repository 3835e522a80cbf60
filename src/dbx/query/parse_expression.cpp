// Values, conditions, CASE, subqueries.
#include <fmt/format.h>

#include <cmath>

#include "dbx/base/text.h"
#include "dbx/query/reader.h"

namespace dbx::query {
namespace {

using sql::flag_of;
using sql::kind_of;
using sql::member;
using sql::place_of;
using sql::text_of;

// A simple CASE repeats its operand; the whole tree must not outgrow the text by much.
constexpr std::size_t kRepeatsMax = 5000;

std::size_t size_of(const Expression& expression) {
  std::size_t size = 1 + 20 * expression.subquery.size();
  for (const Expression& argument : expression.arguments) size += size_of(argument);
  return size;
}

struct Named {
  std::string name;
  bool strong = false;
};

// parse_target.c, FigureColname
Named figure_name(const Json& value) {
  const std::string kind = kind_of(value);
  const Json& inside = sql::inside(value);
  if (kind == "ColumnRef") {
    const auto names = sql::strings_of(member(inside, "fields"));
    return {names.empty() ? "" : names.back(), true};
  }
  if (kind == "FuncCall") {
    const auto names = sql::strings_of(member(inside, "funcname"));
    return {names.empty() ? "" : names.back(), true};
  }
  if (kind == "A_Expr" && text_of(inside, "kind") == "AEXPR_NULLIF") return {"nullif", true};
  if (kind == "CoalesceExpr") return {"coalesce", true};
  if (kind == "MinMaxExpr") {
    return {text_of(inside, "op") == "IS_GREATEST" ? "greatest" : "least", true};
  }
  if (kind == "SQLValueFunction") return {"current_date", true};
  if (kind == "TypeCast") {
    Named named = figure_name(member(inside, "arg"));
    if (named.strong) return named;
    const auto names = sql::strings_of(member(member(inside, "typeName"), "names"));
    return {names.empty() ? "" : names.back(), false};
  }
  if (kind == "CaseExpr") {
    Named named = figure_name(member(inside, "defresult"));
    return named.strong ? named : Named{"case", false};
  }
  if (kind == "SubLink") {
    if (text_of(inside, "subLinkType") == "EXISTS_SUBLINK") return {"exists", true};
    const Json& targets = member(sql::inside(member(inside, "subselect")), "targetList");
    if (targets.empty() || text_of(inside, "subLinkType") != "EXPR_SUBLINK") return {};
    const Json& target = member(targets.front(), "ResTarget");
    const std::string name = text_of(target, "name");
    return name.empty() ? figure_name(member(target, "val")) : Named{name, true};
  }
  return {};
}

bool is_number(std::string_view text) {
  if (text.empty() || text.find_first_not_of("0123456789.eE+-") != std::string_view::npos) {
    return false;
  }
  const auto value = text::to_double(text);
  return value && std::isfinite(*value);
}

}  // namespace

std::string name_of_item(const Json& value) { return figure_name(value).name; }

Result<Expression> Reader::expression(const Json& node) {
  if (++depth_ > kDepthMax) return refuse(0, "the query nests too deep", "ask for less at once");
  auto result = expression_inside(node);
  --depth_;
  return result;
}

Result<Expression> Reader::expression_inside(const Json& node) {
  using Read = Result<Expression> (Reader::*)(const Json&);
  static const std::map<std::string_view, Read> kReaders = {
      {"ColumnRef", &Reader::column_name},
      {"A_Const", &Reader::constant},
      {"BoolExpr", &Reader::logic},
      {"BooleanTest", &Reader::boolean_test},
      {"NullTest", &Reader::null_test},
      {"CaseExpr", &Reader::choice},
      {"SubLink", &Reader::nested_select},
      {"A_Expr", &Reader::operator_of},
      {"FuncCall", &Reader::call_of},
      {"CoalesceExpr", &Reader::choice_of_values},
      {"MinMaxExpr", &Reader::choice_of_values},
      {"TypeCast", &Reader::cast},
      {"SQLValueFunction", &Reader::today},
  };
  static const std::map<std::string_view, std::string_view> kHints = {
      {"ParamRef", "write the value itself"},
      {"CollateClause", "leave COLLATE out"},
      {"RowExpr", "compare the columns one by one"},
      {"GroupingSet", "group by columns; ROLLUP, CUBE and GROUPING SETS are not allowed"},
      {"A_ArrayExpr", "write x IN (1, 2)"},
      {"A_Indirection", "name a column; parts of arrays and records cannot be read"},
  };
  const std::string kind = kind_of(node);
  if (const auto found = kReaders.find(kind); found != kReaders.end()) {
    return (this->*found->second)(sql::inside(node));
  }
  const auto hint = kHints.find(kind);
  return refuse(place_of(sql::inside(node)), fmt::format("{} is not allowed here", kind),
                std::string(hint == kHints.end() ? "columns, values, operators, CASE, subqueries "
                                                   "and common functions are"
                                                 : hint->second));
}

Result<std::vector<Expression>> Reader::expressions(const Json& list) {
  std::vector<Expression> read;
  for (const Json& node : list) {
    DBX_TRY(Expression one, expression(node));
    read.push_back(std::move(one));
  }
  return read;
}

Result<Expression> Reader::column_name(const Json& node) {
  const std::size_t at = place_of(node);
  DBX_CHECK_OK(only(node, "a column", {"fields", "location"}, at));
  const Json& fields = member(node, "fields");
  const std::vector<std::string> names = sql::strings_of(fields);
  if (names.size() != fields.size()) {
    return refuse(at, "* stands where a value is due", "name the column, or write count(*)");
  }
  if (names.empty() || names.size() > 2) {
    return refuse(at, fmt::format("'{}' has more parts than table.column", text::join(names, ".")),
                  "write the table's name or alias and the column");
  }
  if (names.back() == "*") return refuse(at, "a column called * is not allowed", "name another");
  return column(names.size() == 2 ? names[0] : "", names.back());
}

Result<Expression> Reader::constant(const Json& node) {
  const std::size_t at = place_of(node);
  if (flag_of(node, "isnull")) return null();
  if (node.contains("ival")) return whole_number(member(node, "ival"), at);
  if (node.contains("boolval")) return boolean(flag_of(member(node, "boolval"), "boolval"));
  if (node.contains("sval")) return text(text_of(member(node, "sval"), "sval"));
  if (node.contains("fval")) {
    Expression number = decimal(0);
    number.text = text_of(member(node, "fval"), "fval");
    if (is_number(number.text)) return number;
  }
  return refuse(at, "a constant of a kind that is not allowed", "write a number, text or date");
}

// libpg_query leaves a number out that is not above 0: which one it is stands in the text.
Result<Expression> Reader::whole_number(const Json& node, std::size_t at) {
  const Json& value = member(node, "ival");
  if (value.is_number_integer()) return number(value.get<std::int64_t>());
  std::size_t begin = text_.find_first_not_of("-( \t\r\n\f\v", at);
  if (begin == std::string_view::npos) begin = text_.size();
  std::size_t end = begin;
  while (end < text_.size() && text_[end] >= '0' && text_[end] <= '9') ++end;
  const auto magnitude = text::to_int64(text_.substr(begin, end - begin));
  if (!magnitude) return refuse(at, "a number that cannot be read", "write it without comments");
  return number(-*magnitude);
}

Result<Expression> Reader::logic(const Json& node) {
  DBX_TRY(std::vector<Expression> parts, expressions(member(node, "args")));
  if (depth_ + static_cast<int>(parts.size()) > kDepthMax) {
    return refuse(place_of(node), "too many conditions", "write x IN (...) for many values");
  }
  const std::string op = text_of(node, "boolop");
  if (op == "NOT_EXPR") return operation(Operator::kNot, std::move(parts));
  return op == "AND_EXPR" ? all_of(std::move(parts)) : any_of(std::move(parts));
}

Result<Expression> Reader::boolean_test(const Json& node) {
  DBX_TRY(Expression value, expression(member(node, "arg")));
  const std::string test = text_of(node, "booltesttype");
  if (test == "IS_UNKNOWN") return operation(Operator::kIsNull, {std::move(value)});
  if (test == "IS_NOT_UNKNOWN") return operation(Operator::kIsNotNull, {std::move(value)});
  const bool negated = test.starts_with("IS_NOT");
  return operation(negated ? Operator::kIsDistinctFrom : Operator::kIsNotDistinctFrom,
                   {std::move(value), boolean(test.ends_with("TRUE"))});
}

Result<Expression> Reader::null_test(const Json& node) {
  DBX_CHECK_OK(only(node, "IS NULL", {"arg", "nulltesttype", "location"}, place_of(node)));
  DBX_TRY(Expression value, expression(member(node, "arg")));
  const bool is_null = text_of(node, "nulltesttype") == "IS_NULL";
  return operation(is_null ? Operator::kIsNull : Operator::kIsNotNull, {std::move(value)});
}

Result<Expression> Reader::choice(const Json& node) {
  DBX_CHECK_OK(only(node, "CASE", {"arg", "args", "defresult", "location"}, place_of(node)));
  Expression result;
  result.kind = Expression::Kind::kCase;
  std::optional<Expression> operand;
  if (node.contains("arg")) {
    DBX_TRY(operand, expression(member(node, "arg")));
    repeats_ += size_of(*operand) * member(node, "args").size();
    if (repeats_ > kRepeatsMax) {
      return refuse(place_of(node), "CASE repeats too much", "write CASE WHEN x = 1 THEN ...");
    }
  }
  for (const Json& entry : member(node, "args")) {
    const Json& when = member(entry, "CaseWhen");
    DBX_TRY(Expression condition, expression(member(when, "expr")));
    DBX_TRY(Expression value, expression(member(when, "result")));
    result.arguments.push_back(operand
                                   ? operation(Operator::kEqual, {*operand, std::move(condition)})
                                   : std::move(condition));
    result.arguments.push_back(std::move(value));
  }
  if (node.contains("defresult")) {
    DBX_TRY(Expression value, expression(member(node, "defresult")));
    result.arguments.push_back(std::move(value));
  }
  return result;
}

Result<Expression> Reader::choice_of_values(const Json& node) {
  DBX_TRY(std::vector<Expression> values, expressions(member(node, "args")));
  const std::string op = text_of(node, "op");
  const Function function = op == "IS_GREATEST" ? Function::kGreatest
                            : op == "IS_LEAST"  ? Function::kLeast
                                                : Function::kCoalesce;
  if (values.size() > info(function).arguments_max) {
    return refuse(place_of(node), "too many values", "name fewer");
  }
  return call(function, std::move(values));
}

Result<Expression> Reader::nested_select(const Json& node) {
  const std::size_t at = place_of(node);
  DBX_CHECK_OK(only(node, "a subquery",
                    {"subLinkType", "testexpr", "operName", "subselect", "location"}, at));
  if (kind_of(member(node, "subselect")) != "SelectStmt") {
    return refuse(at, "a subquery is no SELECT", "write a SELECT", Code::kRefusedWrite);
  }
  DBX_TRY(Select inner, select(sql::inside(member(node, "subselect"))));
  const std::string type = text_of(node, "subLinkType");
  if (type == "EXISTS_SUBLINK") return exists(std::move(inner));
  if (type == "EXPR_SUBLINK") return scalar(std::move(inner));
  const std::vector<std::string> op = sql::strings_of(member(node, "operName"));
  const bool equal = op.empty() || op == std::vector<std::string>{"="};
  const bool unequal = op == std::vector<std::string>{"<>"};
  const bool some = type == "ANY_SUBLINK" && equal;
  const bool none = type == "ALL_SUBLINK" && unequal;
  if (!some && !none) {
    return refuse(at, "this way to compare with a subquery is not allowed",
                  "write IN (SELECT ...), EXISTS (SELECT ...) or compare with one value");
  }
  DBX_TRY(Expression value, expression(member(node, "testexpr")));
  Expression membership = in(std::move(value), std::move(inner));
  return some ? membership : operation(Operator::kNot, {std::move(membership)});
}

}  // namespace dbx::query

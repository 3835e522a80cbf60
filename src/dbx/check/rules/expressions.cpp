// Defaults and checks are expressions: no statement, no comment, no unbalanced quote gets into DDL.
#include <fmt/format.h>

#include <array>

#include "dbx/base/text.h"
#include "dbx/check/context.h"

namespace dbx::check {
namespace {

bool is_word_character(char c) {
  return text::is_identifier(std::string_view(&c, 1)) || (c >= '0' && c <= '9');
}

// What makes the text more than an expression, or nothing.
std::string problem_with(std::string_view expression) {
  static constexpr std::array<std::string_view, 12> kStatements = {
      "select", "insert", "update", "delete", "drop",  "create",
      "alter",  "attach", "copy",   "pragma", "merge", "grant"};
  int depth = 0;
  for (std::size_t i = 0; i < expression.size(); ++i) {
    const char c = expression[i];
    if (c == '\'' || c == '"') {
      i = expression.find(c, i + 1);
      if (i == std::string_view::npos) return "a quote is not closed";
    } else if (c == ';') {
      return "a ';' ends statements, not expressions";
    } else if (expression.substr(i).starts_with("--") || expression.substr(i).starts_with("/*")) {
      return "comments are not allowed";
    } else if (c == '(') {
      ++depth;
    } else if (c == ')' && --depth < 0) {
      return "a ')' has no '('";
    } else if (is_word_character(c)) {
      std::size_t end = i;
      while (end < expression.size() && is_word_character(expression[end])) ++end;
      const std::string word = text::to_lower(expression.substr(i, end - i));
      for (const std::string_view statement : kStatements) {
        if (word == statement) return fmt::format("'{}' begins a statement", word);
      }
      i = end - 1;
    }
  }
  return depth == 0 ? "" : "a '(' is not closed";
}

void check_expression(Context& context, const std::string& expression, const std::string& pointer) {
  const std::string problem = problem_with(expression);
  if (problem.empty()) return;
  context.error(Code::kUnsafeExpression, pointer, fmt::format("not an expression: {}", problem))
      .hint = "write one SQL expression, for example 0 or amount >= 0";
}

void check_columns(Context& context, const std::vector<spec::Column>& columns,
                   const std::string& group) {
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const std::string pointer = fmt::format("{}/{}", group, i);
    if (columns[i].default_value) {
      check_expression(context, *columns[i].default_value, pointer + "/default");
    }
    check_expression(context, columns[i].check, pointer + "/check");
  }
}

}  // namespace

void check_expressions(Context& context) {
  for (const TableView& view : context.tables()) {
    check_columns(context, view.table->columns, view.pointer + "/columns");
    check_columns(context, view.table->measures, view.pointer + "/measures");
    for (std::size_t i = 0; i < view.table->checks.size(); ++i) {
      check_expression(context, view.table->checks[i].expression,
                       fmt::format("{}/checks/{}", view.pointer, i));
    }
  }
}

}  // namespace dbx::check

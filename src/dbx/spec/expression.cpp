// A small scan over quotes, words and parentheses; SQL itself is the engine's to judge.
#include "dbx/spec/expression.h"

#include <fmt/format.h>

#include <array>

#include "dbx/base/text.h"

namespace dbx::spec {
namespace {

bool is_word_character(char c) {
  return text::is_identifier(std::string_view(&c, 1)) || (c >= '0' && c <= '9');
}

}  // namespace

std::string expression_problem(std::string_view expression) {
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

}  // namespace dbx::spec

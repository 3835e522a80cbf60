// The one rule for SQL expressions in a spec (defaults, checks): an expression and nothing more.
#pragma once

#include <string>
#include <string_view>

namespace dbx::spec {

// What makes the text more (or less) than one expression: a statement, a comment, a quote or a
// parenthesis that is not closed. Empty: nothing.
std::string expression_problem(std::string_view expression);

}  // namespace dbx::spec

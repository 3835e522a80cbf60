// SQL text reduced to what it means, for comparing: inside this folder only.
#pragma once

#include <string>
#include <string_view>

namespace dbx::dialect::postgres {

// Of an expression; of a whole SELECT. Empty: not to be parsed here, the text is compared. Every
// identifier stands in double quotes, so that renames can be followed (plan/renames.cpp).
std::string meaning_of(std::string_view expression);
std::string statement_meaning(std::string_view statement);

}  // namespace dbx::dialect::postgres

// Words that say the same of data, whatever the business: "film" and "movie". Lemmas. Pure.
#pragma once

#include <string_view>

namespace dbx::answer {

// 1 of the same group; 0 of none.
double synonymy(std::string_view a, std::string_view b);
// What an abbreviation in names stands for: "num" -> "number", "dept" -> "department"; several
// words are separated by spaces: "fname" -> "first name". Empty: it is none.
std::string_view expansion(std::string_view word);

}  // namespace dbx::answer

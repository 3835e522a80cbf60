// A ValueIndex as a file, so that the values of a large database are read once. The file says what
// it was made of; one made of something else is not loaded. Pure functions.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "dbx/answer/values.h"

namespace dbx::answer {

// A line "dbx-values 1 <made_of>", then, for each column, a line "@<table> <column>" and its
// values, a line each; in values \n stands for a line's end, \r for a carriage return and \\ for a
// backslash.
std::string write_values(const ValueIndex& index, std::string_view made_of);

// Nothing where the text is no such file, or was made of something else.
std::optional<ValueIndex> read_values(std::string_view text, std::string_view made_of);

}  // namespace dbx::answer

// Days that are written out: "November 5th, 2007", "7 September 1987", as one token of ISO 8601.
// Pure. Internal to answer/.
#pragma once

#include <vector>

#include "dbx/answer/question.h"
#include "dbx/answer/values.h"

namespace dbx::answer {

// A day that the database holds as a text, written the same way, stays as it is.
std::vector<Token> join_dates(std::vector<Token> tokens, const ValueIndex& values);

}  // namespace dbx::answer

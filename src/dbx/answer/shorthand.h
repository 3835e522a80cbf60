// Says in full what a question says in short, where the database has columns for it: "first and
// last name" is two things that share a word, "birthday" a birth date, "unpaid" not paid. Pure.
#pragma once

#include <vector>

#include "dbx/answer/model.h"
#include "dbx/answer/question.h"

namespace dbx::answer {

std::vector<Token> say_in_full(const std::vector<Token>& tokens, const Model& model);

}  // namespace dbx::answer

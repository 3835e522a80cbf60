// "first and last name" is two things: says the word that both share with each of them, where the
// database has a column for each. Pure.
#pragma once

#include <vector>

#include "dbx/answer/model.h"
#include "dbx/answer/question.h"

namespace dbx::answer {

std::vector<Token> repeat_shared_heads(std::vector<Token> tokens, const Model& model);

}  // namespace dbx::answer

// Misspelt words, put right: a word that neither English nor the database knows becomes the one of
// the database, or of the phrases of questions, that is a slip away. Pure.
#pragma once

#include <string>
#include <vector>

#include "dbx/answer/model.h"
#include "dbx/answer/question.h"
#include "dbx/answer/values.h"

namespace dbx::answer {

struct Correction {
  std::string written;
  std::string meant;
};

// Changes `tokens`; says what it changed, in order.
std::vector<Correction> correct(std::vector<Token>& tokens, const Model& model,
                                const ValueIndex& values);

}  // namespace dbx::answer

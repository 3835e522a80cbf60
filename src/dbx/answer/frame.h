// What a question makes of figures - a share, a ratio, a running total, a change from one period to
// the next - is said around what the figures are. This peels it off: what is left is read like any
// other question. Pure.
#pragma once

#include <vector>

#include "dbx/answer/model.h"
#include "dbx/answer/question.h"
#include "dbx/answer/reading.h"

namespace dbx::answer {

struct Frame {
  Shape shape = Shape::kPlain;
  std::vector<Token> tokens;  // of the question within
};

// A phrase that the database has a name for is left alone: "share" of a column market_share.
Frame peel(std::vector<Token> tokens, const Model& model);

}  // namespace dbx::answer

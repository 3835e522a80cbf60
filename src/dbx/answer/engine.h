// Question -> readings, the likeliest first. Deterministic; thread-safe.
#pragma once

#include <string_view>
#include <vector>

#include "dbx/answer/compile.h"
#include "dbx/answer/model.h"
#include "dbx/answer/reading.h"
#include "dbx/answer/values.h"

namespace dbx::answer {

struct Candidate {
  Reading reading;
  query::Select select;
  double score = 0;
};

std::vector<Candidate> read_question(const Model& model, const ValueIndex& values,
                                     std::string_view question, std::size_t runs);

}  // namespace dbx::answer

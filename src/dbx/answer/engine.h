// Question -> readings, the likeliest first. Deterministic; thread-safe.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "dbx/answer/compile.h"
#include "dbx/answer/model.h"
#include "dbx/answer/reading.h"
#include "dbx/answer/values.h"

namespace dbx::answer {

// Words of the question and what they were taken for: "clients" -> dim_customer.
struct Said {
  std::string words;
  std::string meaning;
  double fit = 1;  // 0 to 1
};

struct Candidate {
  Reading reading;
  query::Select select;
  double score = 0;      // 0 at best; the log-linear sum of what was decided (weights.h)
  double cost = 0;       // of the choices alone
  double join_cost = 0;  // links
  std::size_t ignored = 0;
  std::vector<Said> said;
};

// How many ways to read a question are tried unless it is said otherwise.
constexpr std::size_t kRuns = 40;

// At most `runs` candidates; none where nothing is understood.
std::vector<Candidate> read_question(const Model& model, const ValueIndex& values,
                                     std::string_view question, std::size_t runs = kRuns);

// Words that carry meaning and that neither the language nor the database knows.
std::vector<std::string> unknown_words(const Model& model, const ValueIndex& values,
                                       std::string_view question);

}  // namespace dbx::answer

// Question -> readings, the likeliest first. Deterministic; thread-safe.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "dbx/answer/compile.h"
#include "dbx/answer/model.h"
#include "dbx/answer/reading.h"
#include "dbx/answer/spelling.h"
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
  std::size_t rivals = 0;  // measures that the words fit as well
  std::vector<Said> said;
};

// How many ways to read a question are tried unless it is said otherwise.
constexpr std::size_t kRuns = 40;

struct Understanding {
  std::vector<Candidate> candidates;  // none where nothing is understood
  std::vector<Correction> corrections;
  std::vector<std::string> unknown;  // words that neither the language nor the database knows
  std::size_t unknown_names = 0;     // of these, written like names: "Gucci"
  std::size_t words = 0;
};

struct UnderstandOptions {
  std::size_t runs = kRuns;  // candidates, at most
  std::string today;         // 2026-11-26: what "last month" is counted from; empty: the clock's
};

Understanding understand(const Model& model, const ValueIndex& values, std::string_view question,
                         const UnderstandOptions& options = {});

}  // namespace dbx::answer

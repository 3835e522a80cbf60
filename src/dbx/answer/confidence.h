// How sure an answer is: the share of answers like it that were right, by a logistic function of
// a few features (weights in confidence.cpp, fitted on the `fit` part of the tuning data).
// Pure.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "dbx/answer/engine.h"

namespace dbx::answer {

struct Evidence {
  double margin = 0;       // of the score, over the next reading with another answer
  double links = 0;        // joined by
  double weakest_fit = 1;  // of a name to its words
  std::size_t ignored = 0;
  std::size_t rivals = 0;         // measures that the words fit as well
  std::size_t unknown = 0;        // words that neither the language nor the database knows
  std::size_t unknown_names = 0;  // of these, written like names: "Gucci"
  std::size_t words = 0;
  bool empty = false;  // no rows, or nothing but NULL
};

// What a question and the reading that was taken say.
Evidence weigh(const Understanding& understood, std::size_t best, bool empty);

// 0 to 1.
double confidence(const Evidence& evidence);

enum class Standing {
  kAnswered,   // nothing to add
  kAssumed,    // with what was assumed
  kAsk,        // the readings to choose from
  kAbstained,  // not answered
};

// What to do with an answer of this confidence.
Standing standing_of(double confidence);
std::string_view name(Standing standing);

}  // namespace dbx::answer

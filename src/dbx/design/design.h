// From a sentence to a star schema, offline: the words of the prompt are matched with the knowledge
// base (knowledge/*.yml), explicit wishes override it, and every assumption is written down.
// Pure and thread-safe; the same prompt gives the same bytes. Takes milliseconds.
#pragma once

#include <string>
#include <vector>

#include "dbx/base/result.h"
#include "dbx/spec/spec.h"

namespace dbx::design {

struct Request {
  std::string prompt;     // plain English
  std::string warehouse;  // the name of the result; empty: taken from the prompt or its process
};

// Where a part of the design comes from.
enum class Basis { kAsked, kKnowledge, kGuess };
std::string_view name(Basis basis);  // asked, known, guess

// One choice the designer made. Also a comment in the YAML, above what it is about.
struct Decision {
  std::string pointer;  // JSON pointer into the spec; empty: the design as a whole
  Basis basis = Basis::kKnowledge;
  std::string text;         // one line
  std::string alternative;  // what else it could have been, and how to ask for it; may be empty
  double confidence = 1;    // 0 to 1
};

// What the rules of a review find in a design (review.h).
struct Finding {
  std::string pointer;
  std::string rule;  // additivity, grain, ...
  std::string text;  // what, and what to do
};

// What became of a word of the prompt.
struct Reading {
  std::string words;  // as written
  std::string what;   // "dimension dim_customer", "ignored"
};

// Something the prompt leaves open. `wish` answers it when put behind the prompt: "one row per
// order".
struct Question {
  std::string text;
  std::vector<std::string> choices;  // the first is what the design assumes
  std::string wish;                  // with {} for the answer; without: for the answer "yes"
};

struct Design {
  spec::Spec spec;
  std::string yaml;  // canonical spec with a comment per decision
  std::vector<Decision> decisions;
  std::vector<Finding> findings;    // of the review
  std::vector<Reading> readings;    // of the prompt, in its order
  std::vector<Question> questions;  // what is unclear, the most important first
  double confidence = 1;            // 0 to 1: of the design as a whole
};

// Errors: design-not-understood for a prompt that is empty, gibberish, a question, a statement in
// SQL, or about something the knowledge base does not know and the prompt does not spell out.
Result<Design> design(const Request& request);

}  // namespace dbx::design

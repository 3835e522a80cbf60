// Graded prompts: what a design should hold, and how much of it one does. Read from exam/*.yml;
// `a|b` means either word will do.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "dbx/design/design.h"

namespace dbx::test {

struct ExpectedFact {
  std::string name;
  std::string type;
  std::string grain;  // words of the grain sentence, all of them
  std::vector<std::string> dimensions;
  std::vector<std::string> roles;
  std::vector<std::string> measures;
  bool no_measures = false;
};

struct ExamPrompt {
  std::string kind;  // of the file
  std::string prompt;
  bool refused = false;
  bool only = false;  // what is not expected counts against it
  std::vector<ExpectedFact> facts;
  std::map<std::string, std::vector<std::string>> attributes;
  std::map<std::string, std::string> types;
  std::map<std::string, std::string> additivity;
  std::vector<std::string> history;
  std::vector<std::string> no_history;
  std::vector<std::string> absent;
};

std::vector<ExamPrompt> read_exam(const std::string& folder);

struct Grade {
  double score = 0;                  // 0 to 1
  std::vector<std::string> missing;  // "dimension customer"
};

// `design` is null where the prompt was refused.
Grade grade(const ExamPrompt& prompt, const design::Design* design);

}  // namespace dbx::test

// Which business processes a prompt is about: longest match of their names in the subject, else the
// nearest by weighted words (tf-idf). Deterministic; ties go to the earlier process.
#pragma once

#include <string>
#include <vector>

#include "dbx/design/knowledge.h"
#include "dbx/design/wishes.h"

namespace dbx::design {

struct Choice {
  const Process* process = nullptr;
  double confidence = 0;  // 0 to 1
  std::string because;    // "named" or "synonym 'credit risk'"
};

struct Selection {
  std::vector<Choice> chosen;              // in the order of the prompt; empty: none is near enough
  std::vector<Choice> nearest;             // at most 3, best first: for the hint of a refusal
  std::vector<std::string> known_words;    // of the subject, as written: part of some choice
  std::vector<std::string> unknown_words;  // of the subject, as written: of no process chosen
};

Selection select_processes(const Knowledge& knowledge, const Wishes& wishes);

}  // namespace dbx::design

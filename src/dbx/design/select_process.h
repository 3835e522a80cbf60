// Which business processes a prompt is about. First longest match of their names and synonyms in
// the subject, in the light of the industries that the prompt names; else the nearest by weighted
// words (tf-idf); else the industry's own first process. Deterministic; ties go to the earlier
// process.
#pragma once

#include <string>
#include <vector>

#include "dbx/design/knowledge.h"
#include "dbx/design/wishes.h"

namespace dbx::design {

struct Choice {
  const Process* process = nullptr;
  double confidence = 0;  // 0 to 1
  std::string because;    // "named" or "by 'credit risk'"
};

struct Selection {
  std::vector<Choice> chosen;   // in the order of the prompt; empty: none is near enough
  std::vector<Choice> nearest;  // at most 3, best first: for the hint of a refusal
  std::vector<const Industry*> industries;  // that the prompt names, in order
  std::vector<std::string> known_words;     // of the subject, as written: part of some choice
  std::vector<std::string> unknown_words;   // of the subject, as written: of no process chosen
  Items unknown_facts;                      // facts the prompt lists and no process covers
};

Selection select_processes(const Knowledge& knowledge, const Wishes& wishes);

}  // namespace dbx::design

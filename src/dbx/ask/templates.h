// The kinds of questions, each a function from a fact to candidates; templates.cpp holds the table.
#pragma once

#include <string>
#include <vector>

#include "dbx/ask/catalog.h"
#include "dbx/ask/suggest.h"

namespace dbx::ask {

// A suggestion with what it is made of, so that neighbours can be told apart.
struct Candidate {
  Suggestion suggestion;
  std::string kind;     // "ranking"
  std::string measure;  // column; empty: rows are counted
  std::string by;       // what it is looked at by
};

std::vector<Candidate> candidates(const FactView& view);

}  // namespace dbx::ask

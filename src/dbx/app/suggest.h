// Questions worth asking of a database, with their answers.
#pragma once

#include <string>
#include <vector>

#include "dbx/ask/suggest.h"
#include "dbx/base/result.h"

namespace dbx::app {

struct SuggestRequest {
  std::string target;  // a spec file; empty: the recorded one
  std::string database;
  std::string topic;
  std::size_t limit = 5;
};

struct SuggestedAnswer {
  ask::Answer answer;
  std::string sql;
};

// Every suggestion was run and has rows. Errors: no-suggestions.
Result<std::vector<SuggestedAnswer>> suggest(const SuggestRequest& request);

}  // namespace dbx::app

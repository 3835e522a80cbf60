// What a user teaches: a word for a table or column, or the query of a question.
#pragma once

#include <string>

#include "dbx/base/result.h"

namespace dbx::app {

struct TeachRequest {
  std::string words;
  std::string means;
  bool is_question = false;  // `means` is a SELECT
  std::string database;
  std::string memory;
};

struct Taught {
  std::string path;
};

// Errors: unknown-table, unknown-column; of a question those of the guard; those of the memory's
// file.
Result<Taught> teach(const TeachRequest& request);

}  // namespace dbx::app

// What users taught: words for tables and columns, and questions with the query that answers them.
// One JSON file: {"version": 1, "databases": {"<url>": {"synonyms": [{"words", "means"}],
// "questions":
// [{"question", "sql"}]}}}. Values only.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dbx/base/result.h"

namespace dbx::answer {

struct TaughtWord {
  std::string words;  // "clients"
  std::string means;  // "dim_customer", "dim_customer.segment"
};

struct TaughtQuestion {
  std::string question;
  std::string sql;  // PostgreSQL's syntax; it goes through the guard like any other
};

struct Memory {
  std::vector<TaughtWord> words;
  std::vector<TaughtQuestion> questions;

  // The query taught for this question, whatever its case, spaces and final mark.
  const TaughtQuestion* find(std::string_view question) const;
};

// Of one database. A file that is not there is an empty memory. Errors: those of read_file, and
// bad-questions for one that is damaged.
Result<Memory> load_memory(const std::string& path, const std::string& database);
// Leaves what is known of other databases. Errors: those of load_memory and write_file.
Status save_memory(const std::string& path, const std::string& database, const Memory& memory);

}  // namespace dbx::answer

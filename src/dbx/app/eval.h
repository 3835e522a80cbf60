// Many questions at once: how many are answered, and how many of the answers are right where the
// right query is given. A regression test for the words of a business.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "dbx/app/ask.h"
#include "dbx/base/result.h"

namespace dbx::app {

struct EvalRequest {
  std::string questions;  // JSON lines: {"question", "sql", "expect", "today", "id", "db", "part"};
                          // only the first must be there
  AskSource source;       // for lines without a "db"
  std::string databases;  // a folder of SQLite files, <db>.sqlite, for lines with one
  std::string part;       // only lines of this part; empty: all
};

// What is right: the answer of the right query, to ask back, to refuse a change.
enum class Expectation { kAnswer, kUnclear, kRefused };

struct EvalItem {
  std::string id;
  std::string question;
  std::string gold;  // the right query; without it and `expect`: not scored
  Expectation expect = Expectation::kAnswer;
  std::string today;
  std::string sql;  // ours
  std::string problem;
  answer::Standing standing = answer::Standing::kAbstained;
  double confidence = 0;
  double milliseconds = 0;
  bool gold_fails = false;
  bool scored = false;
  bool right = false;
};

struct EvalReport {
  std::vector<EvalItem> items;
  std::size_t scored = 0;
  std::size_t right = 0;     // whatever the confidence
  std::size_t answered = 0;  // of the scored ones: answered or assumed
  std::size_t answered_right = 0;
  double p50 = 0;  // milliseconds a question, everything included
  double p99 = 0;
};

// Errors: those of read_file; bad-questions, located; those of Answerer::open.
Result<EvalReport> evaluate(const EvalRequest& request,
                            const std::function<void(std::size_t done, std::size_t all)>& progress);

}  // namespace dbx::app

// Questions to answers on one database: read once, asked many times. Not thread-safe.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dbx/answer/confidence.h"
#include "dbx/answer/engine.h"
#include "dbx/answer/memory.h"
#include "dbx/app/session.h"
#include "dbx/base/result.h"

namespace dbx::app {

struct AskSource {
  std::string database;
  std::string target;  // a spec for its synonyms; empty: the recorded one, where there is one
  std::string memory;  // the file of `dbx teach`; empty: .dbx/memory.json
  // A folder to keep the values of databases in; empty: they are read anew.
  std::string cache = {};
  bool refresh = false;  // read them anew all the same
  dialect::Caps caps = {};
};

struct AskOptions {
  bool run = true;          // false: the query only
  bool assume = false;      // answer where one would ask
  std::int64_t rows = 200;  // shown; whether there are more is known
  std::string today = {};   // 2026-11-26: what "last month" is counted from; empty: the clock's
  std::string after;        // the question before, which this one goes on from
};

struct OtherReading {
  std::string sql;
  double score = 0;
};

struct Reply {
  answer::Standing standing = answer::Standing::kAbstained;
  double confidence = 0;
  std::string question;  // as it was read: a follow-up together with what it follows
  std::string sql;       // of the engine; empty where nothing was understood
  std::optional<database::ResultSet> result;
  bool more = false;  // there are more rows than shown
  bool taught = false;
  std::vector<answer::Said> said;
  std::vector<std::string> joins;
  std::vector<std::string> unknown;  // words that nothing is called by
  std::vector<answer::Correction> corrections;
  std::vector<OtherReading> others;
};

class Answerer {
 public:
  // Errors: those of open() and inspection, bad-questions for a damaged memory.
  static Result<Answerer> open(const AskSource& source);

  // Errors: usage (no question), question-not-understood, refused-write (it asks to change
  // something), query-stopped, query-failed, interrupted.
  Result<Reply> ask(std::string_view question, const AskOptions& options);

 private:
  Result<Reply> answer_taught(const answer::TaughtQuestion& taught, const AskOptions& options,
                              Reply reply);
  Result<std::size_t> choose(const std::vector<answer::Candidate>& candidates,
                             const AskOptions& options, Reply& reply);
  Result<database::ResultSet> show(const answer::Candidate& candidate, std::string& sql);
  void explain(const std::vector<answer::Candidate>& candidates, std::size_t best,
               Reply& reply) const;
  Diagnostic not_understood(const std::vector<std::string>& unknown) const;
  Result<database::ResultSet> run(const query::Select& select, std::int64_t rows, std::string& sql);

  static Result<answer::ValueIndex> read_values(const AskSource& source, const std::string& url,
                                                const Session& session, const Answerer& answerer);

  Session reader_;
  schema::Schema schema_;
  answer::Model model_;
  answer::ValueIndex values_;
  answer::Memory memory_;
};

std::string memory_path(const std::string& given);

}  // namespace dbx::app

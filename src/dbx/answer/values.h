// Which values a database holds, so that "California" finds the column it stands in. Distinct
// texts of each column, folded (lower case, single spaces), within bounds. Immutable once made;
// thread-safe.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "dbx/answer/model.h"
#include "dbx/base/result.h"
#include "dbx/database/database.h"
#include "dbx/query/query.h"

namespace dbx::answer {

struct ValueHit {
  int table = 0;
  int column = 0;
  std::string value;  // as the database writes it
};

class ValueIndex {
 public:
  // Columns of at most this many distinct values, those that name rows of more, and of texts of
  // this many bytes.
  static constexpr std::int64_t kDistinctMax = 20'000;
  static constexpr std::int64_t kNamesMax = 200'000;
  static constexpr std::size_t kBytesMax = 80;

  using Run = std::function<Result<database::ResultSet>(const query::Select&)>;
  // Errors: those of `run`.
  static Result<ValueIndex> build(const Model& model, const Run& run);

  void add(int table, int column, std::string value);
  // By folded value.
  const std::unordered_map<std::string, std::vector<ValueHit>>& hits() const { return hits_; }
  // Empty: no such value.
  const std::vector<ValueHit>& find(std::string_view text) const;
  // Is it a word of a value?
  bool has_word(std::string_view lower) const { return words_.contains(std::string(lower)); }
  // The word of a value that is nearest, at most so many edits away; its first letter is right.
  std::optional<std::string> nearest(std::string_view word, std::size_t edits) const;
  // The most words a value has.
  std::size_t words_max() const { return words_max_; }
  // Are all its values numbers, though they are kept as texts?
  bool holds_numbers(int table, int column) const;
  // Does the column hold this text?
  const ValueHit* find_in(std::string_view text, int table, int column) const;

 private:
  std::unordered_map<std::string, std::vector<ValueHit>> hits_;
  std::unordered_set<std::string> words_;
  std::map<std::pair<int, int>, bool> numeric_;  // by table and column
  std::size_t words_max_ = 1;
};

// Lower case, single spaces, without the punctuation at its ends.
std::string fold(std::string_view text);

}  // namespace dbx::answer

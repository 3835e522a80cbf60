// Random queries over the shop, for property tests: every one is valid, and its answer is the same
// on every engine (no text compared where an engine knows more letters, no floating point compared
// for equality, no order among equals).
#pragma once

#include <random>
#include <string>
#include <vector>

#include "dbx/query/query.h"

namespace dbx::test {

class RandomQuery {
 public:
  explicit RandomQuery(std::uint64_t seed) : random_(seed) {}
  query::Select make();

 private:
  enum class Kind { kWhole, kNumber, kText, kDate, kTime, kTruth };
  struct Field {
    query::Expression column;
    Kind kind;
  };

  int below(int limit) { return std::uniform_int_distribution<int>(0, limit - 1)(random_); }
  bool chance(int percent) { return below(100) < percent; }
  Kind kind() { return static_cast<Kind>(below(6)); }

  query::Select select(int depth);
  query::Select plain(int depth);
  query::Select grouped(int depth);
  query::Select common(int depth);
  query::Select set_operation(int depth);
  void from(query::Select& select, int depth);
  std::vector<Field> add(query::TableUse& use, int depth);
  query::Expression join_condition(const std::vector<Field>& left, const std::vector<Field>& right);
  void order(query::Select& select);

  query::Expression value(Kind kind, int depth);
  query::Expression whole(int depth);
  query::Expression number(int depth);
  query::Expression text(int depth);
  query::Expression date(int depth);
  query::Expression truth(int depth);
  query::Expression comparison(int depth);
  query::Expression aggregate();
  query::Expression windowed();
  query::Expression field(Kind kind);
  query::Expression literal(Kind kind);

  std::mt19937_64 random_;
  std::vector<Field> fields_;  // in sight
  int names_ = 0;
};

}  // namespace dbx::test

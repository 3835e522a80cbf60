// Random queries: PostgreSQL's print of a resolved tree reads as that tree, and every engine gives
// the same rows.
#include <fmt/format.h>
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <cstdlib>

#include "dbx/base/text.h"
#include "dbx/query/guard.h"
#include "query/random_query.h"
#include "query/shop.h"

namespace dbx::query {
namespace {

constexpr int kQueriesPerSeed = 5;

// The same queries in every run; RC_PARAMS="seed=N max_success=M" looks at others.
void fix_seed() { ::setenv("RC_PARAMS", "seed=20261126", 0); }

TEST(random_queries, read_as_they_print) {
  fix_seed();
  const dialect::Dialect& postgres = **dialect::find("postgres");
  const bool holds = rc::check([&] {
    test::RandomQuery random(*rc::gen::arbitrary<std::uint64_t>());
    for (int i = 0; i < kQueriesPerSeed; ++i) {
      const auto admitted = admit(random.make(), test::shop());
      if (!admitted) RC_FAIL(admitted.error().at(0).message);
      const std::string printed = postgres.write(*admitted);
      const auto again = admit(printed, test::shop());
      if (!again) RC_FAIL(again.error().at(0).message + "\n" + printed);
      if (*again != *admitted) RC_FAIL(printed + "\nreads as\n" + postgres.write(*again));
    }
  });
  EXPECT_TRUE(holds);
}

// Where numbers grow beyond a type engines differ, and say so.
bool is_overflow(const std::string& answer) {
  const std::string words = text::to_lower(answer);
  return words.starts_with("error:") && (words.find("out of range") != std::string::npos ||
                                         words.find("overflow") != std::string::npos);
}

TEST(random_queries, mean_the_same_on_every_engine) {
  fix_seed();
  std::vector<test::Engine> engines = test::open_engines("query_random");
  for (test::Engine& engine : engines) test::fill_shop(engine);
  int compared = 0;
  int with_rows = 0;
  const bool holds = rc::check([&] {
    test::RandomQuery random(*rc::gen::arbitrary<std::uint64_t>());
    for (int i = 0; i < kQueriesPerSeed; ++i) {
      const auto admitted = admit(random.make(), test::shop(), {.rows = 100'000});
      if (!admitted) RC_FAIL(admitted.error().at(0).message);
      std::vector<std::string> answers;
      for (test::Engine& engine : engines) {
        std::string answer = test::answer(engine, *admitted);
        answers.push_back(admitted->order_by.empty() ? test::sorted_lines(answer) : answer);
      }
      if (std::any_of(answers.begin(), answers.end(), is_overflow)) continue;
      for (std::size_t e = 1; e < answers.size(); ++e) {
        if (answers[e] == answers[0]) continue;
        RC_FAIL(fmt::format("{}:\n{}\n{}\n{}:\n{}\n{}", engines[0].dialect->name(),
                            engines[0].dialect->write(*admitted), answers[0],
                            engines[e].dialect->name(), engines[e].dialect->write(*admitted),
                            answers[e]));
      }
      if (answers[0].starts_with("error:")) RC_FAIL(answers[0]);
      ++compared;
      if (answers[0].size() > 1) ++with_rows;
    }
  });
  EXPECT_TRUE(holds);
  EXPECT_GT(compared, 400);
  EXPECT_GT(with_rows, 250) << "most queries find nothing";
}

}  // namespace
}  // namespace dbx::query

// A folder a query: query.sql, and what the guard makes of it for each engine with its rows
// (expected.txt). The rows are the same on every engine, and PostgreSQL's print reads as the same
// tree.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include "dbx/base/text.h"
#include "dbx/query/guard.h"
#include "query/shop.h"
#include "support/cases.h"

namespace dbx::query {
namespace {

std::vector<test::Engine>& engines() {
  static std::vector<test::Engine> kEngines = [] {
    std::vector<test::Engine> all = test::open_engines("query_corpus");
    for (test::Engine& engine : all) test::fill_shop(engine);
    return all;
  }();
  return kEngines;
}

const dialect::Dialect& postgres() { return **dialect::find("postgres"); }

class corpus : public testing::TestWithParam<std::string> {};

TEST_P(corpus, means_the_same_on_every_engine) {
  const std::string sql = test::read(GetParam() + "/query.sql");
  const Result<Select> admitted = admit(sql, test::shop());
  ASSERT_TRUE(admitted) << admitted.error().at(0).message << "; " << admitted.error().at(0).hint;
  std::string actual;
  for (const dialect::Dialect* dialect : dialect::dialects()) {
    actual += fmt::format("-- {}\n{}\n\n", dialect->name(), dialect->write(*admitted));
  }
  std::string rows;
  for (test::Engine& engine : engines()) {
    std::string answer = test::answer(engine, *admitted);
    if (admitted->order_by.empty()) answer = test::sorted_lines(answer);
    if (rows.empty()) rows = answer;
    EXPECT_EQ(answer, rows) << engine.dialect->name() << "\n" << engine.dialect->write(*admitted);
    EXPECT_EQ(answer.find("error:"), std::string::npos) << engine.dialect->write(*admitted);
  }
  test::expect_file(GetParam() + "/expected.txt",
                    actual + "-- rows\n" + std::string(text::trim(rows)) + "\n");
  const std::string printed = postgres().write(*admitted);
  const Result<Select> again = admit(printed, test::shop());
  ASSERT_TRUE(again) << again.error().at(0).message << "; " << again.error().at(0).hint << "\n"
                     << printed;
  EXPECT_EQ(*again, *admitted) << printed << "\nreads as\n" << postgres().write(*again);
}

INSTANTIATE_TEST_SUITE_P(cases, corpus, testing::ValuesIn(test::case_folders("query/cases")),
                         [](const auto& param) { return test::base_name(param.param); });

TEST(corpus_of_queries, is_not_small) { EXPECT_GE(test::case_folders("query/cases").size(), 80U); }

}  // namespace
}  // namespace dbx::query

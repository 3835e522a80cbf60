// A folder a query: query.sql, and what the guard makes of it for each engine with its rows
// (expected.txt). The rows are the same on every engine, and those that PostgreSQL gives for the
// text itself; PostgreSQL's print reads as the same tree.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <set>

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

// What means more here than to PostgreSQL: x / 0 is NULL, names are found whatever their case, a
// date has an hour, floating point is rounded to digits, string_agg() has an order.
const std::set<std::string> kFreer = {"division_by_zero", "names_in_any_case", "dates_parts",
                                      "number_functions", "string_agg"};

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
  for (test::Engine& engine : engines()) {
    if (engine.dialect->name() != "postgres" || kFreer.contains(test::base_name(GetParam()))) {
      continue;
    }
    const std::string original = test::answer(engine.connection->query(sql));
    EXPECT_EQ(test::sorted_lines(original), test::sorted_lines(rows));
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

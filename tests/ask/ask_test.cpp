// Suggested questions, a folder a case: spec.yml, topic.txt, and the questions with the SQL that
// DuckDB is asked (expected.txt). And: every question about every process binds on DuckDB.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <set>

#include "dbx/ask/catalog.h"
#include "dbx/ask/suggest.h"
#include "dbx/base/text.h"
#include "dbx/design/design.h"
#include "dbx/design/knowledge.h"
#include "dbx/dialect/dialect.h"
#include "dbx/plan/plan.h"
#include "dbx/schema/schema.h"
#include "dbx/spec/parse.h"
#include "support/cases.h"

namespace dbx {
namespace {

using ask::Suggestion;

const dialect::Dialect& duckdb() { return **dialect::find("duckdb"); }

class AskCase : public testing::TestWithParam<std::string> {};

TEST_P(AskCase, suggests_what_is_expected) {
  const std::string folder = GetParam();
  const auto spec = spec::parse(test::read(folder + "/spec.yml"), "spec.yml");
  ASSERT_TRUE(spec) << spec.error().at(0).message;
  const std::string topic(text::trim(test::read(folder + "/topic.txt")));
  std::string actual;
  for (const Suggestion& suggestion : ask::suggest(*spec, topic, 12)) {
    actual += fmt::format("{:.2f} {}: {}\n{}\n\n", suggestion.score, suggestion.topic,
                          suggestion.question, duckdb().write(suggestion.select));
  }
  test::expect_file(folder + "/expected.txt", actual);
}

INSTANTIATE_TEST_SUITE_P(cases, AskCase, testing::ValuesIn(test::case_folders("ask/cases")),
                         [](const auto& param) { return test::base_name(param.param); });

spec::Spec designed(const std::string& prompt) {
  const auto result = design::design({prompt, {}});
  EXPECT_TRUE(result) << prompt;
  return result ? result->spec : spec::Spec();
}

// The tables of a spec in a new database in memory.
std::unique_ptr<database::Connection> create(const spec::Spec& spec) {
  auto connection = duckdb().connect("duckdb::memory:", {});
  const auto realised = duckdb().realise(schema::lower(spec, "duckdb"));
  if (!connection || !realised) return nullptr;
  const auto plan = plan::make(schema::Schema{}, realised->schema);
  if (!plan) return nullptr;
  const auto statements = duckdb().write(*plan);
  if (!statements) return nullptr;
  for (const dialect::Statement& statement : *statements) {
    if (!(*connection)->execute(statement.sql)) return nullptr;
  }
  return std::move(*connection);
}

TEST(ask, every_question_of_every_process_binds) {
  ASSERT_TRUE(design::knowledge());
  std::size_t count = 0;
  for (const design::Process& process : design::knowledge()->processes) {
    const spec::Spec spec = designed(process.name);
    const auto connection = create(spec);
    ASSERT_NE(connection, nullptr) << process.name;
    const auto suggestions = ask::suggest(spec, "", 60);
    EXPECT_GE(suggestions.size(), 10U) << process.name;
    for (const Suggestion& suggestion : suggestions) {
      const auto result = connection->query(duckdb().write(suggestion.select));
      EXPECT_TRUE(result) << suggestion.question << "\n" << duckdb().write(suggestion.select);
      ++count;
    }
  }
  EXPECT_GT(count, 1000U);
}

TEST(ask, no_two_alike_stand_together) {
  const auto suggestions = ask::suggest(designed("retail sales and inventory"), "", 30);
  ASSERT_EQ(suggestions.size(), 30U);
  std::set<std::string> questions;
  for (std::size_t i = 0; i < suggestions.size(); ++i) {
    EXPECT_TRUE(questions.insert(suggestions[i].question).second) << suggestions[i].question;
    if (i > 0) {
      EXPECT_NE(suggestions[i].select, suggestions[i - 1].select);
    }
  }
}

// A balance is summed only with its date among the groups, or divided by the number of dates.
TEST(ask, never_sums_a_balance_over_time) {
  const spec::Spec spec = designed("account balances");
  for (const Suggestion& suggestion : ask::suggest(spec, "", 1000)) {
    const std::string sql = duckdb().write(suggestion.select);
    if (sql.find("sum(\"fact_account_balances\".\"closing_balance\")") == std::string::npos)
      continue;
    const bool by_date = suggestion.select.group_by.size() == 1 &&
                         suggestion.select.group_by[0].text == "calendar_date";
    const bool is_mean = sql.find("count(DISTINCT") != std::string::npos;
    EXPECT_TRUE(by_date || is_mean) << sql;
  }
}

TEST(ask, a_rate_is_the_ratio_of_its_sums) {
  bool found = false;
  for (const Suggestion& suggestion : ask::suggest(designed("quality inspection"), "", 1000)) {
    const std::string sql = duckdb().write(suggestion.select);
    EXPECT_EQ(sql.find("avg(\"fact_quality_inspections\".\"defect_rate\")"), std::string::npos);
    found = found || sql.find("units_defective") != std::string::npos;
  }
  EXPECT_TRUE(found);
}

TEST(ask, a_topic_nothing_speaks_of_gives_nothing) {
  const spec::Spec spec = designed("retail sales and inventory");
  EXPECT_TRUE(ask::suggest(spec, "unicorn", 10).empty());
  EXPECT_TRUE(ask::suggest(spec, "", 0).empty());
  EXPECT_TRUE(ask::suggest(spec::Spec(), "", 10).empty());
  for (const Suggestion& suggestion : ask::suggest(spec, "inventory", 5)) {
    EXPECT_EQ(suggestion.topic, "inventory snapshot");
  }
}

database::ResultSet result_of(std::vector<std::vector<database::Value>> rows) {
  return {{"a", "b"}, {false, true}, std::move(rows)};
}

TEST(keep_non_empty, leaves_out_empty_null_and_failed) {
  std::vector<Suggestion> suggestions(5);
  for (std::size_t i = 0; i < suggestions.size(); ++i) {
    suggestions[i].question = std::to_string(i);
    suggestions[i].select.limit = static_cast<std::int64_t>(i);
  }
  const ask::Run run = [](const query::Select& select) -> Result<database::ResultSet> {
    if (*select.limit == 0) return result_of({});
    if (*select.limit == 1) return result_of({{std::string("x"), std::monostate()}});
    if (*select.limit == 2) return fail(Code::kQueryFailed, "no such function");
    return result_of({{std::monostate(), std::int64_t{3}}});
  };
  const auto answers = ask::keep_non_empty(suggestions, 10, run);
  ASSERT_TRUE(answers);
  ASSERT_EQ(answers->size(), 2U);
  EXPECT_EQ((*answers)[0].suggestion.question, "3");
  EXPECT_EQ(ask::keep_non_empty(suggestions, 1, run)->size(), 1U);
}

TEST(keep_non_empty, stops_where_the_connection_does) {
  const ask::Run run = [](const query::Select&) -> Result<database::ResultSet> {
    return fail(Code::kInterrupted, "interrupted");
  };
  EXPECT_FALSE(ask::keep_non_empty(std::vector<Suggestion>(1), 1, run));
}

TEST(ask_words, plurals_and_stems) {
  EXPECT_EQ(ask::plural("company"), "companies");
  EXPECT_EQ(ask::plural("branch"), "branches");
  EXPECT_EQ(ask::plural("diagnosis"), "diagnoses");
  EXPECT_EQ(ask::plural("loan"), "loans");
  EXPECT_EQ(ask::plural("sales"), "sales");
  EXPECT_EQ(ask::stem("Companies"), "company");
  EXPECT_EQ(ask::stem("status"), "status");
}

}  // namespace
}  // namespace dbx

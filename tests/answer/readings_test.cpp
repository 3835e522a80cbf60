// Cases of readings: a folder of tests/answer/readings is a database (database.sql, SQLite) and
// questions about it (questions.jsonl: the question, and the query that answers it). All must be
// answered right, through the guard.
#include <gtest/gtest.h>

#include <filesystem>

#include "dbx/app/eval.h"
#include "dbx/dialect/dialect.h"
#include "support/cases.h"

namespace dbx {
namespace {

class Readings : public testing::TestWithParam<std::string> {};

TEST_P(Readings, are_right) {
  const std::string folder = std::string(DBX_SOURCE_DIR) + "/tests/answer/readings/" + GetParam();
  const test::TemporaryFolder scratch;
  const std::string url = "sqlite:" + scratch.path() + "/database.sqlite";
  {
    const dialect::Dialect& sqlite = **dialect::find("sqlite");
    auto connection = sqlite.connect(url, {});
    ASSERT_TRUE(connection);
    ASSERT_TRUE((*connection)->execute_script(test::read(folder + "/database.sql")));
  }
  app::EvalRequest request;
  request.questions = folder + "/questions.jsonl";
  request.source.database = url;
  request.source.memory = scratch.path() + "/none.json";
  const auto report = app::evaluate(request, [](std::size_t, std::size_t) {});
  ASSERT_TRUE(report) << report.error().front().message;
  EXPECT_EQ(report->scored, report->items.size());
  for (const app::EvalItem& item : report->items) {
    EXPECT_TRUE(item.right) << item.question << "\n  ours: " << item.sql
                            << "\n  right: " << item.gold << "\n  " << item.problem;
  }
}

std::vector<std::string> folders() {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(std::string(DBX_SOURCE_DIR) +
                                                               "/tests/answer/readings")) {
    names.push_back(entry.path().filename().string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

INSTANTIATE_TEST_SUITE_P(cases, Readings, testing::ValuesIn(folders()),
                         [](const auto& made) { return made.param; });

}  // namespace
}  // namespace dbx

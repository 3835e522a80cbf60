// The questions of the tuning data that were set apart: no share of right answers below what was
// reached. Skipped, counted, where the data is not there (its licence keeps it out of here).
#include <gtest/gtest.h>

#include <filesystem>

#include "dbx/app/eval.h"

namespace dbx {
namespace {

// The folder beside the project.
std::string data_folder() {
  return (std::filesystem::path(DBX_SOURCE_DIR) / "../shared/data/spider-train").string();
}

TEST(tuning_data, answers_do_not_get_worse) {
  app::EvalRequest request;
  request.questions = data_folder() + "/questions.jsonl";
  request.databases = data_folder() + "/databases";
  request.part = "check";
  if (!std::filesystem::exists(request.questions)) GTEST_SKIP() << "no tuning data";
  const auto report = app::evaluate(request, [](std::size_t, std::size_t) {});
  ASSERT_TRUE(report) << report.error().front().message;
  ASSERT_GT(report->scored, 1300U);
  EXPECT_GE(static_cast<double>(report->right) / static_cast<double>(report->scored), 0.685);
}

}  // namespace
}  // namespace dbx

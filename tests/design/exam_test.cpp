// The designer's own examination: graded prompts of ten kinds (exam/*.yml).
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <map>

#include "dbx/check/check.h"
#include "dbx/spec/parse.h"
#include "design/exam.h"

namespace dbx {
namespace {

constexpr double kPassed = 0.9;

TEST(exam, is_passed) {
  const auto prompts = test::read_exam(std::string(DBX_SOURCE_DIR) + "/tests/design/exam");
  EXPECT_GE(prompts.size(), 60U);
  std::map<std::string, std::pair<double, int>> kinds;
  double sum = 0;
  for (const test::ExamPrompt& prompt : prompts) {
    const auto design = design::design({prompt.prompt, {}});
    const test::Grade grade = test::grade(prompt, design ? &*design : nullptr);
    sum += grade.score;
    kinds[prompt.kind].first += grade.score;
    kinds[prompt.kind].second += 1;
    if (grade.score < 1) {
      fmt::print("{:.2f} {}: {}\n", grade.score, prompt.prompt.substr(0, 90),
                 fmt::join(grade.missing, "; "));
    }
    if (!design) continue;
    const auto again = spec::parse(design->yaml, "exam.yml");
    ASSERT_TRUE(again) << prompt.prompt << again.error().at(0).message;
    for (const Diagnostic& finding : check::check(*again)) {
      EXPECT_GE(static_cast<int>(finding.severity), static_cast<int>(Severity::kInfo))
          << prompt.prompt << ": " << finding.message;
    }
  }
  for (const auto& [kind, total] : kinds) {
    fmt::print("{:14} {:5.1f} of 100, {} prompts\n", kind, 100 * total.first / total.second,
               total.second);
  }
  const double score = sum / static_cast<double>(prompts.size());
  fmt::print("all            {:5.1f} of 100, {} prompts\n", 100 * score, prompts.size());
  EXPECT_GE(score, kPassed);
}

}  // namespace
}  // namespace dbx

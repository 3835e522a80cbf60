// Each folder under cases/ holds a spec and what `dbx validate` says of it, to the letter.
#include <gtest/gtest.h>

#include <filesystem>
#include <set>

#include "dbx/app/spec_file.h"
#include "dbx/check/check.h"
#include "dbx/cli/render.h"
#include "support/cases.h"

namespace dbx {
namespace {

class CheckCase : public ::testing::TestWithParam<std::string> {};

std::string findings(const std::string& folder) {
  std::filesystem::current_path(folder);
  auto validated = app::validate("spec.yml", false);
  const Diagnostics problems =
      validated ? std::move(validated->problems) : std::move(validated).error();
  std::string text;
  for (const Diagnostic& problem : problems) text += cli::render(problem, false);
  return text.empty() ? "valid\n" : text;
}

TEST_P(CheckCase, says_what_is_expected) {
  test::expect_file(GetParam() + "/expected.txt", findings(GetParam()));
}

TEST_P(CheckCase, strict_has_no_warnings) {
  std::filesystem::current_path(GetParam());
  auto validated = app::validate("spec.yml", true);
  if (!validated) return;
  for (const Diagnostic& problem : validated->problems) {
    EXPECT_NE(problem.severity, Severity::kWarning) << problem.message;
  }
}

INSTANTIATE_TEST_SUITE_P(cases, CheckCase, ::testing::ValuesIn(test::case_folders("check/cases")),
                         [](const auto& folder) { return test::base_name(folder.param); });

}  // namespace
}  // namespace dbx

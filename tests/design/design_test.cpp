// Prompts to specs, a folder a case: request.txt, and expected.yml or, for a refusal, expected.txt.
#include "dbx/design/design.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "dbx/base/clock.h"
#include "dbx/check/check.h"
#include "dbx/spec/parse.h"
#include "support/cases.h"

namespace dbx {
namespace {

class DesignCase : public testing::TestWithParam<std::string> {};

std::string refusal_text(const Diagnostics& problems) {
  std::string text;
  for (const Diagnostic& problem : problems) {
    text += fmt::format("{}: {}\nhint: {}\n", name(problem.code), problem.message, problem.hint);
  }
  return text;
}

TEST_P(DesignCase, gives_what_is_expected) {
  const std::string folder = GetParam();
  const auto result = design::design({test::read(folder + "/request.txt"), {}});
  const bool is_refusal = test::exists(folder + "/expected.txt");
  if (!result) {
    EXPECT_EQ(result.error().at(0).code, Code::kDesignNotUnderstood);
    test::expect_file(folder + "/expected.txt", refusal_text(result.error()));
    return;
  }
  ASSERT_FALSE(is_refusal) << "a refusal was expected, not\n" << result->yaml;
  test::expect_file(folder + "/expected.yml", result->yaml);
  const auto again = spec::parse(result->yaml, "expected.yml");
  ASSERT_TRUE(again) << again.error().at(0).message;
  EXPECT_EQ(*again, result->spec);
  for (const Diagnostic& finding : check::check(*again)) {
    ADD_FAILURE() << name(finding.code) << ": " << finding.message;
  }
}

INSTANTIATE_TEST_SUITE_P(cases, DesignCase, testing::ValuesIn(test::case_folders("design/cases")),
                         [](const auto& param) { return test::base_name(param.param); });

TEST(design, is_the_same_to_the_byte) {
  const design::Request request{"retail sales and inventory with customer and product", "shop"};
  const auto first = design::design(request);
  const auto second = design::design(request);
  ASSERT_TRUE(first);
  EXPECT_EQ(first->yaml, second->yaml);
  EXPECT_EQ(first->spec.warehouse, "shop");
}

TEST(design, takes_milliseconds) {
  ASSERT_TRUE(design::design({"retail sales", {}}));  // reads the knowledge
  const Stopwatch watch;
  for (int i = 0; i < 20; ++i) ASSERT_TRUE(design::design({"retail sales and inventory", {}}));
  EXPECT_LT(watch.seconds() / 20, 0.2);  // wide: sanitizers and busy machines
}

TEST(design, refuses_what_is_not_text) {
  EXPECT_FALSE(design::design({std::string("retail \xFF\xFE sales"), {}}));
  EXPECT_FALSE(design::design({std::string("retail\0sales", 12), {}}));
  EXPECT_FALSE(design::design({std::string(100'000, 'a'), {}}));
  EXPECT_FALSE(design::design({std::string(3'999, '('), {}}));
}

// Any cut of a prompt is answered or refused, and what is answered is a sound spec.
TEST(design, survives_every_prefix_of_a_prompt) {
  const std::string prompt =
      "Design a star schema called x_dw for loan risk (with [odd] brackets), with dimensions "
      "company "
      "(name, sector), loan, order, group and measures count, total exposure; one row per loan per "
      "week; track history of company; without loan, date and x.";
  for (std::size_t length = 0; length <= prompt.size(); ++length) {
    const auto result = design::design({prompt.substr(0, length), {}});
    if (!result) continue;
    const auto again = spec::parse(result->yaml, "prefix");
    ASSERT_TRUE(again) << prompt.substr(0, length) << "\n" << again.error().at(0).message;
    EXPECT_EQ(*again, result->spec) << prompt.substr(0, length);
    EXPECT_EQ(exit_status(check::check(*again)), 0) << prompt.substr(0, length) << "\n"
                                                    << check::check(*again).at(0).message;
  }
}

TEST(design, every_decision_stands_in_the_yaml) {
  const auto result = design::design({"flight delays by airline and airport", {}});
  ASSERT_TRUE(result);
  EXPECT_LT(result->confidence, 0.5);
  for (const design::Decision& decision : result->decisions) {
    EXPECT_NE(result->yaml.find(decision.text), std::string::npos) << decision.text;
  }
}

}  // namespace
}  // namespace dbx

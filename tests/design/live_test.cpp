// Every process of the knowledge base is a warehouse: it validates strictly, plans, applies, seeds
// and yields questions that have answers.
#include <gtest/gtest.h>

#include <algorithm>

#include "dbx/app/apply.h"
#include "dbx/app/plan.h"
#include "dbx/app/seed.h"
#include "dbx/app/spec_file.h"
#include "dbx/app/suggest.h"
#include "dbx/design/design.h"
#include "dbx/design/knowledge.h"
#include "support/cases.h"

namespace dbx {
namespace {

std::string text_of(const Diagnostics& problems) {
  std::string text;
  for (const Diagnostic& problem : problems) text += problem.message + "\n" + problem.hint + "\n";
  return text;
}

std::vector<std::string> process_names() {
  std::vector<std::string> names;
  if (!design::knowledge()) return names;
  for (const design::Process& process : design::knowledge()->processes) {
    names.push_back(process.name);
  }
  return names;
}

class ProcessCase : public testing::TestWithParam<std::string> {
 protected:
  test::TemporaryFolder folder_;
  std::string database_ = "duckdb:" + folder_.file("w.duckdb");
};

TEST_P(ProcessCase, goes_from_its_name_to_answers) {
  const auto designed = design::design({GetParam(), {}});
  ASSERT_TRUE(designed);
  const std::string spec = folder_.file("spec.yml");
  test::write(spec, designed->yaml);
  const auto validated = app::validate(spec, true);
  ASSERT_TRUE(validated) << text_of(validated.error());
  EXPECT_FALSE(has_errors(validated->problems)) << text_of(validated->problems);

  app::PlanRequest plan;
  plan.target = spec;
  plan.database = database_;
  plan.out = folder_.file("m.sql");
  plan.prove = false;  // the case below does it
  const auto planned = app::plan(plan);
  ASSERT_TRUE(planned) << text_of(planned.error());
  app::ApplyRequest apply;
  apply.file = plan.out;
  apply.database = database_;
  const auto applied = app::apply(apply);
  ASSERT_TRUE(applied) << text_of(applied.error());

  app::SeedRequest seed;
  seed.target = spec;
  seed.database = database_;
  seed.wishes.profile = "tiny";
  const CancelFlag cancel;
  const auto seeded = app::seed(seed, nullptr, cancel);
  ASSERT_TRUE(seeded) << text_of(seeded.error());
  for (const seed::LoadedTable& table : seeded->loaded) EXPECT_GT(table.rows, 0) << table.name;

  app::SuggestRequest suggest;
  suggest.database = database_;
  suggest.limit = 3;
  const auto suggestions = app::suggest(suggest);
  ASSERT_TRUE(suggestions) << text_of(suggestions.error());
  EXPECT_GE(suggestions->size(), 1U);
}

INSTANTIATE_TEST_SUITE_P(knowledge, ProcessCase, testing::ValuesIn(process_names()),
                         [](const auto& param) {
                           std::string name = param.param;
                           std::replace_if(
                               name.begin(), name.end(), [](char c) { return !std::isalnum(c); },
                               '_');
                           return name;
                         });

}  // namespace
}  // namespace dbx

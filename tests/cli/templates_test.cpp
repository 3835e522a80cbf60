// Every template is a warehouse that `dbx init` scaffolds and that validates strictly, plans,
// applies, seeds and answers by the commands its README names.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "support/cases.h"
#include "support/command.h"

namespace dbx {
namespace {

using nlohmann::json;
namespace fs = std::filesystem;

class TemplateCase : public ::testing::TestWithParam<std::string> {
 protected:
  // The "data" of a command's JSON, run in the scaffolded folder; fails the test where it fails.
  json data_of(const std::string& arguments) const {
    const test::Finished finished = test::run("cd '" + folder_.path() + "' && '" DBX_BINARY "' " +
                                              arguments + " --json 2>/dev/null");
    EXPECT_EQ(finished.status, 0) << arguments << "\n" << finished.output;
    const json object = json::parse(finished.output, nullptr, false);
    return object.is_discarded() || finished.status != 0 ? json() : object.at("data");
  }

  test::TemporaryFolder folder_;
};

TEST_P(TemplateCase, goes_from_init_to_answers) {
  const json made = data_of("init --template " + GetParam());
  ASSERT_TRUE(made.is_object());
  EXPECT_EQ(made["files"].size(), 5U);
  const std::string readme = test::read(folder_.file("README.md"));
  for (const std::string line :
       {"validate schema_specs/current.yml --strict",
        "plan --target schema_specs/current.yml --out "
        "migrations/0001_create.sql",
        "apply migrations/0001_create.sql", "seed --profile seeding_profiles/default.yml"}) {
    EXPECT_NE(readme.find("dbx " + line + "\n"), std::string::npos) << line;
    ASSERT_TRUE(data_of(line).is_object()) << line;
  }
  const json suggestions = data_of("suggest-queries --limit 5");
  ASSERT_TRUE(suggestions.is_object());
  EXPECT_GE(suggestions["suggestions"].size(), 3U);
  const json again = data_of("plan --target schema_specs/current.yml");
  ASSERT_TRUE(again.is_object());
  EXPECT_TRUE(again["changes"].empty());
}

std::vector<std::string> template_names() {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(std::string(DBX_SOURCE_DIR) + "/templates")) {
    names.push_back(entry.path().stem().string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

INSTANTIATE_TEST_SUITE_P(templates, TemplateCase, ::testing::ValuesIn(template_names()),
                         [](const auto& name) { return name.param; });

}  // namespace
}  // namespace dbx

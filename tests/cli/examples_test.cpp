// Every folder under examples/ is a warehouse that must validate, plan, apply, seed and answer; and
// the demo tells the same story twice.
#include <gtest/gtest.h>
#include <sys/wait.h>

#include <filesystem>
#include <nlohmann/json.hpp>

#include "support/cases.h"
#include "support/command.h"

namespace dbx {
namespace {

using nlohmann::json;

// The "data" of a command's JSON; fails the test where the command does.
json data_of(const std::string& arguments, const std::string& folder) {
  const test::Finished finished =
      test::run("cd '" + folder + "' && '" DBX_BINARY "' " + arguments + " --json 2>/dev/null");
  const json object = json::parse(finished.output, nullptr, false);
  EXPECT_FALSE(object.is_discarded()) << arguments << "\n" << finished.output;
  if (object.is_discarded()) return {};
  EXPECT_EQ(finished.status, 0) << arguments << "\n" << finished.output;
  EXPECT_TRUE(object.at("ok").get<bool>()) << arguments;
  return object.at("data");
}

class Example : public ::testing::TestWithParam<std::string> {};

TEST_P(Example, goes_from_spec_to_answers) {
  const test::TemporaryFolder folder;
  const std::string spec = "'" + GetParam() + "/warehouse.yml'";
  data_of("validate " + spec, folder.path());
  EXPECT_FALSE(data_of("plan --target " + spec + " --out m.sql", folder.path())["changes"].empty());
  data_of("apply m.sql", folder.path());
  EXPECT_TRUE(data_of("apply m.sql", folder.path())["already_applied"].get<bool>());
  EXPECT_TRUE(data_of("plan --target " + spec, folder.path())["changes"].empty());
  const json one = data_of("seed --threads 1", folder.path());
  const json two = data_of("seed --threads 2 --replace", folder.path());
  EXPECT_EQ(one["content_hash"], two["content_hash"]) << "at 1 and 2 threads";
  EXPECT_NE(data_of("seed --seed 43 --replace", folder.path())["content_hash"],
            one["content_hash"]);
  EXPECT_GE(data_of("suggest-queries --limit 3", folder.path())["suggestions"].size(), 3U);
  EXPECT_TRUE(data_of("status --verify", folder.path())["matches_ledger"].get<bool>());
  EXPECT_EQ(data_of("runs", folder.path())["runs"].size(), 4U);
}

std::vector<std::string> examples() { return test::case_folders("../examples"); }

INSTANTIATE_TEST_SUITE_P(examples, Example, ::testing::ValuesIn(examples()),
                         [](const auto& folder) { return test::base_name(folder.param); });

json demo(const std::string& folder, const std::string& options) {
  return data_of("demo " + options, folder);
}

std::vector<std::string> hashes_of(const json& steps) {
  std::vector<std::string> hashes;
  for (const json& step : steps) {
    EXPECT_TRUE(step.at("ok").get<bool>()) << step.at("command");
    if (step.at("data").contains("loaded")) {
      for (const json& table : step["data"]["loaded"]) {
        hashes.push_back(table["content_hash"].get<std::string>());
      }
    }
  }
  return hashes;
}

TEST(demo, twice_gives_the_same_content_hashes) {
  const test::TemporaryFolder folder;
  const json one = demo(folder.path(), "");
  const json two = demo(folder.path(), "");
  EXPECT_NE(one["folder"], two["folder"]) << "a new folder each time";
  const auto hashes = hashes_of(one["steps"]);
  EXPECT_GE(hashes.size(), 4U);
  EXPECT_EQ(hashes, hashes_of(two["steps"]));
}

TEST(demo, takes_another_sentence) {
  const test::TemporaryFolder folder;
  const json story =
      demo(folder.path(), "--dir shop --prompt 'retail sales by store, product and customer'");
  EXPECT_GE(hashes_of(story["steps"]).size(), 4U);
  EXPECT_TRUE(test::exists(folder.file("shop/warehouse.duckdb")));
  EXPECT_TRUE(test::exists(folder.file("shop/diagram.mmd")));
}

TEST(demo, refuses_what_it_does_not_understand_and_leaves_nothing) {
  const test::TemporaryFolder folder;
  const test::Finished finished =
      test::run("cd '" + folder.path() + "' && '" DBX_BINARY "' demo --prompt 'asdf qwerty'");
  EXPECT_EQ(finished.status, 1) << finished.output;
  EXPECT_NE(finished.output.find("design-not-understood"), std::string::npos) << finished.output;
  EXPECT_TRUE(std::filesystem::is_empty(folder.path()));
}

TEST(demo, does_not_touch_a_folder_that_holds_something) {
  const test::TemporaryFolder folder;
  test::write(folder.file("mine.txt"), "mine");
  const test::Finished finished = test::run("'" DBX_BINARY "' demo --dir '" + folder.path() + "'");
  EXPECT_EQ(finished.status, 2);
  EXPECT_NE(finished.output.find("file-exists"), std::string::npos);
  EXPECT_EQ(test::read(folder.file("mine.txt")), "mine");
}

}  // namespace
}  // namespace dbx

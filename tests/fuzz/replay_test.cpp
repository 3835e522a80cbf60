// Every input that the fuzzers keep, and every spec of the tests, templates and examples, through
// the functions that are fuzzed. A broken promise ends the program.
#include <gtest/gtest.h>

#include <filesystem>
#include <map>

#include "support/cases.h"
#include "targets.h"

namespace dbx {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> files_below(const std::string& folder, const std::string& extension) {
  std::vector<std::string> files;
  for (const auto& entry : fs::recursive_directory_iterator(std::string(DBX_SOURCE_DIR) + folder)) {
    const bool wanted = extension.empty() || entry.path().extension() == extension;
    if (entry.is_regular_file() && wanted) files.push_back(entry.path().string());
  }
  return files;
}

class Replay : public ::testing::TestWithParam<std::string> {};

TEST_P(Replay, keeps_its_promises) {
  const fuzz::Target* target = fuzz::find_target(GetParam());
  ASSERT_NE(target, nullptr) << "corpus/" << GetParam() << " has no line in targets.cpp";
  std::size_t count = 0;
  for (const std::string& file : files_below("/fuzz/corpus/" + GetParam(), "")) {
    target->run(test::read(file));
    ++count;
  }
  EXPECT_GT(count, 0U) << "an empty corpus";
  for (const char* folder : {"/tests", "/templates", "/examples"}) {
    for (const std::string& file : files_below(folder, ".yml")) target->run(test::read(file));
  }
}

std::vector<std::string> names() {
  std::vector<std::string> found;
  for (const fuzz::Target& target : fuzz::targets()) found.emplace_back(target.name);
  return found;
}

INSTANTIATE_TEST_SUITE_P(targets, Replay, ::testing::ValuesIn(names()),
                         [](const auto& name) { return name.param; });

}  // namespace
}  // namespace dbx

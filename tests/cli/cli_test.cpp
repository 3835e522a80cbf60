// Each folder under cases/ is a session at the command line: the lines of command.txt run in a copy
// of the folder, and expected.out is everything they print, with the exit statuses.
#include <gtest/gtest.h>
#include <filesystem>
#include <regex>
#include <sstream>

#include "support/cases.h"
#include "support/command.h"

namespace dbx {
namespace {

class CliCase : public ::testing::TestWithParam<std::string> {};

// Times and rates differ from run to run, as do who runs it and where.
std::string steady(std::string text, const std::string& folder) {
  for (std::size_t at; (at = text.find(folder)) != std::string::npos;) {
    text.replace(at, folder.size(), "<folder>");
  }
  text = std::regex_replace(text, std::regex("[0-9.]+ (us|ms|s)\\b"), "<time>");
  text = std::regex_replace(text, std::regex("\"(duration_ms|seconds)\": [0-9.e-]+"),
                            "\"$1\": <time>");
  text = std::regex_replace(text, std::regex(" +<time> +[0-9,]+  "), "  <time>  <rate>  ");
  text = std::regex_replace(text, std::regex(" +<time>"), " <time>");
  // Column widths follow from the widest time or rate.
  text = std::regex_replace(text, std::regex("([^ \n]) {2,}"), "$1  ");
  return std::regex_replace(text, std::regex("-{4,}"), "----");
}

std::string run(const std::string& line, const std::string& folder) {
  const std::string binary_folder = std::filesystem::path(DBX_BINARY).parent_path().string();
  const std::string command = "cd '" + folder + "' && PATH='" + binary_folder +
                              "':$PATH NO_COLOR=1 DBX_NOW=2026-01-02T03:04:05Z " + "sh -c '" +
                              std::regex_replace(line, std::regex("'"), "'\\''") + "'";
  const test::Finished finished = test::run(command);
  return "$ " + line + "\n" + finished.output + "exit " + std::to_string(finished.status) + "\n\n";
}

TEST_P(CliCase, prints_what_is_expected) {
  const test::TemporaryFolder copy;
  std::filesystem::copy(
      GetParam(), copy.path(),
      std::filesystem::copy_options::recursive | std::filesystem::copy_options::overwrite_existing);
  std::filesystem::remove(copy.file("expected.out"));
  std::filesystem::remove(copy.file("command.txt"));
  std::istringstream lines(test::read(GetParam() + "/command.txt"));
  std::string output;
  for (std::string line; std::getline(lines, line);) {
    if (!line.empty()) output += run(line, copy.path());
  }
  test::expect_file(GetParam() + "/expected.out", steady(output, copy.path()));
}

INSTANTIATE_TEST_SUITE_P(cases, CliCase, ::testing::ValuesIn(test::case_folders("cli/cases")),
                         [](const auto& folder) { return test::base_name(folder.param); });

}  // namespace
}  // namespace dbx

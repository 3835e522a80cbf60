// The house rules hold, and the tools that hold them catch what is planted.
#include <gtest/gtest.h>
#include <filesystem>
#include <sstream>

#include "support/cases.h"
#include "support/command.h"

namespace dbx {
namespace {

using test::Finished;
using test::run;

Finished tool(const std::string& name, const std::string& root) {
  return run("node " + std::string(DBX_SOURCE_DIR) + "/tools/" + name + " " + root);
}

// Identifier and text of every line of codes.def.
std::vector<std::pair<std::string, std::string>> codes() {
  std::vector<std::pair<std::string, std::string>> found;
  std::istringstream lines(test::read(std::string(DBX_SOURCE_DIR) + "/src/dbx/base/codes.def"));
  for (std::string line; std::getline(lines, line);) {
    if (!line.starts_with("DBX_CODE(")) continue;
    const std::size_t comma = line.find(',');
    const std::size_t quote = line.find('"');
    found.emplace_back(line.substr(9, comma - 9),
                       line.substr(quote + 1, line.rfind('"') - quote - 1));
  }
  return found;
}

// A copy of the sources to plant things in.
class Copy : public ::testing::Test {
 protected:
  void SetUp() override {
    std::filesystem::create_directories(folder_.file("src"));
    std::filesystem::copy(std::string(DBX_SOURCE_DIR) + "/src", folder_.file("src"),
                          std::filesystem::copy_options::recursive |
                              std::filesystem::copy_options::overwrite_existing);
  }
  test::TemporaryFolder folder_;
};

TEST_F(Copy, layers_hold_here_and_a_planted_violation_is_caught) {
  EXPECT_EQ(tool("check_layers.mjs", DBX_SOURCE_DIR).status, 0)
      << tool("check_layers.mjs", DBX_SOURCE_DIR).output;
  test::write(folder_.file("src/dbx/plan/planted.cpp"),
              "// Planted.\n#include \"dbx/dialect/dialect.h\"\n");
  const Finished caught = tool("check_layers.mjs", folder_.path());
  EXPECT_EQ(caught.status, 1);
  EXPECT_NE(caught.output.find("src/dbx/plan/planted.cpp:2: plan may not include dialect"),
            std::string::npos)
      << caught.output;
}

TEST_F(Copy, a_folder_that_no_library_declares_is_caught) {
  std::filesystem::create_directories(folder_.file("src/dbx/attic"));
  const Finished caught = tool("check_layers.mjs", folder_.path());
  EXPECT_EQ(caught.status, 1);
  EXPECT_NE(caught.output.find("src/dbx/attic"), std::string::npos);
}

TEST_F(Copy, walls_hold_here_and_a_planted_file_of_401_lines_is_caught) {
  EXPECT_EQ(tool("check_tidy.mjs", DBX_SOURCE_DIR).status, 0)
      << tool("check_tidy.mjs", DBX_SOURCE_DIR).output;
  std::string text = "// Planted.\n";
  for (int i = 1; i < 400; ++i) text += "int planted_" + std::to_string(i) + ";\n";
  test::write(folder_.file("src/dbx/base/planted.cpp"), text);
  EXPECT_EQ(tool("check_tidy.mjs", folder_.path()).status, 0) << "400 lines are within the wall";
  test::write(folder_.file("src/dbx/base/planted.cpp"), text + "int last;\n");
  const Finished caught = tool("check_tidy.mjs", folder_.path());
  EXPECT_EQ(caught.status, 1);
  EXPECT_NE(caught.output.find("src/dbx/base/planted.cpp: 401 lines"), std::string::npos);
}

TEST_F(Copy, a_planted_function_of_71_lines_and_a_long_line_are_caught) {
  std::string text = "// Planted.\nvoid planted(int& x) {\n";
  for (int i = 0; i < 69; ++i) text += "  ++x;\n";
  test::write(folder_.file("src/dbx/base/planted.cpp"), text + "}\n");
  EXPECT_NE(tool("check_tidy.mjs", folder_.path()).output.find("a function of 71 lines"),
            std::string::npos);
  test::write(folder_.file("src/dbx/base/planted.cpp"), "// " + std::string(98, 'x') + "\n");
  EXPECT_NE(tool("check_tidy.mjs", folder_.path()).output.find("101 columns"), std::string::npos);
}

// Every code is raised somewhere in the sources and shown to be in some test.
TEST(house, every_code_is_raised_and_has_a_case) {
  const std::string root = DBX_SOURCE_DIR;
  for (const auto& [identifier, text] : codes()) {
    const std::string use = "Code::" + identifier;
    EXPECT_EQ(
        run("grep -rqw --include='*.cpp' --include='*.h' '" + use + "' " + root + "/src").status, 0)
        << text << " is never raised";
    // As it is printed or compared, not as a word of prose: "internal" and "usage" are those too.
    // A literal of nothing but codes counts where the code is no word of prose.
    const std::string literal = "|\"([a-z-]+ )*" + text + "( [a-z-]+)*\"";
    const std::string printed = "(error|warning|info)\\[" + text + "\\]|\"code\": \"" + text +
                                "\"" + (text.find('-') == std::string::npos ? "" : literal);
    const bool shown =
        run("grep -rqE '" + use + "\\b|" + printed + "' " + root + "/tests").status == 0;
    EXPECT_TRUE(shown) << text << " has no case";
  }
}

}  // namespace
}  // namespace dbx

// Case folders and temporary folders on the file system.
#include "support/cases.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace dbx::test {

namespace fs = std::filesystem;

std::vector<std::string> case_folders(const std::string& path) {
  std::vector<std::string> folders;
  for (const auto& entry : fs::directory_iterator(std::string(DBX_SOURCE_DIR) + "/tests/" + path)) {
    if (entry.is_directory()) folders.push_back(entry.path().string());
  }
  std::sort(folders.begin(), folders.end());
  return folders;
}

std::string read(const std::string& path) {
  std::ifstream stream(path, std::ios::binary);
  EXPECT_TRUE(stream.good()) << "cannot read " << path;
  std::ostringstream contents;
  contents << stream.rdbuf();
  return contents.str();
}

bool exists(const std::string& path) { return fs::exists(path); }

void write(const std::string& path, const std::string& contents) {
  std::ofstream stream(path, std::ios::binary);
  stream << contents;
  ASSERT_TRUE(stream.good()) << "cannot write " << path;
}

void expect_file(const std::string& path, const std::string& actual) {
  const char* update = std::getenv("DBX_UPDATE");
  if (update != nullptr && std::string(update) == "1") {
    write(path, actual);
    return;
  }
  ASSERT_TRUE(exists(path)) << path << " is missing; ./dev accept writes it. It would hold:\n"
                            << actual;
  EXPECT_EQ(read(path), actual) << "differs from " << path << "; ./dev accept rewrites it";
}

std::string base_name(const std::string& path) { return fs::path(path).filename().string(); }

TemporaryFolder::TemporaryFolder() {
  std::string pattern = (fs::temp_directory_path() / "dbx_test_XXXXXX").string();
  path_ = ::mkdtemp(pattern.data());
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  fs::permissions(path_, fs::perms::owner_all, ignored);
  fs::remove_all(path_, ignored);
}

}  // namespace dbx::test

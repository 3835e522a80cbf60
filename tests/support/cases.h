// Tests as folders: each case is a folder of files, and ./dev accept (DBX_UPDATE=1) rewrites what
// is expected of it for review.
#pragma once

#include <string>
#include <vector>

namespace dbx::test {

// The folders below tests/<path>, sorted by name.
std::vector<std::string> case_folders(const std::string& path);
// Whole file; fails the test where it cannot be read.
std::string read(const std::string& path);
bool exists(const std::string& path);
// Compares with the file, or, with DBX_UPDATE=1, writes it.
void expect_file(const std::string& path, const std::string& actual);
// The last part of a path: a name for a parameterised test, in snake_case.
std::string base_name(const std::string& path);

// A folder of its own for one test, gone at its end.
class TemporaryFolder {
 public:
  TemporaryFolder();
  ~TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  const std::string& path() const { return path_; }
  std::string file(const std::string& name) const { return path_ + "/" + name; }

 private:
  std::string path_;
};

void write(const std::string& path, const std::string& contents);

}  // namespace dbx::test

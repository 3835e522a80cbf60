// Files by URL.
#include "dbx/dialect/database_files.h"

#include <fmt/format.h>

#include <filesystem>

#include "dbx/dialect/dialect.h"

namespace dbx::dialect {

namespace fs = std::filesystem;

Result<std::string> create_file(const Dialect& dialect, const std::string& folder,
                                const std::string& name) {
  const std::string path = fmt::format("{}/{}.{}", folder, name, dialect.name());
  std::error_code error;
  if (fs::exists(path, error)) {
    return fail(Code::kSandboxExists, fmt::format("'{}' is there already", path),
                "take another name");
  }
  const std::string url = fmt::format("{}:{}", dialect.name(), path);
  DBX_CHECK_OK(dialect.connect(url, {}));
  return url;
}

Status drop_file(const std::string& url) {
  const std::string path = url.substr(url.find(':') + 1);
  for (const char* ending : {"", ".wal", "-journal", "-wal", "-shm"}) {
    std::error_code error;
    fs::remove(path + ending, error);
    if (!error) continue;
    return fail(Code::kFileNotWritable,
                fmt::format("'{}{}' cannot be removed: {}", path, ending, error.message()));
  }
  return {};
}

}  // namespace dbx::dialect

// POSIX files behind file.h.
#include "dbx/base/file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <system_error>
#include <vector>

#include "dbx/base/text.h"

namespace dbx {
namespace {

std::string similar_file_hint(const std::string& path) {
  const std::filesystem::path asked(path);
  const std::filesystem::path folder = asked.has_parent_path() ? asked.parent_path() : ".";
  std::vector<std::string> names;
  std::error_code ignored;
  for (const auto& entry : std::filesystem::directory_iterator(folder, ignored)) {
    names.push_back(entry.path().filename().string());
  }
  if (const auto near = text::nearest(asked.filename().string(), names)) {
    return fmt::format("did you mean '{}'?", (asked.parent_path() / *near).string());
  }
  return "check the path; names are relative to the current folder";
}

Diagnostic write_failure(const std::string& path, int error) {
  Diagnostic diagnostic;
  const bool full = error == ENOSPC || error == EDQUOT || error == EFBIG;
  diagnostic.code = full ? Code::kNoSpace : Code::kFileNotWritable;
  diagnostic.message = fmt::format("cannot write '{}': {}", path, std::strerror(error));
  diagnostic.hint = full ? "free some space; what was there before is unchanged"
                         : "check that the folder exists and may be written to";
  diagnostic.where.file = path;
  return diagnostic;
}

Result<std::string> read_descriptor(int descriptor, const std::string& path,
                                    std::size_t bytes_max) {
  std::string contents;
  char buffer[65536];
  for (;;) {
    const ssize_t count = ::read(descriptor, buffer, sizeof buffer);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) {
      return fail(Code::kFileNotReadable,
                  fmt::format("cannot read '{}': {}", path, std::strerror(errno)));
    }
    if (count == 0) return contents;
    contents.append(buffer, static_cast<std::size_t>(count));
    if (contents.size() > bytes_max) {
      return fail(Code::kYamlSize, fmt::format("'{}' is larger than {} bytes", path, bytes_max),
                  "split it, or raise the cap with --max-bytes");
    }
  }
}

bool write_all(int descriptor, std::string_view contents) {
  while (!contents.empty()) {
    const ssize_t count = ::write(descriptor, contents.data(), contents.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return false;
    contents.remove_prefix(static_cast<std::size_t>(count));
  }
  return true;
}

}  // namespace

Result<std::string> read_file(const std::string& path, std::size_t bytes_max) {
  if (path == "-") return read_descriptor(STDIN_FILENO, "standard input", bytes_max);
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) {
    const int error = errno;
    if (error == ENOENT || error == ENOTDIR) {
      return fail(Code::kFileNotFound, fmt::format("no file '{}'", path), similar_file_hint(path));
    }
    return fail(Code::kFileNotReadable,
                fmt::format("cannot read '{}': {}", path, std::strerror(error)));
  }
  struct stat status {};
  if (::fstat(descriptor, &status) == 0 && S_ISDIR(status.st_mode)) {
    ::close(descriptor);
    return fail(Code::kFileNotReadable, fmt::format("'{}' is a directory, not a file", path),
                "name a file inside it");
  }
  Result<std::string> contents = read_descriptor(descriptor, path, bytes_max);
  ::close(descriptor);
  return contents;
}

Status write_file(const std::string& path, std::string_view contents) {
  const std::filesystem::path target(path);
  if (target.has_parent_path()) {
    std::error_code error;
    std::filesystem::create_directories(target.parent_path(), error);
    if (error) return fail(write_failure(path, error.value()));
  }
  std::string temporary = path + ".XXXXXX";
  const int descriptor = ::mkstemp(temporary.data());
  if (descriptor < 0) return fail(write_failure(path, errno));
  mode_t mask = ::umask(0);
  ::umask(mask);
  ::fchmod(descriptor, 0666 & ~mask);
  const bool written = write_all(descriptor, contents) && ::fsync(descriptor) == 0;
  const int write_error = errno;
  ::close(descriptor);
  if (!written || ::rename(temporary.c_str(), path.c_str()) != 0) {
    const int error = written ? errno : write_error;
    ::unlink(temporary.c_str());
    return fail(write_failure(path, error));
  }
  return {};
}

}  // namespace dbx

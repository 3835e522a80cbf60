// Files: read whole with a cap, written whole or not at all.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>

#include "dbx/base/result.h"

namespace dbx {

constexpr std::size_t kSpecBytesMax = std::size_t{16} << 20U;

// The whole file ("-": standard input). Errors: file-not-found (with the nearest name in the
// folder), file-not-readable (a directory, no permission), yaml-size past `bytes_max` - read no
// further than that.
Result<std::string> read_file(const std::string& path, std::size_t bytes_max = kSpecBytesMax);

// Writes to a temporary file beside `path`, then renames: readers see the old bytes or the new
// ones. Creates missing folders. Errors: file-not-writable, no-space; the old file stays.
Status write_file(const std::string& path, std::string_view contents);

}  // namespace dbx

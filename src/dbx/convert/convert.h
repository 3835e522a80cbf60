// What people bring - SQL DDL, DBML - as a spec. Whatever a spec cannot hold is said in a located
// note (not-modelled) and never lost silently; what comes out always passes the checks.
// To add a source: <name>.cpp with one read function, a line in convert.cpp, cases under
// tests/convert/cases.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "dbx/base/result.h"
#include "dbx/convert/draft.h"
#include "dbx/spec/spec.h"

namespace dbx::convert {

constexpr std::size_t kBytesMax = std::size_t{16} << 20U;

struct Source {
  std::string_view name;       // --from NAME
  std::string_view extension;  // of the files that are read so without being told
  std::string_view summary;
  Result<Draft> (*read)(std::string_view text, std::string_view file_name);
};

std::span<const Source> sources();
// By name, or, where that is empty, by the file's extension. Errors: usage.
Result<const Source*> find_source(std::string_view name, std::string_view file_name);

struct Converted {
  spec::Spec spec;
  Diagnostics notes;  // what was left out or changed, in the order of the file
};

// Pure and thread-safe. Errors: sql-syntax, dbml-syntax (every one of the file), no-tables.
Result<Converted> convert(const Source& source, std::string_view text, std::string_view file_name,
                          std::string_view warehouse);

// The sources, one file each.
Result<Draft> read_sql(std::string_view text, std::string_view file_name);
Result<Draft> read_dbml(std::string_view text, std::string_view file_name);

}  // namespace dbx::convert

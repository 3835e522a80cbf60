// What every folder says when something is wrong or worth knowing: a code, a place, a hint, a fix.
// Values only; thread-compatible. To add a code: see codes.def.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace dbx {

enum class Severity { kError, kWarning, kInfo };

enum class Code {
#define DBX_CODE(identifier, text, exit_status) identifier,
#include "dbx/base/codes.def"
#undef DBX_CODE
};

struct CodeInfo {
  Code code;
  std::string_view name;  // "unknown-type"
  int exit_status;        // of a command that ends with an error of this code
};

std::span<const CodeInfo> all_codes();
const CodeInfo& info(Code code);
inline std::string_view name(Code code) { return info(code).name; }
std::string_view name(Severity severity);

// A place in a file. Lines and columns count from 1 (0: unknown); columns count bytes. `pointer` is
// a JSON pointer (RFC 6901) into the spec; a diagnostic that has only a pointer is located later,
// by whoever holds the document (yaml::Document::locate).
struct Location {
  std::string file;
  int line = 0;
  int column = 0;
  int end_line = 0;
  int end_column = 0;  // one past the last byte
  std::size_t begin_offset = 0;
  std::size_t end_offset = 0;
  std::string pointer;
};

// Replace bytes [begin, end) of the file by `replacement`.
struct Fix {
  std::string title;
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string replacement;
};

struct Diagnostic {
  Code code = Code::kInternal;
  Severity severity = Severity::kError;
  std::string message;  // one line, no trailing stop
  Location where = {};
  std::string label = {};  // what stands beside the carets: "not a type"
  std::string hint = {};   // what to do about it
  std::optional<Fix> fix = {};
};

using Diagnostics = std::vector<Diagnostic>;

bool has_errors(const Diagnostics& diagnostics);
// The exit status of a command that ended with these: that of the first error; 0 without errors.
int exit_status(const Diagnostics& diagnostics);

}  // namespace dbx

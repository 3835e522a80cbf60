// The table of codes and the small questions asked of a list of diagnostics.
#include "dbx/base/diagnostic.h"

#include <algorithm>

namespace dbx {
namespace {

constexpr CodeInfo kCodes[] = {
#define DBX_CODE(identifier, text, exit_status) {Code::identifier, text, exit_status},
#include "dbx/base/codes.def"
#undef DBX_CODE
};

}  // namespace

std::span<const CodeInfo> all_codes() { return kCodes; }

const CodeInfo& info(Code code) { return kCodes[static_cast<std::size_t>(code)]; }

std::string_view name(Severity severity) {
  switch (severity) {
    case Severity::kError:
      return "error";
    case Severity::kWarning:
      return "warning";
    case Severity::kInfo:
      return "info";
  }
  return "error";
}

bool has_errors(const Diagnostics& diagnostics) {
  return std::any_of(diagnostics.begin(), diagnostics.end(),
                     [](const Diagnostic& d) { return d.severity == Severity::kError; });
}

int exit_status(const Diagnostics& diagnostics) {
  for (const Diagnostic& diagnostic : diagnostics) {
    if (diagnostic.severity != Severity::kError) continue;
    const int status = info(diagnostic.code).exit_status;
    return status == 0 ? 3 : status;  // a warning made an error by --strict
  }
  return 0;
}

}  // namespace dbx

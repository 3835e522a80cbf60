// Diagnostics that several engines give.
#include "dbx/dialect/notes.h"

namespace dbx::dialect {
namespace {

Diagnostic say(Code code, Severity severity, std::string message, std::string hint) {
  Diagnostic diagnostic;
  diagnostic.code = code;
  diagnostic.severity = severity;
  diagnostic.message = std::move(message);
  diagnostic.hint = std::move(hint);
  return diagnostic;
}

}  // namespace

Diagnostic not_held(std::string message, std::string hint) {
  return say(Code::kNotHeldByEngine, Severity::kInfo, std::move(message), std::move(hint));
}

Diagnostic not_modelled(std::string message) {
  return say(Code::kNotModelled, Severity::kInfo, std::move(message), "");
}

Diagnostic not_supported(std::string message) {
  return say(Code::kUnsupportedChange, Severity::kError, std::move(message),
             "leave it out of this spec, or say it for other engines only");
}

}  // namespace dbx::dialect

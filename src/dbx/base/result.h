// Result<T>: a value or the diagnostics that say why there is none. No exception leaves a folder.
#pragma once

#include <tl/expected.hpp>
#include <utility>

#include "dbx/base/diagnostic.h"

namespace dbx {

template <class T>
using Result = tl::expected<T, Diagnostics>;
using Status = tl::expected<void, Diagnostics>;

// return fail(Code::kUsage, "no such command 'plon'", "did you mean 'plan'?");
inline tl::unexpected<Diagnostics> fail(Diagnostic diagnostic) {
  return tl::unexpected<Diagnostics>(Diagnostics{std::move(diagnostic)});
}
inline tl::unexpected<Diagnostics> fail(Code code, std::string message, std::string hint = {}) {
  Diagnostic diagnostic;
  diagnostic.code = code;
  diagnostic.message = std::move(message);
  diagnostic.hint = std::move(hint);
  return fail(std::move(diagnostic));
}
inline tl::unexpected<Diagnostics> fail(Diagnostics diagnostics) {
  return tl::unexpected<Diagnostics>(std::move(diagnostics));
}

}  // namespace dbx

#define DBX_CONCAT_INNER(a, b) a##b
#define DBX_CONCAT(a, b) DBX_CONCAT_INNER(a, b)

// DBX_TRY(const Spec spec, spec::parse(text)): declares `spec`, or returns the failure.
#define DBX_TRY(declaration, expression) \
  DBX_TRY_WITH(DBX_CONCAT(dbx_result_, __LINE__), declaration, expression)
#define DBX_TRY_WITH(temporary, declaration, expression)            \
  auto temporary = (expression);                                    \
  if (!temporary) return ::dbx::fail(std::move(temporary).error()); \
  declaration = std::move(*temporary)

// DBX_CHECK_OK(connection.begin()): returns the failure of a Status (or of a Result, whose value
// goes).
#define DBX_CHECK_OK(expression)                                        \
  do {                                                                  \
    auto dbx_status = (expression);                                     \
    if (!dbx_status) return ::dbx::fail(std::move(dbx_status).error()); \
  } while (false)

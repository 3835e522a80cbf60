// What a diagnostic code means, from docs/codes.
#pragma once

#include <string>
#include <string_view>

#include "dbx/base/result.h"

namespace dbx::app {

// The Markdown page. Errors: unknown-code with the nearest one.
Result<std::string> explain(std::string_view code);

}  // namespace dbx::app

// From a sentence to a spec file.
#pragma once

#include <string>

#include "dbx/base/result.h"
#include "dbx/design/design.h"

namespace dbx::app {

struct Designed {
  design::Design design;
  Diagnostics notes;    // what the checks say of the result; never an error
  std::string written;  // the file, where one was asked for
};

// Errors: design-not-understood; nothing is written then.
Result<Designed> design(const std::string& prompt, const std::string& out);

}  // namespace dbx::app

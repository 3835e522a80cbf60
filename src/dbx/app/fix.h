// Mending a spec file: the fixes that findings carry, applied to the text.
#pragma once

#include <string>
#include <vector>

#include "dbx/base/result.h"

namespace dbx::app {

struct Fixed {
  std::vector<std::string> titles;  // what was changed, in the order of the file
};

// Applies every fix that `validate` knows, again and again until none is left (a fix may uncover
// another fault), and writes the file; comments and order stay. Nothing is written where there is
// nothing to fix. "-" cannot be fixed in place: usage.
Result<Fixed> fix(const std::string& path);

}  // namespace dbx::app

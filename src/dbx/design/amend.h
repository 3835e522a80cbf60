// A wish about a spec that is there: "add covenant tests and track rating history". A minimal
// change of its text: comments and order stay. Pure functions, thread-safe.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "dbx/base/result.h"
#include "dbx/design/design.h"
#include "dbx/spec/spec.h"

namespace dbx::design {

struct Amendment {
  std::string text;
  spec::Spec spec;                // what the text says now
  std::vector<Decision> changes;  // what was done and why, in order; pointers are into the new spec
  Diagnostics notes;
};

// `base`: a spec without errors, of the file `file_name`. Errors: design-not-understood where no
// part of the wish can be carried out, or one part names what is not there; nothing is done then.
Result<Amendment> amend(std::string base, std::string_view file_name, const std::string& prompt);

}  // namespace dbx::design

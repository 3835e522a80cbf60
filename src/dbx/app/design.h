// From a sentence to a spec file, or to an amended one.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "dbx/base/result.h"
#include "dbx/design/amend.h"
#include "dbx/design/design.h"

namespace dbx::app {

struct Designed {
  design::Design design;
  Diagnostics notes;    // what the checks say of the result; never an error
  std::string written;  // the file, where one was asked for
};

// The answer to a question: one of its choices or words of one's own; empty: as assumed.
using Answerer = std::function<std::string(const design::Question&)>;

// `answer`: asked for whatever is unclear, then the design is made anew; null: nothing is asked.
// Errors: design-not-understood; nothing is written then.
Result<Designed> design(const std::string& prompt, const std::string& out,
                        const Answerer& answer = nullptr);

struct Amended {
  design::Amendment amendment;
  Diagnostics notes;
  std::string written;
};

// Changes the spec file `base` as `prompt` wishes; the result goes to `out`, or is for the caller
// to print where that is empty. Errors: those of validate, of design::amend; nothing is written.
Result<Amended> amend(const std::string& base, const std::string& prompt, const std::string& out);

}  // namespace dbx::app

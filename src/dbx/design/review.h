// What a senior modeller would object to in a design: deterministic rules over the spec, beside the
// faults that check/ finds in any spec. Pure functions, thread-safe. To add a rule: a function and
// a line in the table of review.cpp, a case in tests/design/review_test.cpp.
#pragma once

#include <vector>

#include "dbx/design/design.h"

namespace dbx::design {

std::vector<Finding> review(const spec::Spec& spec);

}  // namespace dbx::design

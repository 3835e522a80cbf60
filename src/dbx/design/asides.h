// What a prompt says anywhere in a sentence, outside its lists: the fact type and its period, the
// engine, stages of a process, what is counted, what there are several of.
#pragma once

#include <vector>

#include "dbx/design/wishes.h"

namespace dbx::design {

// Adds to `wishes`.
void read_asides(const std::vector<Token>& tokens, Wishes& wishes);

}  // namespace dbx::design

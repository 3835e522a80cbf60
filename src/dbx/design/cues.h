// Cues: words that open a clause of a prompt, such as "with dimensions" or "one row per".
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "dbx/design/words.h"

namespace dbx::design {

enum class CueKind {
  kDimensions,
  kMeasures,
  kAttributes,
  kWith,     // a list that may hold anything
  kBy,       // what is looked at by
  kTrack,    // measures, or the subject itself
  kHistory,  // what keeps its versions
  kExclude,
  kNamed,
  kGrain,
  kProcess,  // the answer to "which business process?"
  kFacts,
  kMilestones,
  kJunk,
  kDescribes,  // in a sentence that tells: attributes of what stands before it
  kBoundary,   // ends a list and opens nothing
};

struct Cue {
  std::vector<std::string_view> words;
  CueKind kind;
};

// The longest cue that the tokens begin with; null where there is none. Lives for ever.
const Cue* find_cue(std::span<const Token> tokens);

}  // namespace dbx::design

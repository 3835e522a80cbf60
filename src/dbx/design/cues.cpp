// The words that open a clause of a prompt. To add one: a word in its group below and a case under
// tests/design.
#include "dbx/design/cues.h"

#include <algorithm>
#include <iterator>

#include "dbx/base/text.h"

namespace dbx::design {
namespace {

struct Group {
  CueKind kind;
  std::string_view words;  // separated by '|'
};

constexpr Group kGroups[] = {
    {CueKind::kHistory,
     "track the full history of|track full history of|track the history of|track history of|"
     "track history for|track history on|track changes to|track changes in|track changes of|"
     "tracking history of|tracking the history of|tracking changes to|"
     "keep the full history of|keep full history of|keep the history of|keep history of|"
     "keep history for|keeping history of|preserve history of|preserve the history of|"
     "with history of|with history on|with history for|with full history of|"
     "type 2 history for|type 2 history on|type 2 history of|scd type 2 on|scd type 2 for|"
     "scd2 on|scd2 for|type 2 on|type 2 for|slowly changing|historize|historise|track history|"
     "keep history"},
    {CueKind::kGrain,
     "grain should be|grain is|grain of|one row per|a row per|one record per|one row for each|"
     "one row for every|row per|grain"},
    {CueKind::kExclude,
     "leaving out|leave out|but not|but no|but without|excluding|exclude|without|except for|"
     "except|omitting|omit"},
    {CueKind::kNamed, "called|named|name it|call it"},
    {CueKind::kDimensions, "dimensioned by|dimensions|dimension|dims"},
    {CueKind::kMeasures, "measures|measure|measuring|metrics|metric|kpis"},
    {CueKind::kAttributes, "with attributes|attributes|with columns"},
    {CueKind::kBy, "broken down by|sliced by|grouped by|split by|by|per|across"},
    {CueKind::kWith, "with|including|include|includes|containing|using|having"},
    {CueKind::kTrack, "track|tracking|tracks|capturing|recording|covering"},
    {CueKind::kBoundary,
     "for|in|on|from|that|which|where|so|to|when|at|we|i|please|should|over time|as a|built|"
     "needed|tracked"},
};

// By first word, longer cues before their own beginnings.
std::vector<Cue> sorted_cues() {
  std::vector<Cue> cues;
  for (const Group& group : kGroups) {
    for (const std::string_view words : text::split(group.words, '|')) {
      cues.push_back({text::split(words, ' '), group.kind});
    }
  }
  std::stable_sort(cues.begin(), cues.end(), [](const Cue& a, const Cue& b) {
    if (a.words[0] != b.words[0]) return a.words[0] < b.words[0];
    return a.words.size() > b.words.size();
  });
  return cues;
}

}  // namespace

const Cue* find_cue(std::span<const Token> tokens) {
  static const std::vector<Cue> kCues = sorted_cues();
  if (tokens.empty() || tokens[0].kind != Token::Kind::kWord) return nullptr;
  const auto starts_with = [&](const Cue& cue) {
    if (cue.words.size() > tokens.size()) return false;
    return std::equal(cue.words.begin(), cue.words.end(), tokens.begin(),
                      [](std::string_view word, const Token& token) { return token.text == word; });
  };
  auto cue = std::lower_bound(
      kCues.begin(), kCues.end(), tokens[0].text,
      [](const Cue& held, const std::string& word) { return held.words[0] < word; });
  for (; cue != kCues.end() && cue->words[0] == tokens[0].text; ++cue) {
    if (starts_with(*cue)) return &*cue;
  }
  return nullptr;
}

}  // namespace dbx::design

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
     "tracking history of|tracking the history of|tracking changes to|tracking history for|"
     "keep the full history of|keep full history of|keep the history of|keep history of|"
     "keep history for|keep history on|keeping history of|keeping the history of|"
     "preserve history of|preserve the history of|preserve history for|preserve changes to|"
     "with history of|with history on|with history for|with full history of|with the history of|"
     "with full history for|with full history on|keep full history for|keep old versions of|"
     "keep previous versions of|keep every version of|keep all versions of|keep versions of|"
     "remember previous|remember old|remember past|keep past|keep previous|keep old|"
     "historical versions of|historical changes to|historical changes of|historical changes in|"
     "history of changes to|history of changes in|history is kept for|history is needed for|"
     "history is tracked for|history should be kept for|history must be kept for|"
     "history kept for|history tracked for|historical tracking of|historical tracking for|"
     "type 2 history for|type 2 history on|type 2 history of|scd type 2 on|scd type 2 for|"
     "scd2 on|scd2 for|scd 2 on|scd 2 for|type 2 on|type 2 for|type2 for|type2 on|"
     "slowly changing|historize|historise|track history|keep history|full history of|full history "
     "for|"
     "full history on|history for|history on|track the changes of|track the changes to"},
    {CueKind::kGrain,
     "the grain should be|grain should be|grain is|grain of|one row per|a row per|one record per|"
     "one row for each|one row for every|one record for each|a row for each|a row for every|"
     "each row is|each row represents|row per|grain|at the level of|granularity is|granularity"},
    {CueKind::kExclude,
     "leaving out|leave out|but not|but no|but without|excluding|exclude|excludes|without any|"
     "without|except for|except|omitting|omit|do not include|dont include|do not need|dont need|"
     "do not want|dont want|we do not need|no need for|not interested in|do not store|dont store|"
     "do not track|dont track|do not add|dont add|skip|ignore|drop|there is no|there are no|"
     "no"},
    {CueKind::kProcess, "the process is"},
    {CueKind::kNamed, "called|named|name it|call it"},
    {CueKind::kJunk,
     "a junk dimension for|junk dimension for|junk dimension of|junk dimension with|"
     "junk dimension holding|junk dimension containing|junk dimension|junk dim|flags for|flags|"
     "indicator flags"},
    {CueKind::kMilestones,
     "milestones are|milestones|milestone dates for|milestone dates|milestone dates are|stages are|"
     "the stages|stages|with dates for|dates for each of|lifecycle stages"},
    {CueKind::kFacts, "fact tables|fact table|facts|fact"},
    {CueKind::kDimensions, "dimensioned by|dimension tables|dimensions|dimension|dims"},
    {CueKind::kMeasures, "measures|measure|measuring|metrics|metric|kpis|measurements"},
    {CueKind::kAttributes, "with attributes|attributes|with columns"},
    {CueKind::kBy,
     "broken down by|breakdown by|sliced by|slice by|slicing by|grouped by|split by|cut by|by|per|"
     "across|for each|for every"},
    {CueKind::kWith, "with|including|include|includes|containing|using|having"},
    {CueKind::kTrack,
     "we record|we store|we log|we note|we capture|we "
     "measure|track|tracking|tracks|capturing|capture|recording|covering|analyze|analyse|analyzing|"
     "analysing|report on|reporting on|monitor|monitoring|understand|compare|know|see"},
    {CueKind::kDescribes,
     "is described by|are described by|described by|is characterized by|has|have"},
    {CueKind::kBoundary,
     "for|in|on|from|that|which|where|so|to|when|at|we|i|please|should|over time|as a|built|"
     "needed|tracked|is|are|was|were|can|may|must|will|do|does|because|whose|who|while|if|then|"
     "also want|make sure|how many|how much|how long|how"},
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

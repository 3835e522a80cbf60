// Phrases of English that say what a question wants rather than what it is about: "how many", "for
// each", "older than". The table is in cues.cpp, a line a phrase. Pure functions.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string_view>
#include <vector>

#include "dbx/answer/question.h"
#include "dbx/answer/reading.h"

namespace dbx::answer {

enum class Cue {
  kNone,
  kOpener,  // show, list, find, what is: something to be shown follows
  kCount,   // how many, number of
  kAverage,
  kSum,
  kMaximum,  // an aggregate only: maximum
  kMinimum,
  kHighest,  // highest, most: an aggregate or an order
  kLowest,
  kMostCommon,  // by the number of rows
  kLeastCommon,
  kTop,   // the first so many
  kMore,  // more than, above
  kLess,
  kAtLeast,
  kAtMost,
  kBetween,
  kEqual,  // equal to, exactly, is
  kAfter,
  kBefore,
  kOrMore,  // behind a number: or more
  kOrLess,
  kContains,
  kStartsWith,
  kEndsWith,
  kNot,
  kWithout,  // without, no: there is none of it
  kExcept,
  kBoth,
  kAnd,
  kOr,
  kEach,   // for each, per
  kBy,     // grouped by, by
  kOrder,  // sorted by
  kDescending,
  kAscending,
  kDistinct,
  kSeveral,   // multiple: more than one
  kOf,        // of, for, in, from ...
  kRelative,  // who, that, whose, with, where
  kHave,
  kVerb,        // is, are, was: verbs that say nothing
  kPronoun,     // their, its
  kAll,         // all, every: says nothing
  kAnyone,      // any, some, at least one
  kHowMuch,     // how much, how old, how long
  kEverything,  // all information about
  kWho,
  kWhen,
  kWhereabouts,    // where
  kAdjectiveMore,  // older: argument is the noun
  kAdjectiveMost,  // oldest
  kSame,           // the same ... as
  kPeriod,         // month, monthly; where there is a calendar
};

struct CueMatch {
  Cue cue = Cue::kNone;
  std::size_t length = 0;  // in tokens
  std::string_view nouns;  // of an adjective: what it measures, "age birth"
  bool descending = true;  // of an adjective: oldest is the highest age
};

// The phrases at tokens[at], the shortest first.
std::vector<CueMatch> cues_at(const std::vector<Token>& tokens, std::size_t at);

// The most, the first, the oldest of something.
bool is_extreme(Cue cue);
// What a cue compares with; nothing for other cues.
std::optional<Comparator> comparator_of(Cue cue);
// What a cue sums up by; nothing for other cues.
std::optional<Aggregate> aggregate_of(Cue cue);

// Is it a word of any phrase?
bool is_phrase_word(std::string_view lower);
// Calls `visit` for each word of each phrase, in an order of its own.
void each_phrase_word(const std::function<void(std::string_view)>& visit);

// Says nothing about data: "the", "please".
bool is_noise(std::string_view lower);

}  // namespace dbx::answer

// The table of phrases; see cues.h.
#include "dbx/answer/cues.h"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "dbx/base/text.h"

namespace dbx::answer {
namespace {

// Phrases of one meaning, separated by '|'.
constexpr std::pair<Cue, std::string_view> kPhrases[] = {
    {Cue::kOpener,
     "what is|what are|what was|what were|what's|whats|show|show me|list|list out|find|find "
     "out|give|give me|return|tell|tell "
     "me|display|report|provide|get|retrieve|compute|calculate|please|can you|could "
     "you|what|which|select|state|present|let me know|i want to know|want to know|identify|name "
     "the|also|what do|what does|what did|which are|which is|in which|on which|for which|to "
     "which|at which|of which|from which|in what|on what|at what|what kind of|which kind of|what "
     "kinds "
     "of|fetch|output|print|determine|take"},
    {Cue::kCount,
     "how many|number of|count the number of|count of|total number "
     "of|count|the number of|find the "
     "number of|how many different types of|amount of times|number of times|counts|counts of|total "
     "count of|how often|how many times"},
    {Cue::kAverage, "average|mean|avg|averaged|on average|average number of times"},
    {Cue::kSum,
     "total|sum|sum of|total amount of|combined|overall|in total|total sum of|altogether"},
    {Cue::kMaximum, "maximum|max|maximal"},
    {Cue::kMinimum, "minimum|min|minimal"},
    {Cue::kHighest,
     "highest|most|largest|biggest|greatest|maximum number of|the most|top most|topmost|largest "
     "number of|greatest number of|highest number of|most number of|biggest number of|largest "
     "amount of|the highest|the largest|the greatest|largest total number of|most amount of|the "
     "most number of|the largest number of|the highest number of|maximum amount of"},
    {Cue::kLowest,
     "lowest|least|smallest|fewest|minimum number of|the least|the fewest|smallest number "
     "of|lowest number of|least number of|fewest number of|the lowest|the smallest|smallest amount "
     "of|the least number of"},
    {Cue::kMostCommon,
     "most common|most popular|most frequent|most frequently|most commonly|most often|most "
     "commonly used|most frequently used|most prominent|most used|the most common|the most "
     "popular|the most frequent|most famous|majority|the most times|the most number of times|the "
     "greatest number of times|the highest number of times|the largest number of times|most "
     "times|most number of times|"
     "greatest number of times|highest number of times|largest number of times"},
    {Cue::kLeastCommon,
     "least common|least popular|least frequent|least frequently|least often|least "
     "commonly|rarest|the least common|the least popular|least used|least famous|the fewest "
     "times|fewest times|the least number of "
     "times|the fewest number of times|the least times|fewest number of times|least number of "
     "times"},
    {Cue::kTop,
     "top|bottom|best selling|bestselling|top selling|best performing|top performing|worst "
     "selling|worst performing"},
    {Cue::kMore,
     "more than|greater than|larger than|higher than|bigger "
     "than|over|above|exceeding|exceeds|exceed|exceeded|more|greater|higher|larger|in excess "
     "of|beyond|longer than|than more|not less or equal|better than|surpassing|upwards of|heavier "
     "than|bigger|upper than"},
    {Cue::kLess,
     "less than|fewer than|lower than|smaller than|below|under|less|fewer|lower|smaller|shorter "
     "than|worse than|lighter than|beneath"},
    {Cue::kAtLeast,
     "at least|at least as long as|at least as many as|at least as much as|at least as high as|no "
     "less than|no fewer than|not less than|greater than or equal to|more than or "
     "equal to|a minimum of|minimum of|not lower than|no lower than|larger than or equal to|on and "
     "above|not fewer than|no smaller than"},
    {Cue::kAtMost,
     "at most|no more than|not more than|less than or equal to|up to|a maximum of|maximum of|no "
     "larger than|no greater than|not exceeding|no higher than|fewer than or equal to"},
    {Cue::kBetween,
     "between|in between|ranging from|in the range of|ranges from|ranging between|in the range "
     "between"},
    {Cue::kEqual, "equal to|equals|equal|exactly|=|same as|equals to|as"},
    {Cue::kAfter, "after|since|later than|starting from|later"},
    {Cue::kBefore, "before|prior to|earlier than|until|earlier|by the end of"},
    {Cue::kOrMore,
     "or more|or greater|or higher|or above|or over|or older|or larger|and more|and above|or "
     "longer|or later|or after"},
    {Cue::kOrLess,
     "or less|or fewer|or lower|or below|or under|or younger|or smaller|or shorter|or earlier|or "
     "before|and "
     "below|and less"},
    {Cue::kContains,
     "contain|contains|containing|the letter|the letters|contain the letters|include the "
     "word|contain the word|contains the word|contain the "
     "substring|contains the substring|includes|include|including|with the substring|has the "
     "substring|have the substring|contain the letter|contains the letter|containing the "
     "letter|contain the string|containing the word|contains the string|containing the string|the "
     "substring|has the word|have the letter|has the letter|have the word|have the string|have the "
     "phrase|include the letter|contain the phrase|contains the phrase|has substring|like|contain "
     "the text|has the phrase|as the phrase|has letter|have letter|contained|contained the "
     "word|contains "
     "letter|contain letter|with the word|with the letter|with letter|with the phrase|with the "
     "substring|includes "
     "the word|includes the phrase|includes the letter"},
    {Cue::kStartsWith,
     "start with|starts with|starting with|begin with|begins with|beginning with|start with the "
     "letter|starts with the letter|begin with the letter|begins with the letter|starting with the "
     "letter|starting with letter|begins with letter|starts with letter|starting from letter|with "
     "prefix|has prefix|have prefix|with the prefix|started with|starts from|start from|prefixed "
     "by|initial|beginning "
     "with the letter|begins with the character|start with character|started by"},
    {Cue::kEndsWith,
     "end with|ends with|ending with|ends in|end in|ending in|end with the letter|ends with the "
     "letter|with the ending|ends with letter|ending with the letter"},
    {Cue::kNot,
     "not|never|neither|nor|non|isn't|other than|different from|not equal to|outside|outside "
     "of|rather than|apart from|not equal|n't|besides|did not|does not|do not|is not|are not|was "
     "not|were not|have not|has not|had not|have never|has never|had never|not to be|not be"},
    {Cue::kWithout,
     "without|no|not have any|do not have any|does not have any|did not have any|do not have|does "
     "not have|did not have|have no|has no|had no|with no|don't have any|not any|has not any|have "
     "not had any|not have|no longer have|lack|lacking|lacks|without any|do not contain any|does "
     "not contain "
     "any|did not contain any|not contain any"},
    {Cue::kExcept,
     "except|excluding|except for|but not|exclude|and not|but no|but do not|but does not|but did "
     "not"},
    {Cue::kSame, "same|the same"},
    {Cue::kBoth, "both|not only"},
    {Cue::kAnd,
     "and|as well as|along with|together with|and also|&|plus|but also|and then|but|while|as well"},
    {Cue::kOr, "or|and/or|or the|or a"},
    {Cue::kEach,
     "for each|of each|in each|per|for every|each|every|by each|on each|from each|for all the|for "
     "each of the|under each|of every|in every|within each|with each|to each|at each|for "
     "different|of different|with different|in different|by different|playing in different|grouped "
     "by each|belonging to each|across each|for each of"},
    {Cue::kBy,
     "grouped by|group by|by different|broken down by|by|grouped according to|group them "
     "by|grouping by|separated by|grouped by the|based on"},
    {Cue::kOrder,
     "sorted by|ordered by|order by|sort by|in order of|in the order of|sorted in|ordered "
     "in|sorted|ordered|sort|order them by|sort them by|ranked by|rank by|order the results "
     "by|sort the results by|sort the list by|order the|arranged by|sorted by the|sorting "
     "by|ordering by|sort the names by|in order by|sorted according to|ordered according to|sorted "
     "from|ordered from|sort results by|sorted them by|in an order of|order results by|sort the "
     "result by|sort them in|sort them|listed alphabetically by|sorted in the order of|according "
     "to|sort the|order the result by|sort the records by|sort records by"},
    {Cue::kDescending,
     "in descending order|in descending order of|descending order of|descending|in desc "
     "order|desc|from high to low|from highest to lowest|from largest to smallest|in decreasing "
     "order|in decreasing order of|descending order|in reverse alphabetical order|from most to "
     "least|decreasing|in the descending order of|in the descending order|in a descending "
     "order|from most recent to oldest|from the most recent to the oldest|from the newest to the "
     "oldest|starting from the most recent one|starting from the most recent|in reverse "
     "order|descendingly|in reverse alphabetical order "
     "of|in descending alphabetical order|from the most to the least|reverse alphabetical order|in "
     "reversed order|from latest to earliest|in descending lexicographical order|from the oldest "
     "to the youngest|from oldest to youngest|from the highest to the lowest|from the most recent "
     "to the earliest|descending order by|in descending order by|"
     "from greatest to least|from large to small|from biggest to smallest|from old to young"},
    {Cue::kAscending,
     "in ascending order|in ascending order of|ascending order of|ascending|in asc order|asc|from "
     "low to high|from lowest to highest|from smallest to largest|in increasing order|in "
     "increasing order of|ascending order|in alphabetical order|in alphabetical order "
     "of|alphabetically|alphabetically by|alphabetical order|alphabetical order of|increasing|in "
     "the ascending order of|in the ascending order|in an ascending order|in alphabetic order|in "
     "lexicographical order|in lexicographic order|in lexical order|from earliest to latest|in "
     "ascending alphabetical order|ascendingly|in chronological order|in alphabetical ascending "
     "order|from youngest to oldest|from the youngest to the oldest|from the earliest to the most "
     "recent|in lexicographical ascending order|in alphabetic order of|in alphabetical order by|in "
     "the alphabetical order|in the alphabetical order of|lexicographically|in ascending "
     "lexicographical order|in ascending order by|chronological order|in ascending alphabetical "
     "order of|from least to greatest|from least to most|from small to large|from smallest to "
     "biggest|from fewest to most|from a to z"},
    {Cue::kDistinct,
     "different|distinct|unique|various|distinctive|unique number of|different kinds of"},
    {Cue::kSeveral, "multiple|several|more than once|multiple times"},
    {Cue::kOf,
     "of|for|in|from|on|at|to|within|into|among|across|under|amongst|inside|through|via|during|"
     "around|near|belonging to|belong to|belongs to|belonged to|belong in|belongs in|associated "
     "with|out of|about|towards|corresponding to|of the|of "
     "all|of all the|for all|of those|in the|from the|for the|to the|on the|at the|for those|of "
     "any|into the|about the|among the|with regard to|by the|located in|based in|located at|for "
     "any|in all|across all|across all the"},
    {Cue::kRelative,
     "who|that|whose|with|where|when|whom|which|such that|having|so that|if|given|on whom"},
    {Cue::kHave,
     "have|has|had|own|owns|possess|possesses|contains|hold|holds|did have|do have|does have"},
    {Cue::kVerb,
     "is|are|was|were|be|been|do|does|did|being|am|will|would|can|could|should|has been|have "
     "been|had been|there|is there|are there|there are|there is|has ever|have "
     "ever|ever|it|they|he|she|we|you|i|them|there in total|currently|current|has already|have "
     "already"},
    {Cue::kPronoun, "their|its|his|her|these|those|this|whose|respective|corresponding|such"},
    {Cue::kAll, "all|all the|every single|all of|all of the|all different"},
    {Cue::kAnyone, "any|some|at least one|at least a|at least an|one or more|a|an|any of|some of"},
    {Cue::kHowMuch, "how much|how much money|how large|how big"},
    {Cue::kEverything,
     "all information|information|all the information|all info|all details|all the details|all the "
     "info|detailed information|full information|all detailed info|full details|complete "
     "information|the information|everything|all available information|all detailed "
     "information|all known information|all columns|all fields|all attributes|the full details|the "
     "details|details"},
    {Cue::kWho, "who|who is|who are|who was|who were|whom"},
    {Cue::kWhen,
     "when|when did|when was|when were|when is|when do|when does|what time|on what date|on what "
     "dates|on what day"},
    {Cue::kWhereabouts,
     "where|where is|where are|where was|where were|where do|where does|where did"},
};

struct Adjective {
  std::string_view base;  // comparative and superlative follow
  std::string_view more;
  std::string_view most;
  std::string_view nouns;
  bool descending = true;
};

constexpr Adjective kAdjectives[] = {
    {"old", "older", "oldest", "age birth dob founded established year date", true},
    {"young", "younger", "youngest", "age birth dob date", false},
    {"tall", "taller", "tallest", "height", true},
    {"long", "longer", "longest", "length duration time period distance page", true},
    {"short", "shorter", "shortest", "length duration height time distance page", false},
    {"heavy", "heavier", "heaviest", "weight", true},
    {"light", "lighter", "lightest", "weight", false},
    {"fast", "faster", "fastest", "speed time", true},
    {"slow", "slower", "slowest", "speed time", false},
    {"expensive", "more expensive", "most expensive", "price cost rate amount", true},
    {"cheap", "cheaper", "cheapest", "price cost rate amount", false},
    {"cheap", "less expensive", "least expensive", "price cost rate amount", false},
    {"recent", "more recent", "most recent", "date time year", true},
    {"late", "later", "latest", "date time year", true},
    {"new", "newer", "newest", "date time year age", true},
    {"early", "earlier", "earliest", "date time year", false},
    {"rich", "richer", "richest", "money income salary worth balance", true},
    {"populous", "more populous", "most populous", "population", true},
    {"populated", "more populated", "most populated", "population", true},
    {"deep", "deeper", "deepest", "depth", true},
    {"wide", "wider", "widest", "width", true},
    {"hot", "hotter", "hottest", "temperature", true},
    {"cold", "colder", "coldest", "temperature", false},
    {"far", "farther", "farthest", "distance", true},
    {"close", "closer", "closest", "distance", false},
    {"good", "better", "best", "rank score rating grade result point", true},
    {"bad", "worse", "worst", "rank score rating grade result point", false},
    {"valuable", "more valuable", "most valuable", "value price worth", true},
    {"experienced", "more experienced", "most experienced", "experience year", true},
    {"early", "earlier", "first ever", "date time year", false},
    {"senior", "more senior", "most senior", "age year date", true},
};

constexpr std::string_view kHowAdjectives[] = {"old",  "tall",  "long", "heavy", "fast", "far",
                                               "deep", "large", "big",  "wide",  "high"};

struct Table {
  std::unordered_map<std::string, CueMatch> phrases;
  std::unordered_set<std::string> words;
  std::size_t longest = 1;

  void add(std::string phrase, CueMatch match) {
    const auto parts = text::split(phrase, ' ');
    match.length = parts.size();
    for (const std::string_view part : parts) words.emplace(part);
    longest = std::max(longest, match.length);
    phrases.emplace(std::move(phrase), match);
  }
};

const Table& table() {
  static const Table kTable = [] {
    Table result;
    for (const Adjective& adjective : kAdjectives) {
      const auto match = [&](Cue cue) {
        return CueMatch{cue, 0, adjective.nouns, adjective.descending};
      };
      result.add(std::string(adjective.more) + " than", match(Cue::kAdjectiveMore));
      result.add(std::string(adjective.more), match(Cue::kAdjectiveMore));
      result.add(std::string(adjective.most), match(Cue::kAdjectiveMost));
      result.add("the " + std::string(adjective.most), match(Cue::kAdjectiveMost));
      if (adjective.most == "most recent") result.add("most recently", match(Cue::kAdjectiveMost));
      for (const std::string_view how : kHowAdjectives) {
        if (how != adjective.base) continue;
        result.add("how " + std::string(how), match(Cue::kHowMuch));
        result.add("how " + std::string(how) + " is", match(Cue::kHowMuch));
      }
    }
    for (const auto& [cue, list] : kPhrases) {
      for (const std::string_view phrase : text::split(list, '|')) {
        result.add(std::string(phrase), {cue, 0, {}, true});
      }
    }
    return result;
  }();
  return kTable;
}

constexpr std::array kNoise = std::to_array<std::string_view>(
    {"the",  "a",    "an",  "please", "me",    "us",    "of",   "in",     "for",   "is",   "are",
     "was",  "were", "to",  "on",     "at",    "by",    "and",  "or",     "with",  "that", "which",
     "who",  "what", "do",  "does",   "did",   "there", "have", "has",    "had",   "be",   "been",
     "from", "as",   "it",  "its",    "their", "they",  "this", "these",  "those", "all",  "any",
     "each", "than", "so",  "such",   "into",  "out",   "up",   "them",   "whose", "how",  "many",
     "i",    "you",  "one", "also",   "can",   "could", "both", "either", "not",   "no",   "if",
     "but",  "his",  "her", "he",     "she"});

}  // namespace

bool is_extreme(Cue cue) {
  constexpr std::array kExtremes =
      std::to_array({Cue::kHighest, Cue::kLowest, Cue::kMostCommon, Cue::kLeastCommon,
                     Cue::kAdjectiveMost, Cue::kTop});
  return std::find(kExtremes.begin(), kExtremes.end(), cue) != kExtremes.end();
}

std::optional<Comparator> comparator_of(Cue cue) {
  switch (cue) {
    case Cue::kMore:
    case Cue::kAfter:
      return Comparator::kGreater;
    case Cue::kLess:
    case Cue::kBefore:
      return Comparator::kLess;
    case Cue::kAtLeast:
      return Comparator::kGreaterOrEqual;
    case Cue::kAtMost:
      return Comparator::kLessOrEqual;
    case Cue::kBetween:
      return Comparator::kBetween;
    case Cue::kEqual:
      return Comparator::kEqual;
    case Cue::kContains:
    case Cue::kStartsWith:
    case Cue::kEndsWith:
      return Comparator::kLike;
    default:
      return std::nullopt;
  }
}

std::optional<Aggregate> aggregate_of(Cue cue) {
  switch (cue) {
    case Cue::kAverage:
      return Aggregate::kAvg;
    case Cue::kSum:
      return Aggregate::kSum;
    case Cue::kMaximum:
      return Aggregate::kMax;
    case Cue::kMinimum:
      return Aggregate::kMin;
    default:
      return std::nullopt;
  }
}

std::vector<CueMatch> cues_at(const std::vector<Token>& tokens, std::size_t at) {
  std::vector<CueMatch> matches;
  std::string phrase;
  for (std::size_t length = 1; length <= table().longest && at + length <= tokens.size();
       ++length) {
    const Token& token = tokens[at + length - 1];
    if (token.kind == Token::Kind::kQuoted || token.kind == Token::Kind::kComma ||
        token.kind == Token::Kind::kStop) {
      break;
    }
    if (length > 1) phrase += ' ';
    phrase += token.lower;
    const auto found = table().phrases.find(phrase);
    if (found == table().phrases.end()) continue;
    const CueMatch& match = found->second;
    // "or less than 5" is no "or less", nor is "or after 1961".
    if ((match.cue == Cue::kOrMore || match.cue == Cue::kOrLess) && at + length < tokens.size()) {
      const Token& next = tokens[at + length];
      if (next.lower == "than" || next.kind == Token::Kind::kNumber ||
          next.kind == Token::Kind::kQuoted) {
        continue;
      }
    }
    matches.push_back(match);
  }
  return matches;
}

bool is_phrase_word(std::string_view lower) { return table().words.contains(std::string(lower)); }

void each_phrase_word(const std::function<void(std::string_view)>& visit) {
  for (const std::string& word : table().words) visit(word);
}

bool is_noise(std::string_view lower) {
  return std::find(kNoise.begin(), kNoise.end(), lower) != kNoise.end();
}

}  // namespace dbx::answer

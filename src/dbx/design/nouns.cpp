// Nouns and their kinds; see nouns.h.
#include "dbx/design/nouns.h"

#include <algorithm>
#include <array>

#include "dbx/design/clauses.h"
#include "dbx/design/match.h"

namespace dbx::design {
namespace {

constexpr std::size_t kRunWordsMax = 3;

constexpr auto kEachWords =
    std::to_array<std::string_view>({"each", "every", "record", "records", "log", "logs", "track",
                                     "tracking", "per", "register", "recording", "capture", "all"});

// "each visit", "a run": a word that is mostly a verb is a noun behind these.
bool stands_before_noun(const Token& token) {
  static constexpr auto kWords = std::to_array<std::string_view>(
      {"a", "an", "the", "each", "every", "per", "of", "one", "any", "all", "this", "their"});
  return contains(kWords, token.text);
}

// A word of a noun phrase: a noun, an adjective before one, or a word the lexicon does not have.
bool belongs_to_run(const std::vector<Token>& tokens, std::size_t at) {
  const Token& token = tokens[at];
  if (token.kind != Token::Kind::kWord || is_filler(token.text) || is_filler(token.lemma)) {
    return false;
  }
  const english::Word word = english::look_up(token.lemma);
  if (word.is_noun() && word.is_mostly_verb) {
    const bool after_noun = at > 0 && tokens[at - 1].kind == Token::Kind::kWord &&
                            english::look_up(tokens[at - 1].lemma).is_noun();
    if (token.text == token.lemma) return at > 0 && stands_before_noun(tokens[at - 1]);
    if (after_noun && at + 1 < tokens.size() && !is_filler(tokens[at + 1].text) &&
        english::look_up(tokens[at + 1].lemma).is_noun()) {
      return false;  // "a railway moves wagons"
    }
  }
  if (word.is_noun()) return true;
  if (word.is_adverb && !word.is_adjective) return false;
  return word.is_adjective || english::verb_of(token.text).empty();
}

double score(const Knowledge& knowledge, const std::vector<Token>& tokens, const NounRun& run) {
  using english::NounClass;
  double result = -0.05 * static_cast<double>(run.begin);
  const NounClass noun = run.head.noun;
  if (noun == NounClass::kAct || noun == NounClass::kEvent) {
    result += 3;
  } else if (run.head.may_happen) {
    result += 2;
  }
  if (is_place(noun) || noun == NounClass::kOrganization) result -= 2;
  if (noun == NounClass::kPerson) result -= 1.5;
  if (is_plural(run.item.words.back())) result += 1;
  if (run.begin > 0) {
    const std::string& before = tokens[run.begin - 1].text;
    if (contains(kEachWords, before)) result += 2;
    const bool is_counted = before == "many" || (before == "of" && run.begin > 1 &&
                                                 tokens[run.begin - 2].text == "number");
    if (is_counted) {
      result += 4;
    } else if (before == "of" || before == "by" || before == "with") {
      result -= 1;
    }
  }
  if (match_dimension(knowledge, run.item.phrase()) != nullptr) result -= 1.5;
  if (meaning_of(knowledge.measure_words, run.item.phrase()) != nullptr) result -= 1;
  return result;
}

}  // namespace

std::vector<NounRun> noun_runs(const std::vector<Token>& tokens) {
  std::vector<NounRun> runs;
  for (std::size_t at = 0; at < tokens.size();) {
    NounRun run;
    run.begin = at;
    while (at < tokens.size() && belongs_to_run(tokens, at)) run.item.words.push_back(tokens[at++]);
    run.end = at;
    // An adjective or a participle at the end is of no noun.
    while (!run.item.words.empty() && !english::look_up(run.item.words.back().lemma).is_noun() &&
           english::look_up(run.item.words.back().lemma).is_known()) {
      run.item.words.pop_back();
      --run.end;
    }
    if (run.item.words.empty()) {
      ++at;
      continue;
    }
    auto& words = run.item.words;
    if (words.size() > kRunWordsMax) {
      words.erase(words.begin(), words.end() - static_cast<std::ptrdiff_t>(kRunWordsMax));
      run.begin = run.end - kRunWordsMax;
    }
    run.head = english::look_up(words.back().lemma);
    runs.push_back(std::move(run));
  }
  return runs;
}

const NounRun* find_event(const Knowledge& knowledge, const std::vector<Token>& tokens,
                          const std::vector<NounRun>& runs, double& best_score) {
  const NounRun* best = nullptr;
  best_score = 0;
  for (const NounRun& run : runs) {
    if (!run.head.is_noun()) continue;
    const double value = score(knowledge, tokens, run);
    if (best == nullptr || value > best_score) {
      best = &run;
      best_score = value;
    }
  }
  return best;
}

namespace {

// "inspect" -> "inspection", "deliver" -> "delivery", "borrow" -> "borrowing".
std::string noun_of(std::string_view verb) {
  const std::string base(verb);
  const std::string stem = base.ends_with('e') ? base.substr(0, base.size() - 1) : base;
  const std::string candidates[] = {stem + "ion", stem + "ation", base + "ment", stem + "al",
                                    base + "y",   stem + "ance",  base,          stem + "ing"};
  for (const std::string& candidate : candidates) {
    if (english::look_up(candidate).may_happen) return candidate;
  }
  return stem + "ing";
}

bool is_be(const Token& token) {
  static constexpr auto kForms =
      std::to_array<std::string_view>({"is", "are", "was", "were", "be", "been", "get", "gets"});
  return contains(kForms, token.text);
}

// Verbs that say nothing of what happens.
bool is_empty_verb(std::string_view verb) {
  static constexpr auto kVerbs = std::to_array<std::string_view>(
      {"have",    "be",     "do",    "run",    "want",  "need", "know", "own",
       "operate", "manage", "keep",  "use",    "like",  "see",  "make", "get",
       "include", "offer",  "track", "record", "store", "work"});
  return contains(kVerbs, verb);
}

}  // namespace

std::vector<Token> event_of_sentence(const std::vector<Token>& tokens) {
  const auto noun_at = [&](std::size_t at) {
    return at < tokens.size() && tokens[at].kind == Token::Kind::kWord &&
           !is_filler(tokens[at].text) && english::look_up(tokens[at].lemma).is_noun();
  };
  const auto event = [](const Token& what, std::string_view verb) {
    const std::string noun = noun_of(verb);
    return std::vector<Token>{{Token::Kind::kWord, what.lemma, what.lemma, false},
                              {Token::Kind::kWord, noun, noun, false}};
  };
  for (std::size_t i = 1; i + 1 < tokens.size(); ++i) {
    if (tokens[i].kind != Token::Kind::kWord) continue;
    if (is_be(tokens[i]) && noun_at(i - 1) && is_participle(tokens[i + 1].text)) {
      const std::string_view verb = english::verb_of(tokens[i + 1].text);
      if (!is_empty_verb(verb)) return event(tokens[i - 1], verb);
    }
    const std::string_view verb = english::verb_of(tokens[i].text);
    const bool is_active = !verb.empty() && verb == tokens[i].text && noun_at(i - 1) &&
                           is_plural(tokens[i - 1]) && !is_empty_verb(verb);
    if (!is_active) continue;
    for (std::size_t k = i + 1; k < std::min(i + 4, tokens.size()); ++k) {
      if (noun_at(k)) return event(tokens[k], verb);
    }
  }
  return {};
}

bool is_place(english::NounClass noun) {
  return noun == english::NounClass::kBuilding || noun == english::NounClass::kLocation;
}

std::string_view kind_of(english::NounClass noun) {
  switch (noun) {
    case english::NounClass::kPerson:
      return "person";
    case english::NounClass::kAnimal:
      return "animal";
    case english::NounClass::kBuilding:
    case english::NounClass::kLocation:
      return "place";
    case english::NounClass::kOrganization:
      return "organization";
    case english::NounClass::kArtifact:
      return "equipment";
    case english::NounClass::kFood:
    case english::NounClass::kPlant:
    case english::NounClass::kSubstance:
      return "goods";
    default:
      return {};
  }
}

}  // namespace dbx::design

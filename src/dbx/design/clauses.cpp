// Told or wished for; see clauses.h.
#include "dbx/design/clauses.h"

#include <algorithm>
#include <array>

#include "dbx/english/lexicon.h"

namespace dbx::design {
namespace {

constexpr std::size_t kWordsMin = 5;  // of a sentence that tells

constexpr std::array kFiniteWords = std::to_array<std::string_view>(
    {"we",   "they", "he",   "she",  "it",   "i",    "you",  "who", "is",
     "are",  "was",  "were", "has",  "have", "had",  "can",  "may", "might",
     "must", "do",   "does", "will", "be",   "been", "gets", "get"});
constexpr std::array kWishVerbs = std::to_array<std::string_view>(
    {"analyze",   "analyse",    "analyzing", "analysing", "report",    "reporting",  "understand",
     "monitor",   "monitoring", "compare",   "comparing", "see",       "know",       "measure",
     "measuring", "track",      "tracking",  "study",     "explore",   "slice",      "examine",
     "evaluate",  "interested", "view",      "want",      "wants",     "need",       "needs",
     "like",      "wish",       "capture",   "model",     "dashboard", "dashboards", "reports",
     "show",      "shows",      "breakdown", "look"});
// Words that only a wish has: the sentence is none that tells, however it is built.
constexpr std::array kWishWords = std::to_array<std::string_view>(
    {"dimension", "dimensions", "measure", "measures", "metric", "metrics", "fact", "facts",
     "grain", "schema", "dims", "kpis", "row", "snapshot"});

bool ends_sentence(const Token& token) {
  return token.kind == Token::Kind::kStop || token.kind == Token::Kind::kBullet;
}

// "members borrow books", "guests book rooms": a noun, then a word that may be its verb.
bool has_verb_after_noun(const std::vector<Token>& tokens, std::size_t begin, std::size_t end) {
  for (std::size_t i = begin + 1; i + 1 < end; ++i) {
    if (tokens[i].kind != Token::Kind::kWord || tokens[i - 1].kind != Token::Kind::kWord) continue;
    const english::Word subject = english::look_up(tokens[i - 1].lemma);
    const std::string_view verb = english::verb_of(tokens[i].text);
    if (!subject.is_noun() || verb.empty()) continue;
    const bool is_plural = design::is_plural(tokens[i - 1]);
    const english::Word word = english::look_up(tokens[i].text);
    const bool inflected = tokens[i].text != verb && !word.is_noun();
    if (word.is_mostly_verb || (is_plural && word.is_verb && !tokens[i].text.ends_with('s'))) {
      return true;
    }
    // "a vet sees a pet": a third person before an article.
    if (inflected && tokens[i].text.ends_with('s') && tokens[i].lemma == verb && i + 1 < end &&
        (tokens[i + 1].text == "a" || tokens[i + 1].text == "the" || tokens[i + 1].text == "an" ||
         tokens[i + 1].text == "one")) {
      return true;
    }
  }
  return false;
}

bool tells(const std::vector<Token>& tokens, std::size_t begin, std::size_t end) {
  std::size_t words = 0;
  bool finite = false;
  for (std::size_t i = begin; i < end; ++i) {
    if (tokens[i].kind != Token::Kind::kWord) continue;
    ++words;
    if (contains(kWishWords, tokens[i].text)) return false;
    finite |= contains(kFiniteWords, tokens[i].text);
  }
  if (words < kWordsMin) return false;
  return finite || has_verb_after_noun(tokens, begin, end);
}

}  // namespace

bool is_wish_verb(std::string_view word) { return contains(kWishVerbs, word); }

bool is_participle(std::string_view word) {
  if (word == "grouped" || word == "sliced" || word == "split" || word == "broken") return false;
  const std::string_view verb = english::verb_of(word);
  if (verb.empty() || verb == word) return false;
  return word.ends_with("ed") || !english::irregular_base(word).empty();
}

std::vector<bool> told(const std::vector<Token>& tokens) {
  std::vector<bool> result(tokens.size(), false);
  for (std::size_t begin = 0; begin < tokens.size();) {
    std::size_t end = begin;
    while (end < tokens.size() && !ends_sentence(tokens[end])) ++end;
    if (tells(tokens, begin, end)) {
      std::size_t i = begin;
      for (; i < end && !is_wish_verb(tokens[i].text); ++i) result[i] = true;
    }
    begin = end + 1;
  }
  return result;
}

}  // namespace dbx::design

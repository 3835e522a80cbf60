// The table of phrases and how they are taken out; see frame.h.
#include "dbx/answer/frame.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>

#include "dbx/answer/periods.h"
#include "dbx/base/text.h"

namespace dbx::answer {
namespace {

// Words of a phrase: "a|b" either, "a?" may be missing, "_" a period such as month. The phrase
// gives way to `within`, where _ is that period. Short ones are looked for over stars only:
// elsewhere they are mostly what a column is called.
struct Phrase {
  Shape shape;
  std::string_view words;
  std::string_view within;
  bool of_star = false;
};

// Longer ones first.
constexpr Phrase kPhrases[] = {
    {Shape::kShare, "as a? percentage|percent|share|proportion|fraction of the? total|whole", ""},
    {Shape::kShare, "expressed? as percentages|percentage|percent|shares", ""},
    {Shape::kShare,
     "what? is? the? percentage|percent|share|proportion|fraction breakdown|split|distribution of?",
     ""},
    {Shape::kShare, "what|which percentage|percent|share|proportion|fraction|% of the? total? all?",
     ""},
    {Shape::kShare, "what? is? the? percentage|percent|share|proportion|fraction|% of", "", true},
    {Shape::kShare, "how much of the? total?", "", true},
    {Shape::kShare, "what? is? the? contribution of|from each|every", "each", true},
    {Shape::kShare, "what? is? the? contribution of|from|by", "", true},
    {Shape::kShare, "shares|percentages of", "", true},
    {Shape::kShare, "'s? percentage|percent|share|contribution|% of|to", "", true},
    {Shape::kShare, "percentage|percent|share|contribution|%", "", true},
    {Shape::kRatio, "what? is? the? ratio of|between", ""},
    {Shape::kRatio, "ratio", "", true},
    {Shape::kDifference, "what? is? the? difference between", "", true},
    {Shape::kDifference, "minus", "and", true},
    {Shape::kRunning, "what? is? the? running|cumulative|cumulated|accumulated total|sum of?",
     "total"},
    {Shape::kRunning, "running|cumulative|cumulated|accumulated", "total", true},
    {Shape::kRunning, "cumulatively", "", true},
    {Shape::kChange,
     "and? how? it? compared|compares|compare|versus|vs|against|over|relative with|to? the? "
     "previous|prior|preceding|last _",
     "", true},
    {Shape::kChange, "compared|versus|vs|against with|to? the? _ before", "", true},
    {Shape::kChange, "and? the? change from|over|since|to the? previous|prior|preceding|last _", "",
     true},
    {Shape::kChange, "_ over|on|by _ growth|change|changes|increase of|in?", "by _ ,", true},
    {Shape::kChange, "_ over|on _", "by _ ,", true},
    {Shape::kChange, "from _ to _", "by _", true},
    {Shape::kChange, "what? is? the? _ growth|change|changes of|in", "by _ ,", true},
    {Shape::kChange, "what? is? the? growth|change|changes rate? of|in", "", true},
    {Shape::kChange, "how did|does|do the?", "", true},
    {Shape::kPlain, "over time", "by month", true},
    {Shape::kChange, "growth|growing", "", true},
};

constexpr std::string_view kCarriers[] = {"share",  "percentage", "percent",   "ratio",
                                          "growth", "change",     "proportion"};

struct Match {
  std::size_t end = 0;
  std::string_view period;  // as a noun
};

std::string_view noun_of(Period period) {
  constexpr std::string_view kNouns[] = {"day", "week", "month", "quarter", "year"};
  return kNouns[static_cast<std::size_t>(period)];
}

bool is_one_of(std::string_view words, std::string_view word) {
  const auto parts = text::split(words, '|');
  return std::find(parts.begin(), parts.end(), word) != parts.end();
}

std::optional<Match> match(const std::vector<Token>& tokens, std::size_t at,
                           std::string_view phrase) {
  Match result{at, {}};
  for (std::string_view part : text::split(phrase, ' ')) {
    const bool optional = part.ends_with('?');
    if (optional) part.remove_suffix(1);
    const bool there = result.end < tokens.size();
    if (part == "_") {
      const auto period = there ? period_of(tokens[result.end].lower) : std::nullopt;
      if (!period) return std::nullopt;
      if (!result.period.empty() && result.period != noun_of(*period)) return std::nullopt;
      result.period = noun_of(*period);
      ++result.end;
    } else if (there && is_one_of(part, tokens[result.end].lower)) {
      ++result.end;
    } else if (!optional) {
      return std::nullopt;
    }
  }
  return result;
}

// Is the word of the phrase part of a column's name, together with the word before or behind it?
bool is_name(const std::vector<Token>& tokens, const Match& found, std::size_t at,
             const Model& model) {
  std::vector<std::string_view> beside;
  if (at > 0) beside.push_back(tokens[at - 1].lemma);
  if (found.end < tokens.size()) beside.push_back(tokens[found.end].lemma);
  for (std::size_t i = at; i < found.end; ++i) {
    const std::string& word = tokens[i].lemma;
    if (std::find(std::begin(kCarriers), std::end(kCarriers), word) == std::end(kCarriers)) {
      continue;
    }
    for (const TableModel& table : model.tables) {
      for (const ColumnModel& column : table.columns) {
        const auto has = [&](std::string_view lemma) { return has_word(column.words, lemma); };
        if (has(word) &&
            (column.words.size() == 1 || std::any_of(beside.begin(), beside.end(), has))) {
          return true;
        }
      }
    }
  }
  return false;
}

// "month-over-month" as three words.
std::vector<Token> split_hyphens(std::vector<Token> tokens) {
  std::vector<Token> result;
  for (Token& token : tokens) {
    const bool over = token.lower.find("-over-") != std::string::npos ||
                      token.lower.find("-on-") != std::string::npos ||
                      token.lower.find("-to-date") != std::string::npos;
    if (!over) {
      result.push_back(std::move(token));
      continue;
    }
    for (Token& part : tokenize(text::replace_all(token.lower, "-", " "))) {
      part.offset = token.offset;
      result.push_back(std::move(part));
    }
  }
  return result;
}

void replace(std::vector<Token>& tokens, std::size_t at, const Match& found,
             std::string_view within) {
  const std::size_t offset = tokens[at].offset;
  std::vector<Token> made =
      tokenize(text::replace_all(std::string(within), "_", std::string(found.period)));
  for (Token& token : made) token.offset = offset;
  const auto begin = tokens.begin() + static_cast<std::ptrdiff_t>(at);
  const auto rest = tokens.erase(begin, tokens.begin() + static_cast<std::ptrdiff_t>(found.end));
  tokens.insert(rest, std::make_move_iterator(made.begin()), std::make_move_iterator(made.end()));
}

// "ratio of A to B", "A divided by B": A and B.
void join_operands(std::vector<Token>& tokens, std::size_t from) {
  for (std::size_t i = from; i < tokens.size(); ++i) {
    if (tokens[i].lower != "to" && tokens[i].lower != "and" && tokens[i].lower != "over") continue;
    replace(tokens, i, {i + 1, {}}, "and");
    return;
  }
}

}  // namespace

Frame peel(std::vector<Token> tokens, const Model& model) {
  Frame frame;
  frame.tokens = split_hyphens(std::move(tokens));
  std::vector<Token>& held = frame.tokens;
  const bool star = model.is_star();
  for (const Phrase& phrase : kPhrases) {
    if (phrase.of_star && !star) continue;
    const bool other = phrase.shape != Shape::kPlain && phrase.shape != frame.shape;
    const bool again = phrase.shape == frame.shape && phrase.shape != Shape::kPlain;
    if ((other && frame.shape != Shape::kPlain) || (again && phrase.shape != Shape::kChange)) {
      continue;
    }
    for (std::size_t at = 0; at < held.size(); ++at) {
      const auto found = match(held, at, phrase.words);
      if (!found || found->end == at || is_name(held, *found, at, model)) continue;
      replace(held, at, *found, phrase.within);
      if (phrase.shape != Shape::kPlain) frame.shape = phrase.shape;
      if (phrase.shape == Shape::kRatio) join_operands(held, phrase.words == "ratio" ? 0 : at);
      break;
    }
  }
  for (std::size_t i = 0; star && i + 1 < held.size() && frame.shape == Shape::kPlain; ++i) {
    if (held[i].lower != "divided" || held[i + 1].lower != "by") continue;
    replace(held, i, {i + 2, {}}, "and");
    frame.shape = Shape::kRatio;
  }
  return frame;
}

}  // namespace dbx::answer

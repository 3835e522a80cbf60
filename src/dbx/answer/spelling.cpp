// See spelling.h.
#include "dbx/answer/spelling.h"

#include <algorithm>
#include <cstdlib>
#include <optional>
#include <string_view>

#include "dbx/answer/cues.h"
#include "dbx/answer/periods.h"
#include "dbx/base/text.h"
#include "dbx/english/lexicon.h"

namespace dbx::answer {
namespace {

constexpr std::size_t kLettersMin = 4;  // shorter ones are near to too many
constexpr std::size_t kLong = 8;        // from here on two slips may be made

std::size_t slips_of(std::string_view word) { return word.size() >= kLong ? 2 : 1; }

// The best so far: fewest slips, then the first by its letters.
struct Nearest {
  std::string_view word;
  std::size_t most = 0;
  std::string best;
  std::size_t slips = 0;

  void look(std::string_view candidate) {
    if (candidate.size() < kLettersMin || candidate[0] != word[0]) return;
    const std::size_t longer = std::max(candidate.size(), word.size());
    if (longer - std::min(candidate.size(), word.size()) > most) return;
    const std::size_t made = text::edit_distance(word, candidate);
    if (made == 0 || made > most) return;
    if (!best.empty() && (made > slips || (made == slips && candidate >= best))) return;
    best = std::string(candidate);
    slips = made;
  }
};

template <class Look>
void each_name(const Model& model, Look look) {
  const auto words = [&](const NameWords& names) {
    for (const NameWord& name : names) look(name.lemma);
  };
  for (const TableModel& table : model.tables) {
    words(table.words);
    for (const NameWords& names : table.synonyms) words(names);
    for (const ColumnModel& column : table.columns) {
      words(column.words);
      for (const NameWords& names : column.synonyms) words(names);
    }
  }
}

bool is_known(const Token& token, const Model& model, const ValueIndex& values) {
  if (is_noise(token.lower) || is_phrase_word(token.lower) || period_of(token.lower)) return true;
  if (!token.verb.empty() || english::look_up(token.lemma).is_known()) return true;
  if (values.has_word(token.lower) || values.has_word(token.lemma)) return true;
  bool named = false;
  each_name(model, [&](const std::string& name) {
    named = named || name == token.lemma || name == token.lower ||
            (name.size() >= kLettersMin && token.lemma.starts_with(name)) ||
            name.starts_with(token.lemma);
  });
  return named;
}

}  // namespace

std::vector<Correction> correct(std::vector<Token>& tokens, const Model& model,
                                const ValueIndex& values) {
  std::vector<Correction> made;
  for (Token& token : tokens) {
    const bool letters = std::all_of(token.lower.begin(), token.lower.end(),
                                     [](char c) { return c >= 'a' && c <= 'z'; });
    if (!token.is_word() || !letters || token.lower.size() < kLettersMin ||
        is_known(token, model, values)) {
      continue;
    }
    const std::string written = token.lower;
    const std::string& singular = token.lemma;
    Nearest nearest{written, slips_of(written), {}, 0};
    Nearest of_lemma{singular, slips_of(singular), {}, 0};
    each_name(model, [&](const std::string& name) {
      nearest.look(name);
      of_lemma.look(name);
    });
    each_phrase_word([&](std::string_view word) { nearest.look(word); });
    if (const auto value = values.nearest(written, slips_of(written))) nearest.look(*value);
    const Nearest& best =
        of_lemma.best.empty() || (!nearest.best.empty() && nearest.slips <= of_lemma.slips)
            ? nearest
            : of_lemma;
    if (best.best.empty()) continue;
    made.push_back({token.text, best.best});
    const std::size_t offset = token.offset;
    std::vector<Token> read = tokenize(best.best);
    if (read.size() != 1) continue;
    token = std::move(read[0]);
    token.offset = offset;
  }
  return made;
}

}  // namespace dbx::answer

// Longest-match tiling of the subject by process names, then word vectors; see select_process.h.
#include "dbx/design/select_process.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "dbx/design/match.h"

namespace dbx::design {
namespace {

constexpr double kCoverageMin =
    0.55;  // share of the subject's words a process must know, by weight
constexpr double kNameWeight = 3;
constexpr double kSynonymWeight = 2;
constexpr double kMeasureWeight = 1;
constexpr double kOtherWeight = 0.5;

// A process phrase found in the subject.
struct Tile {
  std::size_t process;
  std::size_t phrase;  // 0: its name
  std::size_t begin;
  std::size_t length;  // in words of the subject
  std::size_t words;   // in words of the phrase; more than length where "and" shares a word
};

class Selector {
 public:
  Selector(const Knowledge& knowledge, const Wishes& wishes)
      : knowledge_(knowledge), wishes_(wishes) {
    for (const Token& token : wishes.subject) {
      const bool is_word = token.kind == Token::Kind::kWord;
      if (is_word && (token.text == "a" || token.text == "an" || token.text == "the")) continue;
      subject_.push_back(token);
    }
    weigh_vocabulary();
  }

  Selection run() {
    tile_subject();
    add_listed_processes();
    rank_by_words();
    sort_words();
    return std::move(selection_);
  }

 private:
  bool matches(std::size_t at, const Phrase& words, std::size_t count) const {
    if (at + count > subject_.size()) return false;
    for (std::size_t i = 0; i < count; ++i) {
      if (subject_[at + i].lemma != words[i]) return false;
    }
    return true;
  }

  std::vector<Tile> find_tiles() const {
    std::vector<Tile> tiles;
    for (std::size_t p = 0; p < knowledge_.processes.size(); ++p) {
      const auto& phrases = knowledge_.processes[p].phrases;
      for (std::size_t k = 0; k < phrases.size(); ++k) {
        const Phrase& words = phrases[k];
        for (std::size_t at = 0; at < subject_.size(); ++at) {
          if (matches(at, words, words.size())) {
            tiles.push_back({p, k, at, words.size(), words.size()});
          } else if (words.size() > 1 && at + words.size() < subject_.size() &&
                     matches(at, words, words.size() - 1) &&
                     subject_[at + words.size()].text == "and" &&
                     at + words.size() + 1 < subject_.size() &&
                     subject_[at + words.size() + 1].lemma == words.back()) {
            tiles.push_back(
                {p, k, at + words.size() + 1, 1, words.size()});  // "loan risk and payments"
          }
        }
      }
    }
    std::stable_sort(tiles.begin(), tiles.end(), [](const Tile& a, const Tile& b) {
      if (a.words != b.words) return a.words > b.words;
      return (a.phrase == 0) > (b.phrase == 0);
    });
    return tiles;
  }

  std::size_t clause_of(std::size_t at) const {
    return static_cast<std::size_t>(
        std::count_if(subject_.begin(), subject_.begin() + static_cast<std::ptrdiff_t>(at),
                      [](const Token& token) { return token.kind == Token::Kind::kStop; }));
  }

  // A single word is a process only in the clause of the first match, and only where no longer
  // match speaks of the same thing.
  bool is_echo(const Tile& tile, const std::vector<Tile>& taken) const {
    if (tile.words > 1 || taken.empty()) return false;
    if (clause_of(tile.begin) != clause_of(taken[0].begin)) return true;
    return std::any_of(taken.begin(), taken.end(), [&](const Tile& other) {
      const Phrase& words = knowledge_.processes[other.process].phrases[other.phrase];
      return std::find(words.begin(), words.end(), subject_[tile.begin].lemma) != words.end();
    });
  }

  void tile_subject() {
    std::vector<bool> used(subject_.size(), false);
    std::vector<Tile> taken;
    for (const Tile& tile : find_tiles()) {
      const auto first = used.begin() + static_cast<std::ptrdiff_t>(tile.begin);
      const auto last = first + static_cast<std::ptrdiff_t>(tile.length);
      if (std::find(first, last, true) != last || is_echo(tile, taken)) continue;
      std::fill(first, last, true);
      taken.push_back(tile);
    }
    std::stable_sort(taken.begin(), taken.end(),
                     [](const Tile& a, const Tile& b) { return a.begin < b.begin; });
    for (const Tile& tile : taken) {
      const Process& process = knowledge_.processes[tile.process];
      const double confidence = tile.phrase == 0 ? 0.95 : tile.words > 1 ? 0.9 : 0.75;
      choose(process, confidence,
             tile.phrase == 0 ? std::string("named")
                              : fmt::format("by '{}'", process.synonyms[tile.phrase - 1]));
    }
  }

  void choose(const Process& process, double confidence, std::string because) {
    for (Choice& choice : selection_.chosen) {
      if (choice.process == &process) {
        choice.confidence = std::max(choice.confidence, confidence);
        return;
      }
    }
    selection_.chosen.push_back({&process, confidence, std::move(because)});
  }

  // "a shop with orders, customers and products": a process in a list without a head.
  void add_listed_processes() {
    for (const Items& list : wishes_.mixed) {
      for (const Item& item : list) {
        Phrase words = item.phrase();
        words.erase(std::find(words.begin(), words.end(), "of"),
                    words.end());  // "inventory of ..."
        if (match_dimension(knowledge_, words) != nullptr) continue;
        if (is_measure_of_chosen(words)) continue;
        for (const Process& process : knowledge_.processes) {
          const auto& phrases = process.phrases;
          if (std::find(phrases.begin(), phrases.end(), words) == phrases.end()) continue;
          choose(process, 0.75, fmt::format("by '{}'", item.text()));
        }
      }
    }
  }

  bool is_measure_of_chosen(const Phrase& words) const {
    return std::any_of(selection_.chosen.begin(), selection_.chosen.end(), [&](const Choice& c) {
      return match_column(c.process->measures, words) != nullptr;
    });
  }

  void weigh(std::size_t process, std::string_view text, double weight) {
    for (const std::string& word : phrase(text)) {
      double& held = weights_[word][process];
      held = std::max(held, weight);
    }
  }

  void weigh_vocabulary() {
    for (std::size_t p = 0; p < knowledge_.processes.size(); ++p) {
      const Process& process = knowledge_.processes[p];
      weigh(p, process.name, kNameWeight);
      for (const auto& synonym : process.synonyms) weigh(p, synonym, kSynonymWeight);
      for (const auto& industry : process.industries) weigh(p, industry, kSynonymWeight);
      for (const auto& measure : process.measures) {
        weigh(p, measure.name, kMeasureWeight);
        for (const auto& synonym : measure.synonyms) weigh(p, synonym, kMeasureWeight);
      }
      for (const auto& column : process.columns) weigh(p, column.name, kOtherWeight);
      for (const auto& use : process.dimensions) weigh_dimension(p, use.dimension);
      for (const auto& dimension : process.optional_dimensions) weigh_dimension(p, dimension);
      for (const auto& question : process.questions) weigh(p, question, kOtherWeight);
      weigh(p, process.description, kOtherWeight);
    }
  }

  void weigh_dimension(std::size_t process, std::string_view name) {
    const DimensionArchetype* dimension = knowledge_.dimension(name);
    weigh(process, name, kOtherWeight);
    if (dimension == nullptr) return;
    for (const std::string& synonym : dimension->synonyms) weigh(process, synonym, kOtherWeight);
  }

  // Rare words tell more; unknown words count as the rarest.
  double rarity(const std::string& word) const {
    const auto found = weights_.find(word);
    const double holders = found == weights_.end() ? 0 : static_cast<double>(found->second.size());
    return std::log((static_cast<double>(knowledge_.processes.size()) + 1) / (holders + 1)) + 0.1;
  }

  std::vector<std::string> content_words() const {
    std::vector<std::string> words;
    for (const Token& token : subject_) {
      if (token.kind != Token::Kind::kWord || is_filler(token.text) || is_filler(token.lemma)) {
        continue;
      }
      if (std::find(words.begin(), words.end(), token.lemma) == words.end()) {
        words.push_back(token.lemma);
      }
    }
    return words;
  }

  void rank_by_words() {
    const std::vector<std::string> words = content_words();
    std::vector<std::pair<double, std::size_t>> ranked;
    std::vector<double> coverage(knowledge_.processes.size(), 0);
    std::vector<bool> is_named(knowledge_.processes.size(), false);
    double all = 0;
    for (const std::string& word : words) all += rarity(word);
    for (std::size_t p = 0; p < knowledge_.processes.size(); ++p) {
      double score = 0;
      for (const std::string& word : words) {
        const auto held = weights_.find(word);
        if (held == weights_.end() || !held->second.contains(p)) continue;
        const double weight = held->second.at(p);
        score += weight * rarity(word);
        coverage[p] += rarity(word);
        if (weight >= kSynonymWeight) is_named[p] = true;
      }
      if (score > 0) ranked.emplace_back(score, p);
    }
    std::stable_sort(ranked.begin(), ranked.end(),
                     [](const auto& a, const auto& b) { return a.first > b.first; });
    for (std::size_t i = 0; i < ranked.size() && i < 3; ++i) {
      selection_.nearest.push_back({&knowledge_.processes[ranked[i].second], 0, ""});
    }
    if (!selection_.chosen.empty() || ranked.empty()) return;
    const std::size_t best = ranked[0].second;
    if (!is_named[best] || coverage[best] / all < kCoverageMin) return;
    choose(knowledge_.processes[best], 0.5 + 0.2 * coverage[best] / all, "by its words");
  }

  void sort_words() {
    std::set<std::string> seen;
    for (const Token& token : subject_) {
      if (token.kind != Token::Kind::kWord || is_filler(token.text) || is_filler(token.lemma) ||
          !seen.insert(token.text).second) {
        continue;
      }
      const auto held = weights_.find(token.lemma);
      const bool known =
          held != weights_.end() && (selection_.chosen.empty() || is_of_chosen(held->second));
      (known ? selection_.known_words : selection_.unknown_words).push_back(token.text);
    }
  }

  bool is_of_chosen(const std::map<std::size_t, double>& holders) const {
    return std::any_of(selection_.chosen.begin(), selection_.chosen.end(), [&](const Choice& c) {
      return holders.contains(static_cast<std::size_t>(c.process - knowledge_.processes.data()));
    });
  }

  const Knowledge& knowledge_;
  const Wishes& wishes_;
  std::vector<Token> subject_;
  std::map<std::string, std::map<std::size_t, double>> weights_;  // word -> process -> weight
  Selection selection_;
};

}  // namespace

Selection select_processes(const Knowledge& knowledge, const Wishes& wishes) {
  return Selector(knowledge, wishes).run();
}

}  // namespace dbx::design

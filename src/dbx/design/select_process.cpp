// Longest-match tiling of the subject by process names, then word vectors, then industries; see
// select_process.h.
#include "dbx/design/select_process.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "dbx/design/industries.h"
#include "dbx/design/match.h"
#include "dbx/design/tiles.h"
#include "dbx/design/vocabulary.h"
#include "dbx/english/lexicon.h"

namespace dbx::design {
namespace {

// Share of the subject's words, by weight, that a process must know to be chosen by its words.
constexpr double kCoverageMin = 0.55;

class Selector {
 public:
  Selector(const Knowledge& knowledge, const Wishes& wishes)
      : knowledge_(knowledge), wishes_(wishes), tiles_(knowledge) {
    for (const Token& token : wishes.subject) {
      const bool is_word = token.kind == Token::Kind::kWord;
      if (is_word && (token.text == "a" || token.text == "an" || token.text == "the")) continue;
      subject_.push_back(token);
    }
  }

  Selection run() {
    find_industries();
    for (const Item& item : wishes_.process) {
      for (const Process& process : knowledge_.processes) {
        if (process.phrases[0] == item.phrase()) choose(process, 1, "as answered");
      }
    }
    if (!selection_.chosen.empty()) {
      sort_words();
      return std::move(selection_);
    }
    take_listed_facts();
    if (wishes_.facts.empty()) {
      tile_subject();
      add_listed_processes();
    }
    if (selection_.chosen.empty() && is_nothing_but_industry()) take_industry();
    rank_by_words();
    if (selection_.chosen.empty() && wishes_.facts.empty()) take_industry();
    sort_words();
    return std::move(selection_);
  }

 private:
  // --- industries ------------------------------------------------------------------------------

  void find_industries() {
    const auto knows = [&](const Process& process, const std::string& word) {
      const auto index = static_cast<std::size_t>(&process - knowledge_.processes.data());
      return vocabulary().weight(word, index) > 0;
    };
    selection_.industries = named_industries(knowledge_, wishes_.all, knows);
  }

  bool is_of_named_industry(const Process& process) const {
    return std::any_of(selection_.industries.begin(), selection_.industries.end(),
                       [&](const Industry* industry) {
                         const auto& held = process.industries;
                         return std::find(held.begin(), held.end(), industry->name) != held.end();
                       });
  }

  bool share_industry(const Process& a, const Process& b) const {
    return std::any_of(a.industries.begin(), a.industries.end(), [&](const std::string& name) {
      return std::find(b.industries.begin(), b.industries.end(), name) != b.industries.end();
    });
  }

  // "football club": no word is left for a process.
  bool is_nothing_but_industry() const {
    if (selection_.industries.size() != 1 || !wishes_.facts.empty()) return false;
    std::vector<std::string> own;
    for (const Phrase& words : selection_.industries[0]->phrases) {
      own.insert(own.end(), words.begin(), words.end());
    }
    const auto is_own = [&](const Token& token) {
      return token.kind != Token::Kind::kWord || is_filler(token.text) || is_filler(token.lemma) ||
             std::find(own.begin(), own.end(), token.lemma) != own.end();
    };
    return std::all_of(wishes_.subject.begin(), wishes_.subject.end(), is_own);
  }

  void take_industry() {
    if (selection_.industries.empty()) return;
    const Industry& industry = *selection_.industries[0];
    const Process* process = knowledge_.process(industry.processes[0]);
    choose(*process, 0.6, fmt::format("what '{}' usually means", industry.name));
    for (std::size_t i = 1; i < industry.processes.size(); ++i) {
      const Process* other = knowledge_.process(industry.processes[i]);
      selection_.nearest.insert(selection_.nearest.begin() + static_cast<std::ptrdiff_t>(i - 1),
                                {other, 0, ""});
    }
  }

  // --- names -----------------------------------------------------------------------------------

  std::vector<Tile> find_tiles(const std::vector<Token>& words) const {
    std::vector<Tile> tiles = tiles_.find(words);
    std::stable_sort(tiles.begin(), tiles.end(), [&](const Tile& a, const Tile& b) {
      if (a.words != b.words) return a.words > b.words;
      const bool a_fits = is_of_named_industry(knowledge_.processes[a.process]);
      const bool b_fits = is_of_named_industry(knowledge_.processes[b.process]);
      if (a_fits != b_fits) return a_fits;
      return (a.phrase == 0) > (b.phrase == 0);
    });
    return tiles;
  }

  std::size_t clause_of(std::size_t at) const {
    return static_cast<std::size_t>(
        std::count_if(subject_.begin(), subject_.begin() + static_cast<std::ptrdiff_t>(at),
                      [](const Token& token) { return token.kind == Token::Kind::kStop; }));
  }

  // A single word is a process only in the clause of the first match, where no longer match speaks
  // of the same thing, and in the same line of business.
  bool is_echo(const Tile& tile, const std::vector<Tile>& taken) const {
    if (tile.words > 1 || taken.empty()) return false;
    if (clause_of(tile.begin) != clause_of(taken[0].begin)) return true;
    const Process& process = knowledge_.processes[tile.process];
    if (!share_industry(process, knowledge_.processes[taken[0].process]) &&
        !is_of_named_industry(process)) {
      return true;
    }
    return std::any_of(taken.begin(), taken.end(), [&](const Tile& other) {
      const Phrase& words = knowledge_.processes[other.process].phrases[other.phrase];
      return std::find(words.begin(), words.end(), subject_[tile.begin].lemma) != words.end();
    });
  }

  // The prompt names a line of business, and the word is another's: "restaurant visits" are no
  // "hospital encounters".
  bool is_foreign(const Tile& tile) const {
    const Process& process = knowledge_.processes[tile.process];
    return tile.words == 1 && tile.phrase > 0 && !selection_.industries.empty() &&
           !is_of_named_industry(process) && !is_everywhere(process);
  }

  bool is_everywhere(const Process& process) const {
    return std::any_of(process.industries.begin(), process.industries.end(),
                       [&](const std::string& name) {
                         const Industry* industry = knowledge_.industry(name);
                         return industry != nullptr && industry->everywhere;
                       });
  }

  void tile_subject() {
    std::vector<bool> used(subject_.size(), false);
    std::vector<Tile> taken;
    std::vector<Tile> tiles = find_tiles(subject_);
    if (selection_.industries.empty()) {
      prefer_fitting(
          tiles, [&](std::size_t process) { return vocabulary().affinity(wishes_.all, process); });
    }
    for (const Tile& tile : tiles) {
      const auto first = used.begin() + static_cast<std::ptrdiff_t>(tile.begin);
      const auto last = first + static_cast<std::ptrdiff_t>(tile.length);
      if (std::find(first, last, true) != last || is_echo(tile, taken) || is_foreign(tile))
        continue;
      std::fill(first, last, true);
      taken.push_back(tile);
    }
    std::stable_sort(taken.begin(), taken.end(),
                     [](const Tile& a, const Tile& b) { return a.begin < b.begin; });
    drop_neighbours(taken);
    for (const Tile& tile : taken) choose(tile);
    for (const Tile& tile : tiles) {  // what else the words may mean
      if (selection_.nearest.size() >= 3) break;
      selection_.nearest.push_back({&knowledge_.processes[tile.process], 0, ""});
    }
  }

  // "laboratory tests water samples": two names in a row are one thing, the one that the rest of
  // the prompt speaks of.
  void drop_neighbours(std::vector<Tile>& tiles) {
    for (std::size_t i = 1; i < tiles.size();) {
      const Tile& before = tiles[i - 1];
      const bool touch = before.begin + before.length == tiles[i].begin;
      if (!touch || before.process == tiles[i].process) {
        ++i;
        continue;
      }
      const bool first = vocabulary().affinity(wishes_.all, before.process) >=
                         vocabulary().affinity(wishes_.all, tiles[i].process);
      tiles.erase(tiles.begin() + static_cast<std::ptrdiff_t>(first ? i : i - 1));
    }
  }

  void choose(const Tile& tile) {
    const Process& process = knowledge_.processes[tile.process];
    const double confidence = tile.phrase == 0 ? 0.95 : tile.words > 1 ? 0.9 : 0.75;
    choose(process, confidence,
           tile.phrase == 0 ? std::string("named")
                            : fmt::format("by '{}'", process.synonyms[tile.phrase - 1]));
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

  // "two fact tables: sales and returns": each is a process, or is built from its own words.
  void take_listed_facts() {
    for (const Item& item : wishes_.facts) {
      const std::vector<Tile> tiles = find_tiles(item.words);
      const bool is_whole = !tiles.empty() && tiles[0].length + 1 >= item.words.size();
      if (is_whole) {
        choose(tiles[0]);
      } else {
        selection_.unknown_facts.push_back(item);
      }
    }
  }

  // "a shop with orders, customers and products": a process in a list without a head.
  void add_listed_processes() {
    for (const Items& list : wishes_.mixed) {
      take_listed_events(list);
      for (const Item& item : list) {
        Phrase words = item.phrase();
        words.erase(std::find(words.begin(), words.end(), "of"),
                    words.end());  // "inventory of ..."
        const bool is_dimension = match_dimension(knowledge_, words) != nullptr;
        if (is_measure_of_chosen(words)) continue;
        const Process* found = nullptr;
        for (const Process& process : knowledge_.processes) {
          if (!process.is_called(words)) continue;
          if (found == nullptr ||
              (!is_of_named_industry(*found) && is_of_named_industry(process))) {
            found = &process;
          }
        }
        if (found == nullptr || (is_dimension && !is_of_named_industry(*found))) continue;
        if (words.size() == 1 && !fits_in(*found)) continue;
        choose(*found, 0.75, fmt::format("by '{}'", item.text()));
      }
    }
  }

  // "a toy library: loans, reservations and repairs": a list of nothing but what happens.
  void take_listed_events(const Items& list) {
    const auto is_event = [&](const Item& item) {
      const english::Word head = english::look_up(item.words.back().lemma);
      return item.attributes.empty() && is_plural(item.words.back()) && item.words.size() <= 3 &&
             match_dimension(knowledge_, item.phrase()) == nullptr &&
             (head.noun == english::NounClass::kAct || head.noun == english::NounClass::kEvent ||
              is_process(item.phrase()));
    };
    if (list.size() < 2 || !std::all_of(list.begin(), list.end(), is_event)) return;
    for (const Item& item : list) {
      if (!is_process(item.phrase())) selection_.unknown_facts.push_back(item);
    }
  }

  bool is_process(const Phrase& words) const {
    return std::any_of(knowledge_.processes.begin(), knowledge_.processes.end(),
                       [&](const Process& process) { return process.is_called(words); });
  }

  bool fits_in(const Process& process) const {
    if (selection_.chosen.empty() && selection_.industries.empty()) return true;
    return is_of_named_industry(process) ||
           std::any_of(selection_.chosen.begin(), selection_.chosen.end(),
                       [&](const Choice& c) { return share_industry(*c.process, process); });
  }

  bool is_measure_of_chosen(const Phrase& words) const {
    return std::any_of(selection_.chosen.begin(), selection_.chosen.end(), [&](const Choice& c) {
      return match_column(c.process->measures, words) != nullptr;
    });
  }

  // Of all processes; made when it is first asked for, as most prompts name their process.
  const Vocabulary& vocabulary() {
    if (!vocabulary_) vocabulary_.emplace(knowledge_);
    return *vocabulary_;
  }

  // --- words -----------------------------------------------------------------------------------

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
    if (!selection_.chosen.empty() || !wishes_.facts.empty()) return;
    const std::vector<std::string> words = content_words();
    const std::size_t count = knowledge_.processes.size();
    std::vector<double> score(count, 0);
    std::vector<double> coverage(count, 0);
    std::vector<bool> is_named(count, false);
    double all = 0;
    for (const std::string& word : words) {
      const double rarity = vocabulary().rarity(word);
      all += rarity;
      const Vocabulary::Holders* held = vocabulary().holders(word);
      if (held == nullptr) continue;
      for (const auto& [process, weight] : *held) {
        score[process] += weight * rarity;
        coverage[process] += rarity;
        if (weight >= Vocabulary::kSynonym) is_named[process] = true;
      }
    }
    std::vector<std::pair<double, std::size_t>> ranked;
    for (std::size_t p = 0; p < count; ++p) {
      if (is_of_named_industry(knowledge_.processes[p])) score[p] *= 1.5;
      if (score[p] > 0) ranked.emplace_back(score[p], p);
    }
    std::stable_sort(ranked.begin(), ranked.end(),
                     [](const auto& a, const auto& b) { return a.first > b.first; });
    for (std::size_t i = 0; i < ranked.size() && i < 3; ++i) {
      selection_.nearest.push_back({&knowledge_.processes[ranked[i].second], 0, ""});
    }
    if (ranked.empty()) return;
    const std::size_t best = ranked[0].second;
    if (!is_named[best] || coverage[best] / all < kCoverageMin) return;
    choose(knowledge_.processes[best], 0.5 + 0.2 * coverage[best] / all, "by its words");
  }

  void sort_words() {
    std::vector<const Process*> chosen;
    for (const Choice& choice : selection_.chosen) chosen.push_back(choice.process);
    const Vocabulary own(knowledge_, chosen);
    const Vocabulary& words = chosen.empty() ? vocabulary() : own;
    std::set<std::string> seen;
    for (const Token& token : subject_) {
      if (token.kind != Token::Kind::kWord || is_filler(token.text) || is_filler(token.lemma) ||
          !seen.insert(token.text).second) {
        continue;
      }
      const bool known = words.holders(token.lemma) != nullptr;
      (known ? selection_.known_words : selection_.unknown_words).push_back(token.text);
    }
  }

  const Knowledge& knowledge_;
  const Wishes& wishes_;
  std::optional<Vocabulary> vocabulary_;  // see vocabulary()
  std::vector<Token> subject_;
  TileFinder tiles_;
  Selection selection_;
};

}  // namespace

Selection select_processes(const Knowledge& knowledge, const Wishes& wishes) {
  return Selector(knowledge, wishes).run();
}

}  // namespace dbx::design

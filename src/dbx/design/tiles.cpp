// Tiles; see tiles.h.
#include "dbx/design/tiles.h"

#include <algorithm>

#include "dbx/design/industries.h"

namespace dbx::design {

TileFinder::TileFinder(const Knowledge& knowledge) : knowledge_(knowledge) {
  for (std::size_t p = 0; p < knowledge.processes.size(); ++p) {
    const auto& phrases = knowledge.processes[p].phrases;
    for (std::size_t k = 0; k < phrases.size(); ++k) {
      if (!phrases[k].empty()) by_first_word_[phrases[k][0]].emplace_back(p, k);
    }
  }
}

std::vector<Tile> TileFinder::find(const std::vector<Token>& words) const {
  std::vector<Tile> tiles;
  for (std::size_t at = 0; at < words.size(); ++at) {
    const auto held = by_first_word_.find(words[at].lemma);
    if (held == by_first_word_.end()) continue;
    for (const auto& [p, k] : held->second) {
      const Phrase& phrase = knowledge_.processes[p].phrases[k];
      if (stands_at(words, at, phrase)) {
        tiles.push_back({p, k, at, phrase.size(), phrase.size()});
        continue;
      }
      // "loan risk and payments"
      const Phrase head(phrase.begin(), phrase.end() - 1);
      const std::size_t shared = at + phrase.size();
      if (!head.empty() && stands_at(words, at, head) && shared + 1 < words.size() &&
          words[shared].text == "and" && words[shared + 1].lemma == phrase.back()) {
        tiles.push_back({p, k, shared + 1, 1, phrase.size()});
      }
    }
  }
  return tiles;
}

void prefer_fitting(std::vector<Tile>& tiles, const std::function<double(std::size_t)>& fitness) {
  for (auto tile = tiles.begin(); tile != tiles.end(); ++tile) {
    if (tile->words > 1) continue;
    std::vector<std::vector<Tile>::iterator> rivals;
    for (auto other = tile; other != tiles.end(); ++other) {
      if (other->words == 1 && other->begin == tile->begin) rivals.push_back(other);
    }
    if (rivals.size() < 2) continue;
    const auto best = *std::max_element(rivals.begin(), rivals.end(), [&](auto a, auto b) {
      return fitness(a->process) < fitness(b->process);
    });
    if (best != tile) std::iter_swap(tile, best);
  }
}

}  // namespace dbx::design

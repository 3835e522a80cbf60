// Names and synonyms of processes where they stand among words.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "dbx/design/knowledge.h"

namespace dbx::design {

// A process phrase found among words.
struct Tile {
  std::size_t process = 0;
  std::size_t phrase = 0;  // 0: its name
  std::size_t begin = 0;
  std::size_t length = 0;  // in words of the prompt
  std::size_t words = 0;   // in words of the phrase; more than length where "and" shares a word
};

class TileFinder {
 public:
  explicit TileFinder(const Knowledge& knowledge);
  // In the order of the words.
  std::vector<Tile> find(const std::vector<Token>& words) const;

 private:
  const Knowledge& knowledge_;
  // First lemma of a phrase -> process and phrase.
  std::unordered_map<std::string, std::vector<std::pair<std::size_t, std::size_t>>> by_first_word_;
};

// One word may mean several processes: of those the fittest comes first.
void prefer_fitting(std::vector<Tile>& tiles, const std::function<double(std::size_t)>& fitness);

}  // namespace dbx::design

// The words of every process, weighted by where they stand: in its name, a synonym, a measure, a
// dimension, a question. Built once a selection; lookups are constant time.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "dbx/design/knowledge.h"

namespace dbx::design {

class Vocabulary {
 public:
  static constexpr double kName = 3;
  static constexpr double kSynonym = 2;
  static constexpr double kMeasure = 1;
  static constexpr double kOther = 0.5;

  using Holders = std::vector<std::pair<std::size_t, double>>;  // process, weight

  explicit Vocabulary(const Knowledge& knowledge);

  // Null: no process has the word.
  const Holders* holders(const std::string& word) const;
  double weight(const std::string& word, std::size_t process) const;
  // Inverse document frequency (Spärck Jones 1972): rare words tell more, unknown ones the most.
  double rarity(const std::string& word) const;

 private:
  void weigh(std::size_t process, const Phrase& words, double weight);
  void weigh_dimension(std::size_t process, std::string_view name);

  const Knowledge& knowledge_;
  std::unordered_map<std::string, Holders> words_;
};

}  // namespace dbx::design

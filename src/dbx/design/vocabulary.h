// The words of processes, weighted by where they stand: in the name, a synonym, a measure, a
// dimension, a question. Lookups are constant time; reading all processes takes milliseconds.
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
  // Of those processes only.
  Vocabulary(const Knowledge& knowledge, const std::vector<const Process*>& processes);

  // Null: no process has the word.
  const Holders* holders(const std::string& word) const;
  double weight(const std::string& word, std::size_t process) const;
  // Inverse document frequency (Spärck Jones 1972): rare words tell more, unknown ones the most.
  double rarity(const std::string& word) const;
  // How well a prompt fits the process: its words, weighted by both.
  double affinity(const std::vector<Token>& prompt, std::size_t process) const;

 private:
  void read(const Process& process);
  void weigh(std::size_t process, const Phrase& words, double weight);
  void weigh_dimension(std::size_t process, std::string_view name);

  const Knowledge& knowledge_;
  std::unordered_map<std::string, Holders> words_;
};

}  // namespace dbx::design

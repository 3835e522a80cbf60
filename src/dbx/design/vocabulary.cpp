// Weighted words of processes; see vocabulary.h.
#include "dbx/design/vocabulary.h"

#include <algorithm>
#include <cmath>

namespace dbx::design {

Vocabulary::Vocabulary(const Knowledge& knowledge) : knowledge_(knowledge) {
  for (const Process& process : knowledge.processes) read(process);
}

Vocabulary::Vocabulary(const Knowledge& knowledge, const std::vector<const Process*>& processes)
    : knowledge_(knowledge) {
  for (const Process* process : processes) read(*process);
}

void Vocabulary::read(const Process& process) {
  const auto p = static_cast<std::size_t>(&process - knowledge_.processes.data());
  for (std::size_t k = 0; k < process.phrases.size(); ++k) {
    weigh(p, process.phrases[k], k == 0 ? kName : kSynonym);
  }
  for (const Industry& industry : knowledge_.industries) {
    const auto& held = process.industries;
    if (std::find(held.begin(), held.end(), industry.name) == held.end()) continue;
    for (const Phrase& words : industry.phrases) weigh(p, words, kMeasure);
  }
  for (const spec::Column& measure : process.measures) {
    weigh(p, phrase(measure.name), kMeasure);
    for (const std::string& synonym : measure.synonyms) weigh(p, phrase(synonym), kMeasure);
  }
  for (const spec::Column& column : process.columns) weigh(p, phrase(column.name), kOther);
  for (const DimensionUse& use : process.dimensions) weigh_dimension(p, use.dimension);
  for (const std::string& dimension : process.optional_dimensions) weigh_dimension(p, dimension);
  for (const std::string& question : process.questions) weigh(p, phrase(question), kOther);
  weigh(p, phrase(process.description), kOther);
}

const Vocabulary::Holders* Vocabulary::holders(const std::string& word) const {
  const auto found = words_.find(word);
  return found == words_.end() ? nullptr : &found->second;
}

double Vocabulary::weight(const std::string& word, std::size_t process) const {
  const Holders* held = holders(word);
  if (held == nullptr) return 0;
  for (const auto& [holder, weight] : *held) {
    if (holder == process) return weight;
  }
  return 0;
}

double Vocabulary::rarity(const std::string& word) const {
  const Holders* held = holders(word);
  const double count = held == nullptr ? 0 : static_cast<double>(held->size());
  return std::log((static_cast<double>(knowledge_.processes.size()) + 1) / (count + 1)) + 0.1;
}

double Vocabulary::affinity(const std::vector<Token>& prompt, std::size_t process) const {
  double sum = 0;
  for (const Token& token : prompt) {
    if (token.kind != Token::Kind::kWord || is_filler(token.text) || is_filler(token.lemma))
      continue;
    sum += weight(token.lemma, process) * rarity(token.lemma);
  }
  return sum;
}

// Processes come in order: the last holder is the one being read.
void Vocabulary::weigh(std::size_t process, const Phrase& words, double weight) {
  for (const std::string& word : words) {
    Holders& held = words_[word];
    if (held.empty() || held.back().first != process) {
      held.emplace_back(process, weight);
    } else {
      held.back().second = std::max(held.back().second, weight);
    }
  }
}

void Vocabulary::weigh_dimension(std::size_t process, std::string_view name) {
  const DimensionArchetype* dimension = knowledge_.dimension(name);
  if (dimension == nullptr) return;
  for (const Phrase& words : dimension->phrases) weigh(process, words, kOther);
}

}  // namespace dbx::design

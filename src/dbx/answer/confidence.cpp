// The table of features and weights; see confidence.h.
#include "dbx/answer/confidence.h"

#include <algorithm>
#include <cmath>

namespace dbx::answer {
namespace {

struct Feature {
  std::string_view name;
  double weight;
  double (*value)(const Evidence&);
};

constexpr double kBias = 1.25;

// Fitted on `fit` but for the two that stars need more than its databases do: a name that is not
// known is what is asked about, and rival measures are different figures.
constexpr Feature kFeatures[] = {
    {"margin over the next reading", 0.8,
     [](const Evidence& e) { return std::min(e.margin, 1.5); }},
    {"links joined by", -0.37, [](const Evidence& e) { return std::min(e.links, 4.0); }},
    {"weakest fit of a name", 0.55, [](const Evidence& e) { return e.weakest_fit; }},
    {"words left out", -0.83, [](const Evidence& e) { return static_cast<double>(e.ignored); }},
    {"words unknown", -0.4, [](const Evidence& e) { return static_cast<double>(e.unknown); }},
    {"names unknown", -1.5, [](const Evidence& e) { return static_cast<double>(e.unknown_names); }},
    {"rival measures", -1.8, [](const Evidence& e) { return e.rivals > 0 ? 1.0 : 0.0; }},
    {"words", -0.06, [](const Evidence& e) { return static_cast<double>(e.words); }},
    {"an empty answer", -1.25, [](const Evidence& e) { return e.empty ? 1.0 : 0.0; }},
};

constexpr double kAnsweredFrom = 0.85;
constexpr double kAssumedFrom = 0.7;
constexpr double kAskFrom = 0.2;

}  // namespace

Evidence weigh(const Understanding& understood, std::size_t best, bool empty) {
  const std::vector<Candidate>& candidates = understood.candidates;
  const Candidate& chosen = candidates[best];
  Evidence evidence;
  evidence.margin = 1.5;
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    if (i == best) continue;
    evidence.margin = std::min(evidence.margin, chosen.score - candidates[i].score);
  }
  evidence.links = chosen.join_cost;
  for (const Said& said : chosen.said)
    evidence.weakest_fit = std::min(evidence.weakest_fit, said.fit);
  evidence.ignored = chosen.ignored;
  evidence.rivals = chosen.rivals;
  evidence.unknown = understood.unknown.size();
  evidence.unknown_names = understood.unknown_names;
  evidence.words = understood.words;
  evidence.empty = empty;
  return evidence;
}

double confidence(const Evidence& evidence) {
  double sum = kBias;
  for (const Feature& feature : kFeatures) sum += feature.weight * feature.value(evidence);
  return 1 / (1 + std::exp(-sum));
}

Standing standing_of(double confidence) {
  if (confidence >= kAnsweredFrom) return Standing::kAnswered;
  if (confidence >= kAssumedFrom) return Standing::kAssumed;
  return confidence >= kAskFrom ? Standing::kAsk : Standing::kAbstained;
}

std::string_view name(Standing standing) {
  switch (standing) {
    case Standing::kAnswered:
      return "answered";
    case Standing::kAssumed:
      return "assumed";
    case Standing::kAsk:
      return "ask";
    case Standing::kAbstained:
      return "abstained";
  }
  return {};
}

}  // namespace dbx::answer

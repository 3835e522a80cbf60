// Stages that the prompt names, as roles of the date: "from application through approval to
// closing". The row is updated as they are reached, so all but the first may be empty.
#include <fmt/format.h>

#include <algorithm>

#include "dbx/design/clauses.h"
#include "dbx/design/draft.h"
#include "dbx/design/match.h"

namespace dbx::design {
namespace {

std::string role_of(const Item& stage) {
  std::vector<Token> words = stage.words;
  if (words.size() > 1 && words.back().lemma == "date") words.pop_back();
  if (!is_participle(words.back().text)) words.back().text = words.back().lemma;
  return identifier(words) + "_date";
}

// The process's own role for the stage: "approval" is no "decision_date", "application" is
// "application_date".
std::string known_role(const Process& process, const Item& stage) {
  for (const std::string& role : process.milestones) {
    const Phrase words = phrase(role);
    Phrase wanted = stage.phrase();
    if (wanted.size() > 1 && wanted.back() == "date") wanted.pop_back();
    if (std::find(words.begin(), words.end(), wanted.back()) != words.end()) return role;
  }
  return role_of(stage);
}

std::string without_date(const std::string& role) {
  return role.ends_with("_date") ? role.substr(0, role.size() - 5) : role;
}

spec::Column lag_between(const std::string& from, const std::string& to) {
  spec::Column lag;
  lag.name = fmt::format("days_{}_to_{}", without_date(from), without_date(to));
  lag.type = spec::read_type("INT").type;
  lag.unit = "days";
  lag.additivity = spec::Additivity::kNonAdditive;
  lag.default_aggregate = spec::Aggregate::kAvg;
  lag.description =
      fmt::format("Days from {} to {}", spaced(without_date(from)), spaced(without_date(to)));
  return lag;
}

}  // namespace

void add_milestones(Draft& draft, Process& process, std::vector<DimensionUse>& uses,
                    const std::string& pointer) {
  if (draft.wishes.milestones.empty()) return;
  std::vector<std::string> roles;
  for (const Item& stage : draft.wishes.milestones) {
    const std::string role = known_role(process, stage);
    if (std::find(roles.begin(), roles.end(), role) == roles.end()) roles.push_back(role);
  }
  if (roles.size() < 2) return;
  std::erase_if(uses, [](const DimensionUse& use) { return use.dimension == "date"; });
  for (std::size_t i = roles.size(); i-- > 0;) {
    uses.insert(uses.begin(), {"date", roles[i], i > 0, false});
  }
  // Lags between stages that are no more have nothing to be measured between.
  std::erase_if(process.measures, [&](const spec::Column& measure) {
    const bool is_lag =
        measure.name.starts_with("days_") && process.type == spec::FactType::kAccumulatingSnapshot;
    return is_lag && !draft.asked.only_these_measures;
  });
  if (!draft.asked.only_these_measures) {
    for (std::size_t i = 1; i < roles.size(); ++i) {
      process.measures.push_back(lag_between(roles[i - 1], roles[i]));
    }
  }
  process.milestones = roles;
  process.type = spec::FactType::kAccumulatingSnapshot;
  draft.decide(pointer + "/type", Basis::kAsked,
               fmt::format("a row is updated at each of {} stages, as named", roles.size()), 0.9,
               "say 'one row per event' for a transaction fact");
}

}  // namespace dbx::design

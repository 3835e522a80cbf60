// What a prompt leaves open, as questions whose answers are words to put behind it.
#include <fmt/format.h>

#include <algorithm>

#include "dbx/design/draft.h"

namespace dbx::design {
namespace {

constexpr double kSure = 0.8;
constexpr std::size_t kHistoryQuestionsMax = 2;

void ask_for_process(const Selection& selection, std::vector<Question>& questions) {
  if (selection.chosen.size() != 1 || selection.chosen[0].confidence >= kSure) return;
  Question question;
  question.text = "Which business process is it about?";
  question.choices.push_back(selection.chosen[0].process->name);
  for (const Choice& near : selection.nearest) {
    if (near.process != selection.chosen[0].process) question.choices.push_back(near.process->name);
  }
  question.wish = "The process is {}.";
  if (question.choices.size() > 1) questions.push_back(std::move(question));
}

void ask_for_grain(const Draft& draft, std::vector<Question>& questions) {
  if (!draft.wishes.grains.empty()) return;
  const FactPlan& plan = draft.plans[0];
  const spec::Table& fact = draft.spec.facts[0];
  if (!plan.is_custom && fact.type != spec::FactType::kPeriodicSnapshot) return;
  Question question;
  question.text = fmt::format("What is one row of {}?", fact.name);
  question.choices = {fact.grain};
  std::string entity = fact.grain.substr(std::min(fact.grain.size(), std::size_t{12}));
  if (const std::size_t per = entity.find(" per "); per != std::string::npos) entity.resize(per);
  for (const std::string_view period : {"day", "week", "month"}) {
    question.choices.push_back(fmt::format("one row per {} per {}", entity, period));
  }
  question.wish = "{}.";
  questions.push_back(std::move(question));
}

void ask_for_measures(const Draft& draft, std::vector<Question>& questions) {
  const spec::Table& fact = draft.spec.facts[0];
  const bool is_open = draft.plans[0].is_custom && fact.measures.empty() &&
                       draft.wishes.fact_type != spec::FactType::kFactless;
  if (!is_open) return;
  questions.push_back(
      {fmt::format("What is measured of {}? A list, or nothing to only count rows.", fact.name),
       {},
       "Measures {}."});
}

void ask_for_history(const Draft& draft, std::vector<Question>& questions) {
  if (!draft.wishes.history.empty()) return;
  std::size_t asked = 0;
  for (const spec::Table& table : draft.spec.dimensions) {
    if (table.history == spec::History::kType2) continue;
    const auto changing =
        std::find_if(table.columns.begin(), table.columns.end(), [](const spec::Column& column) {
          const Phrase words = phrase(column.name);
          static constexpr std::string_view kChanging[] = {"segment", "tier",     "rating",
                                                           "grade",   "category", "plan"};
          return std::find(std::begin(kChanging), std::end(kChanging), words.back()) !=
                 std::end(kChanging);
        });
    if (changing == table.columns.end() || ++asked > kHistoryQuestionsMax) continue;
    const std::string name = spaced(table.name.substr(4));
    questions.push_back({fmt::format("Is the history of the {} kept when its {} changes?", name,
                                     spaced(changing->name)),
                         {"no", "yes"},
                         fmt::format("Track history of {}.", name)});
  }
}

}  // namespace

std::vector<Question> questions_of(const Draft& draft, const Selection& selection) {
  std::vector<Question> questions;
  ask_for_process(selection, questions);
  ask_for_grain(draft, questions);
  ask_for_measures(draft, questions);
  ask_for_history(draft, questions);
  return questions;
}

}  // namespace dbx::design

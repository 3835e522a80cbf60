// The draft's own small operations; see draft.h.
#include "dbx/design/draft.h"

#include <algorithm>

#include "dbx/design/match.h"

namespace dbx::design {

DraftDimension& Draft::dimension(const std::string& name, const DimensionArchetype* archetype,
                                 Basis basis) {
  for (DraftDimension& held : dimensions) {
    if (held.name == name) return held;
  }
  return dimensions.emplace_back(DraftDimension{name, archetype, {}, {}, basis});
}

const DraftDimension* Draft::find(std::string_view name) const {
  for (const DraftDimension& held : dimensions) {
    if (held.name == name) return &held;
  }
  return nullptr;
}

bool Draft::asked_elsewhere(const AskedDimension& wanted, std::string_view process) const {
  if (wanted.archetype == nullptr) return false;
  const std::string& name = wanted.archetype->name;
  return std::any_of(plans.begin(), plans.end(), [&](const FactPlan& plan) {
    const Process* other = plan.process;
    if (other->name == process) return false;
    const auto& optional = other->optional_dimensions;
    return std::find(optional.begin(), optional.end(), name) != optional.end() ||
           std::any_of(other->dimensions.begin(), other->dimensions.end(),
                       [&](const DimensionUse& use) { return use.dimension == name; });
  });
}

bool Draft::known_elsewhere(const Item& measure, std::string_view process) const {
  return std::any_of(plans.begin(), plans.end(), [&](const FactPlan& plan) {
    const Process* other = plan.process;
    return other->name != process && match_column(other->measures, measure.phrase()) != nullptr;
  });
}

void Draft::decide(std::string pointer, Basis basis, std::string text, double confidence,
                   std::string alternative) {
  decisions.push_back(
      {std::move(pointer), basis, std::move(text), std::move(alternative), confidence});
}

}  // namespace dbx::design

// What one row of a fact is: the grain that was asked for, or the process's own where its
// dimensions are still there; and the fact type that follows.
#include <fmt/format.h>

#include <algorithm>

#include "dbx/base/text.h"
#include "dbx/design/draft.h"
#include "dbx/design/match.h"

namespace dbx::design {
namespace {

bool is_period(const Phrase& words) {
  static const std::vector<std::string> kPeriods = {"day",     "date", "week", "month",
                                                    "quarter", "year", "end"};
  return !words.empty() && std::all_of(words.begin(), words.end(), [](const std::string& word) {
    return std::find(kPeriods.begin(), kPeriods.end(), word) != kPeriods.end();
  });
}

class GrainSettler {
 public:
  GrainSettler(Draft& draft, const FactPlan& plan, Process& process,
               std::vector<DimensionUse>& uses)
      : draft_(draft),
        plan_(plan),
        process_(process),
        uses_(uses),
        pointer_(fmt::format("/entities/facts/{}", draft.spec.facts.size())),
        asked_(asked_grain()) {}

  void settle() {
    const bool is_first = draft_.spec.facts.empty();
    if (asked_ != nullptr) {
      take_asked_grain();
    } else if (wants_snapshot()) {
      make_snapshot();
    } else {
      say_grain();
    }
    if (is_first && draft_.wishes.fact_type) take_asked_type(*draft_.wishes.fact_type);
    repair();
    if (process_.type == spec::FactType::kPeriodicSnapshot && !grain_has_date()) {
      // "one row per loan" of a process that is usually a snapshot: nothing repeats in time.
      process_.type = spec::FactType::kTransaction;
    }
    if (process_.type == spec::FactType::kFactless) process_.measures.clear();
  }

 private:
  // The grain that the prompt gives this fact: by the fact it stands behind, else by order.
  const GrainWish* asked_grain() const {
    const std::vector<GrainWish>& grains = draft_.wishes.grains;
    const std::size_t index = draft_.spec.facts.size();
    for (const GrainWish& grain : grains) {
      if (grain.fact >= 0 && grain.fact == plan_.listed) return &grain;
    }
    if (index >= grains.size() || grains[index].fact >= 0) return nullptr;
    return &grains[index];
  }

  bool grain_has_date() const {
    return std::any_of(uses_.begin(), uses_.end(), [&](const DimensionUse& use) {
      const auto& grain = process_.grain_columns;
      return use.dimension == "date" &&
             std::find(grain.begin(), grain.end(), key_column(use)) != grain.end();
    });
  }

  bool wants_snapshot() const {
    return draft_.spec.facts.empty() &&
           draft_.wishes.fact_type == spec::FactType::kPeriodicSnapshot;
  }

  void say_grain() {
    if (process_.synonyms.empty()) {  // built from the prompt
      draft_.decide(pointer_ + "/grain", Basis::kGuess, "nothing was said of the grain", 0.6,
                    "say 'one row per ...'");
      return;
    }
    draft_.decide(pointer_ + "/grain", Basis::kKnowledge,
                  fmt::format("the usual grain of {}", process_.name), 0.9,
                  "say 'one row per ...' for another");
  }

  DimensionUse* find_use(std::string_view dimension) {
    for (DimensionUse& use : uses_) {
      if (use.dimension == dimension || use.role == dimension) return &use;
    }
    return nullptr;
  }

  DimensionUse& first_date() { return *find_use("date"); }

  // One date and no milestones: what a snapshot has.
  void keep_one_date() {
    std::erase_if(uses_, [](const DimensionUse& use) { return use.dimension == "date"; });
    uses_.insert(uses_.begin(), {"date", {}, false});
  }

  void make_snapshot() {
    const std::string period = draft_.wishes.period.empty() ? "month" : draft_.wishes.period;
    if (process_.type == spec::FactType::kPeriodicSnapshot) {
      const std::size_t last = process_.grain.rfind(" per ");
      if (!draft_.wishes.period.empty() && last > 7 && last != std::string::npos) {
        process_.grain = process_.grain.substr(0, last) + " per " + period;
      }
    } else {
      const DimensionUse* entity = nullptr;
      for (const DimensionUse& use : uses_) {
        if (entity == nullptr && use.dimension != "date") entity = &use;
      }
      const std::string key = entity == nullptr ? "" : key_column(*entity);
      const std::string name = entity == nullptr ? "" : spaced(entity->dimension);
      keep_one_date();
      process_.grain_columns = {"date_key"};
      if (!key.empty()) process_.grain_columns.insert(process_.grain_columns.begin(), key);
      process_.grain = name.empty() ? fmt::format("one row per {}", period)
                                    : fmt::format("one row per {} per {}", name, period);
      process_.columns.clear();
    }
    process_.type = spec::FactType::kPeriodicSnapshot;
    draft_.decide(pointer_ + "/grain", Basis::kAsked,
                  fmt::format("a snapshot, one date_key for each {}", period), 0.85,
                  "say 'one row per ...' for another");
  }

  // The degenerate columns that an item such as "order line" names.
  std::vector<std::string> degenerate_columns(const Phrase& words) const {
    Phrase head = words;
    bool line = false;
    while (head.size() > 1 && (head.back() == "line" || head.back() == "item")) {
      line = true;
      head.pop_back();
    }
    std::vector<std::string> columns;
    const spec::Column* document = match_column(process_.columns, head);
    if (document != nullptr) columns.push_back(document->name);
    if (!line && document != nullptr) return columns;
    for (const spec::Column& column : process_.columns) {
      if (line && is_part_of({"line"}, column.name)) columns.push_back(column.name);
    }
    return document == nullptr ? std::vector<std::string>() : columns;
  }

  bool is_own_grain(const Phrase& words) const {
    return is_part_of(words, process_.grain) && !process_.columns.empty();
  }

  void take_asked_grain() {
    std::vector<std::string> columns;
    std::string sentence = "one row";
    bool has_period = false;
    bool has_document = false;
    for (const Item& item : asked_->items) {
      sentence += " per " + item.text();
      const Phrase words = item.phrase();
      const std::vector<std::string> documents = degenerate_columns(words);
      if (is_period(words)) {
        has_period = true;
        columns.push_back(key_column(first_date()));
      } else if (!documents.empty()) {
        has_document = true;
        columns.insert(columns.end(), documents.begin(), documents.end());
      } else if (is_own_grain(words) && match_dimension(draft_.knowledge, words) == nullptr) {
        has_document = true;
        columns.insert(columns.end(), process_.grain_columns.begin(), process_.grain_columns.end());
      } else {
        has_document |= take_grain_item(item, columns);
      }
    }
    process_.grain = sentence;
    process_.grain_columns.clear();
    for (std::string& column : columns) {
      auto& held = process_.grain_columns;
      if (std::find(held.begin(), held.end(), column) == held.end()) held.push_back(column);
    }
    if (!has_document) coarsen(has_period);
    if (has_document && has_period && !process_.milestones.empty()) repeat_in_time();
    draft_.decide(pointer_ + "/grain", Basis::kAsked, "the grain that was asked for", 0.9);
  }

  // A dimension, or a new number of its own. True: the latter.
  bool take_grain_item(const Item& item, std::vector<std::string>& columns) {
    const AskedDimension wanted = resolve_dimension(draft_.knowledge, item);
    DimensionUse* use = find_use(wanted.role.empty() ? wanted.name : wanted.role);
    if (use == nullptr && wanted.archetype != nullptr) {
      if (wanted.name != "date") use = find_use(wanted.archetype->name);
      if (use == nullptr) {
        draft_.dimension(wanted.name, wanted.archetype, Basis::kAsked);
        uses_.push_back({wanted.name, wanted.role, false});
        use = &uses_.back();
      }
    }
    const bool is_level = use == nullptr && asked_->items.size() > 1 && process_.columns.empty();
    if (is_level || (use == nullptr && plan_.is_custom && asked_->items.size() > 1)) {
      draft_.dimension(wanted.name, nullptr, Basis::kGuess);
      uses_.push_back({wanted.name, {}, false, false});
      use = &uses_.back();
    }
    if (use != nullptr) {
      columns.push_back(key_column(*use));
      return false;
    }
    spec::Column column;
    column.name = wanted.name + "_id";
    column.type = spec::read_type("VARCHAR(40)").type;
    column.nullable = false;
    column.role = spec::Role::kDegenerate;
    column.description = "Identifies the " + item.text();
    columns.push_back(column.name);
    const bool held = std::any_of(process_.columns.begin(), process_.columns.end(),
                                  [&](const spec::Column& c) { return c.name == column.name; });
    if (!held) process_.columns.push_back(std::move(column));
    return true;
  }

  // Rows stand for dimensions only: what is finer than they are cannot stay.
  void coarsen(bool has_period) {
    process_.columns.clear();
    if (process_.type == spec::FactType::kFactless) return;
    const bool was_snapshot = process_.type == spec::FactType::kPeriodicSnapshot;
    if (has_period) process_.type = spec::FactType::kPeriodicSnapshot;
    if (was_snapshot || draft_.asked.only_these_dimensions || draft_.asked.only_these_and_grain) {
      return;
    }
    std::erase_if(uses_, [&](const DimensionUse& use) {
      const auto& grain = process_.grain_columns;
      return use.dimension != "date" &&
             std::find(grain.begin(), grain.end(), key_column(use)) == grain.end();
    });
  }

  // "one row per claim per month": the milestones give way to the date of the snapshot.
  void repeat_in_time() {
    keep_one_date();
    process_.type = spec::FactType::kPeriodicSnapshot;
    for (std::string& column : process_.grain_columns) {
      const std::string role = column.ends_with("_key") ? column.substr(0, column.size() - 4) : "";
      const auto& milestones = process_.milestones;
      if (std::find(milestones.begin(), milestones.end(), role) != milestones.end()) {
        column = "date_key";
      }
    }
  }

  void take_asked_type(spec::FactType type) {
    if (process_.type == type) return;
    process_.type = type;
    draft_.decide(pointer_ + "/type", Basis::kAsked, "the fact type that was asked for", 0.9);
  }

  // A grain column whose dimension is not there becomes a degenerate column: its natural key.
  void repair() {
    for (std::string& column : process_.grain_columns) {
      const bool held =
          std::any_of(uses_.begin(), uses_.end(),
                      [&](const DimensionUse& use) { return key_column(use) == column; }) ||
          std::any_of(process_.columns.begin(), process_.columns.end(),
                      [&](const spec::Column& c) { return c.name == column; });
      if (held || !column.ends_with("_key")) continue;
      const std::string dimension = column.substr(0, column.size() - 4);
      const DimensionArchetype* archetype = draft_.knowledge.dimension(dimension);
      if (const DimensionUse* renamed = renamed_use(archetype)) {
        column = key_column(*renamed);
        continue;
      }
      if (dimension == "date") {
        column = key_column(first_date());
        continue;
      }
      spec::Column number;
      number.name = archetype == nullptr ? dimension + "_id" : archetype->natural_key[0];
      number.type = spec::read_type("VARCHAR(40)").type;
      number.nullable = false;
      number.role = spec::Role::kDegenerate;
      number.description = fmt::format("Identifies the {}", spaced(dimension));
      column = number.name;
      process_.columns.push_back(std::move(number));
      draft_.decide(
          pointer_ + "/columns", Basis::kGuess,
          fmt::format("{} is kept as a plain column: the grain needs it and the dimension "
                      "{} was not asked for",
                      column, spaced(dimension)),
          0.7);
    }
  }

  // The use of the archetype under the user's own word.
  const DimensionUse* renamed_use(const DimensionArchetype* archetype) const {
    if (archetype == nullptr || archetype->name == "date") return nullptr;
    for (const DimensionUse& use : uses_) {
      const DraftDimension* dimension = draft_.find(use.dimension);
      if (dimension != nullptr && dimension->archetype == archetype) return &use;
    }
    return nullptr;
  }

  Draft& draft_;
  const FactPlan& plan_;
  Process& process_;
  std::vector<DimensionUse>& uses_;
  std::string pointer_;
  const GrainWish* asked_;  // null: nothing was said
};

}  // namespace

void settle_grain(Draft& draft, const FactPlan& plan, Process& process,
                  std::vector<DimensionUse>& uses) {
  GrainSettler(draft, plan, process, uses).settle();
}

}  // namespace dbx::design

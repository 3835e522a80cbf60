// A process and the wishes of the prompt become a fact table: its dimensions, measures and columns.
#include <fmt/format.h>

#include <algorithm>

#include "dbx/design/draft.h"
#include "dbx/design/fills.h"
#include "dbx/design/match.h"

namespace dbx::design {
namespace {

constexpr std::size_t kSynonymsMax = 4;  // the first ones are the best; more only make it long

class FactBuilder {
 public:
  FactBuilder(Draft& draft, const FactPlan& plan)
      : draft_(draft),
        plan_(plan),
        process_(*plan.process),
        pointer_(fmt::format("/entities/facts/{}", draft.spec.facts.size())) {}

  void build() {
    choose_dimensions();
    exclude_measures();
    choose_measures();
    if (is_first()) add_milestones(draft_, process_, uses_, pointer_);
    settle_grain(draft_, plan_, process_, uses_);
    write_table();
  }

 private:
  bool is_first() const { return draft_.spec.facts.empty(); }

  bool is_excluded(const Phrase& words) const {
    const Items& excluded = draft_.wishes.excluded;
    return std::any_of(excluded.begin(), excluded.end(),
                       [&](const Item& item) { return item.phrase() == words; });
  }

  bool is_excluded(const DimensionArchetype* archetype, const std::string& name) const {
    if (is_excluded(phrase(name))) return true;
    return archetype != nullptr && std::any_of(archetype->phrases.begin(), archetype->phrases.end(),
                                               [&](const Phrase& p) { return is_excluded(p); });
  }

  // Does the bus matrix know the dimension for this process?
  bool fits(const AskedDimension& asked) const {
    if (asked.archetype == nullptr) return false;
    const std::string& name = asked.archetype->name;
    const auto& optional = process_.optional_dimensions;
    return std::any_of(process_.dimensions.begin(), process_.dimensions.end(),
                       [&](const DimensionUse& use) { return use.dimension == name; }) ||
           std::find(optional.begin(), optional.end(), name) != optional.end();
  }

  const AskedDimension* asked_for(const std::string& archetype) const {
    for (const AskedDimension& asked : draft_.asked.dimensions) {
      if (asked.archetype != nullptr && asked.archetype->name == archetype) return &asked;
    }
    return nullptr;
  }

  bool asks_for_date(std::string_view role) const {
    return std::any_of(draft_.asked.dimensions.begin(), draft_.asked.dimensions.end(),
                       [&](const AskedDimension& asked) {
                         return asked.name == "date" && !asked.role.empty() &&
                                (role.empty() || asked.role == role);
                       });
  }

  // Named dates take the place of the one without a name, and of others where a list says "only".
  bool is_replaced(const DimensionUse& date) const {
    if (!asks_for_date({}) || asks_for_date(date.role.empty() ? "date" : date.role)) return false;
    return date.role.empty() || draft_.asked.only_these_dimensions;
  }

  bool is_left_out(const DimensionUse& use) const {
    const Asked& asked = draft_.asked;
    if (!asked.only_these_dimensions && !asked.only_these_and_grain) return false;
    const auto& grain = process_.grain_columns;
    const bool is_grain = std::find(grain.begin(), grain.end(), key_column(use)) != grain.end();
    return asked.only_these_dimensions || !is_grain;
  }

  void use(DimensionUse added, const DimensionArchetype* archetype, Basis basis) {
    if (added.role == added.dimension) added.role.clear();
    for (const DimensionUse& held : uses_) {
      if (key_column(held) == key_column(added)) return;
    }
    draft_.dimension(added.dimension, archetype, basis);
    uses_.push_back(std::move(added));
  }

  void choose_dimensions() {
    const Asked& asked = draft_.asked;
    for (DimensionUse wanted : process_.dimensions) {
      const DimensionArchetype* archetype = draft_.knowledge.dimension(wanted.dimension);
      const AskedDimension* by_user = asked_for(wanted.dimension);
      const bool is_date = wanted.dimension == "date";
      if (is_date && is_replaced(wanted)) continue;
      if (!is_date && by_user == nullptr && is_left_out(wanted)) continue;
      if (!is_date && is_excluded(archetype, wanted.dimension)) {
        draft_.decide(pointer_, Basis::kAsked,
                      fmt::format("without {}, as asked", spaced(wanted.dimension)), 1);
        continue;
      }
      if (by_user != nullptr) {
        wanted.dimension = by_user->name;
        if (!by_user->role.empty() && !is_date) wanted.role = by_user->role;
      }
      use(std::move(wanted), archetype, by_user != nullptr ? Basis::kAsked : Basis::kKnowledge);
    }
    for (const AskedDimension& wanted : asked.dimensions) add_asked(wanted);
    const bool has_date = std::any_of(uses_.begin(), uses_.end(), [](const DimensionUse& held) {
      return held.dimension == "date";
    });
    if (!has_date) {
      use({"date", {}, false}, draft_.knowledge.dimension("date"), Basis::kKnowledge);
    }
  }

  void add_asked(const AskedDimension& wanted) {
    if (is_excluded(wanted.archetype, wanted.name)) return;
    const bool known_elsewhere = draft_.asked_elsewhere(wanted, process_.name);
    if (!fits(wanted) && !plan_.is_custom && (known_elsewhere || !is_first())) return;
    if (wanted.name == "date" && wanted.role.empty()) return;  // there is one already, or will be
    const Basis basis = wanted.archetype == nullptr ? Basis::kGuess : Basis::kAsked;
    use({wanted.name, wanted.role, false}, wanted.archetype, basis);
  }

  void exclude_measures() {
    std::erase_if(process_.measures, [&](const spec::Column& measure) {
      return std::any_of(draft_.wishes.excluded.begin(), draft_.wishes.excluded.end(),
                         [&](const Item& item) {
                           return match_column({measure}, item.phrase()) != nullptr &&
                                  match_dimension(draft_.knowledge, item.phrase()) == nullptr;
                         });
    });
  }

  // By name; or by a synonym that means the same column wherever it stands.
  const spec::Column* measure_of_others(const Phrase& words) const {
    const spec::Column* by_synonym = nullptr;
    bool is_ambiguous = false;
    for (const Process& other : draft_.knowledge.processes) {
      for (const spec::Column& measure : other.measures) {
        if (phrase(measure.name) == words) return &measure;
        const bool says = std::any_of(measure.synonyms.begin(), measure.synonyms.end(),
                                      [&](const std::string& s) { return phrase(s) == words; });
        if (!says) continue;
        is_ambiguous |= by_synonym != nullptr && by_synonym->name != measure.name;
        by_synonym = &measure;
      }
    }
    const bool is_general = meaning_of(draft_.knowledge.measure_words, words) != nullptr;
    return is_ambiguous || is_general ? nullptr : by_synonym;  // "value" is anybody's
  }

  // The measure an item means: of this process, of any other, or new.
  spec::Column measure_for(const Item& item, bool& is_guess) const {
    const Phrase words = item.phrase();
    const spec::Column* known = match_column(process_.measures, words);
    if (known == nullptr) known = measure_of_others(words);
    is_guess = known == nullptr;
    if (is_guess) return guess_measure(draft_.knowledge, item);
    spec::Column column = *known;
    if (!is_part_of(words, column.name)) column.name = guess_measure(draft_.knowledge, item).name;
    apply_wishes(draft_.knowledge, item, column);
    return column;
  }

  // A measure that stands behind a listed fact is of that fact; others go where they are known,
  // else to the first.
  bool is_for_this_fact(const Item& item) const {
    if (item.fact >= 0 && plan_.listed >= 0) return item.fact == plan_.listed;
    if (match_column(process_.measures, item.phrase()) != nullptr) return true;
    return is_first() && !draft_.known_elsewhere(item, process_.name);
  }

  void choose_measures() {
    std::vector<spec::Column> chosen;
    for (const Item& item : draft_.asked.measures) {
      if (!is_for_this_fact(item)) continue;
      bool is_guess = false;
      spec::Column column = measure_for(item, is_guess);
      if (column.name.empty() || has(chosen, column.name)) continue;
      if (is_guess) {
        draft_.decide(fmt::format("{}/measures/{}", pointer_, chosen.size()), Basis::kGuess,
                      fmt::format("type and unit of '{}' are told from its name", column.name), 0.6,
                      "edit type, unit and additivity");
      }
      chosen.push_back(std::move(column));
    }
    if (draft_.asked.only_these_measures && !chosen.empty()) {
      add_ratio_parts(chosen);
    } else {
      for (const spec::Column& measure : process_.measures) {
        const bool renamed = std::any_of(chosen.begin(), chosen.end(), [&](const auto& held) {
          return held.name == measure.name || held.description == measure.description;
        });
        if (!renamed) chosen.push_back(measure);
      }
    }
    process_.measures = std::move(chosen);
    drop_broken_ratios();
  }

  // A ratio is kept with what it is a ratio of.
  void add_ratio_parts(std::vector<spec::Column>& chosen) const {
    for (std::size_t i = 0; i < chosen.size(); ++i) {
      for (const std::string& part : {chosen[i].numerator, chosen[i].denominator}) {
        if (part.empty() || has(chosen, part)) continue;
        for (const spec::Column& measure : process_.measures) {
          if (measure.name == part) {
            chosen.push_back(measure);
            break;
          }
        }
      }
    }
  }

  void drop_broken_ratios() {
    for (spec::Column& measure : process_.measures) {
      if (has(process_.measures, measure.numerator) &&
          has(process_.measures, measure.denominator)) {
        continue;
      }
      measure.numerator.clear();
      measure.denominator.clear();
    }
  }

  static bool has(const std::vector<spec::Column>& columns, std::string_view name) {
    return std::any_of(columns.begin(), columns.end(),
                       [&](const spec::Column& column) { return column.name == name; });
  }

  void write_table() {
    spec::Table table;
    table.kind = spec::TableKind::kFact;
    table.name = process_.fact;
    if (is_first() && draft_.plans.size() == 1 && !draft_.wishes.fact_name.empty()) {
      table.name = draft_.wishes.fact_name;
      if (!table.name.starts_with("fact_")) table.name = "fact_" + table.name;
    }
    table.description = process_.description;
    table.type = process_.type;
    table.grain = process_.grain;
    table.grain_columns = process_.grain_columns;
    for (const DimensionUse& held : uses_) {
      spec::ForeignKey key;
      key.columns = {key_column(held)};
      key.references = {"dim_" + held.dimension, {held.dimension + "_key"}};
      key.role = held.role;
      key.optional = held.optional;
      table.foreign_keys.push_back(std::move(key));
    }
    table.columns = process_.columns;
    for (spec::Column& measure : process_.measures) {
      std::erase_if(measure.synonyms, [&](const std::string& synonym) {
        return is_part_of(phrase(synonym), measure.name);  // said by the name already
      });
      if (!has(table.columns, measure.name)) table.measures.push_back(std::move(measure));
    }
    std::vector<spec::Column> before = plan_.process->measures;
    before.insert(before.end(), plan_.process->columns.begin(), plan_.process->columns.end());
    mend_fills(table, before);
    if (!plan_.is_custom) table.synonyms = process_.synonyms;
    if (table.synonyms.size() > kSynonymsMax) table.synonyms.resize(kSynonymsMax);
    draft_.spec.facts.push_back(std::move(table));
  }

  Draft& draft_;
  const FactPlan& plan_;
  Process process_;
  std::string pointer_;
  std::vector<DimensionUse> uses_;
};

}  // namespace

void add_fact(Draft& draft, const FactPlan& plan) { FactBuilder(draft, plan).build(); }

}  // namespace dbx::design

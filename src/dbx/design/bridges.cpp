// What there are several of: a bridge between two dimensions ("an account has several holders"), or
// a group between the fact and a dimension ("an encounter has several diagnoses"), with a weight
// that adds up to one in each group (Kimball's multivalued dimension).
#include <fmt/format.h>

#include <algorithm>

#include "dbx/design/draft.h"
#include "dbx/design/match.h"

namespace dbx::design {
namespace {

class BridgeBuilder {
 public:
  explicit BridgeBuilder(Draft& draft) : draft_(draft) {}

  void build() {
    for (const auto& [owner, what] : draft_.wishes.many) {
      const std::size_t dimension = find(what);
      if (dimension == kNone) continue;
      const std::size_t other = find(owner);
      if (other != kNone && other != dimension) {
        connect(other, dimension);
      } else if (other == kNone) {
        group(dimension, Basis::kAsked);
      }
    }
    for (const FactPlan& plan : draft_.plans) {
      for (const DimensionUse& use : plan.process->dimensions) {
        if (!use.multivalued) continue;
        for (std::size_t i = 0; i < draft_.dimensions.size(); ++i) {
          const DimensionArchetype* archetype = draft_.dimensions[i].archetype;
          if (archetype != nullptr && archetype->name == use.dimension) group(i, Basis::kKnowledge);
        }
      }
    }
  }

 private:
  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);

  // The dimension that the words name; it is no bridge to the calendar.
  std::size_t find(const Item& item) const {
    for (Phrase words = item.phrase(); !words.empty(); words.erase(words.begin())) {
      for (std::size_t i = 0; i < draft_.dimensions.size(); ++i) {
        const DraftDimension& held = draft_.dimensions[i];
        if (held.name == "date") continue;
        const bool is_own = phrase(held.name) == words;
        const bool is_synonym =
            held.archetype != nullptr &&
            std::find(held.archetype->phrases.begin(), held.archetype->phrases.end(), words) !=
                held.archetype->phrases.end();
        if (is_own || is_synonym) return i;
      }
    }
    return kNone;
  }

  static spec::ForeignKey reference(const spec::Table& table) {
    spec::ForeignKey key;
    key.columns = {table.surrogate_key};
    key.references = {table.name, {table.surrogate_key}};
    return key;
  }

  static spec::Column weight() {
    spec::Column column;
    column.name = "weighting_factor";
    column.type = spec::read_type("DECIMAL(9,6)").type;
    column.nullable = false;
    column.description = "Share of the group's measures that falls to this row";
    return column;
  }

  bool has_bridge(const std::string& name) const {
    return std::any_of(draft_.spec.bridges.begin(), draft_.spec.bridges.end(),
                       [&](const spec::Table& table) { return table.name == name; });
  }

  void add_bridge(spec::Table bridge, Basis basis, std::string why) {
    bridge.kind = spec::TableKind::kBridge;
    bridge.columns = {weight()};
    draft_.decide(fmt::format("/entities/bridges/{}", draft_.spec.bridges.size()), basis,
                  std::move(why), 0.85, "say 'one ... only'");
    draft_.spec.bridges.push_back(std::move(bridge));
  }

  void connect(std::size_t owner, std::size_t what) {
    const spec::Table& first = draft_.spec.dimensions[owner];
    const spec::Table& second = draft_.spec.dimensions[what];
    spec::Table bridge;
    bridge.name =
        fmt::format("bridge_{}_{}", draft_.dimensions[owner].name, draft_.dimensions[what].name);
    if (has_bridge(bridge.name)) return;
    bridge.description =
        fmt::format("Which {} belong to which {}", spaced(draft_.dimensions[what].name),
                    spaced(draft_.dimensions[owner].name));
    bridge.foreign_keys = {reference(first), reference(second)};
    add_bridge(
        std::move(bridge), Basis::kAsked,
        fmt::format("a {} may have several {}: many to many", spaced(draft_.dimensions[owner].name),
                    spaced(draft_.dimensions[what].name)));
  }

  // The fact refers to a group instead of the dimension itself.
  void group(std::size_t what, Basis basis) {
    const std::string& name = draft_.dimensions[what].name;
    const std::string key = name + "_key";
    spec::Table* fact = nullptr;
    for (spec::Table& held : draft_.spec.facts) {
      for (spec::ForeignKey& foreign : held.foreign_keys) {
        if (fact == nullptr && foreign.columns[0] == key) fact = &held;
      }
    }
    const std::string group_name = name + "_group";
    if (fact == nullptr || has_bridge("bridge_" + group_name)) return;
    const auto& grain = fact->grain_columns;
    if (std::find(grain.begin(), grain.end(), key) != grain.end()) return;  // a row each already
    spec::Table group_table;
    group_table.kind = spec::TableKind::kDimension;
    group_table.name = "dim_" + group_name;
    group_table.surrogate_key = group_name + "_key";
    group_table.natural_key = {group_name + "_id"};
    group_table.description = fmt::format("A set of {} that belong to one row", spaced(name));
    spec::Column number;
    number.name = group_name + "_id";
    number.type = spec::read_type("VARCHAR(40)").type;
    number.nullable = false;
    number.role = spec::Role::kKey;
    number.description = "Identifies the set";
    group_table.columns = {std::move(number)};
    for (spec::ForeignKey& foreign : fact->foreign_keys) {
      if (foreign.columns[0] == key) foreign = reference(group_table);
    }
    spec::Table bridge;
    bridge.name = "bridge_" + group_name;
    bridge.description = fmt::format("The {} of each set", spaced(name));
    bridge.foreign_keys = {reference(group_table), reference(draft_.spec.dimensions[what])};
    draft_.spec.dimensions.push_back(std::move(group_table));
    add_bridge(std::move(bridge), basis,
               fmt::format("a row of {} may have several {}: a group and a bridge", fact->name,
                           spaced(name)));
  }

  Draft& draft_;
};

}  // namespace

void add_bridges(Draft& draft) { BridgeBuilder(draft).build(); }

}  // namespace dbx::design

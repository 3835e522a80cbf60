// The design while it is made: what was asked, sorted by what it is, and the tables so far. Steps
// in order: classify (asked), facts, dimensions, annotate. Internal to design/.
#pragma once

#include <string>
#include <vector>

#include "dbx/design/design.h"
#include "dbx/design/knowledge.h"
#include "dbx/design/select_process.h"
#include "dbx/design/wishes.h"

namespace dbx::design {

// A dimension that the prompt names. `name` is the user's word: "borrower" over the archetype
// customer.
struct AskedDimension {
  std::string name;
  std::string role;                               // of the foreign key: order_date; empty: none
  const DimensionArchetype* archetype = nullptr;  // null: to be built from the words
  Items attributes;                               // listed in brackets: these and the keys only
  std::string text;                               // as asked
};

// An attribute that the prompt names by itself: "by category".
struct AskedAttribute {
  std::string archetype;
  Item item;
};

// "customers have a tier": an attribute of a dimension, where the design has it.
struct DescribedDimension {
  std::string dimension;
  Item attribute;
};

struct Asked {
  std::vector<AskedDimension> dimensions;
  std::vector<DescribedDimension> described;
  bool only_these_dimensions = false;  // listed as dimensions
  bool only_these_and_grain = false;   // listed otherwise: what the grain needs stays too
  Items measures;
  bool only_these_measures = false;
  std::vector<AskedAttribute> attributes;
  std::vector<std::string> not_understood;
};

Asked classify(const Knowledge& knowledge, const Wishes& wishes,
               const std::vector<const Process*>& processes);
// What the processes themselves mean by the words: "clinic" is a vet's clinic among pets, "start
// station" a role that is there. No archetype: nothing of theirs.
AskedDimension own_dimension(const Knowledge& knowledge, const Item& item,
                             const std::vector<const Process*>& processes);
// One item as a dimension, whatever it takes: known, role of one, or new.
AskedDimension resolve_dimension(const Knowledge& knowledge, const Item& item);

struct DraftDimension {
  std::string name;  // without dim_
  const DimensionArchetype* archetype = nullptr;
  Items attributes;  // not empty: these and the keys only
  Items additions;
  Basis basis = Basis::kKnowledge;
};

// A fact to be made.
struct FactPlan {
  const Process* process = nullptr;
  bool is_custom = false;  // made from the words of the prompt
  int listed = -1;         // which of the facts that the prompt lists; -1: it lists none
};

struct Draft {
  const Knowledge& knowledge;
  const Wishes& wishes;
  std::vector<FactPlan> plans;  // of the facts, in order
  Asked asked;
  std::vector<DraftDimension> dimensions;
  spec::Spec spec;
  std::vector<Decision> decisions;

  // The dimension of that name, made where it is missing.
  DraftDimension& dimension(const std::string& name, const DimensionArchetype* archetype,
                            Basis basis);
  const DraftDimension* find(std::string_view name) const;
  // Does another process of the design know the dimension, or the measure?
  bool asked_elsewhere(const AskedDimension& asked, std::string_view process) const;
  bool known_elsewhere(const Item& measure, std::string_view process) const;
  void decide(std::string pointer, Basis basis, std::string text, double confidence,
              std::string alternative = {});
};

// Appends a fact to draft.spec.facts.
void add_fact(Draft& draft, const FactPlan& plan);
// The stages that the prompt names become roles of the date (milestones.cpp).
void add_milestones(Draft& draft, Process& process, std::vector<DimensionUse>& uses,
                    const std::string& pointer);
// Decides type, grain and degenerate columns (grain.cpp); `uses` may gain and lose entries.
void settle_grain(Draft& draft, const FactPlan& plan, Process& process,
                  std::vector<DimensionUse>& uses);
// Turns draft.dimensions into draft.spec.dimensions, with history and exclusions.
void add_dimensions(Draft& draft);
// One dimension by itself.
spec::Table make_dimension(const Knowledge& knowledge, const AskedDimension& asked);
// "flags a and b": one dimension of their combinations (junk.cpp).
void add_junk(Draft& draft);
// What a row has several of: groups and bridges (bridges.cpp).
void add_bridges(Draft& draft);

// A process that no file has, from the nouns, verbs and numbers of the prompt; its name is empty
// where they are too little for a design. `named`: the words of the fact, where the prompt lists
// it. Adds to `asked` what the prompt's sentences speak of.
Process custom_process(const Knowledge& knowledge, const Wishes& wishes, const Item* named,
                       Asked& asked);

// What became of the words of the prompt (readings.cpp), and what it leaves open (questions.cpp).
std::vector<Reading> readings_of(const Draft& draft);
std::vector<Question> questions_of(const Draft& draft, const Selection& selection);

// Canonical YAML with a comment for every decision.
std::string annotate(const spec::Spec& spec, const std::vector<Decision>& decisions);

// Empty where the prompt may be read as a wish for a design; else why not.
Diagnostics refuse_text(std::string_view prompt, const std::vector<Token>& tokens);  // is none
Diagnostics refuse_at_sight(std::string_view prompt, const std::vector<Token>& tokens);
// "no dimensions": what cannot be had together.
Diagnostics refuse_contradiction(const Wishes& wishes);
Diagnostics not_understood(const Selection& selection);

}  // namespace dbx::design

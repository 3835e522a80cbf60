// What the product knows about businesses: processes (facts) on a bus matrix of conformed
// dimensions, and what single words say about a column. Read from knowledge/**/*.yml, which travel
// in the binary. To add a process or a dimension: an entry in a file there; the loader checks it, a
// test designs it.
#pragma once

#include <algorithm>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "dbx/base/embedded.h"
#include "dbx/base/result.h"
#include "dbx/design/words.h"
#include "dbx/spec/spec.h"

namespace dbx::design {

// dim_<name> with the surrogate key <name>_key.
struct DimensionArchetype {
  std::string name;
  std::vector<std::string> synonyms;
  std::string description;
  std::vector<std::string> natural_key;
  spec::Type own_key;  // given: the surrogate key is a column of that type that dbx does not number
  spec::History history = spec::History::kType1;
  std::string stands_for;  // the kind of things it is a pattern for: person, animal, place, ...
  std::vector<spec::Column> columns;
  std::vector<Phrase> phrases;  // of name and synonyms, in that order; filled by the loader

  bool has_own_key() const { return own_key.kind != spec::TypeKind::kUnknown; }
};

// A dimension as a process uses it: `customer`, or {dimension: date, role: ship_date, optional:
// true}.
struct DimensionUse {
  std::string dimension;
  std::string role;          // the foreign key is <role>_key; empty: <dimension>_key
  bool optional = false;     // a row may have none
  bool multivalued = false;  // a row has several, through a group and a bridge
};

// What a bare "hotel" stands for.
struct Industry {
  std::string name;
  std::vector<std::string> synonyms;
  std::vector<std::string> processes;  // the ones its prompts mean, the first one first
  bool everywhere = false;             // any business has it too: payroll, bookkeeping
  std::vector<Phrase> phrases;         // of name and synonyms; filled by the loader
};

struct Process {
  std::string name;  // as people say it: "loan payments"
  std::vector<std::string> synonyms;
  std::vector<std::string> industries;  // by name
  std::string fact;                     // fact_loan_payments
  spec::FactType type = spec::FactType::kTransaction;
  std::string description;
  std::string grain;  // "one row per ..."
  std::vector<std::string> grain_columns;
  std::vector<DimensionUse> dimensions;
  std::vector<std::string> optional_dimensions;  // fit, but only on request
  std::vector<spec::Column> columns;             // degenerate dimensions
  std::vector<std::string> milestones;           // roles of date, in order
  std::vector<spec::Column> measures;
  std::vector<std::string> questions;
  std::vector<Phrase> phrases;  // of name and synonyms, in that order; filled by the loader

  bool is_called(const Phrase& words) const {
    return std::find(phrases.begin(), phrases.end(), words) != phrases.end();
  }
};

// What the last words of a name say about its column: the template's name is empty.
struct WordMeaning {
  std::vector<std::string> words;
  spec::Column column;
  std::vector<Phrase> phrases;  // filled by the loader
};

struct Knowledge {
  std::vector<Process> processes;
  std::vector<DimensionArchetype> dimensions;
  std::vector<DimensionArchetype> patterns;  // by stands_for; never found by their names
  std::vector<Industry> industries;
  std::vector<WordMeaning> measure_words;
  std::vector<WordMeaning> attribute_words;
  std::vector<WordMeaning> unit_words;

  const DimensionArchetype* dimension(std::string_view name) const;
  const Process* process(std::string_view name) const;
  const Industry* industry(std::string_view name) const;
  // The pattern for things of that kind; null: there is none.
  const DimensionArchetype* pattern(std::string_view kind) const;
};

// Reads and cross-checks: every name that is used exists. Errors are located in the file.
Result<Knowledge> load_knowledge(std::span<const embedded::File> files);
// The one in the binary, read on first use; thread-safe.
const Result<Knowledge>& knowledge();

// Finds what holds in one file but not across files; empty: all is well (knowledge_check.cpp).
Diagnostics check_knowledge(const Knowledge& knowledge);

// The foreign key's column: role or dimension, then "_key".
std::string key_column(const DimensionUse& use);

}  // namespace dbx::design

// "flags gift wrapped and express": low-cardinality flags of the first fact in one dimension of
// their combinations (Kimball's junk dimension), rather than a column each.
#include <fmt/format.h>

#include <algorithm>

#include "dbx/design/draft.h"
#include "dbx/design/match.h"

namespace dbx::design {
namespace {

spec::Column flag_of(const Knowledge& knowledge, const Item& item, std::string_view prefix) {
  spec::Column column = guess_attribute(knowledge, item, prefix);
  const bool is_category = meaning_of(knowledge.attribute_words, item.phrase()) != nullptr;
  if (!is_category) {
    column.type = spec::read_type("BOOLEAN").type;
    column.role = spec::Role::kFlag;
    if (!column.name.starts_with("is_") && !column.name.starts_with("has_")) {
      column.name.insert(0, "is_");
    }
  }
  column.nullable = false;
  return column;
}

}  // namespace

void add_junk(Draft& draft) {
  const Items& flags = draft.wishes.junk;
  if (flags.empty() || draft.spec.facts.empty()) return;
  spec::Table& fact = draft.spec.facts[0];
  const std::string subject = fact.name.starts_with("fact_") ? fact.name.substr(5) : fact.name;
  spec::Table table;
  table.kind = spec::TableKind::kDimension;
  table.name = fmt::format("dim_{}_flags", subject);
  table.description = fmt::format("Combinations of the flags of {}", spaced(subject));
  table.surrogate_key = fmt::format("{}_flags_key", subject);
  spec::Column code;
  code.name = subject + "_flags_code";
  code.type = spec::read_type("VARCHAR(40)").type;
  code.nullable = false;
  code.role = spec::Role::kKey;
  code.description = "Identifies the combination";
  table.natural_key = {code.name};
  table.columns = {std::move(code)};
  for (const Item& item : flags) {
    spec::Column column = flag_of(draft.knowledge, item, subject);
    const bool held = std::any_of(table.columns.begin(), table.columns.end(),
                                  [&](const spec::Column& c) { return c.name == column.name; });
    if (held || column.name.empty()) continue;
    table.columns.push_back(std::move(column));
  }
  if (table.columns.size() < 2) return;
  spec::ForeignKey key;
  key.columns = {table.surrogate_key};
  key.references = {table.name, {table.surrogate_key}};
  fact.foreign_keys.push_back(std::move(key));
  draft.decide(fmt::format("/entities/dimensions/{}", draft.spec.dimensions.size()), Basis::kAsked,
               "the flags share one junk dimension, a row for each combination", 0.9,
               "list them as dimensions of their own");
  draft.spec.dimensions.push_back(std::move(table));
}

}  // namespace dbx::design

// Adoption of tables; see adopt.h.
#include "dbx/design/adopt.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "dbx/design/match.h"

namespace dbx::design {
namespace {

bool says(const std::vector<std::string>& synonyms, const Phrase& words) {
  return std::any_of(synonyms.begin(), synonyms.end(),
                     [&](const std::string& synonym) { return phrase(synonym) == words; });
}

bool is_date(const std::string& table) {
  const Phrase words = phrase(bare_name(table));
  return words == Phrase{"date"} || words == Phrase{"calendar"} || words == Phrase{"day"};
}

// The dimension of `base` that is the same thing; null: none.
const spec::Table* same(const spec::Spec& base, const spec::Table& wanted) {
  const Phrase words = phrase(bare_name(wanted.name));
  for (const spec::Table& table : base.dimensions) {
    if (table.name == wanted.name || phrase(bare_name(table.name)) == words) return &table;
  }
  for (const spec::Table& table : base.dimensions) {
    if (is_date(table.name) && is_date(wanted.name)) return &table;
    if (says(table.synonyms, words)) return &table;
  }
  return nullptr;
}

// The key as it leads into `base`; the column's old name and new.
spec::ForeignKey redirected(const spec::ForeignKey& key, const spec::Table& target) {
  spec::ForeignKey result = key;
  result.references = {target.name, {target.surrogate_key}};
  if (key.role.empty() && !target.surrogate_key.empty()) result.columns = {target.surrogate_key};
  return result;
}

bool can_be_referenced(const spec::Table* table) {
  return table != nullptr && !table->surrogate_key.empty();
}

}  // namespace

std::string bare_name(const std::string& table) {
  for (const std::string_view prefix : {"dim_", "fact_", "bridge_"}) {
    if (table.starts_with(prefix)) return table.substr(prefix.size());
  }
  return table;
}

std::vector<Adoption> adopt(const spec::Spec& base, const spec::Spec& added) {
  std::vector<Adoption> result;
  std::map<std::string, const spec::Table*> shared;
  for (const spec::Table& table : added.dimensions) {
    const spec::Table* held = same(base, table);
    if (can_be_referenced(held)) {
      shared[table.name] = held;
    } else {
      result.push_back({spec::AddTable{table}, fmt::format("added {}", table.name)});
    }
  }
  const auto redirect = [&](spec::Table table) {
    for (spec::ForeignKey& key : table.foreign_keys) {
      const auto held = shared.find(key.references.table);
      if (held == shared.end()) continue;
      const std::string before = key.columns[0];
      key = redirected(key, *held->second);
      std::replace(table.grain_columns.begin(), table.grain_columns.end(), before, key.columns[0]);
    }
    return table;
  };
  for (const spec::Table& table : added.facts) {
    std::string shares;
    for (const spec::ForeignKey& key : table.foreign_keys) {
      const auto held = shared.find(key.references.table);
      if (held != shared.end() && shares.find(held->second->name) == std::string::npos) {
        shares += (shares.empty() ? "" : ", ") + held->second->name;
      }
    }
    result.push_back({spec::AddTable{redirect(table)},
                      shares.empty()
                          ? fmt::format("added {}", table.name)
                          : fmt::format("added {}, which shares {}", table.name, shares)});
  }
  for (const spec::Table& table : added.bridges) {
    result.push_back({spec::AddTable{redirect(table)}, fmt::format("added {}", table.name)});
  }
  return result;
}

std::size_t shared_with(const spec::Spec& base, const spec::Spec& added) {
  return static_cast<std::size_t>(
      std::count_if(added.dimensions.begin(), added.dimensions.end(), [&](const auto& table) {
        return !is_date(table.name) && can_be_referenced(same(base, table));
      }));
}

std::vector<Adoption> adopt_dimension(const spec::Spec& base, const spec::Table& table,
                                      const std::string& role, const std::string& fact) {
  std::vector<Adoption> result;
  const spec::Table* held = same(base, table);
  if (!can_be_referenced(held)) {
    held = nullptr;
    result.push_back({spec::AddTable{table}, fmt::format("added {}", table.name)});
  }
  const spec::Table& target = held == nullptr ? table : *held;
  spec::ForeignKey key;
  key.columns = {role.empty() ? target.surrogate_key : role + "_key"};
  key.references = {target.name, {target.surrogate_key}};
  key.role = role;
  key.optional = true;  // rows are there already, and have none
  result.push_back(
      {spec::AddForeignKey{fact, key}, fmt::format("added {}.{}", fact, key.columns[0])});
  return result;
}

const spec::Table* find_table(const spec::Spec& spec, const Item& item) {
  Phrase words = item.phrase();
  const auto is_head = [](const std::string& word) {
    return word == "table" || word == "dimension" || word == "fact" || word == "dim";
  };
  while (words.size() > 1 && is_head(words.back())) words.pop_back();
  while (words.size() > 1 && is_head(words.front())) words.erase(words.begin());
  const std::vector<spec::TablePlace> places = spec::all_tables(spec);
  for (const spec::TablePlace& place : places) {
    if (phrase(bare_name(place.table->name)) == words) return place.table;
  }
  for (const spec::TablePlace& place : places) {
    if (says(place.table->synonyms, words)) return place.table;
  }
  const spec::Table* found = nullptr;  // "sales" for fact_retail_sales, where there is one such
  for (const spec::TablePlace& place : places) {
    if (!is_part_of(words, bare_name(place.table->name))) continue;
    if (place.table->kind != spec::TableKind::kFact) continue;
    if (found != nullptr) return nullptr;
    found = place.table;
  }
  return found;
}

std::pair<std::string, std::string> find_column(const spec::Spec& spec, const Item& item) {
  const Phrase words = item.phrase();
  std::pair<std::string, std::string> found;
  for (const spec::TablePlace& place : spec::all_tables(spec)) {
    const Phrase own = phrase(bare_name(place.table->name));
    Phrase rest = words;
    const bool is_named =
        words.size() > own.size() && std::equal(own.begin(), own.end(), words.begin());
    if (is_named) rest.erase(rest.begin(), rest.begin() + static_cast<std::ptrdiff_t>(own.size()));
    for (const auto* group : {&place.table->measures, &place.table->columns}) {
      const spec::Column* column = match_column(*group, rest);
      if (column == nullptr) column = match_column(*group, words);
      if (column == nullptr) continue;
      if (is_named) return {place.table->name, column->name};
      if (!found.first.empty()) return {};
      found = {place.table->name, column->name};
      break;
    }
  }
  return found;
}

}  // namespace dbx::design

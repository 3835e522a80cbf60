// Dimension tables from archetypes and from the words of the prompt: attributes, history,
// exclusions.
#include <fmt/format.h>

#include <algorithm>

#include "dbx/base/text.h"
#include "dbx/design/draft.h"
#include "dbx/design/fills.h"
#include "dbx/design/match.h"
#include "dbx/design/nouns.h"
#include "dbx/english/lexicon.h"

namespace dbx::design {
namespace {

constexpr std::size_t kSynonymsMax = 4;  // the first ones are the best; more only make it long

bool has(const std::vector<spec::Column>& columns, std::string_view name) {
  return std::any_of(columns.begin(), columns.end(),
                     [&](const spec::Column& column) { return column.name == name; });
}

class DimensionBuilder {
 public:
  DimensionBuilder(Draft& draft, const DraftDimension& source, std::string pointer)
      : draft_(draft), source_(source), pointer_(std::move(pointer)) {}

  spec::Table build() {
    table_.kind = spec::TableKind::kDimension;
    table_.name = "dim_" + source_.name;
    table_.surrogate_key = source_.name + "_key";
    if (source_.archetype != nullptr) {
      take_archetype(*source_.archetype);
    } else {
      take_words();
    }
    for (const Item& item : source_.additions) add_addition(item);
    exclude_attributes();
    mend_hierarchies();
    if (source_.archetype != nullptr) mend_fills(table_, source_.archetype->columns);
    if (source_.archetype != nullptr && source_.archetype->has_own_key()) add_own_key();
    say_where_from();
    return std::move(table_);
  }

 private:
  // A name of the archetype under the user's own word: customer_name -> borrower_name.
  std::string renamed(const std::string& name) const {
    const std::string& own = source_.archetype->name;
    if (source_.name == own || !name.starts_with(own + "_")) return name;
    return source_.name + name.substr(own.size());
  }

  void take_archetype(const DimensionArchetype& archetype) {
    table_.description = archetype.description;
    table_.history = archetype.history;
    for (const std::string& synonym : archetype.synonyms) {
      if (table_.synonyms.size() >= kSynonymsMax) break;
      if (identifier(synonym) != source_.name) table_.synonyms.push_back(synonym);
    }
    if (source_.name != archetype.name) {
      table_.synonyms.insert(table_.synonyms.begin(), spaced(archetype.name));
    }
    for (const std::string& natural : archetype.natural_key) {
      table_.natural_key.push_back(renamed(natural));
    }
    std::vector<spec::Column> all = archetype.columns;
    for (spec::Column& column : all) {
      column.name = renamed(column.name);
      column.hierarchy = with_renamed_levels(column.hierarchy);
      std::erase_if(column.synonyms, [&](const std::string& synonym) {
        return is_part_of(phrase(synonym), column.name);  // said by the name already
      });
    }
    if (source_.attributes.empty()) {
      for (spec::Column& column : all) {  // two may have the same name under the user's word
        if (!has(table_.columns, column.name)) table_.columns.push_back(std::move(column));
      }
      return;
    }
    for (const spec::Column& column : all) {
      if (is_natural_key(column.name) || column.display) table_.columns.push_back(column);
    }
    for (const Item& item : source_.attributes) {
      const spec::Column* known = match_column(all, item.phrase());
      if (known == nullptr) {
        add_attribute(item);
      } else if (!has(table_.columns, known->name)) {
        spec::Column column = *known;
        if (!is_part_of(item.phrase(), column.name)) {
          column.name = guess_attribute(draft_.knowledge, item, source_.name).name;
        }
        if (!has(table_.columns, column.name)) table_.columns.push_back(std::move(column));
      }
    }
  }

  std::string with_renamed_levels(std::string_view hierarchy) const {
    if (hierarchy.empty()) return {};
    std::string result;
    for (const std::string_view level : text::split(hierarchy, '>')) {
      if (!result.empty()) result += " > ";
      result += renamed(std::string(text::trim(level)));
    }
    return result;
  }

  // Levels that are not columns (any more) go; one level alone is no hierarchy.
  void mend_hierarchies() {
    for (spec::Column& column : table_.columns) {
      if (column.hierarchy.empty()) continue;
      std::vector<std::string> levels;
      for (const std::string_view level : text::split(column.hierarchy, '>')) {
        if (has(table_.columns, text::trim(level))) levels.emplace_back(text::trim(level));
      }
      column.hierarchy = levels.size() < 2 ? std::string() : text::join(levels, " > ");
    }
  }

  bool is_natural_key(std::string_view name) const {
    return std::find(table_.natural_key.begin(), table_.natural_key.end(), name) !=
           table_.natural_key.end();
  }

  // No archetype covers it: a number, a name, and what was listed.
  void take_words() {
    const std::string words = spaced(source_.name);
    table_.description = fmt::format("One row per {}; built from the words of the prompt", words);
    spec::Column number;
    number.name = source_.name + "_id";
    number.type = spec::read_type("VARCHAR(40)").type;
    number.nullable = false;
    number.role = spec::Role::kKey;
    number.description = fmt::format("Identifies the {} in the source", words);
    table_.natural_key = {number.name};
    spec::Column title;
    title.name = source_.name + "_name";
    title.type = spec::read_type("VARCHAR(120)").type;
    title.nullable = false;
    title.display = true;
    title.description = fmt::format("Name of the {}", words);
    table_.columns = {std::move(number), std::move(title)};
    for (const Item& item : source_.attributes) add_attribute(item);
    if (source_.attributes.empty()) take_pattern();
  }

  // What a thing of its kind usually has: a person an address, an animal a species.
  void take_pattern() {
    const Phrase words = phrase(source_.name);
    const DimensionArchetype* pattern =
        draft_.knowledge.pattern(kind_of(english::look_up(words.back()).noun));
    if (pattern == nullptr) return;
    pattern_ = pattern->name;
    for (spec::Column column : pattern->columns) {
      if (column.display || column.role == spec::Role::kKey) continue;
      if (column.name.starts_with(pattern->name + "_")) {
        column.name = source_.name + column.name.substr(pattern->name.size());
      }
      if (!has(table_.columns, column.name)) table_.columns.push_back(std::move(column));
    }
  }

  // An attribute that a sentence speaks of: the archetype's own, unless it is there, else new.
  void add_addition(const Item& item) {
    if (source_.archetype != nullptr) {
      const spec::Column* known = match_column(source_.archetype->columns, item.phrase());
      if (known != nullptr) {
        spec::Column column = *known;
        column.name = renamed(column.name);
        if (!has(table_.columns, column.name)) table_.columns.push_back(std::move(column));
        return;
      }
    }
    add_attribute(item);
  }

  void add_attribute(const Item& item) {
    const Phrase words = item.phrase();
    if (words == Phrase{"name"} || words == Phrase{"id"}) return;
    if (match_column(table_.columns, words) != nullptr) return;
    spec::Column column = guess_attribute(draft_.knowledge, item, source_.name);
    if (column.name.empty() || has(table_.columns, column.name) ||
        column.name == table_.surrogate_key) {
      return;
    }
    table_.columns.push_back(std::move(column));
  }

  void exclude_attributes() {
    for (const Item& item : draft_.wishes.excluded) {
      Phrase words = item.phrase();
      if (match_dimension(draft_.knowledge, words) != nullptr) continue;
      const Phrase own = phrase(source_.name);
      if (words.size() > own.size() && std::equal(own.begin(), own.end(), words.begin())) {
        words.erase(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(own.size()));
      }
      const spec::Column* found = match_column(table_.columns, words);
      if (found == nullptr || is_natural_key(found->name)) continue;
      const std::string name = found->name;
      std::erase_if(table_.columns, [&](const spec::Column& c) { return c.name == name; });
      draft_.decide(pointer_, Basis::kAsked, fmt::format("without {}, as asked", name), 1);
    }
  }

  void add_own_key() {
    spec::Column key;
    key.name = table_.surrogate_key;
    key.type = source_.archetype->own_key;
    key.nullable = false;
    key.role = spec::Role::kKey;
    key.description = "The day as yyyymmdd";
    table_.columns.insert(table_.columns.begin(), std::move(key));
  }

  void say_where_from() {
    const std::string words = spaced(source_.name);
    if (source_.archetype == nullptr) {
      const std::string made =
          pattern_.empty()
              ? fmt::format(
                    "nothing is known of '{}': number and name, and the attributes that "
                    "were listed",
                    words)
              : fmt::format("nothing is known of '{}': it is made as {} usually are", words,
                            pattern_ == "equipment" || pattern_ == "goods" ? pattern_
                            : pattern_ == "person"                         ? "people"
                                                                           : pattern_ + "s");
      draft_.decide(pointer_, Basis::kGuess, made, 0.5,
                    fmt::format("list its attributes: {} (a, b, c)", words));
    } else if (source_.basis == Basis::kAsked) {
      const bool is_own = source_.name == source_.archetype->name;
      draft_.decide(
          pointer_, Basis::kAsked,
          is_own ? std::string("the dimension that was asked for")
                 : fmt::format("'{}' is made like {}", words, spaced(source_.archetype->name)),
          is_own ? 1 : 0.85);
    } else {
      draft_.decide(pointer_, Basis::kKnowledge,
                    source_.name == "date" ? std::string("every fact has a date")
                                           : std::string("usual for this process"),
                    0.9, source_.name == "date" ? "" : fmt::format("say 'without {}'", words));
    }
    if (table_.history == spec::History::kType2) {
      draft_.decide(pointer_ + "/history", Basis::kKnowledge,
                    fmt::format("versions of a {} are usually kept", words), 0.7,
                    "set history: type1 to overwrite");
    }
  }

  Draft& draft_;
  const DraftDimension& source_;
  std::string pointer_;
  std::string pattern_;  // the kind of things it is made like; empty: none
  spec::Table table_;
};

// Does an item such as "customer", "client" or "customer tier" speak of the dimension?
bool speaks_of(const Item& item, const DraftDimension& dimension, const spec::Table& table) {
  const Phrase words = item.phrase();
  if (words.empty()) return dimension.name != "date";
  const Phrase own = phrase(dimension.name);
  if (words.size() >= own.size() && std::equal(own.begin(), own.end(), words.begin())) return true;
  if (own.size() > 1 && words.front() == own.back()) return true;  // "field" of a farm field
  if (dimension.archetype != nullptr) {
    const auto& phrases = dimension.archetype->phrases;
    if (std::find(phrases.begin(), phrases.end(), words) != phrases.end()) return true;
  }
  return dimension.name != "date" && match_column(table.columns, words) != nullptr;
}

// "history of dealer region": the region is among the dealer's attributes.
void add_named_attribute(const Draft& draft, const DraftDimension& dimension, const Item& item,
                         spec::Table& table) {
  const Phrase own = phrase(dimension.name);
  const Phrase words = item.phrase();
  const bool is_named =
      words.size() > own.size() && std::equal(own.begin(), own.end(), words.begin());
  if (!is_named) return;
  Item rest = item;
  rest.words.erase(rest.words.begin(),
                   rest.words.begin() + static_cast<std::ptrdiff_t>(own.size()));
  static constexpr std::string_view kGeneral[] = {"attribute", "change",  "detail", "data",
                                                  "dimension", "history", "record"};
  const bool is_general = std::find(std::begin(kGeneral), std::end(kGeneral),
                                    rest.words.back().lemma) != std::end(kGeneral);
  if (is_general || match_column(table.columns, rest.phrase()) != nullptr) return;
  spec::Column column = guess_attribute(draft.knowledge, rest, dimension.name);
  if (!column.name.empty() && !has(table.columns, column.name)) {
    table.columns.push_back(std::move(column));
  }
}

// "history of their address": of the first dimension that lives somewhere.
bool keep_history_of_address(Draft& draft, const Item& item) {
  const Phrase words = item.phrase();
  if (words.empty() ||
      (words.back() != "address" && words.back() != "location" && words.back() != "residence")) {
    return false;
  }
  // "Owners move often, keep history of their address": whoever was spoken of last before it.
  const std::vector<Token>& all = draft.wishes.all;
  const auto address = std::find_if(
      all.rbegin(), all.rend(), [&](const Token& token) { return token.lemma == words.back(); });
  std::size_t best = draft.dimensions.size();
  auto nearest = all.rend();
  for (std::size_t i = 0; i < draft.dimensions.size(); ++i) {
    const spec::Table& table = draft.spec.dimensions[i];
    if (!has(table.columns, "city") || !has(table.columns, "email")) continue;
    const std::string head = phrase(draft.dimensions[i].name).back();
    const auto said =
        std::find_if(address, all.rend(), [&](const Token& token) { return token.lemma == head; });
    if (best < draft.dimensions.size() && said >= nearest) continue;
    best = i;
    nearest = said;
  }
  if (best == draft.dimensions.size()) return false;
  draft.spec.dimensions[best].history = spec::History::kType2;
  draft.decide(
      fmt::format("/entities/dimensions/{}/history", best), Basis::kAsked,
      fmt::format("history is kept, as asked: the {} is among its attributes", words.back()), 0.8);
  return true;
}

void keep_history(Draft& draft) {
  for (const Item& item : draft.wishes.history) {
    bool found = false;
    for (std::size_t i = 0; i < draft.dimensions.size() && (!found || item.words.empty()); ++i) {
      spec::Table& table = draft.spec.dimensions[i];
      if (!speaks_of(item, draft.dimensions[i], table)) continue;
      found = true;
      add_named_attribute(draft, draft.dimensions[i], item, table);
      if (table.history == spec::History::kType2) continue;
      table.history = spec::History::kType2;
      draft.decide(fmt::format("/entities/dimensions/{}/history", i), Basis::kAsked,
                   "history is kept, as asked: a new version for every change", 1);
    }
    if (!found) found = keep_history_of_address(draft, item);
    if (!found) {
      draft.decide(
          "", Basis::kGuess,
          fmt::format("history of '{}' cannot be kept: it is no dimension here", item.text()), 0.4);
    }
  }
}

const DimensionArchetype* resolved(const Draft& draft, const std::string& name) {
  return match_dimension(draft.knowledge, phrase(name));
}

}  // namespace

spec::Table make_dimension(const Knowledge& knowledge, const AskedDimension& asked) {
  const Wishes nothing;
  Draft draft{knowledge, nothing, {}, {}, {}, {}, {}};
  const DraftDimension source{asked.name, asked.archetype, asked.attributes, {}, Basis::kAsked};
  return DimensionBuilder(draft, source, "").build();
}

void add_dimensions(Draft& draft) {
  for (const AskedDimension& asked : draft.asked.dimensions) {
    for (DraftDimension& dimension : draft.dimensions) {
      if (dimension.name == asked.name) dimension.attributes = asked.attributes;
    }
  }
  for (const AskedAttribute& asked : draft.asked.attributes) {
    for (DraftDimension& dimension : draft.dimensions) {
      if (dimension.archetype == nullptr || dimension.archetype->name != asked.archetype) continue;
      Item item = asked.item;
      const Phrase own = phrase(asked.archetype);
      const Phrase words = item.phrase();
      if (words.size() > own.size() && std::equal(own.begin(), own.end(), words.begin())) {
        item.words.erase(item.words.begin(),
                         item.words.begin() + static_cast<std::ptrdiff_t>(own.size()));
      }
      dimension.additions.push_back(std::move(item));
    }
  }
  for (const DescribedDimension& described : draft.asked.described) {
    for (DraftDimension& dimension : draft.dimensions) {
      const bool is_own = dimension.name == described.dimension ||
                          (dimension.archetype != nullptr &&
                           dimension.archetype == resolved(draft, described.dimension));
      if (is_own) dimension.additions.push_back(described.attribute);
    }
  }
  for (std::size_t i = 0; i < draft.dimensions.size(); ++i) {
    DimensionBuilder builder(draft, draft.dimensions[i], fmt::format("/entities/dimensions/{}", i));
    draft.spec.dimensions.push_back(builder.build());
  }
  keep_history(draft);
}

}  // namespace dbx::design

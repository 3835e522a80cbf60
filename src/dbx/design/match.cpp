// Matching by lemmas; see match.h.
#include "dbx/design/match.h"

#include <algorithm>

namespace dbx::design {
namespace {

bool ends_with(const Phrase& words, const Phrase& ending) {
  return words.size() >= ending.size() &&
         std::equal(ending.rbegin(), ending.rend(), words.rbegin());
}

spec::Column named(spec::Column column, std::string name) {
  column.name = std::move(name);
  return column;
}

}  // namespace

const DimensionArchetype* match_dimension(const Knowledge& knowledge, const Phrase& words) {
  if (words.empty()) return nullptr;
  for (const DimensionArchetype& dimension : knowledge.dimensions) {
    if (dimension.phrases[0] == words) return &dimension;
  }
  for (const DimensionArchetype& dimension : knowledge.dimensions) {
    if (std::find(dimension.phrases.begin(), dimension.phrases.end(), words) !=
        dimension.phrases.end()) {
      return &dimension;
    }
  }
  return nullptr;
}

const spec::Column* match_column(const std::vector<spec::Column>& columns, const Phrase& words) {
  if (words.empty()) return nullptr;
  for (const spec::Column& column : columns) {
    if (phrase(column.name) == words) return &column;
  }
  for (const spec::Column& column : columns) {
    for (const std::string& synonym : column.synonyms) {
      if (phrase(synonym) == words) return &column;
    }
  }
  const spec::Column* found = nullptr;
  for (const spec::Column& column : columns) {
    if (!is_part_of(words, column.name)) continue;
    if (found != nullptr) return nullptr;  // ambiguous
    found = &column;
  }
  return found;
}

Item without_quantifiers(Item item) {
  const auto drop = [&](std::size_t count) {
    item.words.erase(item.words.begin(), item.words.begin() + static_cast<std::ptrdiff_t>(count));
  };
  for (;;) {
    if (item.words.size() < 2) return item;
    const std::string& first = item.words[0].text;
    const bool with_of = item.words.size() > 2 && item.words[1].text == "of";
    if (with_of && (first == "number" || first == "count" || first == "sum" || first == "amount" ||
                    first == "total")) {
      item.counted |= first == "number" || first == "count";
      drop(2);
    } else if (first == "total" || first == "average" || first == "avg" || first == "mean" ||
               first == "overall") {
      drop(1);
    } else {
      return item;
    }
  }
}

bool is_part_of(const Phrase& words, std::string_view name) {
  const Phrase parts = phrase(name);
  return std::all_of(words.begin(), words.end(), [&](const std::string& word) {
    return std::find(parts.begin(), parts.end(), word) != parts.end();
  });
}

const WordMeaning* meaning_of(const std::vector<WordMeaning>& meanings, const Phrase& words) {
  const WordMeaning* found = nullptr;
  std::size_t longest = 0;
  for (const WordMeaning& meaning : meanings) {
    for (const Phrase& ending : meaning.phrases) {
      if (ending.size() > longest && ends_with(words, ending)) {
        found = &meaning;
        longest = ending.size();
      }
    }
  }
  return found;
}

const WordMeaning* unit_inside(const Knowledge& knowledge, const Phrase& words) {
  for (const std::string& word : words) {
    if (words.size() < 2) return nullptr;
    if (const WordMeaning* unit = meaning_of(knowledge.unit_words, {word})) return unit;
  }
  return nullptr;
}

void apply_wishes(const Knowledge& knowledge, const Item& item, spec::Column& column) {
  std::string unit = item.unit;
  if (unit.empty() && item.attributes.size() == 1 && item.attributes[0].words.size() == 1) {
    unit = item.attributes[0].words[0].text;  // "weight (kg)"
  }
  const WordMeaning* meaning =
      unit.empty() ? nullptr : meaning_of(knowledge.unit_words, phrase(unit));
  if (meaning != nullptr) {
    column.type = meaning->column.type;
    column.unit = meaning->column.unit;
    if (meaning->column.additivity) {
      column.additivity = meaning->column.additivity;
      column.default_aggregate = spec::Aggregate::kAvg;
    }
  }
  if (item.type.empty()) return;
  const spec::Type type = spec::read_type(item.type).type;
  if (type.kind != spec::TypeKind::kUnknown) column.type = type;
}

spec::Column guess_measure(const Knowledge& knowledge, const Item& item) {
  Item named_item = item;
  const auto per = std::find_if(item.words.begin(), item.words.end(),
                                [](const Token& word) { return word.text == "per"; });
  const bool is_ratio = per != item.words.begin() && per != item.words.end();
  Item head;
  head.words.assign(item.words.begin(), is_ratio ? per : item.words.end());
  const WordMeaning* meaning = meaning_of(knowledge.measure_words, head.phrase());
  spec::Column column;
  if (meaning == nullptr) meaning = unit_inside(knowledge, item.phrase());
  if (meaning != nullptr) {
    column = meaning->column;
    if (!column.additivity) column.additivity = spec::Additivity::kAdditive;
    if (!column.default_aggregate) column.default_aggregate = spec::Aggregate::kSum;
  } else {
    column.type = spec::read_type("DECIMAL(18,2)").type;
    column.additivity = spec::Additivity::kAdditive;
    column.default_aggregate = spec::Aggregate::kSum;
    if (item.counted) {  // "number of victims"
      column.type = spec::read_type("INT").type;
      column.unit = "units";
      named_item.words.back().text = named_item.words.back().lemma;
      named_item.words.push_back({Token::Kind::kWord, "count", "count"});
    }
  }
  if (is_ratio) {
    column.additivity = spec::Additivity::kNonAdditive;
    column.default_aggregate = spec::Aggregate::kAvg;
  }
  apply_wishes(knowledge, item, column);
  std::string name = identifier(named_item.words);
  if (is_reserved(name)) name.insert(0, "total_");
  column.description = "Asked for: " + item.text();
  return named(std::move(column), std::move(name));
}

spec::Column guess_attribute(const Knowledge& knowledge, const Item& item,
                             std::string_view prefix) {
  const Phrase words = item.phrase();
  const WordMeaning* meaning = meaning_of(knowledge.attribute_words, words);
  spec::Column column;
  if (meaning != nullptr) {
    column = meaning->column;
  } else if (!words.empty() && (item.words[0].text == "is" || item.words[0].text == "has")) {
    column.type = spec::read_type("BOOLEAN").type;
    column.role = spec::Role::kFlag;
  } else {
    column.type = spec::read_type("VARCHAR(80)").type;
  }
  apply_wishes(knowledge, item, column);
  std::string name = identifier(item.words);
  if (is_reserved(name)) name = std::string(prefix) + "_" + name;
  column.description = "Asked for: " + item.text();
  return named(std::move(column), std::move(name));
}

}  // namespace dbx::design

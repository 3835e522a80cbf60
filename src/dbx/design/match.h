// What an item of a prompt is: a known dimension, a measure or an attribute of a known one, or a
// new column whose type its last words tell. Pure functions; results point into the knowledge.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "dbx/design/knowledge.h"
#include "dbx/design/wishes.h"

namespace dbx::design {

// The archetype that the phrase names, wholly; nothing otherwise.
const DimensionArchetype* match_dimension(const Knowledge& knowledge, const Phrase& words);

// The column that the phrase names: by name, by synonym, or by words that only its name contains.
const spec::Column* match_column(const std::vector<spec::Column>& columns, const Phrase& words);

// "total revenue" -> "revenue", "number of units" -> "units".
Item without_quantifiers(Item item);

// Are all of `words` among the words of `name`?
bool is_part_of(const Phrase& words, std::string_view name);

// Does the last word mean something countable? Then a word of the list of measures ends the phrase.
const WordMeaning* meaning_of(const std::vector<WordMeaning>& meanings, const Phrase& words);

// The unit among the words of a name: "kwh consumed"; null: none.
const WordMeaning* unit_inside(const Knowledge& knowledge, const Phrase& words);

// The unit and the type that the item asks for outright, where it does.
void apply_wishes(const Knowledge& knowledge, const Item& item, spec::Column& column);

// A column for words that no archetype covers. Identifiers that SQL reserves get `prefix` before
// them.
spec::Column guess_measure(const Knowledge& knowledge, const Item& item);
spec::Column guess_attribute(const Knowledge& knowledge, const Item& item, std::string_view prefix);

}  // namespace dbx::design

// Is what stands here shown or compared? Part of Reader.
#include <algorithm>

#include "dbx/answer/reader.h"

namespace dbx::answer {

// Is what stands here followed by what it is compared with?
bool Reader::is_compared() const {
  std::size_t ahead = 1;
  const Element* next = peek(ahead);
  while (next != nullptr && (next->is(Cue::kVerb) || next->is(Cue::kNot) ||
                             context_.tokens[next->begin].lower == "either")) {
    next = peek(++ahead);
  }
  if (next == nullptr) return false;
  if (next->is(Cue::kOf)) return is_of_value(peek(ahead + 1));
  if (next->is(Cue::kBy)) {
    const Element* by = peek(ahead + 1);  // "managed by 'Brenden'"
    return by != nullptr && by->kind == Element::Kind::kQuoted && is_of_value(by);
  }
  switch (next->kind) {
    case Element::Kind::kQuoted:
      return next->values.empty() || may_hold(*next);
    case Element::Kind::kNumber:
      return true;
    case Element::Kind::kMention:
      return !next->values.empty() && next->table_score() < 0.6 && next->column_score() < 0.6;
    case Element::Kind::kCue:
      return comparator_of(next->cue.cue).has_value();
    default:
      return false;
  }
}

// Does a column that stands here hold the value? "the email of customer 'Harold'" is no comparison.
bool Reader::may_hold(const Element& value) const {
  const Element& self = context_.elements[at_];
  return self.columns.empty() ||
         std::any_of(value.values.begin(), value.values.end(), [&](const ValueHit& hit) {
           return std::any_of(self.columns.begin(), self.columns.end(), [&](const Sense& sense) {
             return sense.field == Field{hit.table, hit.column};
           });
         });
}

// "in the city of Goroka", "an id of 12": the column has this value.
bool Reader::is_of_value(const Element* value) const {
  const Element& self = context_.elements[at_];
  if (value == nullptr || self.columns.empty()) return false;
  if (value->kind == Element::Kind::kNumber) {
    if (!context_.is_star && number_of_word(value->text) >= 0) return false;  // "of the three ..."
    const Field& field = self.columns[0].field;
    const ColumnModel& column = context_.model.column(field.table, field.column);
    return column.is_id || column.kind == ValueKind::kNumber;
  }
  return !value->values.empty() &&
         std::any_of(self.columns.begin(), self.columns.end(), [&](const Sense& sense) {
           return context_.values.find_in(value->text, sense.field.table, sense.field.column) !=
                  nullptr;
         });
}

// "hired" behind what is shown, "capacity above 300": a condition begins.
bool Reader::is_condition(const Element& element) const {
  if (reading_.select.empty() && reading_.tables.empty()) return false;
  const Token& word = context_.tokens[element.begin];
  const bool past = element.end - element.begin == 1 && word.lower.ends_with("ed") &&
                    !word.verb.empty() && !reading_.select.empty() && pending_.aggregates.empty();
  return past || is_compared();
}

// "placed", which is no place: a verb that only a synonym makes the name of a table.
bool Reader::is_only_verb(const Element& element) const {
  const Token& token = context_.tokens[element.begin];
  if (context_.is_star || !is_verb_like(element) || !token.lower.ends_with("ed")) return false;
  const NameWords& words = context_.model.table(element.tables[0].field.table).words;
  return std::none_of(words.begin(), words.end(), [&](const NameWord& word) {
    return similarity(token.lemma, token.verb, token.stem, word) >= 0.8;
  });
}

}  // namespace dbx::answer

// What small words do: "all", "of", "their", "at least one"; part of Reader.
#include <algorithm>
#include <optional>

#include "dbx/answer/reader.h"

namespace dbx::answer {

// "start with A", "the letter a"
bool Reader::names_letter(const Element& element) const {
  const std::string& text = context_.tokens[element.begin].text;
  if (text == "A") return true;
  const Element* before = at_ > 0 ? &context_.elements[at_ - 1] : nullptr;
  return text == "a" && before != nullptr && context_.tokens[before->end - 1].lemma == "letter";
}

// "at least a salary of 1000"
bool Reader::is_amount_next() const {
  const Element* next = peek(1);
  const Element* of = peek(2);
  const Element* number = of != nullptr && of->is(Cue::kOf) ? peek(3) : of;
  return number != nullptr && number->kind == Element::Kind::kNumber &&
         next->column_score() > 0.9 && next->table_score() < 0.9;
}

// "all information about", but neither "the committee information"
void Reader::on_everything() {
  if (clause_ != Clause::kSelect) return;
  if (at_ > 0 && context_.elements[at_ - 1].kind == Element::Kind::kMention && !items_implied_ &&
      !context_.is_star) {
    return;
  }
  everything_ = true;
  if (items_implied_ && reading_.select.size() == 1 && subject_ >= 0) {
    reading_.select.clear();  // "all the customer information"
    items_implied_ = false;
    add_everything(subject_);
  }
}

void Reader::on_anyone(const Element& element) {
  if (compare_with_others(element)) return;
  const bool at_least = context_.tokens[element.begin].lower == "at";
  if (at_least && clause_ == Clause::kWhere) some_ = true;
  if (at_least && is_amount_next()) {
    pending_.comparator = Comparator::kGreaterOrEqual;
  }
  if (pending_.comparator == Comparator::kLike && names_letter(element)) {
    std::optional<Field> field = column_of_value(true);  // "that start with A"
    if (!field && !reading_.select.empty()) field = reading_.select[0].field;
    if (field && !field->is_row()) add_literal(*field, context_.tokens[element.begin].text);
  }
}

// "..., and their names": what is shown goes on.
void Reader::on_pronoun(const Element& element) {
  std::size_t before = at_;
  while (before > 0 && context_.elements[before - 1].kind == Element::Kind::kWord &&
         is_noise(context_.tokens[context_.elements[before - 1].begin].lower)) {
    --before;
  }
  const bool and_their = before > 0 && context_.elements[before - 1].is(Cue::kAnd);
  if (and_their && clause_ == Clause::kWhere && !pending_.comparator &&
      context_.tokens[element.begin].lower != "whose") {
    clause_ = Clause::kSelect;
  }
}

void Reader::on_small_word(const Element& element) {
  switch (element.cue.cue) {
    case Cue::kDistinct:
      pending_.distinct = true;
      break;
    case Cue::kEverything:
      on_everything();
      break;
    case Cue::kAll:
      compare_with_others(element);
      break;
    case Cue::kOf:
      if (compare_with_others(element)) break;
      pending_.attach = true;
      break;
    case Cue::kRelative:
      if (is_fresh() && reading_.select.empty() && context_.tokens[element.begin].lower == "who") {
        who();
        break;
      }
      [[fallthrough]];
    case Cue::kHave:
      if (clause_ == Clause::kOrder) {
        end_clause();
        clause_ = Clause::kWhere;
      }
      begin_where();
      break;
    case Cue::kAnyone:
      on_anyone(element);
      break;
    case Cue::kSame:
      compare_with_same();
      break;
    case Cue::kBoth:
      both_ = true;
      break;
    case Cue::kOr:
      either_ = true;
      break;
    case Cue::kAnd:
      nested_open_ = false;
      break;
    case Cue::kPronoun:
      on_pronoun(element);
      break;
    default:
      break;
  }
}

}  // namespace dbx::answer

// What is asked for: columns and tables; part of Reader.
#include <algorithm>
#include <functional>
#include <utility>

#include "dbx/answer/reader.h"

namespace dbx::answer {

// Each thing is shown once.
void Reader::add_term(Term term) {
  const auto& select = reading_.select;
  if (std::find(select.begin(), select.end(), term) == select.end()) {
    reading_.select.push_back(term);
  }
}

void Reader::add_everything(int table) {
  const TableModel& model = context_.model.table(table);
  for (int c = 0; c < static_cast<int>(model.columns.size()); ++c) {
    reading_.select.push_back({Aggregate::kNone, false, {table, c}});
  }
  everything_ = false;
}

// "live" for a city, "cost" for a price: something is said, not named.
bool Reader::is_verb_like(const Element& element) const {
  if (element.end - element.begin != 1) return false;
  const Token& token = context_.tokens[element.begin];
  if (token.verb.empty()) return false;
  if (token.lower.ends_with("ed")) return true;
  // "number" of a flight_number is its noun
  const Element* before = &element > context_.elements.data() ? &element - 1 : nullptr;
  const bool of_table = before != nullptr && before->names_table() && !element.columns.empty() &&
                        before->tables[0].field.table == element.columns[0].field.table;
  const bool noun = of_table && (token.verb == token.lower || token.verb == token.lemma) &&
                    has_word(context_.model.column(element.columns[0].field).words, token.lemma);
  return std::max(element.table_score(), element.column_score()) < 0.95 && !noun;
}

// "movie" of "movie ratings"
bool Reader::is_modifier(const Element& element) const {
  const Element* next = peek(1);
  return next != nullptr && next->kind == Element::Kind::kMention && next->names_table() &&
         !is_verb_like(*next) && element.names_table();
}

// "creation" of "the creation date": an unknown noun before what it describes.
bool Reader::is_modifying(const Element& element) const {
  const Token& token = context_.tokens[element.begin];
  const std::size_t next = element.end;
  return token.verb.empty() && token.is_word() && !context_.is_star &&
         next < context_.tokens.size() && context_.elements[at_].begin == next;
}

// Does a comma or "and" come before, or nothing at all?
bool Reader::continues_list() const {
  for (std::size_t i = at_; i-- > 0;) {
    const Element& element = context_.elements[i];
    switch (element.kind) {
      case Element::Kind::kComma:
      case Element::Kind::kStop:
        return true;
      case Element::Kind::kWord:
        if (!is_noise(context_.tokens[element.begin].lower) && !is_modifying(element)) return false;
        continue;
      case Element::Kind::kPossessive:
        return true;
      case Element::Kind::kNumber:
        continue;
      case Element::Kind::kCue:
        switch (element.cue.cue) {
          case Cue::kAnd:
          case Cue::kOpener:
          case Cue::kOr:
          case Cue::kBoth:
            return true;
          case Cue::kPronoun:
          case Cue::kPeriod:
          case Cue::kAll:
          case Cue::kAnyone:
          case Cue::kDistinct:
          case Cue::kCount:
          case Cue::kAverage:
          case Cue::kSum:
          case Cue::kMaximum:
          case Cue::kMinimum:
            continue;
          default:
            return false;
        }
      default:
        return false;
    }
  }
  return true;
}

// A list that is said again replaces what the first one only implied.
void Reader::begin_again() {
  if (!std::exchange(again_, false)) return;
  if (items_implied_ || !reading_.group.empty()) {
    for (const Term& term : reading_.select) {
      if (term.aggregate == Aggregate::kCount) counted_ = term;
    }
    reading_.select.clear();
  }
  items_implied_ = false;
}

// What stands in a list of things to show without belonging to it; true: it was dealt with.
bool Reader::add_beside_list(const Element& element) {
  if (everything_ && means_table(element)) {
    const int table = resolve_table(element);
    set_subject(table);
    add_everything(table);
    return true;
  }
  const Element* last = at_ > 0 ? &context_.elements[at_ - 1] : nullptr;
  const bool follows = last != nullptr && last->kind == Element::Kind::kMention;
  const Token& word = context_.tokens[element.begin];
  const bool acts = element.end - element.begin > 1 && word.lower.ends_with("ed") &&
                    !word.verb.empty() && element.table_score() > element.column_score();
  if (follows && acts && !context_.is_star && !reading_.select.empty()) {
    begin_where();  // "which student visited restaurants"
    where_mention(element);
    return true;
  }
  const bool in_list = reading_.select.empty() || pending_.attach || pending_.count ||
                       !pending_.aggregates.empty() || (follows && !is_verb_like(element)) ||
                       continues_list();
  if (!in_list) {
    begin_where();
    if (!is_verb_like(element) || is_compared() || means_table(element)) where_mention(element);
    return true;
  }
  if (is_modifier(element)) {
    need(resolve_table(element));
    return true;
  }
  const bool summed = follows && !context_.is_star && !reading_.select.empty() &&
                      reading_.select.back().is_aggregate() && !pending_.attach &&
                      !pending_.count && pending_.aggregates.empty() && element.names_table();
  if (summed) {
    const int table = resolve_table(element);  // "the average profits companies make"
    set_subject(table);
    need(table);
    begin_where();
  }
  return summed;
}

void Reader::add_item(const Element& element) {
  begin_again();
  if (counted_ && element.end - element.begin == 1 && !context_.is_star &&
      context_.tokens[element.begin].lemma == "number") {
    add_term(*counted_);  // "list the number and ..."
    return;
  }
  if (add_beside_list(element)) return;
  if (pending_.count) {
    pending_.attach = false;
    add_count(element);
  } else if (is_fact_mention(element)) {
    add_fact_item(element);
  } else if (!is_summed_column(element) && means_table(element)) {
    add_table_item(element);
  } else if (is_condition(element)) {
    begin_where();
    where_mention(element);
  } else {
    add_column_item(element);
  }
}

// "total salary", of the column rather than of the table of that name
bool Reader::is_summed_column(const Element& element) const {
  if (pending_.aggregates.empty() || element.columns.empty()) return false;
  const ColumnModel& column = context_.model.column(element.columns[0].field);
  return element.column_score() >= 0.95 && column.is_amount() && !context_.is_star;
}

// Does the mention behind this one name a column of the table?
bool Reader::is_named_next(int table) const {
  const Element* next = peek(1);
  if (next != nullptr && next->kind == Element::Kind::kPossessive) {
    const Element* after = peek(2);
    return after != nullptr && after->kind == Element::Kind::kMention;
  }
  if (next == nullptr || next->kind != Element::Kind::kMention || next->columns.empty() ||
      next->column_score() < next->table_score() || is_verb_like(*next)) {
    return false;
  }
  if (!pending_.aggregates.empty()) return true;
  return std::any_of(next->columns.begin(), next->columns.end(), [&](const Sense& sense) {
    return sense.field.table == table && sense.score > next->column_score() - 0.15;
  });
}

void Reader::add_table_item(const Element& element) {
  const int table = resolve_table(element);
  const bool attached =
      pending_.attach && (!reading_.select.empty() || !pending_.aggregates.empty());
  if (attached || is_named_next(table)) {
    pending_.attach = false;
    set_subject(table);
    need(table);
    // "names of all the distinct products"
    const bool plain = !reading_.shows_figures();
    if (attached && plain && pending_.aggregates.empty() && !reading_.select.empty()) {
      reading_.distinct = reading_.distinct || std::exchange(pending_.distinct, false);
    }
    return;
  }
  pending_.attach = false;
  const Element* next = peek(1);
  if (!reading_.select.empty() && pending_.aggregates.empty() && next != nullptr &&
      next->kind == Element::Kind::kQuoted) {
    begin_where();  // "names of storms affecting region 'Denmark'"
    set_subject(table);
    need(table);
    return;
  }
  if (!pending_.aggregates.empty()) {
    if (const auto amount = amount_of(table)) {
      set_subject(table);
      add_aggregates(*amount);
      return;
    }
    if (const auto measure = sole_measure(table, pending_.aggregates.back())) {
      set_subject(table);
      add_aggregates(*measure);
      return;
    }
    // "total students": rows are counted
    pending_.aggregates.clear();
    reading_.select.push_back({Aggregate::kCount, false, {table, -1}});
    set_subject(table);
    return;
  }
  set_subject(table);
  const Term shown{Aggregate::kNone, false, display_of(table)};
  const auto& select = reading_.select;
  if (!context_.is_star && std::find(select.begin(), select.end(), shown) != select.end()) {
    need(table);  // "the name and seats of the track"
    return;
  }
  items_implied_ = reading_.select.empty() || items_implied_;
  reading_.select.push_back(shown);
  reading_.distinct = reading_.distinct || std::exchange(pending_.distinct, false);
}

// Behind "of", "for" or "in", what stands here is whose rather than what is shown; true: it was.
bool Reader::is_owner(const Element& element, Field field) {
  if (reading_.select.empty() || !pending_.aggregates.empty() || context_.is_star) return false;
  const ColumnModel& column = context_.model.column(field);
  if (reading_.shows_figures()) {
    // "the average number of seats for stations"
    if (reading_.group.empty() && element.table_score() > 0.55 && column.is_name) {
      set_subject(field.table);
      need(field.table);
      return true;
    }
    return says_within(element);
  }
  if (says_within(element)) return true;
  // "the founded year for the school with ..."
  const bool own =
      reading_.select.back().field.table == field.table && element.table_score() > 0.65;
  if (!own && !column.is_name) return false;
  set_subject(field.table);
  need(field.table);
  return true;
}

// "in the", "at"
bool Reader::says_within(const Element& element) const {
  std::size_t at = element.begin;
  if (at > 0 && context_.tokens[at - 1].lower == "the") --at;
  return at > 0 && (context_.tokens[at - 1].lower == "in" || context_.tokens[at - 1].lower == "at");
}

// "of all schools", "of the host cities", "names of directors"; true: it is no item of its own.
bool Reader::is_attached_item(Field field) {
  const Element* next = peek(1);
  const Element& cue = context_.elements[at_ > 0 ? at_ - 1 : 0];
  const bool of_all = cue.is(Cue::kOf) && context_.tokens[cue.end - 1].lower == "all";
  if (of_all && reading_.group.empty() &&
      std::all_of(reading_.select.begin(), reading_.select.end(),
                  std::mem_fn(&Term::is_aggregate))) {
    set_subject(field.table);
    return true;
  }
  if (next != nullptr && next->kind == Element::Kind::kMention) {
    pending_.attach = true;
    return true;
  }
  const Element& back = context_.elements[at_ >= 2 ? at_ - 2 : at_];
  if (at_ >= 2 && cue.is(Cue::kOf) && back.kind == Element::Kind::kMention &&
      back.end - back.begin == 1 && context_.tokens[back.begin].lemma == "name") {
    reading_.select.back().field = named_by(field);  // directors, who are in a column
    return true;
  }
  return false;
}

void Reader::add_column_item(const Element& element) {
  const Field field = resolve_column(element);
  const bool attach = std::exchange(pending_.attach, false);
  if (attach && !reading_.select.empty() && pending_.aggregates.empty() &&
      is_attached_item(field)) {
    return;
  }
  if (attach && is_owner(element, field)) return;
  if (items_implied_ && !attach && next_content(at_ + 1) == nullptr) items_implied_ = false;
  if (!pending_.aggregates.empty()) {
    add_aggregates(field);
    return;
  }
  if (shares_aggregate(field)) {
    reading_.select.push_back({reading_.select.back().aggregate, false, field});
    return;
  }
  reading_.distinct = reading_.distinct || std::exchange(pending_.distinct, false);
  if (subject_ < 0) subject_ = owner_of(at_);
  if (group_item_ == field) group_item_.reset();  // which is asked for, too
  add_term(measured(field, Aggregate::kNone));
}

// A name rather than a number that refers to it.
Field Reader::named_by(Field field) {
  for (const Link& link : context_.model.links) {
    if (link.table == field.table && link.column == field.column &&
        context_.model.column(field).is_id) {
      return display_of(link.to_table);
    }
  }
  return field;
}

// "the average latitude and longitude": of both
bool Reader::shares_aggregate(Field field) const {
  if (context_.is_star || at_ < 2 || reading_.select.empty()) return false;
  const Term& last = reading_.select.back();
  const bool summed = last.is_aggregate() && last.aggregate != Aggregate::kCount;
  const ColumnModel& column = context_.model.column(field);
  const auto& elements = context_.elements;
  return summed && reading_.group.empty() && elements[at_ - 1].is(Cue::kAnd) &&
         elements[at_ - 2].kind == Element::Kind::kMention && last.field != field &&
         column.is_amount();
}

}  // namespace dbx::answer

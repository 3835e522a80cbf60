// Groups and order; part of Reader.
#include <algorithm>
#include <utility>

#include "dbx/answer/reader.h"

namespace dbx::answer {
void Reader::add_group(const Element& element) {
  pending_.each = false;
  pending_.attach = false;
  if (means_value(element)) {
    add_value(element);
    return;
  }
  if (everything_ && reading_.select.empty() && means_table(element)) {
    const int table = resolve_table(element);  // "all the information for each election"
    set_subject(table);
    add_everything(table);
    return;
  }
  if (is_fact_mention(element)) {
    need(resolve_table(element));  // "per repayment": each row is one
    return;
  }
  Field field;
  if (means_table(element)) {
    const int table = resolve_table(element);
    if (add_average_per(table)) return;
    if (const Element* next = peek(1);
        next != nullptr && next->kind == Element::Kind::kPossessive && reading_.select.empty()) {
      set_subject(table);  // "every individual's first name"
      need(table);
      return;
    }
    // "of each X" behind plain items: they are X's
    const bool plain = !reading_.shows_figures();
    if (plain && !reading_.select.empty()) {
      set_subject(table);
      need(table);
      return;
    }
    const Element* next = peek(1);
    if (next != nullptr && next->kind == Element::Kind::kMention && !next->columns.empty() &&
        next->columns[0].field.table == table) {
      pending_.each = true;
      need(table);
      return;
    }
    reading_.group.push_back(context_.is_star ? display_of(table) : key_of(table));
    if (clause_table_ < 0) clause_table_ = table;
    const bool shown = std::any_of(
        reading_.select.begin(), reading_.select.end(),
        [&](const Term& term) { return !term.is_aggregate() && term.field.table == table; });
    if (shown) return;
    field = display_of(table);
    group_item_ = field;
  } else {
    field = resolve_column(element);
    const bool plain = !reading_.shows_figures();
    if (plain && !reading_.select.empty()) return;
    reading_.group.push_back(field);
  }
  const bool shown = std::any_of(reading_.select.begin(), reading_.select.end(),
                                 [&](const Term& term) { return term.field == field; });
  if (!shown) reading_.select.push_back({Aggregate::kNone, false, field});
}

// A later birthday is a lower age.
bool Reader::turned(std::string_view nouns, Field field) const {
  const ColumnModel& column = context_.model.column(field.table, field.column);
  return nouns.starts_with("age") && !has_word(column.words, "age");
}

void Reader::order_by(Term term, bool descending, std::optional<std::int64_t> limit) {
  reading_.order.push_back({term, descending});
  if (limit) reading_.limit = limit;
}

// Of what is shown: the one figure, unless letters are said to give the order; else the first.
const Term& Reader::what_is_sorted() const {
  const auto& select = reading_.select;
  const auto figure = std::find_if(select.begin(), select.end(),
                                   [](const Term& term) { return term.is_aggregate(); });
  const Element& cue = context_.elements[at_];
  const bool letters = std::any_of(
      context_.tokens.begin() + static_cast<std::ptrdiff_t>(cue.begin),
      context_.tokens.begin() + static_cast<std::ptrdiff_t>(cue.end), [](const Token& token) {
        return token.lower.starts_with("alphabet") || token.lower.starts_with("lexico");
      });
  return figure == select.end() || letters || context_.is_star ? select.front() : *figure;
}

// "Sort the names by age": what is left behind "by" gives the order.
bool Reader::sort_by_left(bool descending) {
  if (context_.is_star || context_.elements.empty() || !context_.elements[0].is(Cue::kOrder) ||
      !pending_.left || pending_.comparator || pending_.left->field.is_row() ||
      !reading_.order.empty()) {
    return false;
  }
  order_by(*std::exchange(pending_.left, std::nullopt), descending, std::nullopt);
  return true;
}

// "from old to young"
bool Reader::says_age() const {
  const Element& cue = context_.elements[at_];
  return std::any_of(context_.tokens.begin() + static_cast<std::ptrdiff_t>(cue.begin),
                     context_.tokens.begin() + static_cast<std::ptrdiff_t>(cue.end),
                     [](const Token& token) { return token.lower.starts_with("young"); });
}

void Reader::order_direction(bool descending) {
  if (clause_ == Clause::kOrder && pending_.count && peek(1) != nullptr &&
      peek(1)->kind == Element::Kind::kStop) {
    direction_ = descending;  // "sorted by the count in descending order"
    order_by_count();
    return;
  }
  if (sort_by_left(descending)) return;
  if (clause_ == Clause::kSelect) add_late_count();  // "and its count in descending order"
  // "in alphabetical order of name": the column follows; else it was said before.
  const std::string& last = context_.tokens[context_.elements[at_].end - 1].lower;
  const bool follows = last == "of" || last == "by";
  const bool by = at_ > 0 && context_.elements[at_ - 1].is(Cue::kBy);  // "by decreasing price"
  if (!reading_.order.empty() && !reading_.order.back().term.field.is_row() && says_age() &&
      turned("age", reading_.order.back().term.field)) {
    descending = !descending;  // "by birth date from old to young"
  }
  if (!reading_.order.empty() && !follows && !by && !reading_.limit) {
    reading_.order.back().descending = descending;
    return;
  }
  direction_ = descending;
  clause_ = Clause::kOrder;
  const Element* next = peek(1);
  const bool of = next != nullptr && (next->is(Cue::kOf) || next->is(Cue::kBy));
  const bool mention = next != nullptr && (next->kind == Element::Kind::kMention ||
                                           next->is(Cue::kCount) || next->is(Cue::kPronoun));
  if (follows || of || mention) return;
  // "alphabetically": by what is shown
  if (!reading_.select.empty() && reading_.order.empty()) {
    order_by(what_is_sorted(), descending, std::nullopt);
    direction_.reset();
  }
}

void Reader::add_order(const Element& element) {
  // "order the cities by ..."
  const Element* behind = peek(1);
  if (at_ > 0 && context_.elements[at_ - 1].is(Cue::kOrder) && behind != nullptr &&
      behind->is(Cue::kBy)) {
    return;
  }
  if (!context_.is_star && !reading_.order.empty() && at_ > 0 &&
      context_.elements[at_ - 1].kind == Element::Kind::kMention) {
    return;  // "founded year"
  }
  Term term;
  pending_.attach = false;
  if (!pending_.count && is_fact_mention(element)) {
    if (const auto measure = measure_of(element, true)) term = measured(*measure, take_aggregate());
  } else if (means_table(element) && (pending_.count || element.column_score() < 0.5)) {
    const int table = resolve_table(element);
    const Element* next = peek(1);
    if (next != nullptr && next->kind == Element::Kind::kPossessive) {
      need(table);
      return;
    }
    if (!pending_.count && !reading_.order.empty()) {
      // "ordered by age of students"
      need(table);
      return;
    }
    term = pending_.count ? Term{Aggregate::kCount, false, {table, -1}}
                          : Term{Aggregate::kNone, false, display_of(table)};
  } else if (!element.columns.empty()) {
    const Element* before = at_ > 0 ? &context_.elements[at_ - 1] : nullptr;
    if (!reading_.order.empty() && before != nullptr && before->is(Cue::kOf)) return;
    term = measured(resolve_column(element), Aggregate::kNone);
    const ColumnModel& column = context_.model.column(term.field.table, term.field.column);
    const bool number = column.is_amount();
    if (pending_.count && !number) {
      term.aggregate = Aggregate::kCount;
      if (column.is_id) term.field.column = -1;
    }
    term.aggregate = pending_.aggregates.empty() ? term.aggregate : take_aggregate();
  }
  if (term.field.table < 0) return;
  pending_.count = false;
  pending_.aggregates.clear();
  const bool descending = direction_.value_or(false);
  direction_.reset();
  order_by(term, descending, std::nullopt);
}

// "ordered by count": of rows of what is shown.
void Reader::order_by_count() {
  if (clause_ != Clause::kOrder || !pending_.count || reading_.select.empty()) return;
  pending_.count = false;
  const auto& select = reading_.select;
  const auto counted = std::find_if(select.begin(), select.end(), [](const Term& term) {
    return term.aggregate == Aggregate::kCount;
  });
  const bool descending = std::exchange(direction_, std::nullopt).value_or(false);
  if (counted != select.end()) {
    order_by(*counted, descending, std::nullopt);
  } else if (!select[0].is_aggregate()) {
    order_by({Aggregate::kCount, false, {select[0].field.table, -1}}, descending, std::nullopt);
    if (reading_.group.empty()) reading_.group.push_back(select[0].field);
  }
}

// Groups what is shown where rows of `counted` are counted for it: by its key where it is a name,
// else by itself.
void Reader::group_rows(int counted) {
  if (reading_.select.empty() || reading_.select[0].is_aggregate()) return;
  const Field field = reading_.select[0].field;
  const ColumnModel& column = context_.model.column(field.table, field.column);
  const bool named = column.is_name && field.table != counted;
  reading_.group.push_back(named ? key_of(field.table) : field);
}

}  // namespace dbx::answer

// The way through the elements; see reader.h.
#include "dbx/answer/reader.h"

#include <algorithm>

namespace dbx::answer {

const Element* Reader::peek(std::size_t ahead) const {
  const std::size_t at = at_ + ahead;
  return at < context_.elements.size() ? &context_.elements[at] : nullptr;
}

// The first element from there on that is neither noise nor a verb that says nothing.
const Element* Reader::next_content(std::size_t from) const {
  for (std::size_t i = from; i < context_.elements.size(); ++i) {
    const Element& element = context_.elements[i];
    if (element.is(Cue::kVerb) || element.is(Cue::kAnyone) || element.is(Cue::kAll) ||
        element.is(Cue::kPronoun)) {
      continue;
    }
    if (element.kind == Element::Kind::kWord && is_noise(context_.tokens[element.begin].lower)) {
      continue;
    }
    return &element;
  }
  return nullptr;
}

void Reader::set_subject(int table) {
  if (subject_ < 0) subject_ = table;
  clause_table_ = table;
}

// What a comparison that is still to come is about.
void Reader::leave(Term term) {
  pending_.left = term;
  pending_.left_at = at_;
}

// Shows what stands for its rows, until more is said.
void Reader::imply(int table) {
  set_subject(table);
  reading_.select.push_back({Aggregate::kNone, false, display_of(table)});
  items_implied_ = true;
}

void Reader::need(int table) {
  auto& tables = reading_.tables;
  if (std::find(tables.begin(), tables.end(), table) == tables.end()) tables.push_back(table);
}

void Reader::begin_where() {
  if (clause_ == Clause::kSelect && reading_.select.empty() && !extreme_.active &&
      reading_.tables.empty()) {
    return;
  }
  if (clause_ == Clause::kSelect && pending_.count) add_late_count();
  clause_ = Clause::kWhere;
}

void Reader::end_clause() {
  if (extreme_.active) extreme_without_mention();
  if (clause_ == Clause::kWhere) add_flag();
  if (pending_.negated && !nested_tables_.empty()) {
    const int last = nested_tables_.back();
    exclude(last, std::nullopt);
  }
  if (pending_.negated) exclude_what_is_left();
  if (pending_.negated) ignored_ += 2;
  nested_tables_.clear();
  nested_open_ = false;
  sort_by_left(false);
  order_by_count();
  add_late_count();
  late_extreme();
  pending_ = {};
  extreme_ = {};
}

std::optional<Reading> Reader::run() {
  while (at_ < context_.elements.size()) step();
  finish();
  if (reading_.select.empty()) return std::nullopt;
  return std::move(reading_);
}

void Reader::step() {
  const Element& element = context_.elements[at_];
  switch (element.kind) {
    case Element::Kind::kCue:
      on_cue(element);
      break;
    case Element::Kind::kMention:
      on_mention(element);
      break;
    case Element::Kind::kNumber:
      add_number(element);
      break;
    case Element::Kind::kQuoted:
      add_value(element);
      break;
    case Element::Kind::kStop:
      end_clause();
      break;
    case Element::Kind::kWord:
      on_word(element);
      break;
    case Element::Kind::kComma:
      nested_open_ = false;
      break;
    case Element::Kind::kSpan:
      add_span(element);
      break;
    case Element::Kind::kPossessive:
      break;
  }
  ++at_;
}

void Reader::on_word(const Element& element) {
  const Token& token = context_.tokens[element.begin];
  const Element* next = peek(1);
  const bool quoted = next != nullptr && next->kind == Element::Kind::kQuoted;
  if (pending_.comparator == Comparator::kLike && token.is_word() && !quoted &&
      (token.text.size() == 1 || (token.is_capital() && !is_noise(token.lower)))) {
    add_value(element);  // "contain the letter s"
    return;
  }
  if (is_noise(token.lower) || order_by_first(element) || add_ordinal(element)) return;
  if (clause_ == Clause::kSelect && !token.verb.empty() && token.lower != "name" &&
      !reading_.select.empty()) {
    begin_where();
  }
  if (token.verb.empty()) ++ignored_;
  // "how many cashiers": what is counted is not known
  const Element* before = at_ > 0 ? &context_.elements[at_ - 1] : nullptr;
  if (before != nullptr && (before->is(Cue::kCount) || before->is(Cue::kSum))) ++ignored_;
}

// "in each semester and year"
bool Reader::goes_on_grouping() const {
  return group_end_ > 0 && at_ == group_end_ + 1 && context_.elements[group_end_].is(Cue::kAnd) &&
         !reading_.group.empty();
}

void Reader::on_mention(const Element& element) {
  if (element.end - element.begin == 1 && (order_by_first(element) || add_ordinal(element))) return;
  if (pending_.each && is_ranked()) {
    add_partition(element);
  } else if (extreme_.active) {
    add_extreme(element);
  } else if (pending_.each || goes_on_grouping()) {
    add_group(element);
    group_end_ = at_ + 1;
  } else if (clause_ == Clause::kOrder) {
    add_order(element);
  } else if (means_value(element)) {
    add_value(element);
  } else if (clause_ == Clause::kSelect) {
    add_item(element);
  } else {
    where_mention(element);
  }
}

}  // namespace dbx::answer

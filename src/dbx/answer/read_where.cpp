// Conditions, and what there is none of; part of Reader.
#include <algorithm>
#include <functional>
#include <utility>

#include "dbx/answer/joins.h"
#include "dbx/answer/reader.h"
#include "dbx/base/text.h"

namespace dbx::answer {
namespace {

Comparator negation(Comparator comparator) {
  switch (comparator) {
    case Comparator::kEqual:
      return Comparator::kNotEqual;
    case Comparator::kNotEqual:
      return Comparator::kEqual;
    case Comparator::kNotLike:
      return Comparator::kLike;
    case Comparator::kGreater:
      return Comparator::kLessOrEqual;
    case Comparator::kLess:
      return Comparator::kGreaterOrEqual;
    case Comparator::kGreaterOrEqual:
      return Comparator::kLess;
    case Comparator::kLessOrEqual:
      return Comparator::kGreater;
    case Comparator::kLike:
      return Comparator::kNotLike;
    case Comparator::kIn:
      return Comparator::kNotIn;
    default:
      return comparator;
  }
}

}  // namespace

Comparator Reader::take_comparator() {
  Comparator comparator = pending_.comparator.value_or(Comparator::kEqual);
  pending_.comparator.reset();
  absent_ = pending_.negated && std::exchange(pending_.absent, false);
  if (std::exchange(pending_.negated, false)) comparator = negation(comparator);
  return comparator;
}

void Reader::add_having(Condition condition) {
  reading_.having.push_back(std::move(condition));
  if (reading_.group.empty()) group_rows(reading_.having.back().left.field.table);
}

// A condition on what a query within the last condition is about.
bool Reader::add_to_nested(const Condition& condition) {
  if (!nested_open_ || reading_.where.empty() || reading_.where.back().nested.empty()) return false;
  Reading& nested = reading_.where.back().nested[0];
  Condition added = condition;
  const Condition* before = nested.where.empty() ? nullptr : &nested.where.back();
  added.either =
      before != nullptr && (std::exchange(either_, false) ||
                            (before->left == added.left && added.comparator == Comparator::kEqual));
  if (reading_.where.back().comparator == Comparator::kNotIn &&
      added.comparator == Comparator::kNotEqual) {
    added.comparator = Comparator::kEqual;
  }
  nested.where.push_back(std::move(added));
  return true;
}

// "both A and B": what is shown has rows of either kind.
bool Reader::intersect(const Condition& condition) {
  if (reading_.combined_by || reading_.where.empty()) return false;
  if (!context_.is_star && !reading_.select.empty() && reading_.select[0].is_aggregate()) return false;
  Reading other = reading_;
  other.where.back() = condition;
  other.order.clear();
  other.limit.reset();
  reading_.combined_by = query::SetOperator::kIntersect;
  reading_.other.push_back(std::move(other));
  both_ = false;
  return true;
}

// One column that may say the same of several rows.
bool Reader::shows_what_repeats() const {
  if (reading_.select.size() != 1 || reading_.select[0].is_aggregate()) return false;
  const ColumnModel& column = context_.model.column(reading_.select[0].field);
  return !column.is_key && !column.is_name && !column.is_id;
}

// Does a condition on another table mean that none of its rows is so, rather than that one is not?
bool Reader::means_none(const Condition& condition, bool absent) {
  const int shown = reading_.select.empty() ? subject_ : reading_.select[0].field.table;
  const int table = condition.left.field.table;
  if (shown < 0 || condition.comparator == Comparator::kBetween || context_.is_star) return false;
  if (condition.comparator != Comparator::kNotEqual && !absent) return false;
  if (table == shown) return absent && shows_what_repeats() && choices_.pick({0, 0.6}) == 0;
  const int links =
      context_.model.distance[static_cast<std::size_t>(shown)][static_cast<std::size_t>(table)];
  const auto& all = context_.model.links;
  if (!absent && table == subject_ && !context_.is_star) return false;  // "whose country is not"
  const bool many = links > 1 || std::any_of(all.begin(), all.end(), [&](const Link& link) {
                      return link.table == table && link.to_table == shown;
                    });
  return many && choices_.pick({0, 0.6}) == 0;
}

// "A and B" of one column: rows of either kind for the same thing, or simply of either kind.
bool Reader::means_both() {
  if (both_) return choices_.pick({0, 1.0}) == 0;
  const Element* previous = at_ > 0 ? &context_.elements[at_ - 1] : nullptr;
  const bool listed = previous != nullptr && previous->kind == Element::Kind::kComma;
  return listed ? choices_.pick({0, 0.3}) == 1 : choices_.pick({0, 0.4}) == 0;
}

// Can no row meet both, "above 900" and "below 600"?
bool Reader::excludes(const Condition& a, const Condition& b) const {
  if (a.values.size() != 1 || b.values.size() != 1) return false;
  const auto first = text::to_double(a.values[0].text);
  const auto second = text::to_double(b.values[0].text);
  if (!first || !second) return false;
  const auto above = [](Comparator comparator) {
    return comparator == Comparator::kGreater || comparator == Comparator::kGreaterOrEqual;
  };
  const auto below = [](Comparator comparator) {
    return comparator == Comparator::kLess || comparator == Comparator::kLessOrEqual;
  };
  return (above(a.comparator) && below(b.comparator) && *first >= *second) ||
         (below(a.comparator) && above(b.comparator) && *first <= *second);
}

void Reader::add_condition(Condition condition) {
  if (condition.left.is_aggregate()) {
    add_having(std::move(condition));
    return;
  }
  const bool absent = std::exchange(absent_, false);
  if (add_to_nested(condition)) return;
  if (means_none(condition, absent)) {
    condition.comparator = negation(condition.comparator);
    const int table = condition.left.field.table;
    exclude(table, std::move(condition));
    return;
  }
  auto& where = reading_.where;
  if (condition.nested.empty() && std::find(where.begin(), where.end(), condition) != where.end()) {
    return;  // "male (sex is 'M')"
  }
  const bool alternative = std::exchange(either_, false);
  const Condition* before = where.empty() ? nullptr : &where.back();
  const bool same_left = before != nullptr && before->left == condition.left;
  if (alternative && before != nullptr) {
    condition.either = true;
  } else if (same_left && condition.comparator == before->comparator) {
    if (condition.comparator == Comparator::kEqual && condition.nested.empty()) {
      const bool figures =
          !context_.is_star && reading_.group.empty() && !alternative && at_ > 0 &&
          context_.elements[at_ - 1].is(Cue::kAnd) && !reading_.select.empty() &&
          std::all_of(reading_.select.begin(), reading_.select.end(), std::mem_fn(&Term::is_aggregate));
      if (figures && choices_.pick({0, 0.4}) == 0) {
        reading_.group.push_back(condition.left.field);  // "for male and female students": of each
        add_term({Aggregate::kNone, false, condition.left.field});
      } else if (means_both() && intersect(condition)) {
        return;
      }
      condition.either = true;
    }
  } else if (same_left && (both_ || excludes(*before, condition)) && intersect(condition)) {
    return;
  }
  if (reading_.combined_by && !reading_.other.empty()) reading_.other[0].where.push_back(condition);
  where.push_back(std::move(condition));
}

// Shows the key that the one column that is shown refers to, instead.
bool Reader::ask_of_parent() {
  if (reading_.select.size() != 1 || reading_.select[0].is_aggregate()) return false;
  Field& field = reading_.select[0].field;
  for (const Link& link : context_.model.links) {
    if (link.table != field.table || link.column != field.column) continue;
    field = {link.to_table, link.to_column};
    std::erase(reading_.tables, link.table);
    return true;
  }
  return false;
}

// Rows of the subject that have no row of `table` (of which `condition` holds).
void Reader::exclude(int table, std::optional<Condition> condition) {
  int shown = reading_.select.empty() ? subject_ : reading_.select[0].field.table;
  if (shown < 0) shown = subject_;
  if (shown >= 0 && shown == table && condition && shows_what_repeats()) {
    // "publishers that have no book in 1989"
    Condition made;
    made.left = reading_.select[0];
    made.comparator = Comparator::kNotIn;
    Reading nested;
    nested.select = {made.left};
    nested.where.push_back(std::move(*condition));
    made.nested.push_back(std::move(nested));
    reading_.where.push_back(std::move(made));
    nested_open_ = true;
    return;
  }
  if (shown == table && !condition && !context_.is_star && ask_of_parent()) {
    shown = reading_.select[0].field.table;  // "customer ids who have no account"
  }
  if (shown < 0 || shown == table) {
    if (condition) {
      condition->comparator = negation(condition->comparator);
      reading_.where.push_back(std::move(*condition));
    }
    return;
  }
  std::vector<int> tables = {shown, table};
  for (const int nested : std::exchange(nested_tables_, {})) {
    if (nested != shown && nested != table) tables.push_back(nested);
  }
  const auto tree = join(context_.model, context_.link_costs, tables);
  if (!tree || tree->links.empty()) return;
  const Link& link = *tree->links[0];
  const bool to_shown = link.to_table == shown;
  Condition made;
  made.left.field =
      to_shown ? Field{link.to_table, link.to_column} : Field{link.table, link.column};
  made.comparator = Comparator::kNotIn;
  Reading nested;
  nested.select.push_back(
      {Aggregate::kNone, false,
       to_shown ? Field{link.table, link.column} : Field{link.to_table, link.to_column}});
  nested.tables.assign(tables.begin() + 1, tables.end());
  if (condition) nested.where.push_back(std::move(*condition));
  made.nested.push_back(std::move(nested));
  nested_open_ = true;
  for (std::size_t i = 1; i < tables.size(); ++i) std::erase(reading_.tables, tables[i]);
  reading_.where.push_back(std::move(made));
}

// "... who took some course, and the course description": the list of what is shown goes on.
bool Reader::is_item_again(const Element& element) const {
  if (context_.is_star || at_ < 2 || pending_.left || pending_.comparator || pending_.negated ||
      pending_.count || both_ || !pending_.aggregates.empty() || reading_.select.empty() ||
      reading_.shows_figures() || nested_open_) {
    return false;
  }
  const Element* before = &context_.elements[at_ - 1];
  const bool article = context_.tokens[before->begin].lower == "the";
  if (article) before = &context_.elements[at_ - 2];
  if (!before->is(Cue::kAnd) || element.column_score() < 0.9 ||
      element.table_score() >= element.column_score() || is_compared()) {
    return false;
  }
  const Element* next = next_content(at_ + 1);
  return next == nullptr || next->kind == Element::Kind::kStop ||
         next->kind == Element::Kind::kComma || next->is(Cue::kEach) || next->is(Cue::kOrder);
}

// "that have not been eliminated": a column of another table that is compared with nothing says
// that there is no row of it.
void Reader::exclude_what_is_left() {
  if (!pending_.left || pending_.comparator || pending_.left->field.is_row()) return;
  const int table = pending_.left->field.table;
  const int shown = reading_.select.empty() ? subject_ : reading_.select[0].field.table;
  if (shown < 0 || shown == table) return;
  pending_.left.reset();
  pending_.negated = false;
  exclude(table, std::nullopt);
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

void Reader::where_mention(const Element& element) {
  if (compare_columns(element)) return;
  const bool owned = at_ > 0 && context_.elements[at_ - 1].kind == Element::Kind::kPossessive;
  if (is_item_again(element) || (owned && reading_.select.empty() && !is_compared() && !means_table(element))) {
    clause_ = Clause::kSelect;
    add_column_item(element);
    return;
  }
  pending_.attach = false;
  const bool distinct = std::exchange(pending_.distinct, false);
  Term term;
  if (std::exchange(pending_.count, false)) {
    // "whose number of employees is more than 3"
    term.aggregate = Aggregate::kCount;
    if (means_table(element)) {
      term.field = {resolve_table(element), -1};
    } else {
      term.field = resolve_column(element);
      term.distinct = distinct;
      const ColumnModel& column = context_.model.column(term.field);
      if (column.kind == ValueKind::kNumber && !column.is_id && !column.is_reference && !distinct &&
          !context_.is_star && element.column_score() > 0.85) {
        term.aggregate = Aggregate::kNone;  // which is the number itself
      }
    }
  } else if (const auto measure =
                 is_fact_mention(element) ? measure_of(element, false) : std::nullopt) {
    term = measured(*measure, take_aggregate());
  } else if (means_table(element)) {
    if (!is_only_verb(element)) where_table(resolve_table(element));
    return;
  } else {
    term = measured(resolve_column(element), take_aggregate());
  }
  if (pending_.negated && !pending_.comparator && is_measure(term.field)) {
    pending_.negated = false;  // "never billed": there is no such fact
    exclude(term.field.table, std::nullopt);
    return;
  }
  const bool of_rows = reading_.select.empty() || reading_.select[0].is_aggregate() ||
                       reading_.select[0].field.table == term.field.table;
  if (is_measure(term.field) && of_rows && reading_.group.empty()) {
    term.aggregate = Aggregate::kNone;  // a condition on each row
  }
  pending_.left = term;
  pending_.left_at = at_;
}

// A table among the conditions: there are rows of it, or there are none.
void Reader::where_table(int table) {
  clause_table_ = table;
  if (pending_.negated && !pending_.comparator) {
    const Element* next = next_content(at_ + 1);
    const bool goes_on =
        next != nullptr &&
        (next->kind == Element::Kind::kQuoted || !next->values.empty() ||
         next->is(Cue::kRelative) || next->is(Cue::kOf) || next->is(Cue::kHave) ||
         next->kind == Element::Kind::kMention);
    if (!goes_on) {
      pending_.negated = false;
      exclude(table, std::nullopt);
      return;
    }
    const int shown = reading_.select.empty() ? subject_ : reading_.select[0].field.table;
    if (table != shown) {
      nested_tables_.push_back(table);
      return;
    }
  }
  if (nested_open_ && !reading_.where.empty() &&
      reading_.where.back().comparator == Comparator::kNotIn) {
    auto& nested = reading_.where.back().nested[0].tables;  // "not employed by any company"
    if (std::find(nested.begin(), nested.end(), table) == nested.end()) nested.push_back(table);
    return;
  }
  if (nested_open_ && !reading_.where.empty() && !reading_.where.back().nested.empty()) {
    const Reading& nested = reading_.where.back().nested[0];
    if (nested.select[0].field.table == table || !nested.select[0].is_aggregate()) return;
  }
  if (pending_.comparator == Comparator::kGreaterOrEqual) pending_.comparator.reset();
  if (subject_ < 0) subject_ = table;
  need(table);
}

// "whose actual cost is higher than the budget": two columns, row by row.
bool Reader::compare_columns(const Element& element) {
  if (!pending_.left || !pending_.comparator || pending_.count || !pending_.aggregates.empty() ||
      pending_.left->field.is_row() || element.column_score() < 0.6 || is_compared() ||
      element.table_score() >= element.column_score()) {
    return false;
  }
  const Comparator comparator = *pending_.comparator;
  const bool ranks =
      comparator == Comparator::kGreater || comparator == Comparator::kLess ||
      comparator == Comparator::kGreaterOrEqual || comparator == Comparator::kLessOrEqual;
  const ColumnModel& left = context_.model.column(pending_.left->field);
  const auto is_amount = [](const ColumnModel& column) {
    return (column.kind == ValueKind::kNumber || column.kind == ValueKind::kDate) && !column.is_id &&
           !column.is_reference;
  };
  if (!ranks || !is_amount(left)) return false;
  const Field field = resolve_column(element);
  const ColumnModel& right = context_.model.column(field);
  if (!is_amount(right) || right.kind != left.kind || field == pending_.left->field ||
      (context_.is_star && field.table != pending_.left->field.table)) {
    return false;
  }
  Condition condition;
  condition.left.field = pending_.left->field;
  condition.comparator = take_comparator();
  condition.column = field;
  pending_.left.reset();
  add_condition(std::move(condition));
  return true;
}

// "in the same department as Clara": what Clara's is.
bool Reader::compare_with_same() {
  const Element* what = peek(1);
  const Element* as = peek(2);
  if (what == nullptr || what->kind != Element::Kind::kMention || as == nullptr ||
      context_.tokens[as->begin].lower != "as" || subject_ < 0) {
    return false;
  }
  std::optional<Field> field;
  for (const Link& link : context_.model.links) {
    if (link.table == subject_ && !what->tables.empty() &&
        link.to_table == what->tables[0].field.table && what->table_score() >= what->column_score()) {
      field = Field{link.table, link.column};
      break;
    }
  }
  for (const Sense& sense : what->columns) {
    if (!field && sense.field.table == subject_ && sense.score > 0.6) field = sense.field;
  }
  if (!field) return false;
  Reading nested;
  nested.select.push_back({Aggregate::kNone, false, *field});
  Condition condition;
  condition.left.field = *field;
  condition.comparator = Comparator::kIn;
  condition.nested.push_back(std::move(nested));
  pending_.negated = false;
  pending_.attach = false;
  begin_where();
  add_condition(std::move(condition));
  nested_open_ = true;
  at_ += 2;
  return true;
}

// Compares what is left with the highest or lowest of the rows that follow.
void Reader::compare_with_extreme(Aggregate aggregate) {
  Condition condition;
  condition.left = *std::exchange(pending_.left, std::nullopt);
  condition.comparator = take_comparator();
  Reading nested;
  nested.select.push_back({aggregate, false, condition.left.field});
  condition.nested.push_back(std::move(nested));
  add_condition(std::move(condition));
  nested_open_ = true;
}

// Is something greater or less than what follows, of a column that has an order?
bool Reader::is_ranked_against() const {
  if (context_.is_star || !pending_.comparator || !pending_.left || pending_.left->is_aggregate() ||
      pending_.left->field.is_row() || pending_.negated) {
    return false;
  }
  const Comparator comparator = *pending_.comparator;
  const bool ranks =
      comparator == Comparator::kGreater || comparator == Comparator::kLess ||
      comparator == Comparator::kGreaterOrEqual || comparator == Comparator::kLessOrEqual;
  const ValueKind kind = context_.model.column(pending_.left->field).kind;
  return ranks && (kind == ValueKind::kNumber || kind == ValueKind::kDate);
}

// "higher than all songs in English", "than that of some college": than the highest or lowest of
// them.
bool Reader::compare_with_others(const Element& element) {
  const std::string& word = context_.tokens[element.end - 1].lower;
  const bool all = word == "all" || word == "any" || word == "every" ||
                   context_.tokens[element.begin].lower == "all";
  const bool some = word == "some" || word == "one" || word == "least";
  const Element* next = next_content(at_ + 1);
  if ((!all && !some) || !is_ranked_against() || next == nullptr ||
      next->kind != Element::Kind::kMention ||
      (next->tables.empty() && next->values.empty())) {
    return false;
  }
  const bool greater = *pending_.comparator == Comparator::kGreater ||
                       *pending_.comparator == Comparator::kGreaterOrEqual;
  compare_with_extreme(greater == all ? Aggregate::kMax : Aggregate::kMin);
  return true;
}

// "than the average", "above average age": the answer of a query of its own.
bool Reader::add_nested_aggregate() {
  std::size_t skip = 1;
  const Element* next = peek(skip);
  while (next != nullptr &&
         (next->kind == Element::Kind::kWord || next->is(Cue::kOf) || next->is(Cue::kAll)) &&
         skip < 3) {
    next = peek(++skip);
  }
  std::optional<Field> field;
  if (next != nullptr && next->kind == Element::Kind::kMention && next->column_score() > 0.6 &&
      next->column_score() + 0.05 >= next->table_score()) {
    field = resolve_column(*next);
    at_ += skip;
  }
  if (!pending_.left && !field) field = measure_of_verb();  // "who earn more than the average"
  if (!pending_.left && !field) return false;
  Condition condition;
  condition.left = pending_.left ? *pending_.left : compared(*field);
  Reading nested;
  nested.select.push_back(
      {pending_.aggregates.back(), false, field ? *field : condition.left.field});
  condition.nested.push_back(std::move(nested));
  condition.comparator = take_comparator();
  pending_.aggregates.clear();
  pending_.left.reset();
  add_condition(std::move(condition));
  nested_open_ = true;
  return true;
}

}  // namespace dbx::answer

// Conditions; part of Reader.
#include <algorithm>
#include <functional>
#include <utility>

#include "dbx/answer/reader.h"
#include "dbx/base/text.h"

namespace dbx::answer {

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
  if (!context_.is_star && !reading_.select.empty() && reading_.select[0].is_aggregate())
    return false;
  Reading other = reading_;
  other.where.back() = condition;
  other.order.clear();
  other.limit.reset();
  reading_.combined_by = query::SetOperator::kIntersect;
  reading_.other.push_back(std::move(other));
  both_ = false;
  return true;
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

// Days are compared with days: after 1980 is from the first day of 1981 on.
void Reader::years_to_days(Condition& condition) const {
  if (condition.left.field.is_row() || condition.values.empty() || !condition.nested.empty() ||
      context_.model.column(condition.left.field).kind != ValueKind::kDate) {
    return;
  }
  std::vector<int> years;
  for (const Literal& value : condition.values) {
    const std::string digits = text::replace_all(value.text, "%", "");
    const auto year = digits.size() == 4 ? text::to_double(digits) : std::nullopt;
    if (!year || *year < 1000) return;
    years.push_back(static_cast<int>(*year));
  }
  const auto day = [](int year, std::string_view rest) {
    return Literal{false, std::to_string(year) + std::string(rest)};
  };
  switch (condition.comparator) {
    case Comparator::kGreater:
      condition.comparator = Comparator::kGreaterOrEqual;
      condition.values = {day(years[0] + 1, "-01-01")};
      break;
    case Comparator::kLessOrEqual:
      condition.comparator = Comparator::kLess;
      condition.values = {day(years[0] + 1, "-01-01")};
      break;
    case Comparator::kGreaterOrEqual:
    case Comparator::kLess:
      condition.values = {day(years[0], "-01-01")};
      break;
    case Comparator::kEqual:
    case Comparator::kLike:
    case Comparator::kBetween:
      condition.comparator = Comparator::kBetween;
      condition.values = {day(years[0], "-01-01"), day(years.back(), "-12-31")};
      break;
    default:
      break;
  }
}

void Reader::add_condition(Condition condition) {
  if (condition.left.is_aggregate()) {
    add_having(std::move(condition));
    return;
  }
  const bool absent = std::exchange(absent_, false);
  years_to_days(condition);
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
      const bool figures = !context_.is_star && reading_.group.empty() && !alternative && at_ > 0 &&
                           context_.elements[at_ - 1].is(Cue::kAnd) && !reading_.select.empty() &&
                           std::all_of(reading_.select.begin(), reading_.select.end(),
                                       std::mem_fn(&Term::is_aggregate));
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

void Reader::where_mention(const Element& element) {
  if (compare_columns(element)) return;
  const bool owned = at_ > 0 && context_.elements[at_ - 1].kind == Element::Kind::kPossessive;
  if (is_item_again(element) ||
      (owned && reading_.select.empty() && !is_compared() && !means_table(element))) {
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
      if (column.is_amount() && !distinct && !context_.is_star && element.column_score() > 0.85) {
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
  leave(term);
  const Element* next = peek(1);
  const bool describes =
      next != nullptr && next->kind == Element::Kind::kMention && next->names_table();
  if (!context_.is_star && !term.is_aggregate() && describes) add_flag();  // "unpaid fines"
}

// A table among the conditions: there are rows of it, or there are none.
void Reader::where_table(int table) {
  clause_table_ = table;
  if (pending_.negated && !pending_.comparator) {
    const Element* next = next_content(at_ + 1);
    const bool goes_on =
        next != nullptr && (next->kind == Element::Kind::kQuoted || !next->values.empty() ||
                            next->is(Cue::kRelative) || next->is(Cue::kOf) ||
                            next->is(Cue::kHave) || next->kind == Element::Kind::kMention);
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

}  // namespace dbx::answer

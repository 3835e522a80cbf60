// Conditions: values, numbers, comparisons, what there is none of; part of Reader.
#include <fmt/format.h>

#include <algorithm>
#include <queue>

#include "dbx/answer/compile.h"
#include "dbx/answer/joins.h"
#include "dbx/answer/reader.h"

namespace dbx::answer {
namespace {

const std::vector<double> kOnce = {0, 0.3};

Literal number_literal(double number) {
  const bool whole = number == static_cast<double>(static_cast<std::int64_t>(number));
  return {true,
          whole ? std::to_string(static_cast<std::int64_t>(number)) : fmt::format("{}", number)};
}

Comparator negation(Comparator comparator) {
  switch (comparator) {
    case Comparator::kEqual:
      return Comparator::kNotEqual;
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
  Reading other = reading_;
  other.where.back() = condition;
  other.order.clear();
  other.limit.reset();
  reading_.combined_by = query::SetOperator::kIntersect;
  reading_.other.push_back(std::move(other));
  both_ = false;
  return true;
}

void Reader::add_condition(Condition condition) {
  if (condition.left.aggregate != Aggregate::kNone) {
    add_having(std::move(condition));
    return;
  }
  if (add_to_nested(condition)) return;
  const int shown = reading_.select.empty() ? subject_ : reading_.select[0].field.table;
  const int table = condition.left.field.table;
  const bool negative = condition.comparator == Comparator::kNotEqual;
  if (negative && shown >= 0 && table != shown) {
    // None of its rows, rather than one of them that is not so.
    const int links =
        context_.distance[static_cast<std::size_t>(shown)][static_cast<std::size_t>(table)];
    const bool many =
        links > 1 || std::any_of(context_.model.links.begin(), context_.model.links.end(),
                                 [&](const Link& link) {
                                   return link.table == table && link.to_table == shown;
                                 });
    if (many && choices_.pick({0, 0.6}) == 0) {
      condition.comparator = Comparator::kEqual;
      exclude(table, std::move(condition));
      return;
    }
  }
  auto& where = reading_.where;
  const bool alternative = std::exchange(either_, false);
  const Condition* before = where.empty() ? nullptr : &where.back();
  const bool same = before != nullptr && before->left == condition.left &&
                    condition.comparator == before->comparator;
  if (alternative && before != nullptr) {
    condition.either = true;
  } else if (same && condition.comparator == Comparator::kEqual && condition.nested.empty()) {
    // "both A and B" of one column: rows of either kind for the same thing
    const Element* previous = at_ > 0 ? &context_.elements[at_ - 1] : nullptr;
    const bool listed = previous != nullptr && previous->kind == Element::Kind::kComma;
    const std::size_t pick = choices_.pick(both_    ? std::vector<double>{0, 1.0}
                                           : listed ? std::vector<double>{0, 0.3}
                                                    : std::vector<double>{0, 0.4});
    const bool both = both_ ? pick == 0 : (listed ? pick == 1 : pick == 0);
    if (both && intersect(condition)) return;
    condition.either = true;
  } else if (both_ && before != nullptr && before->left == condition.left &&
             before->comparator != condition.comparator) {
    if (intersect(condition)) return;
  }
  if (reading_.combined_by && !reading_.other.empty()) reading_.other[0].where.push_back(condition);
  where.push_back(std::move(condition));
}

// Rows of the subject that have no row of `table` (of which `condition` holds).
void Reader::exclude(int table, std::optional<Condition> condition) {
  int shown = reading_.select.empty() ? subject_ : reading_.select[0].field.table;
  if (shown < 0) shown = subject_;
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

void Reader::where_mention(const Element& element) {
  pending_.attach = false;
  const bool distinct = std::exchange(pending_.distinct, false);
  if (pending_.count) {
    // "whose number of employees is more than 3"
    pending_.count = false;
    Term term{Aggregate::kCount, false, {}};
    if (means_table(element)) {
      term.field = {resolve_table(element), -1};
    } else {
      term.field = resolve_column(element);
      term.distinct = distinct;
    }
    pending_.left = term;
    pending_.left_at = at_;
    return;
  }
  if (means_table(element)) {
    const int table = resolve_table(element);
    clause_table_ = table;
    if (pending_.negated && !pending_.comparator) {
      const Element* next = next_content(at_ + 1);
      const bool goes_on =
          next != nullptr &&
          (next->kind == Element::Kind::kQuoted || !next->values.empty() ||
           next->is(Cue::kRelative) || next->is(Cue::kOf) || next->kind == Element::Kind::kMention);
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
    if (pending_.comparator == Comparator::kGreaterOrEqual) pending_.comparator.reset();
    if (subject_ < 0) subject_ = table;
    need(table);
    return;
  }
  const Field field = resolve_column(element);
  Term term{Aggregate::kNone, false, field};
  term.aggregate = take_aggregate();
  pending_.left = term;
  pending_.left_at = at_;
}

// "than the average", "above average age": the answer of a query of its own.
bool Reader::add_nested_aggregate(const Element&) {
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
  if (!pending_.left && !field) return false;
  Condition condition;
  condition.left = pending_.left ? *pending_.left : Term{Aggregate::kNone, false, *field};
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

void Reader::add_number(const Element& element) {
  const Element* next = peek(1);
  if (next != nullptr && next->kind == Element::Kind::kCue) {
    switch (next->cue.cue) {
      case Cue::kHighest:
      case Cue::kLowest:
      case Cue::kMostCommon:
      case Cue::kLeastCommon:
      case Cue::kAdjectiveMost:
        extreme_.active = true;
        extreme_.limit = static_cast<std::int64_t>(element.number);
        return;
      case Cue::kOrMore:
        pending_.comparator = Comparator::kGreaterOrEqual;
        ++at_;
        break;
      case Cue::kOrLess:
        pending_.comparator = Comparator::kLessOrEqual;
        ++at_;
        break;
      default:
        break;
    }
  }
  if (extreme_.active) {
    extreme_.limit = static_cast<std::int64_t>(element.number);
    return;
  }
  Condition condition;
  condition.values.push_back(number_literal(element.number));
  if (pending_.comparator == Comparator::kBetween) {
    for (std::size_t ahead = 1; ahead < 4; ++ahead) {
      const Element* second = peek(ahead);
      if (second == nullptr) break;
      if (second->kind != Element::Kind::kNumber) continue;
      condition.values.push_back(number_literal(second->number));
      at_ += ahead;
      break;
    }
    if (condition.values.size() < 2) pending_.comparator = Comparator::kGreaterOrEqual;
  }
  std::size_t ahead = 1;
  const Element* unit = peek(ahead);
  while (unit != nullptr && (unit->is(Cue::kDistinct) || unit->is(Cue::kOf))) unit = peek(++ahead);
  const bool before_unit = unit != nullptr && unit->kind == Element::Kind::kMention &&
                           std::max(unit->table_score(), unit->column_score()) > 0.55;
  const bool compares = pending_.comparator.has_value();
  const bool extreme_follows = std::any_of(
      context_.elements.begin() + static_cast<std::ptrdiff_t>(at_), context_.elements.end(),
      [](const Element& held) {
        return held.is(Cue::kHighest) || held.is(Cue::kLowest) || held.is(Cue::kAdjectiveMost) ||
               held.is(Cue::kMostCommon) || held.is(Cue::kLeastCommon);
      });
  if (before_unit && !compares && clause_ == Clause::kSelect &&
      (extreme_follows || reading_.select.empty()) && unit->table_score() >= unit->column_score()) {
    limit_hint_ = static_cast<std::int64_t>(element.number);
    return;
  }
  if (before_unit && (!pending_.left || unit->table_score() > 0.8)) {
    const bool table = means_table(*unit);
    const auto stored = stored_count(*unit);
    if (stored && choices_.pick({0, 0.7}) == 0) {
      begin_where();
      condition.left.field = *stored;
      condition.comparator = take_comparator();
      at_ += ahead;
      add_condition(std::move(condition));
      return;
    }
    if (table) {
      const int t = resolve_table(*unit);
      begin_where();
      condition.left = {Aggregate::kCount, false, {t, -1}};
      condition.comparator = take_comparator();
      at_ += ahead;
      add_having(std::move(condition));
      return;
    }
    const Field field = resolve_column(*unit);
    const ColumnModel& column = context_.model.column(field.table, field.column);
    condition.left.field = field;
    if (column.kind != ValueKind::kNumber || column.is_id) {
      condition.left.aggregate = Aggregate::kCount;
      condition.left.distinct = true;
    }
    condition.comparator = take_comparator();
    at_ += ahead;
    add_condition(std::move(condition));
    return;
  }
  const bool unknown = unit != nullptr && unit->kind == Element::Kind::kWord && !pending_.left &&
                       !is_noise(context_.tokens[unit->begin].lower);
  if (!pending_.left && compares && !reading_.where.empty() && at_ > 2) {
    // "lower than 600 or higher than 900"
    const Element* joined = &context_.elements[at_ - 2];
    const Condition& last = reading_.where.back();
    if ((joined->is(Cue::kOr) || joined->is(Cue::kAnd)) && last.nested.empty() &&
        !last.left.field.is_row()) {
      pending_.left = last.left;
      pending_.left_at = at_;
    }
  }
  const bool times = unit != nullptr && (unit->text == "times" || unit->text == "time" || unknown);
  if (times && compares) {
    int table = clause_table_ >= 0 ? clause_table_ : subject_;
    if (!reading_.select.empty()) table = reading_.select[0].field.table;
    if (table < 0) return;
    condition.left = {Aggregate::kCount, false, {table, -1}};
    condition.comparator = take_comparator();
    add_having(std::move(condition));
    return;
  }
  const bool year_like = element.number >= 1800 && element.number <= 2100;
  if (pending_.left && year_like && !compares && at_ > pending_.left_at + 2) pending_.left.reset();
  if (pending_.left) {
    condition.left = *pending_.left;
    const Field field = condition.left.field;
    if (!field.is_row() && condition.left.aggregate == Aggregate::kNone &&
        context_.model.column(field.table, field.column).kind == ValueKind::kText) {
      condition.values[0].is_number = false;
      condition.values[0].text = element.text;
    }
    condition.comparator = take_comparator();
    pending_.left.reset();
    add_condition(std::move(condition));
    return;
  }
  const Element* before = at_ > 0 ? &context_.elements[at_ - 1] : nullptr;
  if (before != nullptr && !compares && !reading_.where.empty() &&
      (before->is(Cue::kOr) || before->is(Cue::kAnd))) {
    // "department 70 or 90"
    const Condition& last = reading_.where.back();
    if (last.nested.empty() && last.comparator == Comparator::kEqual && last.values[0].is_number) {
      condition.left = last.left;
      condition.comparator = take_comparator();
      add_condition(std::move(condition));
      return;
    }
  }
  if (before != nullptr && before->kind == Element::Kind::kMention && !before->tables.empty() &&
      !compares) {
    // "supplier 3"
    condition.left.field = key_of(before->tables[0].field.table);
    condition.comparator = take_comparator();
    begin_where();
    add_condition(std::move(condition));
    return;
  }
  const bool year = element.number >= 1800 && element.number <= 2100;
  if (year) {
    std::vector<Sense> senses = columns_named(context_.model, "year date time");
    for (Sense& sense : senses) sense.score += 2 * affinity(sense.field.table, at_);
    if (senses.empty()) return;
    const Field field = pick_field(std::move(senses));
    condition.left.field = field;
    condition.comparator = take_comparator();
    const ColumnModel& column = context_.model.column(field.table, field.column);
    if (column.kind != ValueKind::kNumber) {
      condition.values[0].is_number = false;
      if (condition.comparator == Comparator::kEqual) {
        condition.comparator = Comparator::kLike;
        condition.values[0].text = "%" + condition.values[0].text + "%";
      } else if (condition.values.size() > 1) {
        condition.values[1].is_number = false;
      }
    }
    begin_where();
    add_condition(std::move(condition));
    return;
  }
  if (!element.values.empty()) return;
  ++ignored_;
}

void Reader::add_literal(Field field, std::string text) {
  Condition condition;
  condition.left.field = field;
  const bool number = context_.model.column(field.table, field.column).kind == ValueKind::kNumber;
  condition.comparator = take_comparator();
  if (condition.comparator == Comparator::kLike || condition.comparator == Comparator::kNotLike) {
    bool starts = false;
    bool ends = false;
    for (std::size_t i = at_; i-- > 0 && i + 6 > at_;) {
      starts = starts || context_.elements[i].is(Cue::kStartsWith);
      ends = ends || context_.elements[i].is(Cue::kEndsWith);
      if (starts || ends || context_.elements[i].is(Cue::kContains)) break;
    }
    text = (starts ? "" : "%") + text + (ends ? "" : "%");
  }
  const bool like =
      condition.comparator == Comparator::kLike || condition.comparator == Comparator::kNotLike;
  condition.values.push_back({number && !like, std::move(text)});
  if (condition.comparator == Comparator::kBetween) {
    for (std::size_t ahead = 1; ahead < 4; ++ahead) {
      const Element* second = peek(ahead);
      if (second == nullptr || second->kind != Element::Kind::kQuoted) continue;
      condition.values.push_back({number, second->text});
      at_ += ahead;
      break;
    }
    if (condition.values.size() < 2) condition.comparator = Comparator::kGreaterOrEqual;
  }
  begin_where();
  add_condition(std::move(condition));
}

// "Olin Shivers", who is two columns: the first word and the last.
bool Reader::add_full_name(const Element& element) {
  const std::size_t space = element.text.find(' ');
  if (space == std::string::npos || element.text.find(' ', space + 1) != std::string::npos ||
      pending_.comparator) {
    return false;
  }
  const std::string last = element.text.substr(space + 1);
  for (const ValueHit& first : context_.values.find(element.text.substr(0, space))) {
    for (const ValueHit& second : context_.values.find(last)) {
      if (first.table != second.table || first.column == second.column) continue;
      const bool negated = pending_.negated;
      add_literal({first.table, first.column}, first.value);
      pending_.negated = negated && nested_open_ ? false : negated;
      add_literal({second.table, second.column}, second.value);
      return true;
    }
  }
  return false;
}

void Reader::add_value(const Element& element) {
  if (element.kind == Element::Kind::kQuoted && element.values.empty() && add_full_name(element)) {
    return;
  }
  std::string text = element.text;
  if (pending_.comparator == Comparator::kLike && !element.values.empty() && !pending_.left &&
      context_.elements[at_ > 0 ? at_ - 1 : 0].is(Cue::kBoth)) {
    pending_.comparator.reset();
  }
  const bool like = pending_.comparator == Comparator::kLike;
  std::vector<Sense> senses;
  std::optional<Field> left;
  if (pending_.left && !pending_.left->field.is_row()) left = pending_.left->field;
  if (!left) {
    // "in the Fall semester", "the Sales department": what follows says which column
    const Element* next = peek(1);
    if (next != nullptr && next->kind == Element::Kind::kMention && next->values.empty()) {
      for (const Sense& sense : next->columns) {
        if (context_.values.find_in(text, sense.field.table, sense.field.column) != nullptr) {
          senses.push_back({sense.field, 1.5 + sense.score});
        }
      }
    }
  }
  if (!left && like) {
    for (std::size_t ahead = 1; ahead < 5 && !left; ++ahead) {
      const Element* next = peek(ahead);
      if (next == nullptr || next->kind == Element::Kind::kStop) break;
      if (next->kind != Element::Kind::kMention || next->columns.empty()) continue;
      left = resolve_column(*next);
      at_ += ahead;
    }
  }
  for (const ValueHit& hit : element.values) {
    Sense sense{{hit.table, hit.column}, 0.8};
    if (left && *left == sense.field) sense.score += 1.5;
    sense.score += affinity(hit.table, at_);
    for (const Element* beside : {peek(1), at_ > 0 ? &context_.elements[at_ - 1] : nullptr}) {
      if (beside == nullptr || beside->kind != Element::Kind::kMention) continue;
      if (std::any_of(beside->values.begin(), beside->values.end(), [&](const ValueHit& other) {
            return other.table == hit.table && other.column != hit.column;
          })) {
        sense.score += 0.4;
        for (const NameWord& word : context_.model.column(hit.table, hit.column).words) {
          if (word.lemma == (beside == peek(1) ? "first" : "last")) sense.score += 0.1;
        }
      }
    }
    const ColumnModel& column = context_.model.column(hit.table, hit.column);
    if (column.is_name) sense.score += 0.1;
    if (column.is_reference) sense.score -= 0.05;
    for (const Condition& condition : reading_.where) {
      if (condition.left.field == sense.field) sense.score += 0.5;
    }
    senses.push_back(sense);
  }
  if (left && (like || element.values.empty())) senses = {{*left, 1}};
  if (senses.empty() && like && !reading_.select.empty() && !reading_.select[0].field.is_row()) {
    senses = {{reading_.select[0].field, 1}};
  }
  const bool date = text.size() == 10 && text[4] == '-' && text[7] == '-';
  if (senses.empty() && date) {
    senses = columns_named(context_.model, "date time");
    for (Sense& sense : senses) sense.score += 2 * affinity(sense.field.table, at_);
  }
  if (senses.empty()) {
    if (element.kind == Element::Kind::kQuoted && subject_ >= 0) {
      senses.push_back({display_of(subject_), 0.5});
    } else {
      ++ignored_;
      return;
    }
  }
  const Field field = pick_field(std::move(senses));
  if (pending_.count && reading_.select.empty()) {
    // "how many females"
    pending_.count = false;
    reading_.select.push_back({Aggregate::kCount, false, {field.table, -1}});
    set_subject(field.table);
  }
  if (!like) {
    if (const ValueHit* hit = context_.values.find_in(text, field.table, field.column)) {
      text = hit->value;
    } else {
      for (const ValueHit& other : element.values) {
        if (Field{other.table, other.column} == field) text = other.value;
      }
    }
  }
  if (left && *left == field) pending_.left.reset();
  add_literal(field, std::move(text));
}

// Rows that are joined to several of another table are counted once each.
void Reader::count_each_once() {
  Term& term = reading_.select[0];
  if (reading_.select.size() != 1 || term.aggregate != Aggregate::kCount || !term.field.is_row() ||
      !reading_.group.empty() || !reading_.having.empty()) {
    return;
  }
  const int counted = term.field.table;
  const auto tree = join(context_.model, context_.link_costs, tables_of(reading_));
  if (!tree || tree->links.empty()) return;
  bool repeated = false;
  for (const Link* link : tree->links) repeated = repeated || link->to_table == counted;
  if (!repeated) return;
  const Field key = key_of(counted);
  if (choices_.pick(kOnce) == 0) {
    term.field = key;
    term.distinct = true;
  }
}

// "all majors" of students: each major once.
void Reader::show_each_once() {
  if (reading_.select.size() != 1 || reading_.distinct || reading_.combined_by) return;
  const Term& term = reading_.select[0];
  if (term.aggregate != Aggregate::kNone || !reading_.group.empty() || !reading_.order.empty() ||
      !reading_.where.empty() || reading_.tables.size() > 1) {
    return;
  }
  const ColumnModel& column = context_.model.column(term.field.table, term.field.column);
  if (column.is_key || column.is_name || column.is_id) return;
  if (context_.mentioned[static_cast<std::size_t>(term.field.table)] > 0.7) return;
  if (choices_.pick(kOnce) == 0) reading_.distinct = true;
}

// "For each party, its theme and the name of its host": nothing is counted or summed up, so each
// row is shown.
void Reader::drop_idle_group() {
  const auto is_aggregate = [](const Term& term) { return term.aggregate != Aggregate::kNone; };
  bool idle = reading_.having.empty() &&
              std::none_of(reading_.select.begin(), reading_.select.end(), is_aggregate);
  for (const Ordering& order : reading_.order) idle = idle && !is_aggregate(order.term);
  if (!idle || reading_.group.empty()) return;
  reading_.group.clear();
  if (group_item_ && reading_.select.size() > 1) {
    std::erase(reading_.select, Term{Aggregate::kNone, false, *group_item_});
  }
}

void Reader::finish() {
  end_clause();
  auto& reading = reading_;
  if (everything_ && reading.select.empty() && subject_ >= 0) add_everything(subject_);
  if (everything_ && reading.select.empty() && !reading.where.empty()) {
    add_everything(reading.where[0].left.field.table);
  }
  if (reading.select.empty() && !reading.tables.empty()) {
    reading.select.push_back({Aggregate::kNone, false, display_of(reading.tables[0])});
  }
  if (reading.select.empty() && !reading.order.empty()) {
    const int table = reading.order[0].term.field.table;
    reading.select.push_back({Aggregate::kNone, false, display_of(table)});
  }
  if (reading.select.empty() && !reading.where.empty()) {
    const int table = reading.where[0].left.field.table;
    reading.select.push_back({Aggregate::kNone, false, display_of(table)});
  }
  if (reading.select.empty()) return;
  drop_idle_group();
  count_each_once();
  show_each_once();
  for (const Ordering& order : reading.order) {
    if (order.term.aggregate != Aggregate::kNone && reading.group.empty() &&
        reading.select[0].aggregate == Aggregate::kNone) {
      const int shown = reading.select[0].field.table;
      reading.group.push_back(order.term.field.table == shown ? reading.select[0].field
                                                              : key_of(shown));
    }
  }
  for (Condition& condition : reading.having) {
    if (reading.group.empty() && reading.select[0].aggregate == Aggregate::kNone) {
      reading.group.push_back(key_of(reading.select[0].field.table));
    }
    (void)condition;
  }
}

}  // namespace dbx::answer

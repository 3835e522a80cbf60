// Comparisons with other columns, other rows and averages of them; part of Reader.
#include <algorithm>
#include <utility>

#include "dbx/answer/reader.h"

namespace dbx::answer {

// "whose actual cost is higher than the budget": two columns, row by row.
bool Reader::compare_columns(const Element& element) {
  if (!pending_.left || !pending_.comparator || pending_.count || !pending_.aggregates.empty() ||
      pending_.left->field.is_row() || element.column_score() < 0.6 || is_compared() ||
      !element.names_column()) {
    return false;
  }
  const ColumnModel& left = context_.model.column(pending_.left->field);
  if (!is_ranking(*pending_.comparator) || !left.has_order()) return false;
  const Field field = resolve_column(element);
  const ColumnModel& right = context_.model.column(field);
  if (!right.has_order() || right.kind != left.kind || field == pending_.left->field ||
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

// "older than Bob", "cost more than Rivers": than what the row of that name has.
bool Reader::compare_with_row(const Element& element, Field field) {
  if (!is_ranked_against() || element.values.empty() || pending_.left->field == field ||
      pending_.left->field.table != field.table || !context_.model.column(field).is_name) {
    return false;
  }
  Condition condition;
  condition.left = *std::exchange(pending_.left, std::nullopt);
  condition.comparator = take_comparator();
  Reading nested;
  nested.select.push_back({Aggregate::kMax, false, condition.left.field});
  Condition named;
  named.left.field = field;
  named.values.push_back({false, as_stored(element, field)});
  nested.where.push_back(std::move(named));
  condition.nested.push_back(std::move(nested));
  note(element, field, 1, as_stored(element, field));
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
        link.to_table == what->tables[0].field.table &&
        what->table_score() >= what->column_score()) {
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
  const ValueKind kind = context_.model.column(pending_.left->field).kind;
  return is_ranking(*pending_.comparator) &&
         (kind == ValueKind::kNumber || kind == ValueKind::kDate);
}

// "higher than all songs in English", "than that of some college": than the highest or lowest of
// them.
bool Reader::compare_with_others(const Element& element) {
  const std::string& word = context_.tokens[element.end - 1].lower;
  const bool all = word == "all" || word == "any" || word == "every" ||
                   context_.tokens[element.begin].lower == "all";
  const bool some = word == "some" || word == "one" || word == "least";
  const Element* next = next_content(at_ + 1);
  if ((all || some) && pending_.comparator && !pending_.left && !context_.is_star) {
    if (const auto field = measure_of_verb()) {  // "who earn more than all porters"
      leave({Aggregate::kNone, false, *field});
    }
  }
  if ((!all && !some) || !is_ranked_against() || next == nullptr ||
      next->kind != Element::Kind::kMention || (next->tables.empty() && next->values.empty())) {
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

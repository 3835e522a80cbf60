// What there is none of; part of Reader.
#include <algorithm>
#include <utility>

#include "dbx/answer/joins.h"
#include "dbx/answer/reader.h"

namespace dbx::answer {

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
  if (!absent && table == subject_) return false;  // "whose country is not"
  const bool many = links > 1 || std::any_of(all.begin(), all.end(), [&](const Link& link) {
                      return link.table == table && link.to_table == shown;
                    });
  return many && choices_.pick({0, 0.6}) == 0;
}

// One column that may say the same of several rows.
bool Reader::shows_what_repeats() const {
  if (reading_.select.size() != 1 || reading_.select[0].is_aggregate()) return false;
  const ColumnModel& column = context_.model.column(reading_.select[0].field);
  return !column.is_key && !column.is_name && !column.is_id;
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

// "that have not been eliminated": a column of another table that is compared with nothing says
// that there is no row of it.
void Reader::exclude_what_is_left() {
  if (!pending_.left || pending_.comparator || pending_.left->field.is_row()) return;
  const int table = pending_.left->field.table;
  const int shown = reading_.select.empty() ? subject_ : reading_.select[0].field.table;
  const Token& verb = context_.tokens[context_.elements[pending_.left_at].begin];
  const bool done = !verb.verb.empty() && verb.verb != verb.lower && !verb.lower.ends_with("ing");
  if (shown == table && !context_.is_star && done && !nested_open_ &&
      !pending_.left->is_aggregate()) {
    Condition condition;  // "which loans have not been returned"
    condition.left.field = pending_.left->field;
    condition.comparator = Comparator::kNull;
    pending_.left.reset();
    pending_.negated = false;
    add_condition(std::move(condition));
    return;
  }
  if (shown < 0 || shown == table) return;
  pending_.left.reset();
  pending_.negated = false;
  exclude(table, std::nullopt);
}

}  // namespace dbx::answer

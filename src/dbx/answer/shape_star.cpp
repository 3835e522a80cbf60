// What a reading over facts still lacks: versions counted once, balances taken at the last day, the
// shape that the question asked for; part of Reader.
#include <algorithm>
#include <functional>
#include <utility>

#include "dbx/answer/compile.h"
#include "dbx/answer/reader.h"

namespace dbx::answer {

void Reader::finish_star() {
  top_of_each();
  exclude_versions_together();
  list_once();
  count_versions_once();
  compare_with_groups();
}

// "the top 2 products in each department": what they are the first by is shown, too.
void Reader::top_of_each() {
  auto& reading = reading_;
  if (reading.order.empty() || !reading.limit) {
    for (const Field& field : reading.partition) reading.group.push_back(field);
    reading.partition.clear();
    return;
  }
  const Term by = reading.order[0].term;
  if (by.is_aggregate() && (*reading.limit > 1 || !reading.partition.empty())) add_term(by);
  if (reading.partition.empty()) return;
  reading.shape = Shape::kTopOfEach;
  std::vector<Term> shown;
  for (const Field& field : reading.partition) {
    shown.push_back({Aggregate::kNone, false, field});
    if (std::find(reading.group.begin(), reading.group.end(), field) == reading.group.end()) {
      reading.group.push_back(field);
    }
  }
  for (const Term& term : reading.select) {
    if (std::find(shown.begin(), shown.end(), term) == shown.end()) shown.push_back(term);
  }
  reading.select = std::move(shown);
}

// A group of what is being ranked, while it is ranked: "... in each department".
bool Reader::is_ranked() const {
  return context_.is_star && (extreme_.active || (reading_.limit && !reading_.order.empty()));
}

void Reader::add_partition(const Element& element) {
  pending_.each = false;
  pending_.attach = false;
  reading_.partition.push_back(means_table(element) ? display_of(resolve_table(element))
                                                    : resolve_column(element));
}

// What is listed of dimensions is listed once, however many facts and versions there are.
void Reader::list_once() {
  auto& reading = reading_;
  const bool plain =
      std::all_of(reading.select.begin(), reading.select.end(), [&](const Term& term) {
        return !term.is_aggregate() && !context_.model.table(term.field.table).is_fact;
      });
  const bool sorted =
      std::any_of(reading.order.begin(), reading.order.end(), [&](const Ordering& by) {
        return std::find(reading.select.begin(), reading.select.end(), by.term) ==
               reading.select.end();
      });
  if (plain && !sorted && reading.group.empty() && !reading.combined_by) reading.distinct = true;
}

// What has several versions has no fact only if none of them has one.
void Reader::exclude_versions_together() {
  for (Condition& condition : reading_.where) {
    if (condition.comparator != Comparator::kNotIn || condition.nested.empty()) continue;
    const int table = condition.left.field.table;
    const int key = context_.model.table(table).natural_key;
    Reading& nested = condition.nested[0];
    if (key < 0 || nested.select.size() != 1 || nested.select[0].field.table == table) continue;
    condition.left.field.column = key;
    nested.select[0].field = condition.left.field;
    nested.tables.push_back(table);
  }
}

// Each thing of a dimension is counted once, however many versions and facts it has.
void Reader::count_versions_once() {
  const bool joined = tables_of(reading_).size() > 1;
  const auto once = [&](Term& term) {
    if (term.aggregate != Aggregate::kCount || !term.field.is_row()) return;
    const TableModel& table = context_.model.table(term.field.table);
    if (table.is_fact) return;
    if (joined || table.natural_key >= 0) {
      term = {Aggregate::kCount, true, key_of(term.field.table)};
    }
  };
  for (Term& term : reading_.select) once(term);
  for (Condition& condition : reading_.having) once(condition.left);
  for (Ordering& order : reading_.order) once(order.term);
}

// "stores whose sales are above average": the average over the stores.
void Reader::compare_with_groups() {
  for (Condition& condition : reading_.having) {
    if (condition.nested.empty() || !condition.left.is_aggregate()) continue;
    Reading& nested = condition.nested[0];
    const bool average = nested.select.size() == 1 && nested.group.empty() &&
                         nested.select[0].aggregate == Aggregate::kAvg &&
                         nested.select[0].field == condition.left.field;
    if (!average || reading_.group.empty()) continue;
    nested.select[0] = condition.left;
    nested.group = reading_.group;
    nested.average_of_groups = true;
  }
}

// A balance is not summed over time: only the last day of each period counts, or the last of all.
void Reader::take_last_balances() {
  int fact = -1;
  const auto look = [&](const Term& term) {
    const bool rows = term.field.is_row() && term.aggregate == Aggregate::kCount &&
                      context_.model.table(term.field.table).is_snapshot;
    const bool balance = is_measure(term.field) && term.aggregate == Aggregate::kSum &&
                         context_.model.column(term.field).is_balance;
    if (rows || balance) fact = term.field.table;
  };
  for (const Term& term : reading_.select) look(term);
  for (const Condition& condition : reading_.having) look(condition.left);
  for (const Ordering& order : reading_.order) look(order.term);
  const auto& calendar = context_.model.calendar;
  if (fact < 0 || !calendar) return;
  const Field day{calendar->table, calendar->date};
  Reading last;
  for (const Field& field : reading_.group) {
    if (field == day) return;  // each day by itself
    if (field.table == calendar->table) last.group.push_back(field);
  }
  for (const Condition& condition : reading_.where) {
    if (condition.left.field.table == calendar->table) last.where.push_back(condition);
  }
  last.select = {{Aggregate::kMax, false, day}};
  last.tables = {fact};
  Condition condition;
  condition.left.field = day;
  condition.comparator = last.group.empty() ? Comparator::kEqual : Comparator::kIn;
  condition.nested.push_back(std::move(last));
  reading_.where.push_back(std::move(condition));
}

// Fits the reading to the shape that its question asks for; a reading that cannot have it stays
// plain, and has left something out.
void Reader::shape() {
  auto& reading = reading_;
  Shape wanted = context_.shape;
  const auto figures = static_cast<std::size_t>(std::count_if(
      reading.select.begin(), reading.select.end(), std::mem_fn(&Term::is_aggregate)));
  if (wanted == Shape::kPlain) return;
  if (wanted == Shape::kShare && reading.group.empty()) {
    wanted = Shape::kPercent;
    if (figures == 0 && reading.select.size() == 1) {
      reading.select[0] = {Aggregate::kCount, false, {reading.select[0].field.table, -1}};
      if (context_.is_star) count_versions_once();
    }
    // what was said last is the part: "of claims in Texas ... are open"
    while (!reading.where.empty()) {
      const bool goes_on =
          reading.where.back().either ||
          (reading.where.back().comparator == Comparator::kLess && reading.where.size() > 1 &&
           reading.where[reading.where.size() - 2].left == reading.where.back().left);
      reading.part.insert(reading.part.begin(), std::move(reading.where.back()));
      reading.where.pop_back();
      if (!goes_on) break;
    }
  }
  const bool of_two = wanted == Shape::kRatio || wanted == Shape::kDifference;
  const bool fits =
      of_two ? figures == 2
      : wanted == Shape::kPercent
          ? !reading.part.empty() && reading.select.size() == 1 && reading.select[0].is_aggregate()
          : figures >= 1 && !reading.group.empty();
  if (fits) {
    reading.shape = wanted;
  } else {
    ignored_ += 2;
  }
}

}  // namespace dbx::answer

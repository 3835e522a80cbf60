// What a reading still lacks when the question is read; part of Reader.
#include <algorithm>
#include <utility>

#include "dbx/answer/compile.h"
#include "dbx/answer/joins.h"
#include "dbx/answer/reader.h"
#include "dbx/base/text.h"

namespace dbx::answer {
namespace {

const std::vector<double> kOnce = {0, 0.3};

}  // namespace

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
  if (term.is_aggregate() || !reading_.group.empty() || !reading_.order.empty() ||
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
  bool idle = reading_.having.empty() && !reading_.shows_figures();
  for (const Ordering& order : reading_.order) idle = idle && !order.term.is_aggregate();
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
    const auto& calendar = context_.model.calendar;
    if (calendar && calendar->table == table && context_.is_star) return;  // only when, not what
    reading.select.push_back({Aggregate::kNone, false, display_of(table)});
  }
  if (reading.select.empty()) return;
  drop_idle_group();
  nest_shared_extreme();
  count_groups();
  if (some_ && !context_.is_star && !reading.shows_figures() && reading.group.empty() &&
      reading.having.empty() && reading.order.empty() && !reading.combined_by) {
    reading.distinct = true;  // "departments that have at least one employee"
  }
  count_each_once();
  show_each_once();
  sort_what_is_once();
  add_missing_groups();
  take_as_numbers();
  if (context_.is_star) finish_star();
  shape();
  if (context_.is_star) take_last_balances();
  const bool figures = reading.shows_figures();
  if (context_.is_star && asks_for_groups_ && !figures && reading.order.empty()) ignored_ += 2;
}

// Does the question speak of several rows of the table?
bool Reader::is_plural(int table) const {
  return std::any_of(
      context_.elements.begin(), context_.elements.end(), [&](const Element& element) {
        if (element.kind != Element::Kind::kMention) return false;
        const bool named = !element.tables.empty() && element.tables[0].field.table == table &&
                           element.table_score() > 0.6;
        const bool shown = std::any_of(
            element.columns.begin(), element.columns.end(),
            [&](const Sense& sense) { return sense.field == reading_.select[0].field; });
        const Token& head = context_.tokens[element.end - 1];
        return (named || shown) && head.lemma != head.lower;
      });
}

// "students of the dorm with the largest capacity": all of them, so that the largest is asked for
// by itself.
void Reader::nest_shared_extreme() {
  auto& reading = reading_;
  const bool one = reading.order.size() == 1 && reading.limit == 1 && reading.group.empty() &&
                   reading.having.empty() && !reading.combined_by;
  if (!one || context_.is_star) return;
  const Ordering order = reading.order[0];
  const Field field = order.term.field;
  const int shown = reading.select[0].field.table;
  if (order.term.is_aggregate() || field.is_row() || field.table == shown) return;
  const auto tree = join(context_.model, context_.link_costs, {shown, field.table});
  if (!tree) return;
  bool shared = false;
  for (std::size_t i = 0; i < tree->links.size(); ++i) {
    shared = shared || tree->links[i]->to_table == tree->tables[i + 1];
  }
  if (!shared || !is_plural(shown) || choices_.pick({0, 0.4}) != 0) return;
  Reading nested;
  nested.select = {{order.descending ? Aggregate::kMax : Aggregate::kMin, false, order.term.field}};
  Condition condition;
  condition.left.field = field;
  condition.nested.push_back(std::move(nested));
  reading.where.push_back(std::move(condition));
  reading.order.clear();
  reading.limit.reset();
}

// "How many cities have more than 3 airports": those that do are counted.
void Reader::count_groups() {
  auto& reading = reading_;
  if (reading.select.size() != 1 || reading.select[0].aggregate != Aggregate::kCount ||
      reading.having.empty() || !reading.group.empty() || reading.combined_by) {
    return;
  }
  const Field counted = reading.select[0].field;
  const Field field = counted.is_row() ? key_of(counted.table) : counted;
  reading.select[0] = {Aggregate::kNone, false, field};
  reading.group = {field};
  reading.count_of_groups = true;
}

// What is shown once is sorted by the least (or most) of what it is sorted by.
void Reader::sort_what_is_once() {
  auto& reading = reading_;
  const auto& shown = reading.select;
  const bool plain = std::none_of(shown.begin(), shown.end(),
                                  [](const Term& term) { return term.is_aggregate(); });
  if (!reading.distinct || !plain || !reading.group.empty() || reading.combined_by) return;
  bool grouped = false;
  for (Ordering& order : reading.order) {
    if (std::find(shown.begin(), shown.end(), order.term) != shown.end()) continue;
    if (!order.term.is_aggregate()) {
      order.term.aggregate = order.descending ? Aggregate::kMax : Aggregate::kMin;
    }
    grouped = true;
  }
  if (!grouped) return;
  reading.distinct = false;
  for (const Term& term : shown) reading.group.push_back(term.field);
}

// Texts that hold numbers are summed up and compared as such.
void Reader::take_as_numbers() {
  const auto is_numeric_text = [&](Field field) {
    return !field.is_row() && context_.model.column(field).kind == ValueKind::kText &&
           context_.values.holds_numbers(field.table, field.column);
  };
  const auto take = [&](Term& term) {
    const bool summed = term.aggregate == Aggregate::kSum || term.aggregate == Aggregate::kAvg;
    if (summed && is_numeric_text(term.field)) term.as_number = true;
  };
  for (Term& term : reading_.select) take(term);
  for (Condition& condition : reading_.having) take(condition.left);
  for (Ordering& order : reading_.order) take(order.term);
  for (Condition& condition : reading_.where) {
    const bool ranks =
        is_ranking(condition.comparator) || condition.comparator == Comparator::kBetween;
    const bool numbers =
        std::all_of(condition.values.begin(), condition.values.end(),
                    [](const Literal& value) { return text::to_double(value.text).has_value(); });
    if (!ranks || !numbers || condition.values.empty() || !is_numeric_text(condition.left.field)) {
      continue;
    }
    condition.left.as_number = true;
    for (Literal& value : condition.values) value.is_number = true;
  }
}

void Reader::add_missing_groups() {
  auto& reading = reading_;
  for (const Ordering& order : reading.order) {
    if (order.term.is_aggregate() && reading.group.empty() && !reading.select[0].is_aggregate()) {
      const int shown = reading.select[0].field.table;
      reading.group.push_back(order.term.field.table == shown ? reading.select[0].field
                                                              : key_of(shown));
    }
  }
  if (!reading.having.empty() && reading.group.empty() && !reading.select[0].is_aggregate()) {
    reading.group.push_back(key_of(reading.select[0].field.table));
  }
}

}  // namespace dbx::answer

// The most, the oldest, the three largest; part of Reader.
#include <algorithm>
#include <utility>

#include "dbx/answer/reader.h"
#include "dbx/base/text.h"

namespace dbx::answer {
// Where one thing is asked for, the highest of it is an aggregate; else rows are put in order.
void Reader::add_extreme(const Element& element) {
  const Extreme extreme = std::exchange(extreme_, {});
  if (means_value(element)) {
    extreme_ = extreme;
    add_value(element);
    return;
  }
  if (is_fact_mention(element) && !extreme.by_rows && !extreme.by_count && !pending_.count) {
    if (const auto measure = measure_of(element, false)) {
      extreme_by_column(extreme, *measure);
      return;
    }
  }
  const bool table = means_table(element);
  if (table && extreme.from_top && ranked_later()) {
    limit_hint_ = extreme.limit;  // "the top 3 accounts with the highest balance"
    const int t = resolve_table(element);
    if (reading_.select.empty()) imply(t);
    set_subject(t);
    need(t);
    return;
  }
  const bool attach = is_attached();
  pending_.attach = false;
  if (table && is_modifier(element)) {
    need(resolve_table(element));
    extreme_ = extreme;
  } else if (extreme.by_rows && table && attach && !reading_.select.empty()) {
    // "which rank is the most common among captains"
    need(resolve_table(element));
    extreme_ = extreme;
    extreme_without_mention();
  } else if (extreme.by_rows) {
    most_common(extreme, table ? display_of(resolve_table(element)) : resolve_column(element));
  } else if (!extreme.nouns.empty()) {
    extreme_by_adjective(extreme, element, table);
  } else if (table) {
    const auto measure = pending_.aggregates.empty() ? std::nullopt
                                                     : sole_measure(element.tables[0].field.table,
                                                                    pending_.aggregates.back());
    if (measure) {
      extreme_by_column(extreme, *measure);  // "the lowest average rating"
    } else {
      extreme_by_count(extreme, element);
    }
  } else if (!element.columns.empty()) {
    extreme_by_column(extreme, resolve_column(element));
  }
}

// What the largest or the highest of a table's things is measured by, where a column says so.
std::string_view Reader::size_nouns(const Element& element) const {
  constexpr std::pair<std::string_view, std::string_view> kSizes[] = {
      {"largest", "size area population capacity enrollment"},
      {"biggest", "size area population capacity enrollment"},
      {"smallest", "size area population capacity enrollment"},
      {"highest", "height elevation altitude"},
      {"lowest", "height elevation altitude"}};
  const Element* next = peek(1);
  const bool table = next != nullptr && next->kind == Element::Kind::kMention &&
                     next->table_score() > 0.65 && next->table_score() >= next->column_score() &&
                     !context_.is_star;
  if (!table) return {};
  const auto& columns = context_.model.table(next->tables[0].field.table).columns;
  for (const auto& [word, nouns] : kSizes) {
    if (context_.tokens[element.end - 1].lower != word) continue;
    for (const ColumnModel& column : columns) {
      for (const std::string_view noun : text::split(nouns, ' ')) {
        if (column.kind == ValueKind::kNumber && has_word(column.words, noun)) return nouns;
      }
    }
  }
  return {};
}

// Does what the first of them are ranked by follow?
bool Reader::ranked_later() const {
  if (context_.is_star) return false;
  const auto rest = context_.elements.begin() + static_cast<std::ptrdiff_t>(at_);
  return std::any_of(rest, context_.elements.end(), [](const Element& held) {
    return held.kind == Element::Kind::kCue && is_extreme(held.cue.cue) && !held.is(Cue::kTop);
  });
}

// "of the most common X", "most common across all X"
bool Reader::is_attached() const {
  for (std::size_t i = at_; i-- > 0;) {
    const Element& element = context_.elements[i];
    if (element.is(Cue::kOf)) return true;
    const bool between =
        element.is(Cue::kMostCommon) || element.is(Cue::kLeastCommon) || element.is(Cue::kAll) ||
        (element.kind == Element::Kind::kWord && is_noise(context_.tokens[element.begin].lower));
    if (!between) return false;
  }
  return false;
}

void Reader::most_common(const Extreme& extreme, Field field) {
  if (clause_ == Clause::kSelect && (context_.is_star || !reading_.shows_figures())) {
    add_term({Aggregate::kNone, false, field});
  } else if (is_one_of_its(field)) {
    add_the_most(extreme, field, field.table);
    return;
  }
  set_subject(field.table);
  reading_.group.push_back(field);
  order_by({Aggregate::kCount, false, {field.table, -1}}, extreme.descending, extreme.limit);
}

// "customers using the most popular payment method": those who have it, rather than one of them.
bool Reader::is_one_of_its(Field field) const {
  const auto& select = reading_.select;
  return !context_.is_star && !select.empty() && !select[0].is_aggregate() &&
         std::none_of(select.begin(), select.end(),
                      [&](const Term& term) { return term.field == field; });
}

// What is shown has the value of `field` that most rows of `counted` have.
void Reader::add_the_most(const Extreme& extreme, Field field, int counted) {
  Reading nested;
  nested.select = {{Aggregate::kNone, false, field}};
  nested.group = {field};
  nested.order = {{{Aggregate::kCount, false, {counted, -1}}, extreme.descending}};
  nested.limit = extreme.limit;
  Condition condition;
  condition.left.field = field;
  condition.comparator = extreme.limit == 1 ? Comparator::kEqual : Comparator::kIn;
  condition.nested.push_back(std::move(nested));
  reading_.where.push_back(std::move(condition));
}

// The oldest student, the longest duration, the most recent year.
void Reader::extreme_by_adjective(const Extreme& extreme, const Element& element, bool table) {
  const bool first = clause_ == Clause::kSelect && reading_.select.empty();
  int t = -1;
  if (table) {
    t = resolve_table(element);
  } else {
    const Field field = resolve_column(element);
    const ColumnModel& column = context_.model.column(field);
    // "the most recent festivals" are known by their names
    if (column.is_name && column.kind == ValueKind::kText) t = field.table;
    if (t < 0 && first) {
      const Aggregate aggregate = extreme.descending ? Aggregate::kMax : Aggregate::kMin;
      reading_.select.push_back({aggregate, false, field});
    } else if (t < 0) {
      order_by({Aggregate::kNone, false, field}, extreme.descending, extreme.limit);
    }
    if (t < 0) return;
  }
  set_subject(t);
  if (first) {
    imply(t);
  } else {
    need(t);
  }
  order_by_adjective(extreme);
}

bool Reader::order_by_adjective(const Extreme& extreme) {
  const auto field = implied_column(extreme.nouns);
  if (!field) return false;
  order_by({Aggregate::kNone, false, *field}, extreme.descending != turned(extreme.nouns, *field),
           extreme.limit);
  return true;
}

// The most employees: by their number, which a column may hold.
void Reader::extreme_by_count(const Extreme& extreme, const Element& element) {
  const int t = resolve_table(element);
  if (const auto amount = amount_of(t)) {
    extreme_by_column(extreme, *amount);
    return;
  }
  if (is_to_be_ranked(extreme)) {
    rank(extreme, display_of(t));
    return;
  }
  clause_ = Clause::kWhere;
  if (const auto stored = stored_count(element); stored && choices_.pick({0, 0.8}) == 0) {
    order_by({Aggregate::kNone, false, *stored}, extreme.descending, extreme.limit);
    return;
  }
  order_by({Aggregate::kCount, false, {t, -1}}, extreme.descending, extreme.limit);
  need(t);
  group_rows(t);
}

// "top 3 customers", whatever they are the first by
bool Reader::is_to_be_ranked(const Extreme& extreme) const {
  const bool of_each = context_.is_star && !reading_.group.empty();
  return clause_ == Clause::kSelect && (reading_.select.empty() || of_each) && !extreme.by_count &&
         (extreme.limit > 1 || context_.is_star);
}

// What is shown of it; what it is ranked by is still to come.
void Reader::rank(const Extreme& extreme, Field field) {
  if (context_.is_star && !reading_.group.empty()) {
    reading_.partition = std::exchange(reading_.group, {});
    reading_.group.push_back(field);
  }
  set_subject(field.table);
  reading_.select.push_back({Aggregate::kNone, false, field});
  items_implied_ = true;
  extreme_ = extreme;
}

// The measure that a dimension is ranked by where none is said: that of what happens to it.
std::optional<Field> Reader::default_measure(int dimension) const {
  std::optional<Field> best;
  double best_score = 0;
  for (const Link& link : context_.model.links) {
    const TableModel& fact = context_.model.table(link.table);
    if (link.to_table != dimension || !fact.is_fact) continue;
    const double score = 2 - link.cost + context_.mentioned[static_cast<std::size_t>(link.table)];
    if (best && score <= best_score) continue;
    for (int c = 0; c < static_cast<int>(fact.columns.size()); ++c) {
      const ColumnModel& column = context_.model.column(link.table, c);
      if (!column.is_measure || column.usual != Aggregate::kSum) continue;
      best = Field{link.table, c};
      best_score = score;
      break;
    }
  }
  return best;
}

void Reader::extreme_by_column(const Extreme& extreme, Field field) {
  const ColumnModel& column = context_.model.column(field.table, field.column);
  if (context_.is_star && column.kind == ValueKind::kText && !pending_.count &&
      pending_.aggregates.empty() && is_to_be_ranked(extreme)) {
    rank(extreme, field);
    return;
  }
  const bool counts =
      extreme.by_count || (extreme.by_most && (column.is_id || column.is_reference));
  if (counts && !context_.is_star &&
      (column.kind != ValueKind::kNumber || column.is_id || column.is_reference)) {
    order_by({Aggregate::kCount, false, {field.table, -1}}, extreme.descending, extreme.limit);
    group_rows(field.table);
    return;
  }
  if (extreme.by_count && column.kind != ValueKind::kNumber) {
    order_by({Aggregate::kCount, false, {field.table, -1}}, extreme.descending, extreme.limit);
    if (!reading_.select.empty()) reading_.group.push_back(reading_.select[0].field);
    return;
  }
  Term term = measured(field, take_aggregate());
  const bool counted = std::exchange(pending_.count, false);
  if (counted && !(term.is_aggregate() && column.kind == ValueKind::kNumber && !column.is_id)) {
    term.aggregate = Aggregate::kCount;
  }
  const bool grouped = !reading_.group.empty() && !term.is_aggregate();
  if (clause_ == Clause::kSelect && reading_.select.empty() && extreme.limit > 1 &&
      !context_.is_star && !term.is_aggregate()) {
    reading_.select.push_back(term);  // "the top 3 rates"
    order_by(term, extreme.descending, extreme.limit);
    return;
  }
  const bool listed =
      !context_.is_star && !term.is_aggregate() && !reading_.select.empty() &&
      reading_.order.empty() && at_ >= 2 &&
      std::all_of(reading_.select.begin(), reading_.select.end(), [](const Term& held) {
        return held.is_aggregate() && held.aggregate != Aggregate::kCount;
      });
  if (clause_ == Clause::kSelect && (reading_.select.empty() || grouped || listed)) {
    const Aggregate aggregate = extreme.descending ? Aggregate::kMax : Aggregate::kMin;
    reading_.select.push_back({aggregate, false, field});
    return;
  }
  order_by(term, extreme.descending, extreme.limit);
  if (term.is_aggregate() && !reading_.select.empty()) group_what_is_ranked();
  if (clause_ == Clause::kSelect) clause_ = Clause::kWhere;
}

// "in every branch, which 3 borrowers": what was grouped by before is what each is ranked in.
void Reader::group_what_is_ranked() {
  auto& group = reading_.group;
  const auto& parts = reading_.partition;
  const auto is_beside = [&](const Term& term) {
    return !term.is_aggregate() &&
           std::find(group.begin(), group.end(), term.field) == group.end() &&
           std::find(parts.begin(), parts.end(), term.field) == parts.end();
  };
  const bool each = context_.is_star && !group.empty() &&
                    std::any_of(reading_.select.begin(), reading_.select.end(), is_beside);
  if (!each) {
    group.push_back(reading_.select[0].field);
    return;
  }
  std::vector<Field> ranked;
  for (const Term& term : reading_.select) {
    if (is_beside(term)) ranked.push_back(term.field);
  }
  reading_.partition = std::exchange(group, std::move(ranked));
}

// "which author was born first"; true: it is put in that order.
bool Reader::order_by_first(const Element& element) {
  const std::string& word = context_.tokens[element.begin].lower;
  const Element* next = peek(1);
  if ((word != "first" && word != "last") || context_.is_star || !is_left_ordered() ||
      (next != nullptr && next->kind != Element::Kind::kStop) || !reading_.order.empty()) {
    return false;
  }
  order_by(*std::exchange(pending_.left, std::nullopt), word == "last", 1);
  return true;
}

// "was founded the earliest": by what was mentioned last.
bool Reader::is_left_ordered() const {
  if (!pending_.left || pending_.comparator || pending_.left->field.is_row()) return false;
  return context_.model.column(pending_.left->field).has_order();
}

// "the oldest", "reviewed the most", with nothing behind it that it could be about.
void Reader::extreme_without_mention() {
  const Extreme extreme = std::exchange(extreme_, {});
  if (!extreme.nouns.empty() && order_by_adjective(extreme)) return;
  if (reading_.select.empty()) return;
  if (const auto field = context_.is_star ? std::nullopt : measure_of_verb()) {
    order_by({Aggregate::kNone, false, *field}, extreme.descending, extreme.limit);
    return;
  }
  if (!context_.is_star && is_left_ordered() && !extreme.by_rows) {
    order_by(*std::exchange(pending_.left, std::nullopt), extreme.descending, extreme.limit);
    return;
  }
  if (pending_.left && !pending_.comparator && !pending_.left->field.is_row() && context_.is_star) {
    extreme_by_column(extreme, std::exchange(pending_.left, std::nullopt)->field);
    return;
  }
  if (context_.is_star && order_by_figure(extreme)) return;
  if (const auto measure =
          context_.is_star && !reading_.select[0].is_aggregate() && !extreme.by_rows
              ? default_measure(reading_.select[0].field.table)
              : std::nullopt) {
    extreme_by_column(extreme, *measure);
    return;
  }
  if (extreme.by_rows) {
    const Field field = reading_.select[0].field;
    reading_.group.push_back(field);
    order_by({Aggregate::kCount, false, {field.table, -1}}, extreme.descending, extreme.limit);
  } else if (!reading_.select[0].is_aggregate()) {
    if (clause_table_ < 0) clause_table_ = reading_.select[0].field.table;
    order_by({Aggregate::kCount, false, {clause_table_, -1}}, extreme.descending, extreme.limit);
    need(clause_table_);
    group_rows(clause_table_);
  }
}

// "on which weekday is the sales amount lowest": by the figure beside.
bool Reader::order_by_figure(const Extreme& extreme) {
  auto& select = reading_.select;
  const auto figure = std::find_if(select.begin(), select.end(),
                                   [](const Term& term) { return term.is_aggregate(); });
  if (figure == select.end() || select.size() < 2 || extreme.by_rows) return false;
  const Term term = *figure;
  if (extreme.limit == 1) select.erase(figure);
  order_by(term, extreme.descending, extreme.limit);
  if (reading_.group.empty()) reading_.group.push_back(select[0].field);
  return true;
}

// "with the maximum occupancy", where that is a column: the rows that have the most of it.
void Reader::late_extreme() {
  if (!pending_.left || pending_.comparator || pending_.left->is_aggregate() ||
      pending_.left->field.is_row() || !reading_.order.empty()) {
    return;
  }
  const Field field = pending_.left->field;
  for (const NameWord& word : context_.model.column(field.table, field.column).words) {
    if (word.lemma != "maximum" && word.lemma != "minimum") continue;
    const Element& element = context_.elements[pending_.left_at];
    for (std::size_t i = element.begin; i < element.end; ++i) {
      if (context_.tokens[i].lemma != word.lemma) continue;
      order_by(*pending_.left, word.lemma == "maximum", 1);
      return;
    }
  }
}

}  // namespace dbx::answer

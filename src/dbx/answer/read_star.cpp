// What is special to facts: measures are summed up, days are grouped by months and limited by
// spans; part of Reader.
#include <algorithm>
#include <utility>

#include "dbx/answer/name_fit.h"
#include "dbx/answer/reader.h"

namespace dbx::answer {

bool Reader::is_measure(Field field) const {
  return !field.is_row() && field.table >= 0 && context_.model.column(field).is_measure;
}

// A measure that is not said to be summed up otherwise is by its usual aggregate; anything else
// stays what it is.
Term Reader::measured(Field field, Aggregate aggregate) const {
  if (aggregate == Aggregate::kNone && context_.is_star && is_measure(field)) {
    aggregate = context_.model.column(field).usual;
  }
  return {aggregate, false, field};
}

// What is compared where something else is shown: the sum of its measure.
Term Reader::compared(Field field) const {
  const bool of_others = !reading_.select.empty() && !reading_.select[0].is_aggregate() &&
                         reading_.select[0].field.table != field.table;
  return of_others ? measured(field, Aggregate::kNone) : Term{Aggregate::kNone, false, field};
}

// "sales", "repayments": a fact rather than a column.
bool Reader::is_fact_mention(const Element& element) {
  if (!context_.is_star || element.tables.empty()) return false;
  if (!context_.model.table(element.tables[0].field.table).is_fact) return false;
  return element.table_score() + 0.3 >= element.column_score() && means_table(element);
}

// The measure of a fact that its mention names, "sales" for sales_amount; where there is none, with
// `any`, or where rows are balances, the fact's first one that may be added up.
std::optional<Field> Reader::measure_of(const Element& element, bool any) {
  const int t = resolve_table(element);
  const auto& columns = context_.model.table(t).columns;
  // "sales" names sales_amount, "premium" written_premium; but "origination" no origination_fee
  const auto fit_to = [&](const NameWords& words) {
    double best = 0;
    for (std::size_t i = element.begin; i < element.end; ++i) {
      const Token& token = context_.tokens[i];
      if (!token.is_word()) continue;
      for (std::size_t w = 0; w < words.size(); ++w) {
        const double fit = similarity(token.lemma, token.verb, token.stem, words[w]);
        const bool is_head = w + 1 == words.size() || is_light(words.back());
        if (is_head) best = std::max(best, fit);
      }
    }
    return best;
  };
  const bool counts = context_.tokens[element.end - 1].lemma.ends_with("count");  // headcount
  std::optional<Field> first;
  std::optional<Field> named;
  double best = 0.69;
  std::size_t rivals = 0;
  for (int c = 0; c < static_cast<int>(columns.size()); ++c) {
    const ColumnModel& column = columns[static_cast<std::size_t>(c)];
    if (!column.is_measure || column.usual != Aggregate::kSum) continue;
    if (!first) first = Field{t, c};
    any = any || (column.is_balance && !counts);
    double fit = fit_to(column.words);
    for (const NameWords& words : column.synonyms) fit = std::max(fit, fit_to(words));
    if (fit < best) continue;
    rivals = fit > best ? 0 : rivals + 1;
    if (fit > best) named = Field{t, c};
    best = fit;
  }
  if (named) rivals_ += rivals;
  return named || !any ? named : first;
}

void Reader::add_fact_item(const Element& element) {
  const bool attach = std::exchange(pending_.attach, false);
  const int table = resolve_table(element);
  const bool shown = reading_.shows_figures();
  if ((attach && shown && pending_.aggregates.empty()) || is_named_next(table)) {
    set_subject(table);
    need(table);
    return;
  }
  const bool any = !pending_.aggregates.empty() || std::exchange(pending_.how_much, false);
  const auto measure = measure_of(element, any);
  set_subject(table);
  if (!measure) {
    pending_.aggregates.clear();
    add_term({Aggregate::kCount, false, {table, -1}});
  } else if (pending_.aggregates.empty()) {
    add_term(measured(*measure, Aggregate::kNone));
  } else {
    add_aggregates(*measure);
  }
}

// "average hours absent per employee": their sum over the number of employees.
bool Reader::add_average_per(int table) {
  if (!context_.is_star || at_ == 0 || reading_.select.empty()) return false;
  const Element& cue = context_.elements[at_ - 1];
  Term& last = reading_.select.back();
  if (context_.tokens[cue.begin].lower != "per" || last.aggregate != Aggregate::kAvg ||
      !is_measure(last.field) || reading_.shape != Shape::kPlain) {
    return false;
  }
  last.aggregate = Aggregate::kSum;
  reading_.select.push_back({Aggregate::kCount, true, key_of(table)});
  reading_.shape = Shape::kRatio;
  return true;
}

// The date that a span or a period is about: of the calendar, where there is one.
std::optional<Field> Reader::day_field() {
  if (context_.model.calendar) {
    return Field{context_.model.calendar->table, context_.model.calendar->date};
  }
  std::vector<Sense> senses;
  for (int t = 0; t < static_cast<int>(context_.model.tables.size()); ++t) {
    const auto& columns = context_.model.table(t).columns;
    for (int c = 0; c < static_cast<int>(columns.size()); ++c) {
      if (columns[static_cast<std::size_t>(c)].kind != ValueKind::kDate) continue;
      senses.push_back({{t, c}, 1 + 2 * affinity(t, at_)});
    }
  }
  if (senses.empty()) return std::nullopt;
  return pick_field(std::move(senses));
}

// "by month", "monthly", "which month": what is summed up is grouped by it.
void Reader::on_period(const Element& element) {
  const Element* next = peek(1);
  const Element* before = at_ > 0 ? &context_.elements[at_ - 1] : nullptr;
  const bool of_span = next != nullptr && next->kind == Element::Kind::kSpan &&
                       context_.tokens[next->begin].lower == "of";
  const bool counted = before != nullptr && before->kind == Element::Kind::kNumber;
  if (pending_.count || of_span || counted) {
    ++ignored_;
    return;
  }
  const Period period = *period_of(context_.tokens[element.begin].lower);
  const std::optional<Field> day = day_field();
  if (!day) {
    ++ignored_;
    return;
  }
  std::vector<Field> fields;
  const auto& calendar = context_.model.calendar;
  const auto number = [&](Period of) {
    return calendar ? calendar->numbers[static_cast<std::size_t>(of)] : -1;
  };
  const bool has_numbers = number(Period::kYear) >= 0 && number(period) >= 0;
  if (period == Period::kDay) {
    fields = {*day};
  } else if (has_numbers) {
    fields.push_back({calendar->table, number(Period::kYear)});
    if (period != Period::kYear) fields.push_back({calendar->table, number(period)});
  } else {
    fields = {Field{day->table, day->column, period}};
  }
  const bool ranked = is_ranked();
  for (const Field& field : fields) {
    if (ranked) {
      reading_.partition.push_back(field);
      continue;
    }
    reading_.group.push_back(field);
    add_term({Aggregate::kNone, false, field});
    note(element, field, 1);
  }
  pending_.each = false;
  pending_.attach = false;
  group_end_ = at_ + 1;
}

// The date that a verb right before a span says: "hired", "opened".
std::optional<Field> Reader::date_of_verb(std::size_t span_begin) const {
  for (std::size_t i = span_begin; i-- > 0 && i + 3 > span_begin;) {
    const Token& token = context_.tokens[i];
    if (!token.is_word() || is_noise(token.lower)) continue;
    const auto says = [&](const NameWord& word) {
      return word.lemma != "date" && similarity(token.lemma, token.verb, token.stem, word) >= 0.65;
    };
    for (int t = 0; t < static_cast<int>(context_.model.tables.size()); ++t) {
      if (context_.mentioned[static_cast<std::size_t>(t)] < 0.7) continue;
      const auto& columns = context_.model.table(t).columns;
      for (int c = 0; c < static_cast<int>(columns.size()); ++c) {
        const ColumnModel& column = columns[static_cast<std::size_t>(c)];
        if (column.kind == ValueKind::kDate &&
            std::any_of(column.words.begin(), column.words.end(), says)) {
          return Field{t, c};
        }
      }
    }
  }
  return std::nullopt;
}

// "last month", "opened in 2023": the days of what is asked for, or of a date that is named.
void Reader::add_span(const Element& element) {
  std::optional<Field> day;
  const auto is_date = [&](Field field) {
    return !field.is_row() && context_.model.column(field).kind == ValueKind::kDate;
  };
  if (pending_.left && is_date(pending_.left->field)) {
    day = pending_.left->field;
  } else {
    day = date_of_verb(element.begin);
  }
  if (!day) day = day_field();
  pending_.left.reset();
  pending_.comparator.reset();
  pending_.attach = false;
  if (!day) {
    ++ignored_;
    return;
  }
  note(element, *day, 1);
  const auto add = [&](Comparator comparator, const std::string& value) {
    if (value.empty()) return;
    Condition condition;
    condition.left.field = *day;
    condition.comparator = comparator;
    condition.values.push_back({false, value});
    add_condition(std::move(condition));
  };
  add(Comparator::kGreaterOrEqual, element.span.from);
  add(Comparator::kLess, element.span.before);
}

}  // namespace dbx::answer

// Counts and aggregates of what is asked for; part of Reader.
#include <algorithm>
#include <utility>

#include "dbx/answer/reader.h"

namespace dbx::answer {
// "total number of domestic passengers", which a column holds for each row.
bool Reader::add_counted_column(const Element& element, bool distinct) {
  const bool total = std::exchange(pending_.total, false);
  if (!total || distinct || context_.is_star || element.column_score() < 0.7 ||
      !element.names_column()) {
    return false;
  }
  const ColumnModel& column = context_.model.column(element.columns[0].field);
  if (!column.is_amount()) return false;
  const Field field = resolve_column(element);
  set_subject(field.table);
  if (pending_.aggregates.empty()) pending_.aggregates.push_back(Aggregate::kSum);
  add_aggregates(field);
  return true;
}

// "how many points did she score in total"
bool Reader::says_in_total() const {
  const auto& tokens = context_.tokens;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (tokens[i].lower == "altogether") return true;
    if (i > 0 && tokens[i].lower == "total" && tokens[i - 1].lower == "in") return true;
  }
  return false;
}

void Reader::add_count(const Element& element) {
  pending_.count = false;
  const bool distinct = std::exchange(pending_.distinct, false);
  if (add_counted_column(element, distinct)) return;
  Term term;
  term.aggregate = Aggregate::kCount;
  const auto stored = stored_count(element);
  const bool table = !stored && means_table(element);
  if (stored && (!pending_.aggregates.empty() || choices_.pick({0, 0.5}) == 1)) {
    term.field = *stored;
  } else if (stored || table) {
    const int t = element.tables.empty() ? stored->table : resolve_table(element);
    if (!stored && !context_.is_star && is_named_next(t)) {
      need(t);  // "how many game types": the types
      pending_.count = true;
      pending_.distinct = distinct;
      return;
    }
    term.field = {t, -1};
    set_subject(t);
  } else {
    const Field field = resolve_column(element);
    const ColumnModel& column = context_.model.column(field.table, field.column);
    const bool by_column = choices_.pick({0, 0.5}) == (distinct || !column.is_key ? 0U : 1U);
    if (by_column) {
      term.field = field;
      term.distinct = true;
    } else {
      term.field = {field.table, -1};
    }
    set_subject(field.table);
  }
  // "number of employees" of a column that says so
  if (!term.field.is_row()) {
    const ColumnModel& column = context_.model.column(term.field.table, term.field.column);
    if (column.is_amount() && !distinct) {
      term.distinct = false;
      if (pending_.aggregates.empty()) {
        const bool sum = !context_.is_star && says_in_total();
        term = measured(term.field, sum ? Aggregate::kSum : Aggregate::kNone);
      } else {
        add_aggregates(term.field);
        return;
      }
    }
  }
  reading_.select.push_back(term);
}

// One item for each of "average and maximum".
void Reader::add_aggregates(Field field) {
  const bool distinct = std::exchange(pending_.distinct, false);
  for (const Aggregate aggregate : std::exchange(pending_.aggregates, {})) {
    reading_.select.push_back({aggregate, distinct, field});
  }
}

// The one column of a table that may be averaged: "average rating" of the stars of ratings.
std::optional<Field> Reader::sole_measure(int table, Aggregate aggregate) const {
  if (aggregate == Aggregate::kSum || aggregate == Aggregate::kCount) return std::nullopt;
  std::optional<Field> found;
  const auto& columns = context_.model.table(table).columns;
  for (int c = 0; c < static_cast<int>(columns.size()); ++c) {
    const ColumnModel& column = columns[static_cast<std::size_t>(c)];
    if (column.kind != ValueKind::kNumber || column.is_id || column.is_reference || column.in_key) {
      continue;
    }
    if (found) return std::nullopt;
    found = Field{table, c};
  }
  return found;
}

// "total amount of payments", whose amounts are in a column.
std::optional<Field> Reader::amount_of(int table) const {
  if (at_ == 0) return std::nullopt;
  const Element& cue = context_.elements[at_ - 1];
  const bool amount = std::any_of(context_.tokens.begin() + static_cast<std::ptrdiff_t>(cue.begin),
                                  context_.tokens.begin() + static_cast<std::ptrdiff_t>(cue.end),
                                  [](const Token& token) { return token.lower == "amount"; });
  if (!amount) return std::nullopt;
  const Token& head = context_.tokens[context_.elements[at_].end - 1];
  const auto& columns = context_.model.table(table).columns;
  std::optional<Field> best;
  double best_fit = -1;
  for (int c = 0; c < static_cast<int>(columns.size()); ++c) {
    const ColumnModel& column = columns[static_cast<std::size_t>(c)];
    if (column.kind != ValueKind::kNumber || column.is_id) continue;
    const bool amounts = has_word(column.words, "amount");
    if (!amounts && !(has_word(column.words, "total") && column.words.size() == 1)) continue;
    double fit = 0;  // "amount of settlement" is what was settled
    for (const NameWord& word : column.words) {
      fit = std::max(fit, similarity(head.lemma, head.verb, head.stem, word));
    }
    if (fit <= best_fit) continue;
    best = Field{table, c};
    best_fit = fit;
  }
  return best;
}

Aggregate Reader::take_aggregate() {
  if (pending_.aggregates.empty()) return Aggregate::kNone;
  const Aggregate first = pending_.aggregates.front();
  pending_.aggregates.clear();
  return first;
}

// The column in which a table keeps the number of what the element means: number_of_hosts.
std::optional<Field> Reader::stored_count(const Element& element) const {
  if (element.column_score() > 0.95) {
    const ColumnModel& named = context_.model.column(element.columns[0].field);
    if (named.is_amount()) {
      return std::nullopt;  // which is the number itself
    }
  }
  const Token& head = context_.tokens[element.end - 1];
  for (int t = 0; t < static_cast<int>(context_.model.tables.size()); ++t) {
    if (t != subject_ && t != clause_table_ &&
        context_.mentioned[static_cast<std::size_t>(t)] < 0.7) {
      continue;
    }
    const TableModel& table = context_.model.table(t);
    for (int c = 0; c < static_cast<int>(table.columns.size()); ++c) {
      const ColumnModel& column = context_.model.column(t, c);
      if (column.kind != ValueKind::kNumber || column.words.size() < 2) continue;
      bool counts = false;
      bool names = false;
      for (const NameWord& word : column.words) {
        counts = counts || word.lemma == "count" || word.lemma == "total" ||
                 (word.lemma == "number" && &word != &column.words.back());
        names = names || word.lemma == head.lemma;
      }
      if (counts && names) return Field{t, c};
    }
  }
  return std::nullopt;
}

// "and the number of them", "with the number of apartments": counted and compared with nothing.
void Reader::add_late_count() {
  const bool plain = !reading_.select.empty() && !reading_.shows_figures();
  if (!plain) return;
  if (pending_.left && pending_.left->aggregate == Aggregate::kCount) {
    reading_.group.push_back(reading_.select[0].field);
    reading_.select.push_back(*pending_.left);
  } else if (pending_.count && clause_ == Clause::kSelect) {
    pending_.count = false;
    reading_.group.push_back(reading_.select[0].field);
    reading_.select.push_back({Aggregate::kCount, false, {reading_.select[0].field.table, -1}});
  }
}

}  // namespace dbx::answer

// What is asked for: items, counts, groups, order; part of Reader.
#include <algorithm>
#include <utility>

#include "dbx/answer/reader.h"

namespace dbx::answer {
namespace {

bool is_aggregate(const Term& term) { return term.aggregate != Aggregate::kNone; }

}  // namespace

void Reader::add_count(const Element& element) {
  pending_.count = false;
  const bool distinct = std::exchange(pending_.distinct, false);
  Term term;
  term.aggregate = Aggregate::kCount;
  const auto stored = stored_count(element);
  const bool table = !stored && means_table(element);
  if (stored && (!pending_.aggregates.empty() || choices_.pick({0, 0.5}) == 1)) {
    term.field = *stored;
  } else if (stored || table) {
    const int t = element.tables.empty() ? stored->table : resolve_table(element);
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
    if (column.kind == ValueKind::kNumber && !column.is_id && !column.is_reference && !distinct) {
      term.distinct = false;
      if (pending_.aggregates.empty()) {
        term.aggregate = Aggregate::kNone;
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

Aggregate Reader::take_aggregate() {
  if (pending_.aggregates.empty()) return Aggregate::kNone;
  const Aggregate first = pending_.aggregates.front();
  pending_.aggregates.clear();
  return first;
}

// The column in which a table keeps the number of what the element means: number_of_hosts.
std::optional<Field> Reader::stored_count(const Element& element) const {
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
        counts = counts || word.lemma == "number" || word.lemma == "count" || word.lemma == "total";
        names = names || word.lemma == head.lemma;
      }
      if (counts && names) return Field{t, c};
    }
  }
  return std::nullopt;
}

// Each thing is shown once.
void Reader::add_term(Term term) {
  const auto& select = reading_.select;
  if (std::find(select.begin(), select.end(), term) == select.end()) {
    reading_.select.push_back(term);
  }
}

// "and the number of them", "with the number of apartments": counted and compared with nothing.
void Reader::add_late_count() {
  const bool plain = !reading_.select.empty() &&
                     std::none_of(reading_.select.begin(), reading_.select.end(), is_aggregate);
  if (!plain) return;
  if (pending_.left && pending_.left->aggregate == Aggregate::kCount) {
    reading_.group.push_back(reading_.select[0].field);
    reading_.select.push_back(*pending_.left);
  } else if (pending_.count && clause_ == Clause::kSelect) {
    reading_.group.push_back(reading_.select[0].field);
    reading_.select.push_back({Aggregate::kCount, false, {reading_.select[0].field.table, -1}});
  }
}

void Reader::add_everything(int table) {
  const TableModel& model = context_.model.table(table);
  for (int c = 0; c < static_cast<int>(model.columns.size()); ++c) {
    reading_.select.push_back({Aggregate::kNone, false, {table, c}});
  }
  everything_ = false;
}

// "movie" of "movie ratings"
bool Reader::is_modifier(const Element& element) const {
  const Element* next = peek(1);
  return next != nullptr && next->kind == Element::Kind::kMention && next->table_score() > 0.7 &&
         next->table_score() >= next->column_score() && !is_verb_like(*next) &&
         element.table_score() > 0.7 && element.table_score() >= element.column_score();
}

// "with the maximum occupancy", where that is a column: the rows that have the most of it.
void Reader::late_extreme() {
  if (!pending_.left || pending_.comparator || pending_.left->aggregate != Aggregate::kNone ||
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

// "live" for a city, "cost" for a price: something is said, not named.
bool Reader::is_verb_like(const Element& element) const {
  if (element.end - element.begin != 1) return false;
  const Token& token = context_.tokens[element.begin];
  const double best = std::max(element.table_score(), element.column_score());
  return !token.verb.empty() && (best < 0.95 || token.lower.ends_with("ed"));
}

// Does a comma or "and" come before, or nothing at all?
bool Reader::continues_list() const {
  for (std::size_t i = at_; i-- > 0;) {
    const Element& element = context_.elements[i];
    switch (element.kind) {
      case Element::Kind::kComma:
      case Element::Kind::kStop:
        return true;
      case Element::Kind::kWord:
        if (!is_noise(context_.tokens[element.begin].lower)) return false;
        continue;
      case Element::Kind::kPossessive:
        return true;
      case Element::Kind::kCue:
        switch (element.cue.cue) {
          case Cue::kAnd:
          case Cue::kOpener:
          case Cue::kOr:
          case Cue::kBoth:
            return true;
          case Cue::kPronoun:
          case Cue::kAll:
          case Cue::kAnyone:
          case Cue::kDistinct:
          case Cue::kCount:
          case Cue::kAverage:
          case Cue::kSum:
          case Cue::kMaximum:
          case Cue::kMinimum:
            continue;
          default:
            return false;
        }
      default:
        return false;
    }
  }
  return true;
}

// Is what stands here followed by what it is compared with?
bool Reader::is_compared() const {
  std::size_t ahead = 1;
  const Element* next = peek(ahead);
  while (next != nullptr && (next->is(Cue::kVerb) || next->is(Cue::kNot))) next = peek(++ahead);
  if (next == nullptr) return false;
  if (next->is(Cue::kOf)) {
    // "in the city of Goroka": the column has this value
    const Element* value = peek(ahead + 1);
    const Element& self = context_.elements[at_];
    if (value != nullptr && value->kind == Element::Kind::kNumber && !self.columns.empty()) {
      const Field& field = self.columns[0].field;
      const ColumnModel& column = context_.model.column(field.table, field.column);
      return column.is_id || column.kind == ValueKind::kNumber;
    }
    return value != nullptr && !value->values.empty() &&
           std::any_of(self.columns.begin(), self.columns.end(), [&](const Sense& sense) {
             return context_.values.find_in(value->text, sense.field.table, sense.field.column) !=
                    nullptr;
           });
  }
  switch (next->kind) {
    case Element::Kind::kNumber:
    case Element::Kind::kQuoted:
      return true;
    case Element::Kind::kMention:
      return !next->values.empty() && next->table_score() < 0.6 && next->column_score() < 0.6;
    case Element::Kind::kCue:
      switch (next->cue.cue) {
        case Cue::kMore:
        case Cue::kLess:
        case Cue::kAtLeast:
        case Cue::kAtMost:
        case Cue::kBetween:
        case Cue::kEqual:
        case Cue::kContains:
        case Cue::kStartsWith:
        case Cue::kEndsWith:
          return true;
        default:
          return false;
      }
    default:
      return false;
  }
}

void Reader::add_item(const Element& element) {
  if (again_) {
    again_ = false;
    if (items_implied_ || !reading_.group.empty()) reading_.select.clear();
    items_implied_ = false;
  }
  const bool attach = pending_.attach;
  if (everything_ && means_table(element)) {
    const int table = resolve_table(element);
    set_subject(table);
    add_everything(table);
    return;
  }
  const Element* last = at_ > 0 ? &context_.elements[at_ - 1] : nullptr;
  const bool follows = last != nullptr && last->kind == Element::Kind::kMention;
  if (!reading_.select.empty() && !attach && !pending_.count && pending_.aggregates.empty() &&
      (!follows || is_verb_like(element)) && !continues_list()) {
    begin_where();
    if (!is_verb_like(element) || is_compared() || means_table(element)) where_mention(element);
    return;
  }
  if (is_modifier(element)) {
    need(resolve_table(element));
    return;
  }
  if (pending_.count) {
    pending_.attach = false;
    add_count(element);
    return;
  }
  const Element* next = peek(1);
  const bool owns = next != nullptr && next->kind == Element::Kind::kPossessive;
  const Element* after = peek(2);
  if (means_table(element)) {
    const int table = resolve_table(element);
    const bool named_next = next != nullptr && next->kind == Element::Kind::kMention &&
                            !next->columns.empty() && next->columns[0].field.table == table &&
                            next->values.empty();
    if ((attach && (!reading_.select.empty() || !pending_.aggregates.empty())) || named_next ||
        (owns && after != nullptr && after->kind == Element::Kind::kMention)) {
      set_subject(table);
      need(table);
      return;
    }
    pending_.attach = false;
    if (!pending_.aggregates.empty()) {
      // "total students": rows are counted
      pending_.aggregates.clear();
      reading_.select.push_back({Aggregate::kCount, false, {table, -1}});
      set_subject(table);
      return;
    }
    items_implied_ = reading_.select.empty() || items_implied_;
    set_subject(table);
    reading_.select.push_back({Aggregate::kNone, false, display_of(table)});
    reading_.distinct = reading_.distinct || std::exchange(pending_.distinct, false);
    return;
  }
  const Token& word = context_.tokens[element.begin];
  const bool past = element.end - element.begin == 1 && word.lower.ends_with("ed") &&
                    !word.verb.empty() && !reading_.select.empty() && pending_.aggregates.empty();
  if ((past || is_compared()) && !(reading_.select.empty() && reading_.tables.empty())) {
    begin_where();
    where_mention(element);
    return;
  }
  const Field field = resolve_column(element);
  if (attach && !reading_.select.empty() && pending_.aggregates.empty()) {
    if (next != nullptr && next->kind == Element::Kind::kMention) return;  // "of the host cities"
    const std::size_t back = at_ >= 2 && context_.elements[at_ - 1].is(Cue::kOf) ? at_ - 2 : at_;
    if (context_.elements[back].kind == Element::Kind::kMention && back != at_ &&
        context_.tokens[context_.elements[back].begin].lemma == "name" &&
        context_.elements[back].end - context_.elements[back].begin == 1) {
      reading_.select.back().field = field;  // "names of directors", who are in a column
      pending_.attach = false;
      return;
    }
  }
  pending_.attach = false;
  if (items_implied_ && !attach && next_content(at_ + 1) == nullptr) items_implied_ = false;
  Term term{Aggregate::kNone, false, field};
  if (!pending_.aggregates.empty()) {
    add_aggregates(field);
    return;
  }
  reading_.distinct = reading_.distinct || std::exchange(pending_.distinct, false);
  if (subject_ < 0) subject_ = owner_of(at_) >= 0 ? owner_of(at_) : -1;
  add_term(term);
}

void Reader::question_word(const Element& element) {
  switch (element.cue.cue) {
    case Cue::kHowMuch:
      if (!element.cue.nouns.empty()) {
        if (const auto field = implied_column(element.cue.nouns)) {
          reading_.select.push_back({Aggregate::kNone, false, *field});
        }
      }
      break;
    case Cue::kWhen:
      if (const auto field = implied_column("date time year")) {
        reading_.select.push_back({Aggregate::kNone, false, *field});
      }
      break;
    case Cue::kWhereabouts:
      if (const auto field = implied_column("location city place address country")) {
        reading_.select.push_back({Aggregate::kNone, false, *field});
      }
      break;
    case Cue::kWho: {
      const Element* named = next_content(at_ + 1);
      if (named != nullptr && named->kind == Element::Kind::kMention &&
          named->column_score() > named->table_score() && named->values.empty()) {
        return;  // "who is the composer"
      }
      // The first table that is mentioned and has names.
      int table = -1;
      for (std::size_t i = at_; i < context_.elements.size() && table < 0; ++i) {
        const Element& held = context_.elements[i];
        if (held.kind != Element::Kind::kMention || held.tables.empty()) continue;
        if (held.table_score() < held.column_score() - 0.1) continue;
        table = held.tables[0].field.table;
      }
      if (table < 0) {
        for (int t = 0; t < static_cast<int>(context_.model.tables.size()) && table < 0; ++t) {
          for (const ColumnModel& column : context_.model.table(t).columns) {
            if (column.is_name && table < 0) table = t;
          }
        }
      }
      if (table < 0) return;
      set_subject(table);
      reading_.select.push_back({Aggregate::kNone, false, display_of(table)});
      items_implied_ = true;
      break;
    }
    default:
      break;
  }
}

void Reader::add_group(const Element& element) {
  pending_.each = false;
  pending_.attach = false;
  if (means_value(element)) {
    add_value(element);
    return;
  }
  Field field;
  if (means_table(element)) {
    const int table = resolve_table(element);
    // "of each X" behind plain items: they are X's
    const bool plain = std::none_of(reading_.select.begin(), reading_.select.end(), is_aggregate);
    if (plain && !reading_.select.empty()) {
      set_subject(table);
      need(table);
      return;
    }
    const Element* next = peek(1);
    if (next != nullptr && next->kind == Element::Kind::kMention && !next->columns.empty() &&
        next->columns[0].field.table == table) {
      pending_.each = true;
      need(table);
      return;
    }
    reading_.group.push_back(key_of(table));
    if (clause_table_ < 0) clause_table_ = table;
    const bool shown = std::any_of(
        reading_.select.begin(), reading_.select.end(),
        [&](const Term& term) { return !is_aggregate(term) && term.field.table == table; });
    if (shown) return;
    field = display_of(table);
    group_item_ = field;
  } else {
    field = resolve_column(element);
    const bool plain = std::none_of(reading_.select.begin(), reading_.select.end(), is_aggregate);
    if (plain && !reading_.select.empty()) return;
    reading_.group.push_back(field);
  }
  const bool shown = std::any_of(reading_.select.begin(), reading_.select.end(),
                                 [&](const Term& term) { return term.field == field; });
  if (!shown) reading_.select.push_back({Aggregate::kNone, false, field});
}

// A later birthday is a lower age.
bool Reader::turned(std::string_view nouns, Field field) const {
  const ColumnModel& column = context_.model.column(field.table, field.column);
  return nouns.starts_with("age") &&
         std::none_of(column.words.begin(), column.words.end(),
                      [](const NameWord& word) { return word.lemma == "age"; });
}

void Reader::order_by(Term term, bool descending, std::optional<std::int64_t> limit) {
  reading_.order.push_back({term, descending});
  if (limit) reading_.limit = limit;
}

void Reader::order_direction(bool descending) {
  // "in alphabetical order of name": the column follows; else it was said before.
  const std::string& last = context_.tokens[context_.elements[at_].end - 1].lower;
  const bool follows = last == "of" || last == "by";
  if (!reading_.order.empty() && !follows && !reading_.limit) {
    reading_.order.back().descending = descending;
    return;
  }
  direction_ = descending;
  clause_ = Clause::kOrder;
  const Element* next = peek(1);
  const bool of = next != nullptr && (next->is(Cue::kOf) || next->is(Cue::kBy));
  const bool mention = next != nullptr && (next->kind == Element::Kind::kMention ||
                                           next->is(Cue::kCount) || next->is(Cue::kPronoun));
  if (follows || of || mention) return;
  // "alphabetically": by what is shown
  if (!reading_.select.empty() && reading_.order.empty()) {
    order_by(reading_.select.front(), descending, std::nullopt);
    direction_.reset();
  }
}

void Reader::add_order(const Element& element) {
  Term term;
  pending_.attach = false;
  if (means_table(element) && (pending_.count || element.column_score() < 0.5)) {
    const int table = resolve_table(element);
    if (!pending_.count && !reading_.order.empty()) {
      // "ordered by age of students"
      need(table);
      return;
    }
    term = pending_.count ? Term{Aggregate::kCount, false, {table, -1}}
                          : Term{Aggregate::kNone, false, display_of(table)};
  } else if (!element.columns.empty()) {
    const Element* before = at_ > 0 ? &context_.elements[at_ - 1] : nullptr;
    if (!reading_.order.empty() && before != nullptr && before->is(Cue::kOf)) return;
    term.field = resolve_column(element);
    const ColumnModel& column = context_.model.column(term.field.table, term.field.column);
    const bool number = column.kind == ValueKind::kNumber && !column.is_id && !column.is_reference;
    if (pending_.count && !number) {
      term.aggregate = Aggregate::kCount;
      if (column.is_id) term.field.column = -1;
    }
    term.aggregate = pending_.aggregates.empty() ? term.aggregate : take_aggregate();
  } else {
    return;
  }
  pending_.count = false;
  pending_.aggregates.clear();
  const bool descending = direction_.value_or(false);
  direction_.reset();
  order_by(term, descending, std::nullopt);
}

// Groups what is shown where rows of `counted` are counted for it: by its key where it is a name,
// else by itself.
void Reader::group_rows(int counted) {
  if (reading_.select.empty() || is_aggregate(reading_.select[0])) return;
  const Field field = reading_.select[0].field;
  const ColumnModel& column = context_.model.column(field.table, field.column);
  const bool named = column.is_name && field.table != counted;
  reading_.group.push_back(named ? key_of(field.table) : field);
}

// "the oldest" with nothing behind it that it could be about.
bool Reader::extreme_without_mention() {
  const Extreme extreme = std::exchange(extreme_, {});
  if (!extreme.nouns.empty()) {
    if (const auto field = implied_column(extreme.nouns)) {
      order_by({Aggregate::kNone, false, *field},
               extreme.descending != turned(extreme.nouns, *field), extreme.limit);
      return true;
    }
  }
  if (!extreme.by_rows && clause_table_ >= 0 && !reading_.select.empty() &&
      !is_aggregate(reading_.select[0])) {
    // "reviewed the most"
    order_by({Aggregate::kCount, false, {clause_table_, -1}}, extreme.descending, extreme.limit);
    need(clause_table_);
    group_rows(clause_table_);
    return true;
  }
  if (extreme.by_rows && !reading_.select.empty()) {
    const Field field = reading_.select[0].field;
    reading_.group.push_back(field);
    order_by({Aggregate::kCount, false, {field.table, -1}}, extreme.descending, extreme.limit);
    return true;
  }
  return false;
}

void Reader::add_extreme(const Element& element) {
  Extreme extreme = extreme_;
  extreme_ = {};
  pending_.attach = false;
  const bool first = reading_.select.empty();
  if (means_value(element)) {
    extreme_ = extreme;
    add_value(element);
    return;
  }
  const bool table = means_table(element);
  if (table && is_modifier(element)) {
    need(resolve_table(element));
    extreme_ = extreme;
    return;
  }
  if (extreme.by_rows) {
    const Field field = table ? display_of(resolve_table(element)) : resolve_column(element);
    if (clause_ == Clause::kSelect) reading_.select.push_back({Aggregate::kNone, false, field});
    set_subject(field.table);
    reading_.group.push_back(field);
    order_by({Aggregate::kCount, false, {field.table, -1}}, extreme.descending, extreme.limit);
    return;
  }
  if (!extreme.nouns.empty()) {
    // the oldest student, the most recent order
    if (table) {
      const int t = resolve_table(element);
      set_subject(t);
      if (clause_ == Clause::kSelect && first) {
        reading_.select.push_back({Aggregate::kNone, false, display_of(t)});
        items_implied_ = true;
      } else {
        need(t);
      }
    } else if (clause_ == Clause::kSelect && first) {
      const Field field = resolve_column(element);
      // the longest duration
      reading_.select.push_back(
          {extreme.descending ? Aggregate::kMax : Aggregate::kMin, false, field});
      return;
    }
    if (!table && !element.columns.empty()) {
      // "the most recent year"
      order_by({Aggregate::kNone, false, resolve_column(element)}, extreme.descending,
               extreme.limit);
      return;
    }
    if (const auto field = implied_column(extreme.nouns)) {
      order_by({Aggregate::kNone, false, *field},
               extreme.descending != turned(extreme.nouns, *field), extreme.limit);
    }
    return;
  }
  if (table) {
    // the most employees: by their number
    const int t = resolve_table(element);
    const Element* next = peek(1);
    if (clause_ == Clause::kSelect && first && !extreme.by_count && extreme.limit > 1) {
      set_subject(t);
      reading_.select.push_back({Aggregate::kNone, false, display_of(t)});
      items_implied_ = true;
      extreme_ = extreme;
      return;
    }
    (void)next;
    if (const auto stored = stored_count(element); stored && choices_.pick({0, 0.8}) == 0) {
      order_by({Aggregate::kNone, false, *stored}, extreme.descending, extreme.limit);
      clause_ = Clause::kWhere;
      return;
    }
    order_by({Aggregate::kCount, false, {t, -1}}, extreme.descending, extreme.limit);
    need(t);
    group_rows(t);
    clause_ = Clause::kWhere;
    return;
  }
  if (element.columns.empty()) return;
  const Field field = resolve_column(element);
  const ColumnModel& column = context_.model.column(field.table, field.column);
  if (extreme.by_count && column.kind != ValueKind::kNumber) {
    order_by({Aggregate::kCount, false, {field.table, -1}}, extreme.descending, extreme.limit);
    if (!reading_.select.empty()) reading_.group.push_back(reading_.select[0].field);
    return;
  }
  Term term{Aggregate::kNone, false, field};
  term.aggregate = take_aggregate();
  if (pending_.count) {
    pending_.count = false;
    term.aggregate = Aggregate::kCount;
  }
  const bool grouped = !reading_.group.empty() && term.aggregate == Aggregate::kNone;
  if (clause_ == Clause::kSelect && (first || grouped)) {
    reading_.select.push_back(
        {extreme.descending ? Aggregate::kMax : Aggregate::kMin, false, field});
    return;
  }
  order_by(term, extreme.descending, extreme.limit);
  if (term.aggregate != Aggregate::kNone && !reading_.select.empty()) {
    reading_.group.push_back(reading_.select[0].field);
  }
  if (clause_ == Clause::kSelect) clause_ = Clause::kWhere;
}

}  // namespace dbx::answer

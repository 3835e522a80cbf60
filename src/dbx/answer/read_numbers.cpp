// What a number is for: a limit, a count, a comparison, a key, a year; part of Reader.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "dbx/answer/reader.h"

namespace dbx::answer {
namespace {

Literal number_literal(double number) {
  const bool whole = number == static_cast<double>(static_cast<std::int64_t>(number));
  return {true,
          whole ? std::to_string(static_cast<std::int64_t>(number)) : fmt::format("{}", number)};
}

bool is_year(double number) { return number >= 1800 && number <= 2100; }

}  // namespace

// "3 youngest", "4 or more": what stands behind a number says what it is for; true: it is a limit.
bool Reader::is_limit(const Element& element) {
  const auto limit = static_cast<std::int64_t>(element.number);
  if (const Element* next = peek(1); next != nullptr && next->kind == Element::Kind::kCue) {
    if (is_extreme(next->cue.cue)) {
      extreme_.active = true;
      extreme_.limit = limit;
      return true;
    }
    switch (next->cue.cue) {
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
  const bool then = element.begin > 0 && context_.tokens[element.begin - 1].lower == "in" &&
                    element.number >= 1000;
  if (then) return false;
  if (extreme_.active) extreme_.limit = limit;
  return extreme_.active;
}

bool Reader::is_text(const Element& element) const {
  return !element.columns.empty() &&
         context_.model.column(element.columns[0].field).kind == ValueKind::kText;
}

// "which three cities have the largest ..."
bool Reader::is_limit_of(const Element& unit) const {
  const auto rest = context_.elements.begin() + static_cast<std::ptrdiff_t>(at_);
  const bool extreme_follows = std::any_of(rest, context_.elements.end(), [](const Element& held) {
    return held.is(Cue::kHighest) || held.is(Cue::kLowest) || held.is(Cue::kAdjectiveMost) ||
           held.is(Cue::kMostCommon) || held.is(Cue::kLeastCommon);
  });
  return !pending_.comparator && clause_ == Clause::kSelect &&
         (extreme_follows || reading_.select.empty()) &&
         (unit.table_score() >= unit.column_score() || (context_.is_star && is_text(unit)));
}

// "from 2000 to 2010"
bool Reader::is_from_to() const {
  if (at_ == 0 || pending_.comparator) return false;
  const Element& before = context_.elements[at_ - 1];
  const Element* to = peek(1);
  const Element* end = peek(2);
  return context_.tokens[before.end - 1].lower == "from" && to != nullptr && end != nullptr &&
         context_.tokens[to->begin].lower == "to" && end->kind == Element::Kind::kNumber;
}

// The second number of "between 5 and 10".
void Reader::add_range_end(Condition& condition) {
  for (std::size_t ahead = 1; ahead < 4; ++ahead) {
    const Element* second = peek(ahead);
    if (second == nullptr) break;
    if (second->kind != Element::Kind::kNumber) continue;
    condition.values.push_back(number_literal(second->number));
    at_ += ahead;
    return;
  }
  pending_.comparator = Comparator::kGreaterOrEqual;
}

// "that have hosted more than one competition": what is left is a verb.
bool Reader::is_left_done() const {
  if (context_.is_star || !pending_.left || pending_.left_at >= context_.elements.size())
    return false;
  const Element& left = context_.elements[pending_.left_at];
  return left.kind == Element::Kind::kMention && left.end - left.begin == 1 && is_verb_like(left) &&
         context_.tokens[left.begin].lower.ends_with("ed");
}

void Reader::add_number(const Element& element) {
  if (is_limit(element)) return;
  if (pending_.left && !pending_.left->field.is_row() && !context_.is_star &&
      context_.model.column(pending_.left->field).kind == ValueKind::kDate &&
      element.number < 1000) {
    pending_.left.reset();  // "assigned more than 2 jobs"
  }
  Condition condition;
  condition.values.push_back(number_literal(element.number));
  if (is_from_to()) pending_.comparator = Comparator::kBetween;
  if (pending_.comparator == Comparator::kBetween) add_range_end(condition);
  std::size_t ahead = 1;
  const Element* unit = peek(ahead);
  while (unit != nullptr && (unit->is(Cue::kDistinct) ||
                             (unit->is(Cue::kOf) && context_.tokens[unit->begin].lower == "of") ||
                             context_.tokens[unit->begin].lower == "corresponding")) {
    unit = peek(++ahead);
  }
  if (unit != nullptr && add_age(*unit, condition)) return;
  if (pending_.comparator && !pending_.left) {
    auto field = measure_of_verb();
    if (!field) field = age_of_rows(element, unit);
    if (field) leave({Aggregate::kNone, false, *field});
  }
  const bool named =
      unit != nullptr && unit->kind == Element::Kind::kMention &&
      (std::max(unit->table_score(), unit->column_score()) > 0.55 ||
       (!unit->values.empty() && pending_.comparator && !pending_.left && !context_.is_star));
  if (named && is_limit_of(*unit)) {
    limit_hint_ = static_cast<std::int64_t>(element.number);
  } else if (named && (!pending_.left || unit->table_score() > 0.8 || is_left_done())) {
    at_ += ahead;
    add_number_of(*unit, std::move(condition));
  } else if (!add_times(unit, condition) && !add_compared(element, condition) &&
             !add_alternative(condition) && !add_key(condition) && !add_year(element, condition)) {
    ++ignored_;
  }
}

// "more than 3 employees": counted, unless a column holds their number.
void Reader::add_number_of(const Element& unit, Condition condition) {
  const bool table = means_table(unit);
  if (!unit.values.empty() && !context_.is_star &&
      std::max(unit.table_score(), unit.column_score()) < 0.9) {
    // "at least 10 professors", which is a rank
    const Field field{unit.values[0].table, unit.values[0].column};
    begin_where();
    condition.left = {Aggregate::kCount, false, {field.table, -1}};
    condition.comparator = take_comparator();
    add_condition(std::move(condition));
    add_literal(field, unit.values[0].value);
    return;
  }
  begin_where();
  const auto stored = stored_count(unit);
  if (stored && choices_.pick({0, 0.7}) == 0) {
    condition.left.field = *stored;
  } else if (table) {
    condition.left = {Aggregate::kCount, false, {resolve_table(unit), -1}};
  } else {
    const Field field = resolve_column(unit);
    const ColumnModel& column = context_.model.column(field.table, field.column);
    condition.left = compared(field);
    if (column.kind != ValueKind::kNumber || column.is_id) {
      condition.left.aggregate = Aggregate::kCount;
      condition.left.distinct = true;
    }
  }
  condition.comparator = take_comparator();
  add_condition(std::move(condition));
}

// What a verb before a comparison measures: "rooms that cost more than 120".
std::optional<Field> Reader::measure_of_verb() {
  constexpr std::pair<std::string_view, std::string_view> kMeasures[] = {
      {"earn", "salary income wage"},
      {"make", "salary income wage"},
      {"pay", "salary income wage"},
      {"cost", "price cost fee"},
      {"weigh", "weight"},
      {"last", "duration length time"}};
  for (std::size_t i = at_; i-- > 0 && i + 4 > at_;) {
    const Element& element = context_.elements[i];
    if (element.kind != Element::Kind::kWord) continue;
    const Token& token = context_.tokens[element.begin];
    for (const auto& [verb, nouns] : kMeasures) {
      if (token.lower == verb || token.verb == verb) return implied_column(nouns);
    }
  }
  return std::nullopt;
}

// "people under 40": their age, where nothing else is said.
std::optional<Field> Reader::age_of_rows(const Element& element, const Element* unit) {
  const std::string& word = context_.tokens[element.begin > 0 ? element.begin - 1 : 0].lower;
  const bool aged = word == "under" || word == "over" || word == "above" || word == "below";
  const bool alone = unit == nullptr || unit->kind != Element::Kind::kMention;
  if (context_.is_star || !aged || !alone || element.number < 1 || element.number > 120) {
    return std::nullopt;
  }
  std::vector<Sense> senses;
  for (const Sense& sense : columns_named(context_.model, "age")) {
    const auto t = static_cast<std::size_t>(sense.field.table);
    if (context_.mentioned[t] > 0.7 && context_.model.column(sense.field).words.size() == 1) {
      senses.push_back(sense);
    }
  }
  if (senses.empty()) return std::nullopt;
  return pick_field(std::move(senses));
}

// "on the first floor", where floors are numbers; true: it was a condition.
bool Reader::add_ordinal(const Element& element) {
  constexpr std::array kOrdinals =
      std::to_array<std::string_view>({"first", "second", "third", "fourth", "fifth", "sixth",
                                       "seventh", "eighth", "ninth", "tenth"});
  const auto found =
      std::find(kOrdinals.begin(), kOrdinals.end(), context_.tokens[element.begin].lower);
  const Element* next = peek(1);
  if (found == kOrdinals.end() || context_.is_star || reading_.select.empty() || next == nullptr ||
      next->kind != Element::Kind::kMention || next->column_score() < 0.9 ||
      !next->names_column()) {
    return false;
  }
  const ColumnModel& named = context_.model.column(next->columns[0].field);
  if (!named.is_amount()) return false;
  ++at_;
  Condition condition;
  condition.left.field = resolve_column(*next);
  condition.values.push_back(number_literal(static_cast<double>(found - kOrdinals.begin()) + 1));
  condition.comparator = take_comparator();
  pending_.attach = false;
  begin_where();
  add_condition(std::move(condition));
  return true;
}

// "18 years old"
bool Reader::add_age(const Element& unit, Condition& condition) {
  const std::size_t at = unit.begin;
  const auto& tokens = context_.tokens;
  if (tokens[at].lemma != "year" || at + 1 >= tokens.size()) return false;
  const bool old = tokens[at + 1].lower == "old" || tokens[at + 1].lower == "of";
  if (!old || (tokens[at + 1].lower == "of" &&
               (at + 2 >= tokens.size() || tokens[at + 2].lower != "age"))) {
    return false;
  }
  const auto field = implied_column("age");
  if (!field) return false;
  begin_where();
  condition.left.field = *field;
  condition.comparator = take_comparator();
  add_condition(std::move(condition));
  while (peek(1) != nullptr && peek(1)->begin <= at + (tokens[at + 1].lower == "of" ? 2 : 1)) ++at_;
  return true;
}

// "more than 3 times", "more than 2 records": rows of what is shown.
bool Reader::add_times(const Element* unit, Condition& condition) {
  take_up_last_left();
  if (pending_.count && pending_.comparator && !pending_.left && !reading_.select.empty() &&
      !reading_.shows_figures()) {
    pending_.count = false;  // "with count more than 1"
    condition.left = {Aggregate::kCount, false, {reading_.select[0].field.table, -1}};
    condition.comparator = take_comparator();
    add_having(std::move(condition));
    return true;
  }
  if (unit == nullptr || !pending_.comparator || unit->kind != Element::Kind::kWord) return false;
  const bool times = unit->text == "times" || unit->text == "time";
  const bool unknown = !pending_.left && !is_noise(context_.tokens[unit->begin].lower);
  if (!times && !unknown) return false;
  int table = clause_table_ >= 0 ? clause_table_ : subject_;
  if (!reading_.select.empty()) table = reading_.select[0].field.table;
  if (table < 0) return true;
  condition.left = {Aggregate::kCount, false, {table, -1}};
  condition.comparator = take_comparator();
  add_having(std::move(condition));
  return true;
}

// "lower than 600 or higher than 900": of the same column.
void Reader::take_up_last_left() {
  if (pending_.left || !pending_.comparator || reading_.where.empty() || at_ <= 2) return;
  const Element& joined = context_.elements[at_ - 2];
  const Condition& last = reading_.where.back();
  if ((joined.is(Cue::kOr) || joined.is(Cue::kAnd)) && last.nested.empty() &&
      !last.left.field.is_row()) {
    leave(last.left);
  }
}

// Compared with the column that was mentioned before.
bool Reader::add_compared(const Element& element, Condition& condition) {
  const bool year = is_year(element.number);
  if (pending_.left && year && !pending_.comparator && at_ > pending_.left_at + 2) {
    pending_.left.reset();
  }
  if (pending_.left && year && !pending_.left->field.is_row() && at_ > 0) {
    // "directed after 2000", "the game in 1998": no year is what was named
    const ColumnModel& left = context_.model.column(pending_.left->field);
    const bool dated = has_word(left.words, "year") || has_word(left.words, "date");
    const bool then = context_.elements[at_ - 1].is(Cue::kAfter) ||
                      context_.elements[at_ - 1].is(Cue::kBefore) ||
                      context_.tokens[element.begin - 1].lower == "in";
    const auto& beside = context_.model.table(pending_.left->field.table).columns;
    const bool has_year = std::any_of(beside.begin(), beside.end(), [](const ColumnModel& held) {
      return has_word(held.words, "year") || has_word(held.words, "date");
    });
    const Element& said = context_.elements[pending_.left_at];
    const bool acts = is_verb_like(said) && said.column_score() < 0.8;  // "held in 2023"
    if (!dated && then && has_year && (left.kind == ValueKind::kText || left.is_id)) {
      pending_.left.reset();
    } else if (!dated && then && acts && !context_.is_star) {
      pending_.left.reset();
    }
  }
  if (!pending_.left) return false;
  condition.left = *std::exchange(pending_.left, std::nullopt);
  const Field field = condition.left.field;
  if (!field.is_row() && !condition.left.is_aggregate() &&
      context_.model.column(field.table, field.column).kind == ValueKind::kText) {
    condition.values[0] = {false, element.text};
  }
  condition.comparator = take_comparator();
  add_condition(std::move(condition));
  return true;
}

// "department 70 or 90"
bool Reader::add_alternative(Condition& condition) {
  const Element* before = at_ > 0 ? &context_.elements[at_ - 1] : nullptr;
  if (before == nullptr || pending_.comparator || reading_.where.empty() ||
      !(before->is(Cue::kOr) || before->is(Cue::kAnd))) {
    return false;
  }
  const Condition& last = reading_.where.back();
  if (last.values.size() != 1 || last.comparator != Comparator::kEqual ||
      !last.values[0].is_number) {
    return false;
  }
  condition.left = last.left;
  condition.comparator = take_comparator();
  add_condition(std::move(condition));
  return true;
}

// "supplier 3"
bool Reader::add_key(Condition& condition) {
  const Element* before = at_ > 0 ? &context_.elements[at_ - 1] : nullptr;
  if (before == nullptr || before->kind != Element::Kind::kMention || before->tables.empty() ||
      pending_.comparator) {
    return false;
  }
  condition.left.field = key_of(before->tables[0].field.table);
  condition.comparator = take_comparator();
  begin_where();
  add_condition(std::move(condition));
  return true;
}

bool Reader::add_year(const Element& element, Condition& condition) {
  if (!is_year(element.number)) return false;
  std::vector<Sense> senses = columns_named(context_.model, "year date time");
  if (!context_.is_star) add_dates(senses);
  const auto said = context_.is_star ? std::nullopt : date_of_verb(element.begin);
  for (Sense& sense : senses) {
    sense.score += 2 * affinity(sense.field.table, at_) + (said == sense.field ? 0.8 : 0);
  }
  if (senses.empty()) return false;
  const Field field = pick_field(std::move(senses));
  condition.left.field = field;
  condition.comparator = take_comparator();
  if (context_.model.column(field.table, field.column).kind != ValueKind::kNumber) {
    for (Literal& value : condition.values) value.is_number = false;
    if (condition.comparator == Comparator::kEqual) {
      condition.comparator = Comparator::kLike;
      condition.values[0].text = "%" + condition.values[0].text + "%";
    }
  }
  begin_where();
  add_condition(std::move(condition));
  return true;
}

}  // namespace dbx::answer

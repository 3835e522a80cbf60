// What a value is compared with; part of Reader.
#include <algorithm>
#include <utility>

#include "dbx/answer/reader.h"

namespace dbx::answer {
namespace {

bool is_digits(std::string_view text) { return text.find_first_of("0123456789") == 0; }

}  // namespace

// The pattern of LIKE that the cue before it asks for.
std::string Reader::pattern_of(const std::string& text) const {
  bool starts = false;
  bool ends = false;
  for (std::size_t i = at_; i-- > 0 && i + 6 > at_;) {
    starts = starts || context_.elements[i].is(Cue::kStartsWith);
    ends = ends || context_.elements[i].is(Cue::kEndsWith);
    if (starts || ends || context_.elements[i].is(Cue::kContains)) break;
  }
  return (starts ? "" : "%") + text + (ends ? "" : "%");
}

void Reader::add_literal(Field field, std::string text) {
  Condition condition;
  condition.left.field = field;
  condition.comparator = take_comparator();
  const bool like =
      condition.comparator == Comparator::kLike || condition.comparator == Comparator::kNotLike;
  const bool number =
      !like && context_.model.column(field.table, field.column).kind == ValueKind::kNumber;
  condition.values.push_back({number, like ? pattern_of(text) : std::move(text)});
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

// The column that a text is compared with, where words around it say which.
std::optional<Field> Reader::column_of_value(bool like) {
  if (pending_.left && !pending_.left->field.is_row()) return pending_.left->field;
  // "the letter M in their first name"
  for (std::size_t ahead = 1; like && ahead < 5; ++ahead) {
    const Element* next = peek(ahead);
    if (next == nullptr || next->kind == Element::Kind::kStop) break;
    if (next->kind != Element::Kind::kMention || next->columns.empty()) continue;
    const Field field = resolve_column(*next);
    if (context_.model.column(field).kind == ValueKind::kNumber) continue;
    at_ += ahead;
    return field;
  }
  return std::nullopt;
}

// "from Chennai" names an origin, "to Guruvayur" a destination.
bool Reader::is_end(std::size_t token, const ColumnModel& column) const {
  const std::string& word = context_.tokens[token - 1].lower;
  const auto is_any = [&](std::initializer_list<std::string_view> names) {
    return std::any_of(names.begin(), names.end(),
                       [&](std::string_view name) { return has_word(column.words, name); });
  };
  if (word == "from") return is_any({"origin", "source", "start", "departure", "from"});
  if (word == "to") return is_any({"destination", "end", "arrival", "to"});
  return false;
}

// How well a column that holds the value fits.
double Reader::fit_of(const ValueHit& hit, std::optional<Field> left, std::size_t at) const {
  const Field field{hit.table, hit.column};
  double score = 0.8 + affinity(hit.table, at);
  if (left && *left == field) score += 1.5;
  const ColumnModel& column = context_.model.column(hit.table, hit.column);
  const Element* next = at + 1 < context_.elements.size() ? &context_.elements[at + 1] : nullptr;
  const Element* before = at > 0 ? &context_.elements[at - 1] : nullptr;
  // "Nancy Edwards": two values of one row
  for (const Element* beside : {next, before}) {
    if (beside == nullptr || beside->kind != Element::Kind::kMention) continue;
    const bool together =
        std::any_of(beside->values.begin(), beside->values.end(), [&](const ValueHit& other) {
          return other.table == hit.table && other.column != hit.column;
        });
    if (!together) continue;
    score += beside->text.size() > 2 && context_.tokens[beside->begin].is_capital() ? 0.8 : 0.4;
    for (const NameWord& word : column.words) {
      if (word.lemma == (beside == next ? "first" : "last")) score += 0.1;
    }
  }
  if (before != nullptr && before->is(Cue::kOf) && is_end(before->end, column)) score += 0.6;
  for (std::size_t i = 0; i < context_.link_costs.size(); ++i) {
    const Link& link = context_.model.links[i];  // "whose destination is in Italy"
    const bool named = context_.model.column(link.table, link.column).name !=
                       context_.model.column(link.to_table, link.to_column).name;
    if (named && link.to_table == hit.table && context_.link_costs[i] < link.cost) score += 0.12;
  }
  if (column.is_name) score += 0.1;
  if (column.is_reference) score -= 0.05;
  for (const Condition& condition : reading_.where) {
    if (condition.left.field == field) score += 0.5;
  }
  return score;
}

// Columns of days that no name gives away: check_in.
void Reader::add_dates(std::vector<Sense>& senses) const {
  for (int t = 0; t < static_cast<int>(context_.model.tables.size()); ++t) {
    const auto& columns = context_.model.table(t).columns;
    for (int c = 0; c < static_cast<int>(columns.size()); ++c) {
      const bool there = std::any_of(senses.begin(), senses.end(), [&](const Sense& sense) {
        return sense.field == Field{t, c};
      });
      const ColumnModel& column = columns[static_cast<std::size_t>(c)];
      if (column.kind == ValueKind::kDate && !there) senses.push_back({{t, c}, 0.9});
    }
  }
}

std::vector<Sense> Reader::senses_of_value(const Element& element, std::optional<Field> left,
                                           bool like, std::size_t at) const {
  if (left && (like || element.values.empty())) return {{*left, 1}};
  std::vector<Sense> senses;
  const Element* next = at + 1 < context_.elements.size() ? &context_.elements[at + 1] : nullptr;
  if (!left && next != nullptr && next->kind == Element::Kind::kMention && next->values.empty()) {
    // "in the Fall semester": what follows says which column
    for (const Sense& sense : next->columns) {
      if (context_.values.find_in(element.text, sense.field.table, sense.field.column) != nullptr) {
        senses.push_back({sense.field, 1.5 + sense.score});
      }
    }
  }
  for (const ValueHit& hit : element.values) {
    senses.push_back({{hit.table, hit.column}, fit_of(hit, left, at)});
  }
  if (senses.empty() && like && !reading_.select.empty() && !reading_.select[0].field.is_row()) {
    senses = {{reading_.select[0].field, 1}};
  }
  const std::string& text = element.text;
  if (senses.empty() && text.size() == 10 && text[4] == '-' && text[7] == '-') {
    senses = columns_named(context_.model, "date time");
    add_dates(senses);
    const auto said = date_of_verb(element.begin);  // "shipped after 2000-01-01"
    for (Sense& sense : senses) {
      sense.score += 2 * affinity(sense.field.table, at) + (said == sense.field ? 0.8 : 0);
    }
  }
  return senses;
}

// "whose name has 'Led'", "have 'Express' in their names"
bool Reader::has_in_it(const Element& element) const {
  if (element.kind != Element::Kind::kQuoted || pending_.comparator || at_ == 0) return false;
  const Element& before = context_.elements[at_ - 1];
  if (!before.is(Cue::kHave)) return false;
  const Element* in = peek(1);
  if (pending_.left) {
    return context_.model.column(pending_.left->field).kind == ValueKind::kText;
  }
  const Element* whose = peek(2);
  return in != nullptr && context_.tokens[in->begin].lower == "in" && whose != nullptr &&
         (whose->is(Cue::kPronoun) || whose->is(Cue::kVerb));
}

// Does a value stand for the rows that have it, right behind "which"?
bool Reader::names_rows(const Element& element) const {
  const Element* next = peek(1);
  return element.kind == Element::Kind::kMention && clause_ == Clause::kSelect &&
         reading_.select.empty() && reading_.tables.empty() && at_ > 0 && !pending_.count &&
         pending_.aggregates.empty() && context_.elements[at_ - 1].is(Cue::kOpener) &&
         context_.tokens[context_.elements[at_ - 1].begin].lower == "which" &&
         !context_.tokens[element.begin].is_capital() && next != nullptr &&
         (next->kind != Element::Kind::kMention || is_verb_like(*next));
}

// "contain 'superstar' or 'edu'": of the same column.
void Reader::take_up_last_pattern(const Element& element) {
  if (element.kind != Element::Kind::kQuoted || pending_.comparator || pending_.left || at_ == 0 ||
      !element.values.empty() || reading_.where.empty()) {
    return;
  }
  const Condition& last = reading_.where.back();
  const Element& before = context_.elements[at_ - 1];
  if (last.comparator != Comparator::kLike || !(before.is(Cue::kOr) || before.is(Cue::kAnd)))
    return;
  leave(last.left);
  pending_.comparator = Comparator::kLike;
}

void Reader::add_value(const Element& element) {
  if (element.kind == Element::Kind::kQuoted && element.values.empty() && add_full_name(element)) {
    return;
  }
  if (pending_.comparator == Comparator::kLike && !element.values.empty() && !pending_.left &&
      at_ > 0 && context_.elements[at_ - 1].is(Cue::kBoth)) {
    pending_.comparator.reset();
  }
  if (has_in_it(element)) pending_.comparator = Comparator::kLike;
  take_up_last_pattern(element);
  const bool like = pending_.comparator == Comparator::kLike;
  const std::size_t at = at_;
  const std::optional<Field> left = column_of_value(like);
  std::vector<Sense> senses = senses_of_value(element, left, like, at);
  if (senses.empty() && element.kind == Element::Kind::kQuoted && subject_ >= 0) {
    senses.push_back({display_of(subject_), 0.5});
  }
  if (senses.empty()) {
    ++ignored_;
    return;
  }
  const Field field = pick_field(std::move(senses));
  if (compare_with_row(element, field)) return;
  if (pending_.count && reading_.select.empty()) {
    // "how many females"
    pending_.count = false;
    reading_.select.push_back({Aggregate::kCount, false, {field.table, -1}});
    set_subject(field.table);
  }
  if (!context_.is_star && names_rows(element)) {
    imply(field.table);  // "which cooks earn ..."
  }
  if (left && *left == field) pending_.left.reset();
  // "under the policy 'Life Insurance'": nothing is compared
  const bool ranks = pending_.comparator && *pending_.comparator != Comparator::kEqual &&
                     *pending_.comparator != Comparator::kLike &&
                     *pending_.comparator != Comparator::kBetween;
  if (ranks && context_.model.column(field).kind == ValueKind::kText && !is_digits(element.text)) {
    pending_.comparator.reset();
  }
  std::string value = like ? element.text : as_stored(element, field);
  note(element, field, 1, value);
  add_literal(field, std::move(value));
}

// "that are FDA approved", of a column that says yes or no.
void Reader::add_flag() {
  if (!pending_.left || pending_.comparator || pending_.left->is_aggregate() ||
      pending_.left->field.is_row()) {
    return;
  }
  const Field field = pending_.left->field;
  const bool negated = pending_.negated;
  for (const auto& [yes, no] :
       {std::pair{"yes", "no"}, std::pair{"y", "n"}, std::pair{"true", "false"}}) {
    const ValueHit* hit = context_.values.find_in(negated ? no : yes, field.table, field.column);
    const ValueHit* other = context_.values.find_in(negated ? yes : no, field.table, field.column);
    if (hit == nullptr || other == nullptr) continue;
    pending_.left.reset();
    if (negated && pending_.absent && shows_what_repeats()) hit = other;  // "no hotel with a pool"
    if (hit != other) pending_.negated = false;
    add_literal(field, hit->value);
    return;
  }
}

// The value as the database writes it.
std::string Reader::as_stored(const Element& element, Field field) const {
  if (const ValueHit* hit = context_.values.find_in(element.text, field.table, field.column)) {
    return hit->value;
  }
  for (const ValueHit& hit : element.values) {
    if (Field{hit.table, hit.column} == field) return hit.value;
  }
  return element.text;
}

}  // namespace dbx::answer

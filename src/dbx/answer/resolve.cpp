// Which table or column a mention means, given what else is mentioned; part of Reader.
#include <algorithm>
#include <utility>

#include "dbx/answer/reader.h"

namespace dbx::answer {
namespace {

constexpr double kSynonym = 0.72;  // no more than a synonym says that it is a name

// Alternatives as Choices wants them: the best first, what they cost over it.
std::vector<double> costs_of(const std::vector<Sense>& senses, std::size_t most) {
  std::vector<double> costs;
  for (const Sense& sense : senses) {
    if (costs.size() == most) break;
    costs.push_back((senses[0].score - sense.score) * 3 + (costs.empty() ? 0 : 0.15));
  }
  return costs;
}

void sort_senses(std::vector<Sense>& senses) {
  std::stable_sort(senses.begin(), senses.end(),
                   [](const Sense& a, const Sense& b) { return a.score > b.score; });
}

}  // namespace

Context make_context(const Model& model, const ValueIndex& values, const Frame& frame,
                     std::string_view today) {
  const std::vector<Token>& tokens = frame.tokens;
  Context context{model,
                  values,
                  tokens,
                  frame.shape,
                  model.is_star(),
                  split_elements(tokens, model, values, today),
                  {},
                  model.link_costs()};
  context.mentioned.assign(model.tables.size(), 0);
  for (const Element& element : context.elements) {
    if (element.kind != Element::Kind::kMention) continue;
    for (const Sense& sense : element.tables) {
      if (sense.score + 0.1 < std::max(element.table_score(), element.column_score())) continue;
      double& held = context.mentioned[static_cast<std::size_t>(sense.field.table)];
      held = std::max(held, sense.score);
    }
  }
  for (std::size_t i = 0; i < model.links.size(); ++i) {
    const Link& link = model.links[i];
    const NameWords& words = model.column(link.table, link.column).words;
    const NameWords& target = model.table(link.to_table).words;
    for (const NameWord& word : words) {
      const bool plain = word.lemma == "id" || word.of_table ||
                         std::any_of(target.begin(), target.end(), [&](const NameWord& held) {
                           return held.lemma == word.lemma;
                         });
      if (plain) continue;
      const bool said = std::any_of(tokens.begin(), tokens.end(), [&](const Token& token) {
        return token.is_word() && similarity(token.lemma, token.verb, token.stem, word) >= 0.65;
      });
      if (said) context.link_costs[i] -= 0.15;
    }
  }
  return context;
}

bool Reader::means_value(const Element& element) {
  if (element.values.empty()) return false;
  const double names = std::max(element.table_score(), element.column_score());
  if (names < kSynonym) return true;
  const Token& first = context_.tokens[element.begin];
  const bool capital = first.is_capital() && element.begin > 0;
  const bool long_value = element.end - element.begin > 1 && names < 0.95;
  if (capital || long_value) return choices_.pick({0, 0.5}) == 0;
  return choices_.pick({0, names > 0.9 ? 1.2 : 0.7}) == 1;
}

bool Reader::means_table(const Element& element) {
  if (element.tables.empty()) return false;
  if (element.columns.empty()) return true;
  const double gap = element.table_score() - element.column_score();
  if (gap > 0.3) return true;
  if (gap < -0.3) return false;
  if (gap >= -0.05) return choices_.pick({0, 0.4 + 2 * gap}) == 0;
  return choices_.pick({0, 0.4 - 2 * gap}) == 1;
}

int Reader::resolve_table(const Element& element) {
  std::vector<Sense> senses = element.tables;
  for (Sense& sense : senses) {
    if (context_.model.table(sense.field.table).is_bridge) sense.score -= 0.05;
  }
  sort_senses(senses);
  const Sense& chosen = senses[choices_.pick(costs_of(senses, 3))];
  note(element, chosen.field, chosen.score);
  return chosen.field.table;
}

void Reader::note(const Element& element, Field field, double fit, std::string value) {
  const auto at = static_cast<std::size_t>(&element - context_.elements.data());
  meanings_.push_back({at, field, std::min(fit, 1.0), std::move(value)});
}

// Whose the column is that a mention such as "last name of the customer" names; -1: it says no
// "of".
int Reader::owner_within(const Element& element) const {
  if (element.kind != Element::Kind::kMention || context_.is_star) return -1;
  std::size_t of = element.begin + 1;
  while (of + 1 < element.end && context_.tokens[of].lower != "of") ++of;
  if (of + 1 >= element.end) return -1;
  for (const Sense& sense : element.columns) {
    const NameWords& words = context_.model.table(sense.field.table).words;
    if (sense.score > 0.9 && has_word(words, context_.tokens[element.end - 1].lemma)) {
      return sense.field.table;
    }
  }
  return -1;
}

// The table that "of" and "'s" give to what stands at `at`; -1: none.
int Reader::owner_of(std::size_t at) const {
  const auto& elements = context_.elements;
  const auto best_table = [&](const Element& element) {
    return element.kind == Element::Kind::kMention && !element.tables.empty() &&
                   element.table_score() + 0.2 >= element.column_score()
               ? element.tables[0].field.table
               : -1;
  };
  if (at > 1 && context_.tokens[elements[at - 1].begin].lower == "whose") {
    const Element& owner = elements[at - 2];
    if (const int table = best_table(owner); table >= 0) return table;
    if (owner.kind == Element::Kind::kMention && !owner.columns.empty()) {
      return owner.columns[0].field.table;
    }
  }
  if (at > 0 && elements[at - 1].is(Cue::kPronoun) && subject_ >= 0) {
    const std::string& word = context_.tokens[elements[at - 1].begin].lower;
    if (word == "their" || word == "its") return subject_;  // "give me their names"
  }
  if (at > 0) {
    std::size_t before = at - 1;
    if (elements[before].kind == Element::Kind::kPossessive && before > 0) --before;
    if (const int table = best_table(elements[before]); table >= 0) return table;
  }
  for (std::size_t i = at + 1; i < elements.size(); ++i) {
    const Element& element = elements[i];
    if (const int table = owner_within(element); table >= 0) return table;
    if (element.is(Cue::kOf) || element.is(Cue::kEach) || element.is(Cue::kRelative)) {
      std::size_t next = i + 1;
      while (next < elements.size() && elements[next].kind != Element::Kind::kMention &&
             !elements[next].is(Cue::kOf) && next < i + 4) {
        ++next;
      }
      if (next < elements.size()) {
        if (const int table = best_table(elements[next]); table >= 0) return table;
      }
      return -1;
    }
    const bool goes_on = element.kind == Element::Kind::kMention ||
                         element.kind == Element::Kind::kComma || element.is(Cue::kAnd) ||
                         element.kind == Element::Kind::kWord || element.is(Cue::kPronoun) ||
                         element.is(Cue::kOr);
    if (!goes_on) return -1;
  }
  return -1;
}

// How near a table is to what the question is about.
double Reader::affinity(int table, std::size_t at) const {
  const auto t = static_cast<std::size_t>(table);
  double result = 0.22 * context_.mentioned[t];
  const int owner = owner_of(at);
  if (owner >= 0) {
    const int links = context_.model.distance[static_cast<std::size_t>(owner)][t];
    if (links == 0) result += 0.4;
    if (links == 1) result += 0.06;
  }
  if (clause_table_ == table) result += 0.12;
  if (subject_ == table) result += 0.1;
  if (owner < 0 && !reading_.select.empty() && reading_.select.back().field.table == table) {
    result += 0.15;  // "the club id, name and ..."
  }
  int nearest = kFar;
  for (std::size_t other = 0; other < context_.mentioned.size(); ++other) {
    if (context_.mentioned[other] > 0.7)
      nearest = std::min(nearest, context_.model.distance[t][other]);
  }
  if (nearest == 1) result += 0.05;
  if (nearest > 2 && nearest < kFar) result -= 0.05;
  if (nearest == kFar) result -= 0.1;
  return result;
}

// What fits as well as the best, but is something else: keys stand for each other.
void Reader::count_rivals(const std::vector<Sense>& senses) {
  if (senses.size() < 2 || senses[0].score - senses[1].score > 0.02) return;
  const ColumnModel& first = context_.model.column(senses[0].field);
  const ColumnModel& second = context_.model.column(senses[1].field);
  const auto is_key = [](const ColumnModel& column) {
    return column.is_id || column.in_key || column.is_reference;
  };
  if (!is_key(first) && !is_key(second)) ++rivals_;
}

Field Reader::pick_field(std::vector<Sense> senses) {
  sort_senses(senses);
  count_rivals(senses);
  return senses[choices_.pick(costs_of(senses, 4))].field;
}

Field Reader::resolve_column(const Element& element) {
  std::vector<Sense> senses = element.columns;
  const auto at = static_cast<std::size_t>(&element - context_.elements.data());
  const bool exact = element.column_score() > 0.95 && !context_.is_star &&
                     context_.tokens[element.end - 1].lemma != "name";
  const bool verb = !context_.is_star && element.end - element.begin == 1 &&
                    !context_.tokens[element.begin].verb.empty() && clause_ == Clause::kWhere;
  for (Sense& sense : senses) {
    const auto t = static_cast<std::size_t>(sense.field.table);
    if (context_.model.column(sense.field).is_reference) sense.score -= 0.04;
    if (verb && context_.mentioned[t] < 0.7 && sense.field.table != subject_) sense.score -= 0.25;
    if (exact && sense.score < 0.75) sense.score -= 0.2;
    if (is_beside_last(sense.field, at)) sense.score += 0.45;
    sense.score += affinity(sense.field.table, at);
  }
  // "names" of what has none: what stands for it
  const int owner = owner_of(at);
  if (owner >= 0 && element.end - element.begin == 1 &&
      context_.tokens[element.begin].lemma == "name") {
    const bool own = std::any_of(senses.begin(), senses.end(),
                                 [&](const Sense& sense) { return sense.field.table == owner; });
    const auto& columns = context_.model.table(owner).columns;
    for (int c = 0; !own && c < static_cast<int>(columns.size()); ++c) {
      if (columns[static_cast<std::size_t>(c)].is_name) senses.push_back({{owner, c}, 1.2});
    }
  }
  const Field chosen = pick_field(std::move(senses));
  double fit = 0.6;
  for (const Sense& sense : element.columns) {
    if (sense.field == chosen) fit = sense.score;
  }
  if (is_measure(chosen) && fit < 0.95) {
    for (const Sense& sense : element.columns) {
      if (sense.field != chosen && is_measure(sense.field) && sense.score + 0.02 >= fit) ++rivals_;
    }
  }
  note(element, chosen, fit);
  return chosen;
}

// "budget type codes and descriptions": of the same table, called the same but for the last word.
bool Reader::is_beside_last(Field field, std::size_t at) const {
  if (context_.is_star || at < 2 || reading_.select.empty() || clause_ != Clause::kSelect)
    return false;
  const Element& cue = context_.elements[at - 1];
  const Field last = reading_.select.back().field;
  if (!(cue.is(Cue::kAnd) || cue.kind == Element::Kind::kComma) || last.is_row() ||
      last.table != field.table || last == field) {
    return false;
  }
  const NameWords& a = context_.model.column(last).words;
  const NameWords& b = context_.model.column(field).words;
  if (a.size() < 2 || a.size() != b.size()) return false;
  for (std::size_t i = 0; i + 1 < a.size(); ++i) {
    if (a[i].lemma != b[i].lemma) return false;
  }
  return true;
}

std::optional<Field> Reader::implied_column(std::string_view nouns) {
  std::vector<Sense> senses = columns_named(context_.model, nouns);
  if (senses.empty()) return std::nullopt;
  for (Sense& sense : senses) sense.score += 2 * affinity(sense.field.table, at_);
  const Field field = pick_field(std::move(senses));
  if (at_ < context_.elements.size()) note(context_.elements[at_], field, 0.8);
  return field;
}

// What stands for a row of the table where nothing of it is named.
Field Reader::display_of(int table) {
  const TableModel& model = context_.model.table(table);
  std::vector<Sense> senses;
  for (int c = 0; c < static_cast<int>(model.columns.size()); ++c) {
    const ColumnModel& column = model.columns[static_cast<std::size_t>(c)];
    if (column.is_name) senses.push_back({{table, c}, 1 - 0.01 * c});
  }
  for (int c = 0; c < static_cast<int>(model.columns.size()); ++c) {
    const ColumnModel& column = model.columns[static_cast<std::size_t>(c)];
    if (column.is_key && !column.is_name) senses.push_back({{table, c}, 0.8});
  }
  if (senses.empty()) return {table, 0};
  return pick_field(std::move(senses));
}

Field Reader::key_of(int table) const {
  const TableModel& model = context_.model.table(table);
  if (model.natural_key >= 0) return {table, model.natural_key};
  if (model.primary_key.size() == 1) return {table, model.primary_key[0]};
  for (const Link& link : context_.model.links) {
    if (link.to_table == table) return {table, link.to_column};
  }
  return {table, 0};
}

}  // namespace dbx::answer

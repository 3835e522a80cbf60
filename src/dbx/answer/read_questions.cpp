// Question words: when, where, who, how much; part of Reader.
#include <algorithm>
#include <utility>

#include "dbx/answer/cues.h"
#include "dbx/answer/reader.h"
#include "dbx/english/lexicon.h"

namespace dbx::answer {

// "When was the school founded": the column that the verb names.
bool Reader::add_date_of_verb() {
  for (std::size_t i = at_ + 1; i < context_.elements.size(); ++i) {
    const Element& held = context_.elements[i];
    if (held.kind == Element::Kind::kStop) return false;
    const Token& token = context_.tokens[held.end - 1];
    if (held.end - held.begin != 1 || !token.is_word() || token.verb.empty() ||
        is_phrase_word(token.lower)) {
      continue;
    }
    std::vector<Sense> senses;
    for (int t = 0; t < static_cast<int>(context_.model.tables.size()); ++t) {
      const auto& columns = context_.model.table(t).columns;
      for (int c = 0; c < static_cast<int>(columns.size()); ++c) {
        const ColumnModel& column = columns[static_cast<std::size_t>(c)];
        const bool dated = column.kind == ValueKind::kDate || has_word(column.words, "date") ||
                           has_word(column.words, "time") || has_word(column.words, "year") ||
                           (column.kind == ValueKind::kNumber && column.words.size() == 1);
        if (!dated || column.is_id) continue;
        double fit = 0;
        for (const NameWord& word : column.words) {
          fit = std::max(fit, similarity(token.lemma, token.verb, token.stem, word));
        }
        if (fit >= 0.8) senses.push_back({{t, c}, fit + affinity(t, i)});
      }
    }
    if (senses.empty()) continue;
    const Field field = pick_field(std::move(senses));
    note(held, field, 0.85);
    reading_.select.push_back({Aggregate::kNone, false, field});
    return true;
  }
  return false;
}

void Reader::question_word(const Element& element) {
  std::string_view nouns = element.cue.nouns;
  if (element.cue.cue == Cue::kWhen) nouns = "date time year";
  if (element.cue.cue == Cue::kHowMuch && nouns.empty() && peek(1) != nullptr &&
      peek(1)->is(Cue::kVerb) && !context_.is_star) {
    nouns = "price cost fee amount";  // "how much is"
  }
  if (element.cue.cue == Cue::kWhereabouts) nouns = "location city place address country";
  if (element.cue.cue == Cue::kWho) {
    who();
  } else if (element.cue.cue == Cue::kWhen && add_date_of_verb()) {
    return;
  } else if (!nouns.empty()) {
    if (const auto field = implied_column(nouns)) {
      reading_.select.push_back({Aggregate::kNone, false, *field});
    }
  }
}

// The first table that is mentioned and has names.
void Reader::who() {
  const Element* named = next_content(at_ + 1);
  if (named != nullptr && named->kind == Element::Kind::kMention &&
      named->column_score() > named->table_score() && named->values.empty()) {
    return;  // "who is the composer"
  }
  int table = -1;
  for (std::size_t i = at_; i < context_.elements.size() && table < 0; ++i) {
    const Element& held = context_.elements[i];
    if (held.kind != Element::Kind::kMention || held.tables.empty()) continue;
    if (held.table_score() >= held.column_score() - 0.1) table = held.tables[0].field.table;
  }
  // people first
  for (int t = 0; t < static_cast<int>(context_.model.tables.size()) && table < 0; ++t) {
    const NameWords& words = context_.model.table(t).words;
    if (english::look_up(words.back().lemma).noun == english::NounClass::kPerson) table = t;
  }
  for (int t = 0; t < static_cast<int>(context_.model.tables.size()) && table < 0; ++t) {
    const auto& columns = context_.model.table(t).columns;
    if (std::any_of(columns.begin(), columns.end(),
                    [](const ColumnModel& column) { return column.is_name; })) {
      table = t;
    }
  }
  if (table < 0) return;
  imply(table);
}

}  // namespace dbx::answer

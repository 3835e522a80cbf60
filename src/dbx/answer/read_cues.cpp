// What each cue does; part of Reader.
#include <algorithm>
#include <array>
#include <utility>

#include "dbx/answer/reader.h"

namespace dbx::answer {

// "requested", "written", before "by"; but not "interest paid", which is a column
bool Reader::is_passive(const Element& element) const {
  const Token& token = context_.tokens[element.end - 1];
  const bool named = element.kind == Element::Kind::kMention && !is_verb_like(element);
  return token.is_word() && !token.verb.empty() && token.verb != token.lower &&
         !token.lower.ends_with("s") && element.kind != Element::Kind::kCue && !named;
}

// "highest, lowest and average": one of several
bool Reader::lists_aggregates() const {
  if (clause_ != Clause::kSelect) return false;
  if (!pending_.aggregates.empty()) return true;
  std::size_t ahead = 1;
  const Element* next = peek(ahead);
  while (next != nullptr && (next->kind == Element::Kind::kComma || next->is(Cue::kAnd))) {
    next = peek(++ahead);
  }
  return ahead > 1 && next != nullptr && next->kind == Element::Kind::kCue &&
         (aggregate_of(next->cue.cue) || next->is(Cue::kHighest) || next->is(Cue::kLowest) ||
          next->is(Cue::kAdjectiveMost));
}

// Does something begin here: the question, a sentence, another thing of a list?
bool Reader::is_fresh() const {
  if (at_ == 0) return true;
  const Element& before = context_.elements[at_ - 1];
  return before.kind == Element::Kind::kStop || before.kind == Element::Kind::kComma ||
         before.is(Cue::kAnd) || before.is(Cue::kOpener);
}

void Reader::on_cue(const Element& element) {
  if (const auto aggregate = aggregate_of(element.cue.cue)) {
    on_aggregate(*aggregate);
  } else if (const auto comparator = comparator_of(element.cue.cue)) {
    if (element.is(Cue::kEqual) && clause_ == Clause::kSelect) return;
    if (pending_.comparator != Comparator::kBetween) pending_.comparator = comparator;
    if (clause_ == Clause::kSelect) begin_where();
  } else if (is_extreme(element.cue.cue)) {
    on_extreme(element);
  } else {
    on_other_cue(element);
  }
}

void Reader::on_aggregate(Aggregate aggregate) {
  const bool extreme = aggregate == Aggregate::kMax || aggregate == Aggregate::kMin;
  const Element* next = peek(1);
  const Element* after = next_content(at_ + 2);
  const bool compared = after != nullptr && after->kind == Element::Kind::kCue &&
                        comparator_of(after->cue.cue).has_value();
  if (clause_ == Clause::kWhere && !pending_.comparator && extreme && next != nullptr &&
      next->kind == Element::Kind::kMention && !compared) {
    // "with the maximum price"
    extreme_ = {};
    extreme_.active = true;
    extreme_.descending = aggregate == Aggregate::kMax;
    return;
  }
  pending_.aggregates.push_back(aggregate);
  if (pending_.comparator) add_nested_aggregate();
}

// "multiple shops"
void Reader::more_than_one() {
  Element one;
  one.kind = Element::Kind::kNumber;
  one.number = 1;
  pending_.comparator = Comparator::kGreater;
  begin_where();
  add_number(one);
}

// The table of orders that is nearest to what is shown, where there is one.
void Reader::need_orders() {
  if (reading_.select.empty()) return;
  const auto& near =
      context_.model.distance[static_cast<std::size_t>(reading_.select[0].field.table)];
  int best = -1;
  for (int t = 0; t < static_cast<int>(near.size()); ++t) {
    if (!has_word(context_.model.table(t).words, "order")) continue;
    if (best < 0 || near[static_cast<std::size_t>(t)] < near[static_cast<std::size_t>(best)])
      best = t;
  }
  if (best < 0) return;
  begin_where();
  clause_table_ = best;
  need(best);
}

// Neither "Sort the names" nor "most frequently ordered".
void Reader::begin_order() {
  if (at_ == 0) return;
  const Element& before = context_.elements[at_ - 1];
  if (before.is(Cue::kMostCommon) || before.is(Cue::kLeastCommon)) return;
  if (const Element* next = peek(1); next != nullptr && next->kind == Element::Kind::kCue &&
                                     is_extreme(next->cue.cue) && !context_.is_star) {
    need_orders();  // "that was ordered most often"
    return;
  }
  end_clause();
  clause_ = Clause::kOrder;
}

// "do not have", "never", "no", rather than "is not".
bool Reader::says_none(const Element& element) const {
  constexpr std::array kVerbs =
      std::to_array<std::string_view>({"do", "does", "did", "never", "have", "has", "had"});
  return element.is(Cue::kWithout) ||
         std::find(kVerbs.begin(), kVerbs.end(), context_.tokens[element.begin].lower) !=
             kVerbs.end();
}

// "and how many credits does it have?": a number that is shown, too.
bool Reader::counts_beside() const {
  const Element* counted = peek(1);
  const Element* after = next_content(at_ + 2);
  if (!is_fresh() || at_ == 0 || reading_.select.empty() || reading_.shows_figures() ||
      counted == nullptr || counted->column_score() < 0.85 || !counted->names_column()) {
    return false;
  }
  const ColumnModel& column = context_.model.column(counted->columns[0].field);
  return column.is_amount() &&
         (after == nullptr || after->kind == Element::Kind::kStop || after->is(Cue::kHave));
}

// "how many", "total number of"
void Reader::on_count(const Element& element) {
  if (is_fresh() && at_ > 0 && next_content(at_ + 1) != nullptr &&
      next_content(at_ + 1)->kind == Element::Kind::kStop && !reading_.select.empty()) {
    clause_ = Clause::kSelect;  // "and how many are there?"
  }
  if (clause_ == Clause::kWhere && !context_.is_star && counts_beside()) {
    clause_ = Clause::kSelect;
  }
  pending_.count = true;
  pending_.total = context_.tokens[element.begin].lower == "total";
  if (!pending_.aggregates.empty() && context_.tokens[element.begin].lower == "total" &&
      context_.elements[at_ - 1].is(Cue::kAnd)) {
    pending_.aggregates.push_back(Aggregate::kSum);
  }
}

void Reader::on_question_word(const Element& element) {
  if (is_fresh() && at_ > 0 && !element.is(Cue::kWho) && !reading_.select.empty() &&
      !reading_.shows_figures() && !context_.is_star) {
    clause_ = Clause::kSelect;
    question_word(element);  // "..., and when were they hired"
    clause_ = Clause::kWhere;
  } else if (!is_fresh() || clause_ != Clause::kSelect || !reading_.select.empty()) {
    begin_where();
  } else {
    question_word(element);
  }
}

void Reader::on_other_cue(const Element& element) {
  const Cue cue = element.cue.cue;
  switch (cue) {
    case Cue::kOpener:
      on_opener();
      break;
    case Cue::kCount:
      on_count(element);
      break;
    case Cue::kAdjectiveMore:
      on_adjective(element);
      break;
    case Cue::kNot:
    case Cue::kWithout:
    case Cue::kExcept:
      pending_.negated = true;
      pending_.absent = says_none(element);
      if (clause_ == Clause::kSelect) begin_where();
      break;
    case Cue::kEach:
      if (context_.tokens[element.end - 1].lower == "different" && !reading_.shows_figures()) {
        pending_.attach = true;
        break;
      }
      pending_.each = true;
      asks_for_groups_ = true;
      break;
    case Cue::kBy:
      on_by(element);
      break;
    case Cue::kPeriod:
      on_period(element);
      break;
    case Cue::kOrder:
      begin_order();
      break;
    case Cue::kDescending:
    case Cue::kAscending:
      order_direction(cue == Cue::kDescending);
      break;
    case Cue::kSeveral:
      more_than_one();
      break;
    case Cue::kHowMuch:
      pending_.how_much = true;
      [[fallthrough]];
    case Cue::kWho:
    case Cue::kWhen:
    case Cue::kWhereabouts:
      on_question_word(element);
      break;
    default:
      on_small_word(element);
  }
}

void Reader::on_opener() {
  if (context_.is_star && group_end_ > 0 && at_ == group_end_) return;  // "for each region show"
  if (is_fresh() && (clause_ != Clause::kSelect || at_ > 0)) {
    // "and what is its ..."
    const bool goes_on = context_.elements[at_ - 1].is(Cue::kAnd) &&
                         context_.tokens[context_.elements[at_].begin].lower.starts_with("wh");
    if (clause_ != Clause::kSelect && !(goes_on && !context_.is_star)) again_ = true;
    end_clause();
    clause_ = Clause::kSelect;
  } else if (clause_ == Clause::kSelect) {
    begin_where();
  } else if (reading_.select.empty() && clause_ == Clause::kWhere) {
    clause_ = Clause::kSelect;  // "... is a customer at which company"
  }
}

// "most expensive first", at the end: all are shown, in that order; true: it was so.
bool Reader::sorts_all(const Extreme& extreme) {
  const Element* first = peek(1);
  const Element* after = peek(2);
  if (context_.is_star || first == nullptr || context_.tokens[first->begin].lower != "first" ||
      (after != nullptr && after->kind != Element::Kind::kStop) || reading_.select.empty()) {
    return false;
  }
  std::optional<Term> term;
  if (!extreme.nouns.empty()) {
    if (const auto field = implied_column(extreme.nouns))
      term = Term{Aggregate::kNone, false, *field};
  } else {
    term = what_is_sorted();
  }
  if (!term) return false;
  const bool turns = !extreme.nouns.empty() && turned(extreme.nouns, term->field);
  if (!reading_.order.empty() && reading_.order.back().term == *term) reading_.order.pop_back();
  order_by(*term, extreme.descending != turns, std::nullopt);
  ++at_;
  return true;
}

void Reader::on_extreme(const Element& element) {
  const Cue cue = element.cue.cue;
  const bool adjective = cue == Cue::kAdjectiveMost;
  if (lists_aggregates() && (cue == Cue::kHighest || cue == Cue::kLowest || adjective)) {
    const bool highest = cue == Cue::kHighest || (adjective && element.cue.descending);
    pending_.aggregates.push_back(highest ? Aggregate::kMax : Aggregate::kMin);
    return;
  }
  if (is_ranked_against() && cue != Cue::kTop && cue != Cue::kMostCommon &&
      cue != Cue::kLeastCommon) {
    const bool most = cue == Cue::kHighest || (adjective && element.cue.descending);
    compare_with_extreme(most ? Aggregate::kMax : Aggregate::kMin);  // "less than the largest"
    return;
  }
  const Element* next = peek(1);
  if (const Element* before = at_ > 0 ? &context_.elements[at_ - 1] : nullptr;
      cue == Cue::kTop && before != nullptr && before->kind == Element::Kind::kNumber) {
    limit_hint_ = static_cast<std::int64_t>(before->number);  // "two best selling products"
  }
  const bool counted = next != nullptr && next->kind == Element::Kind::kNumber;
  const bool best = context_.is_star && element.cue.nouns.starts_with("rank");
  const bool top = cue == Cue::kTop || best;
  if (cue == Cue::kTop && !counted && !context_.is_star) return;
  Extreme extreme;
  extreme.active = true;
  extreme.limit = extreme_.active ? extreme_.limit : limit_hint_;
  extreme.descending = cue == Cue::kHighest || cue == Cue::kMostCommon ||
                       (cue == Cue::kAdjectiveMost && element.cue.descending);
  extreme.by_rows = cue == Cue::kMostCommon || cue == Cue::kLeastCommon;
  if (!best) extreme.nouns = element.cue.nouns;
  for (std::size_t i = element.begin; i < element.end; ++i) {
    const std::string& word = context_.tokens[i].lower;
    if (word == "number" || word == "amount") extreme.by_count = true;
    if (word == "most" || word == "fewest" || word == "least") extreme.by_most = true;
  }
  extreme.from_top = cue == Cue::kTop;
  if (sorts_all(extreme)) return;
  if (extreme.nouns.empty()) extreme.nouns = size_nouns(element);
  if (cue == Cue::kTop) {
    const std::string& word = context_.tokens[element.begin].lower;
    extreme.descending = word != "bottom" && word != "worst";
  }
  if (top && counted) {
    extreme.limit = static_cast<std::int64_t>(next->number);
    ++at_;
  }
  extreme_ = extreme;
}

// "older than"
void Reader::on_adjective(const Element& element) {
  bool greater = element.cue.descending;
  if (const auto field = implied_column(element.cue.nouns)) {
    leave({Aggregate::kNone, false, *field});
    if (turned(element.cue.nouns, *field)) greater = !greater;
  }
  pending_.comparator = greater ? Comparator::kGreater : Comparator::kLess;
  begin_where();
}

// "written by", "the average age by city", "grouped by"
void Reader::on_by(const Element& element) {
  if (const Element* all = peek(1); all != nullptr && all->is(Cue::kAll) && !context_.is_star) {
    pending_.attach = true;  // "requested by all entrepreneurs"
    return;
  }
  const Element* by = at_ > 0 ? &context_.elements[at_ - 1] : nullptr;
  const Element* whom = peek(1);
  if (!context_.is_star && by != nullptr && by->kind == Element::Kind::kMention &&
      whom != nullptr && whom->table_score() > 0.7 &&
      context_.tokens[by->end - 1].lower.ends_with("ed")) {
    pending_.attach = true;  // "the money requested by entrepreneurs"
    return;
  }
  asks_for_groups_ = true;
  const bool passive = at_ > 0 && is_passive(context_.elements[at_ - 1]);
  const bool grouped = reading_.shows_figures();
  const bool listed = clause_ == Clause::kSelect || (context_.is_star && clause_ == Clause::kWhere);
  if (!passive && ((listed && grouped) || element.end - element.begin > 1)) {
    pending_.each = true;
    return;
  }
  pending_.attach = true;
  if (passive || clause_ == Clause::kSelect) begin_where();
}

}  // namespace dbx::answer

// The way through the elements; see reader.h.
#include "dbx/answer/reader.h"

#include <algorithm>

namespace dbx::answer {

const Element* Reader::peek(std::size_t ahead) const {
  const std::size_t at = at_ + ahead;
  return at < context_.elements.size() ? &context_.elements[at] : nullptr;
}

// The first element from there on that is neither noise nor a verb that says nothing.
const Element* Reader::next_content(std::size_t from) const {
  for (std::size_t i = from; i < context_.elements.size(); ++i) {
    const Element& element = context_.elements[i];
    if (element.is(Cue::kVerb) || element.is(Cue::kAnyone) || element.is(Cue::kAll) ||
        element.is(Cue::kPronoun)) {
      continue;
    }
    if (element.kind == Element::Kind::kWord && is_noise(context_.tokens[element.begin].lower)) {
      continue;
    }
    return &element;
  }
  return nullptr;
}

int Reader::subject() const { return subject_; }

void Reader::set_subject(int table) {
  if (subject_ < 0) subject_ = table;
  clause_table_ = table;
}

void Reader::need(int table) {
  auto& tables = reading_.tables;
  if (std::find(tables.begin(), tables.end(), table) == tables.end()) tables.push_back(table);
}

void Reader::begin_where() {
  if (clause_ == Clause::kSelect && reading_.select.empty() && !extreme_.active &&
      reading_.tables.empty()) {
    return;
  }
  clause_ = Clause::kWhere;
}

void Reader::end_clause() {
  if (extreme_.active) extreme_without_mention();
  if (pending_.negated && !nested_tables_.empty()) {
    const int last = nested_tables_.back();
    exclude(last, std::nullopt);
  }
  if (pending_.negated) ignored_ += 2;
  nested_tables_.clear();
  nested_open_ = false;
  add_late_count();
  late_extreme();
  pending_ = {};
  extreme_ = {};
}

std::optional<Reading> Reader::run() {
  while (at_ < context_.elements.size()) step();
  finish();
  if (reading_.select.empty()) return std::nullopt;
  return std::move(reading_);
}

void Reader::step() {
  const Element& element = context_.elements[at_];
  switch (element.kind) {
    case Element::Kind::kCue:
      on_cue(element);
      break;
    case Element::Kind::kMention:
      on_mention(element);
      break;
    case Element::Kind::kNumber:
      add_number(element);
      break;
    case Element::Kind::kQuoted:
      add_value(element);
      break;
    case Element::Kind::kStop:
      end_clause();
      break;
    case Element::Kind::kWord:
      on_word(element);
      break;
    case Element::Kind::kComma:
      nested_open_ = false;
      break;
    case Element::Kind::kPossessive:
      break;
  }
  ++at_;
}

void Reader::on_word(const Element& element) {
  const Token& token = context_.tokens[element.begin];
  if (is_noise(token.lower)) return;
  if (clause_ == Clause::kSelect && !token.verb.empty() && token.lower != "name" &&
      !reading_.select.empty()) {
    begin_where();
  }
  if (token.verb.empty()) ++ignored_;
}

namespace {

std::optional<Comparator> comparator_of(Cue cue) {
  switch (cue) {
    case Cue::kMore:
    case Cue::kAfter:
      return Comparator::kGreater;
    case Cue::kLess:
    case Cue::kBefore:
      return Comparator::kLess;
    case Cue::kAtLeast:
      return Comparator::kGreaterOrEqual;
    case Cue::kAtMost:
      return Comparator::kLessOrEqual;
    case Cue::kBetween:
      return Comparator::kBetween;
    case Cue::kEqual:
      return Comparator::kEqual;
    case Cue::kContains:
    case Cue::kStartsWith:
    case Cue::kEndsWith:
      return Comparator::kLike;
    default:
      return std::nullopt;
  }
}

std::optional<Aggregate> aggregate_of(Cue cue) {
  switch (cue) {
    case Cue::kAverage:
      return Aggregate::kAvg;
    case Cue::kSum:
      return Aggregate::kSum;
    case Cue::kMaximum:
      return Aggregate::kMax;
    case Cue::kMinimum:
      return Aggregate::kMin;
    default:
      return std::nullopt;
  }
}

}  // namespace

// "requested", "written", before "by"
bool Reader::is_passive(const Element& element) const {
  const Token& token = context_.tokens[element.end - 1];
  return token.is_word() && !token.verb.empty() && token.verb != token.lower &&
         element.kind != Element::Kind::kCue;
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
         (aggregate_of(next->cue.cue) || next->is(Cue::kHighest) || next->is(Cue::kLowest));
}

void Reader::on_cue(const Element& element) {
  const Cue cue = element.cue.cue;
  const Element* before = at_ > 0 ? &context_.elements[at_ - 1] : nullptr;
  const bool fresh = before == nullptr || before->kind == Element::Kind::kStop ||
                     before->kind == Element::Kind::kComma || before->is(Cue::kAnd) ||
                     before->is(Cue::kOpener);
  if (const auto aggregate = aggregate_of(cue)) {
    const bool extreme = aggregate == Aggregate::kMax || aggregate == Aggregate::kMin;
    const Element* next = peek(1);
    const Element* after = next_content(at_ + 2);
    const bool compared = after != nullptr && after->kind == Element::Kind::kCue &&
                          comparator_of(after->cue.cue).has_value();
    if (clause_ == Clause::kWhere && !pending_.comparator && extreme && next != nullptr &&
        next->kind == Element::Kind::kMention && !compared) {
      extreme_ = {};
      extreme_.active = true;
      extreme_.descending = aggregate == Aggregate::kMax;
      return;
    }
    pending_.aggregates.push_back(*aggregate);
    if (pending_.comparator) add_nested_aggregate(element);
    return;
  }
  if (const auto comparator = comparator_of(cue)) {
    if (cue == Cue::kEqual && clause_ == Clause::kSelect) return;
    const bool range_end = pending_.comparator == Comparator::kBetween;
    if (!range_end) pending_.comparator = comparator;
    if (clause_ == Clause::kSelect) begin_where();
    return;
  }
  switch (cue) {
    case Cue::kOpener:
      if (fresh && (clause_ != Clause::kSelect || before != nullptr)) {
        if (clause_ != Clause::kSelect) again_ = true;
        end_clause();
        clause_ = Clause::kSelect;
      } else if (clause_ == Clause::kSelect) {
        begin_where();
      }
      break;
    case Cue::kCount:
      pending_.count = true;
      if (!pending_.aggregates.empty() && context_.tokens[element.begin].lower == "total") {
        pending_.aggregates.push_back(Aggregate::kSum);
      }
      break;
    case Cue::kHighest:
    case Cue::kLowest:
    case Cue::kMostCommon:
    case Cue::kLeastCommon:
    case Cue::kAdjectiveMost: {
      if (lists_aggregates() && (cue == Cue::kHighest || cue == Cue::kLowest)) {
        pending_.aggregates.push_back(cue == Cue::kHighest ? Aggregate::kMax : Aggregate::kMin);
        break;
      }
      const std::int64_t limit = extreme_.active ? extreme_.limit : limit_hint_;
      extreme_ = {};
      extreme_.active = true;
      extreme_.limit = limit;
      extreme_.descending = cue == Cue::kHighest || cue == Cue::kMostCommon ||
                            (cue == Cue::kAdjectiveMost && element.cue.descending);
      extreme_.by_rows = cue == Cue::kMostCommon || cue == Cue::kLeastCommon;
      extreme_.nouns = element.cue.nouns;
      for (std::size_t i = element.begin; i < element.end; ++i) {
        const std::string& word = context_.tokens[i].lower;
        if (word == "number" || word == "amount") extreme_.by_count = true;
      }
      break;
    }
    case Cue::kTop:
      if (const Element* next = peek(1); next != nullptr && next->kind == Element::Kind::kNumber) {
        extreme_ = {};
        extreme_.active = true;
        extreme_.limit = static_cast<std::int64_t>(next->number);
        extreme_.descending = context_.tokens[element.begin].lower != "bottom";
        ++at_;
      }
      break;
    case Cue::kAdjectiveMore: {
      pending_.comparator = element.cue.descending ? Comparator::kGreater : Comparator::kLess;
      if (const auto field = implied_column(element.cue.nouns)) {
        pending_.left = Term{Aggregate::kNone, false, *field};
        if (turned(element.cue.nouns, *field)) {
          pending_.comparator = element.cue.descending ? Comparator::kLess : Comparator::kGreater;
        }
      }
      begin_where();
      break;
    }
    case Cue::kNot:
    case Cue::kWithout:
    case Cue::kExcept:
      pending_.negated = true;
      if (clause_ == Clause::kSelect) begin_where();
      break;
    case Cue::kEach:
      pending_.each = true;
      break;
    case Cue::kBy:
      if (before != nullptr && is_passive(*before)) {
        pending_.attach = true;
        begin_where();
      } else if (clause_ == Clause::kSelect && !reading_.select.empty() &&
                 std::any_of(reading_.select.begin(), reading_.select.end(),
                             [](const Term& term) { return term.aggregate != Aggregate::kNone; })) {
        pending_.each = true;
      } else if (element.end - element.begin > 1) {
        pending_.each = true;
      } else {
        pending_.attach = true;
        if (clause_ == Clause::kSelect) begin_where();
      }
      break;
    case Cue::kOrder:
      if (at_ == 0) break;  // "Sort the names"
      end_clause();
      clause_ = Clause::kOrder;
      break;
    case Cue::kDescending:
    case Cue::kAscending:
      order_direction(cue == Cue::kDescending);
      break;
    case Cue::kDistinct:
      pending_.distinct = true;
      break;
    case Cue::kEverything:
      if (clause_ == Clause::kSelect) everything_ = true;
      break;
    case Cue::kOf:
      pending_.attach = true;
      break;
    case Cue::kRelative:
    case Cue::kHave:
      if (clause_ == Clause::kOrder) end_clause();
      if (clause_ == Clause::kOrder) clause_ = Clause::kWhere;
      begin_where();
      break;
    case Cue::kBoth:
      both_ = true;
      break;
    case Cue::kOr:
      either_ = true;
      break;
    case Cue::kAnd:
      nested_open_ = false;
      break;
    case Cue::kSeveral: {
      Element one;
      one.kind = Element::Kind::kNumber;
      one.number = 1;
      pending_.comparator = Comparator::kGreater;
      begin_where();
      add_number(one);
      break;
    }
    case Cue::kHowMuch:
    case Cue::kWho:
    case Cue::kWhen:
    case Cue::kWhereabouts:
      if (!fresh || clause_ != Clause::kSelect || !reading_.select.empty()) {
        begin_where();
      } else {
        question_word(element);
      }
      break;
    case Cue::kPronoun:
      if (fresh && clause_ == Clause::kWhere && !pending_.comparator &&
          context_.tokens[element.begin].lower != "whose" && before != nullptr &&
          before->is(Cue::kAnd)) {
        clause_ = Clause::kSelect;
      }
      break;
    default:
      break;
  }
}

// "in each semester and year"
bool Reader::goes_on_grouping() const {
  return group_end_ > 0 && at_ == group_end_ + 1 && context_.elements[group_end_].is(Cue::kAnd) &&
         !reading_.group.empty();
}

void Reader::on_mention(const Element& element) {
  if (extreme_.active) {
    add_extreme(element);
  } else if (pending_.each || goes_on_grouping()) {
    add_group(element);
    group_end_ = at_ + 1;
  } else if (clause_ == Clause::kOrder) {
    add_order(element);
  } else if (means_value(element)) {
    add_value(element);
  } else if (clause_ == Clause::kSelect) {
    add_item(element);
  } else {
    where_mention(element);
  }
}

}  // namespace dbx::answer

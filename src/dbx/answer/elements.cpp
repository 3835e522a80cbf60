// Matches spans of a question with names and values, and picks the best row of them; see
// elements.h.
#include "dbx/answer/elements.h"

#include <algorithm>
#include <array>

#include "dbx/answer/name_fit.h"
#include "dbx/answer/value_aliases.h"
#include "dbx/base/text.h"

namespace dbx::answer {
namespace {

constexpr double kCueWeight = 0.9;    // a token of a phrase
constexpr double kLongCue = 0.05;     // and of each further one
constexpr double kSpanWeight = 1.04;  // a token of a span of time
constexpr std::size_t kSpanMax = 6;
constexpr double kScoreMin = 0.42;  // of the best sense, for a span to be a mention
constexpr double kKeptMin = 0.3;    // of any other one
constexpr double kWholeMin = 0.84;  // of a name that has "of" in itself
constexpr std::size_t kSensesMax = 48;
constexpr std::size_t kAliasMax = 4;  // words of an alias of a value

void keep_best(std::vector<Sense>& senses) {
  std::stable_sort(senses.begin(), senses.end(),
                   [](const Sense& a, const Sense& b) { return a.score > b.score; });
  if (senses.size() > kSensesMax) senses.resize(kSensesMax);
}

class Splitter {
 public:
  Splitter(const std::vector<Token>& tokens, const Model& model, const ValueIndex& values,
           std::string_view today)
      : tokens_(tokens), model_(model), values_(values), today_(today), is_star_(model.is_star()) {}

  std::vector<Element> run() {
    const std::size_t size = tokens_.size();
    std::vector<double> best(size + 1, 0);
    std::vector<Element> chosen(size);
    for (std::size_t at = size; at-- > 0;) {
      best[at] = best[at + 1] - 0.001;
      chosen[at] = plain(at);
      if (tokens_[at].kind == Token::Kind::kQuoted) continue;
      const auto take = [&](double weight, Element element) {
        if (best[element.end] + weight <= best[at]) return;
        best[at] = best[element.end] + weight;
        chosen[at] = std::move(element);
      };
      const std::vector<CueMatch> cues = cues_at(tokens_, at);
      for (const CueMatch& cue : cues) {
        // "total" of "total amount of", "ordered" of "ordered from"; else the longest alone
        if (&cue != &cues.back() && cue.cue != Cue::kSum && cue.cue != Cue::kOrder) continue;
        if (is_detail(cue, at) || is_number_of_name(cue, at)) continue;
        const auto length = static_cast<double>(cue.length);
        take(kCueWeight * length + kLongCue * (length - 1), of_cue(at, cue));
      }
      if (is_star_ && period_of(tokens_[at].lower)) {
        take(kCueWeight, of_cue(at, {Cue::kPeriod, 1, {}, true}));
      }
      if (const SpanMatch span = span_at(tokens_, at, today_);
          span.length > 0 && (is_star_ || !span.is_plain)) {
        take(kSpanWeight * static_cast<double>(span.length), of_span(at, span));
      }
      const std::size_t longest = std::max(kSpanMax, values_.words_max());
      for (std::size_t end = at + 1; end <= size && end - at <= longest; ++end) {
        if (!is_inside(end - 1) && !(end - 1 > at && end < size && tokens_[end - 1].text == ".")) {
          break;
        }
        Element element;
        const double weight = mention(at, end, element);
        if (weight > 0) take(weight, std::move(element));
      }
    }
    std::vector<Element> elements;
    for (std::size_t at = 0; at < size; at = elements.back().end) elements.push_back(chosen[at]);
    return elements;
  }

 private:
  bool is_inside(std::size_t at) const {
    const Token::Kind kind = tokens_[at].kind;
    return kind == Token::Kind::kWord || kind == Token::Kind::kNumber ||
           kind == Token::Kind::kPossessive;
  }

  // "phone number of": no count
  bool is_number_of_name(const CueMatch& cue, std::size_t at) const {
    if (cue.cue != Cue::kCount || at == 0 || tokens_[at].lower != "number") return false;
    const Token& before = tokens_[at - 1];
    if (!before.is_word() || is_noise(before.lower) || is_phrase_word(before.lower)) return false;
    return std::any_of(model_.tables.begin(), model_.tables.end(), [&](const TableModel& table) {
      const bool own = has_word(table.words, before.lemma);
      return std::any_of(table.columns.begin(), table.columns.end(),
                         [&](const ColumnModel& column) {
                           const bool numbers =
                               has_word(column.words, "number") || has_word(column.words, "phone");
                           return numbers && (own || has_word(column.words, before.lemma));
                         });
    });
  }

  // "the details of", where that is a column's name
  bool is_detail(const CueMatch& cue, std::size_t at) const {
    if (cue.cue != Cue::kEverything || tokens_[at + cue.length - 1].lemma != "detail") return false;
    for (std::size_t i = at; i < at + cue.length; ++i) {
      if (tokens_[i].lower == "all" || tokens_[i].lower == "full") return false;
    }
    return std::any_of(model_.tables.begin(), model_.tables.end(), [](const TableModel& table) {
      return std::any_of(table.columns.begin(), table.columns.end(), [](const ColumnModel& column) {
        return !column.words.empty() && column.words.back().lemma == "detail";
      });
    });
  }

  std::string text_of(std::size_t begin, std::size_t end) const {
    std::string text;
    for (std::size_t i = begin; i < end; ++i) {
      const bool joined =
          tokens_[i].kind == Token::Kind::kPossessive || tokens_[i].kind == Token::Kind::kStop;
      if (i > begin && !joined) text += ' ';
      text += tokens_[i].text;
    }
    return text;
  }

  Element plain(std::size_t at) const {
    Element element;
    element.begin = at;
    element.end = at + 1;
    element.text = tokens_[at].text;
    switch (tokens_[at].kind) {
      case Token::Kind::kNumber:
        element.kind = Element::Kind::kNumber;
        element.number = tokens_[at].number;
        break;
      case Token::Kind::kQuoted:
        element.kind = Element::Kind::kQuoted;
        element.values = values_.find(tokens_[at].text);
        break;
      case Token::Kind::kComma:
        element.kind = Element::Kind::kComma;
        break;
      case Token::Kind::kStop:
        element.kind = Element::Kind::kStop;
        break;
      case Token::Kind::kPossessive:
        element.kind = Element::Kind::kPossessive;
        break;
      default:
        element.kind = Element::Kind::kWord;
    }
    return element;
  }

  static Element of_cue(std::size_t at, const CueMatch& cue) {
    Element element;
    element.kind = Element::Kind::kCue;
    element.begin = at;
    element.end = at + cue.length;
    element.cue = cue;
    return element;
  }

  static Element of_span(std::size_t at, const SpanMatch& match) {
    Element element;
    element.kind = Element::Kind::kSpan;
    element.begin = at;
    element.end = at + match.length;
    element.span = match.span;
    return element;
  }

  // Fills in what the span may mean; returns its weight, 0: nothing.
  double mention(std::size_t begin, std::size_t end, Element& element) const {
    if (begin > 0 && tokens_[begin].lower == "times" &&
        tokens_[begin - 1].kind == Token::Kind::kNumber) {
      return 0;  // "more than 3 times"
    }
    element.kind = Element::Kind::kMention;
    element.begin = begin;
    element.end = end;
    element.text = text_of(begin, end);
    const bool number = end - begin == 1 && tokens_[begin].kind == Token::Kind::kNumber;
    if (end - begin <= kSpanMax && !number && !is_noise(tokens_[begin].lower) &&
        !is_noise(tokens_[end - 1].lower)) {
      match_names(begin, end, element);
    }
    match_values(begin, end, element);
    const double names = std::max(element.table_score(), element.column_score());
    const auto length = static_cast<double>(end - begin);
    double weight =
        names >= kScoreMin ? names * length + (length > 1 ? (0.06 + 0.02 * length) * names : 0) : 0;
    if (!element.values.empty()) weight = std::max(weight, value_weight(begin, end));
    return weight;
  }

  double value_weight(std::size_t begin, std::size_t end) const {
    const auto length = static_cast<double>(end - begin);
    bool capital = true;
    for (std::size_t i = begin; i < end; ++i) {
      capital = capital && (tokens_[i].is_capital() || tokens_[i].kind != Token::Kind::kWord ||
                            is_noise(tokens_[i].lower));
    }
    const bool first = begin == 0;
    if (length > 1) return length + (capital ? 0.3 : 0.05);
    if (is_noise(tokens_[begin].lower) &&
        (tokens_[begin].text != text::to_upper(tokens_[begin].text) ||
         aliases_of(tokens_[begin].lower).empty())) {
      return 0;
    }
    if (tokens_[begin].kind == Token::Kind::kNumber) return 0.5;
    if (tokens_[begin].text.size() == 1) return capital ? 0.95 : 0.3;
    return capital && !first ? 1.02 : 0.8;
  }

  void match_names(std::size_t begin, std::size_t end, Element& element) const {
    Spoken span;
    bool has_of = false;
    for (std::size_t i = begin; i < end; ++i) {
      if (tokens_[i].kind == Token::Kind::kPossessive) return;
      const bool of = tokens_[i].lower == "of";
      const bool the = tokens_[i].lower == "the" && i > begin && tokens_[i - 1].lower == "of";
      if (i > begin && i + 1 < end && (of || the)) {
        has_of = true;
        continue;
      }
      span.push_back(&tokens_[i]);
    }
    // "id of the order" is an id, and whose
    constexpr std::array kGeneral = std::to_array<std::string_view>(
        {"name", "id", "code", "title", "type", "detail", "description", "date"});
    const bool whole_only =
        has_of && std::find(kGeneral.begin(), kGeneral.end(), span[0]->lemma) != kGeneral.end();
    if (has_of && is_star_ && span[0]->lemma == "number") return;  // counted
    const Token& last = *span.back();
    const bool counted = has_of && span[0]->lemma == "number" && last.lemma != last.lower;
    for (int t = 0; t < static_cast<int>(model_.tables.size()); ++t) {
      const TableModel& table = model_.table(t);
      if (const double score = whole_only ? 0 : table_fit(span, table, has_of); score >= kKeptMin) {
        element.tables.push_back({{t, -1}, score});
      }
      for (int c = 0; c < static_cast<int>(table.columns.size()); ++c) {
        const ColumnModel& column = model_.column(t, c);
        if (whole_only && !has_word(column.words, "of")) continue;  // "date_of_birth"
        const bool label = column.words.back().lemma == "number";
        if (counted && label) continue;  // "number of apartments", which have numbers
        const double score = column_fit(span, table, column, has_of);
        if (whole_only && score < kWholeMin) continue;
        if (score >= kKeptMin) element.columns.push_back({{t, c}, score});
      }
    }
    keep_best(element.tables);
    keep_best(element.columns);
  }

  // "male", where the database says M
  std::vector<ValueHit> sex_of(const std::string& lemma) const {
    constexpr std::pair<std::string_view, std::string_view> kSexes[] = {
        {"male", "m"}, {"man", "m"}, {"boy", "m"}, {"female", "f"}, {"woman", "f"}, {"girl", "f"}};
    std::vector<ValueHit> found;
    for (const auto& [word, letter] : kSexes) {
      if (word != lemma) continue;
      for (const ValueHit& hit : values_.find(letter)) {
        const NameWords& words = model_.column(hit.table, hit.column).words;
        if (has_word(words, "sex") || has_word(words, "gender")) found.push_back(hit);
      }
    }
    return found;
  }

  // "US" and "Australian", however the database writes it. Short forms are written in capitals.
  std::vector<ValueHit> alias_of(std::string_view text) const {
    if (text.empty() || text[0] < 'A' || text[0] > 'Z') return {};
    if (text.size() <= 3 && text != text::to_upper(text)) return {};
    std::vector<ValueHit> hits;
    for (const std::string_view name : aliases_of(text::to_lower(text))) {
      for (const ValueHit& hit : values_.find(name)) {
        if (name.size() > 2 || hit.value == text::to_upper(name)) hits.push_back(hit);
      }
    }
    return hits;
  }

  void match_values(std::size_t begin, std::size_t end, Element& element) const {
    element.values = values_.find(element.text);
    if (element.values.empty() && end - begin <= kAliasMax) element.values = alias_of(element.text);
    if (end - begin > 1) return;
    const Token& token = tokens_[begin];
    if (token.kind != Token::Kind::kWord) {
      element.values.clear();  // a number, whatever texts look like it
      return;
    }
    if (element.values.empty() && token.lemma != token.lower && token.lower.ends_with("s")) {
      element.values = values_.find(token.lemma);
    }
    if (element.values.empty()) element.values = values_.find(token.lower + "s");
    if (element.values.empty()) element.values = sex_of(token.lemma);
    // "run" is no airport, though RUN is one.
    std::erase_if(element.values, [&](const ValueHit& hit) {
      return hit.value.size() > 1 && hit.value.size() <= 3 && hit.value != token.text &&
             !token.is_capital() && hit.value == text::to_upper(hit.value);
    });
  }

  const std::vector<Token>& tokens_;
  const Model& model_;
  const ValueIndex& values_;
  std::string_view today_;
  bool is_star_;
};

}  // namespace

std::vector<Element> split_elements(const std::vector<Token>& tokens, const Model& model,
                                    const ValueIndex& values, std::string_view today) {
  return Splitter(tokens, model, values, today).run();
}

std::vector<Sense> columns_named(const Model& model, std::string_view nouns) {
  std::vector<Sense> senses;
  double weight = 1;
  for (const std::string_view noun : text::split(nouns, ' ')) {
    for (int t = 0; t < static_cast<int>(model.tables.size()); ++t) {
      const TableModel& table = model.table(t);
      for (int c = 0; c < static_cast<int>(table.columns.size()); ++c) {
        const ColumnModel& column = model.column(t, c);
        if (!has_word(column.words, noun) || column.is_id) continue;
        senses.push_back({{t, c}, column.words.size() == 1 ? weight + 0.1 : weight});
      }
    }
    weight *= 0.85;
  }
  keep_best(senses);
  return senses;
}

}  // namespace dbx::answer

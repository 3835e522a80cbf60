// The grammar of wishes: cues (cues.h), and a reader of the coordinated lists that follow them.
#include "dbx/design/wishes.h"

#include <algorithm>
#include <array>
#include <span>

#include "dbx/base/text.h"
#include "dbx/design/cues.h"

namespace dbx::design {
namespace {

// Between a head ("dimensions") and its list.
constexpr std::array kListOpeners = std::to_array<std::string_view>(
    {"are", "is", "be", "should", "must", "include", "including", "such", "as", "like", "for", "of",
     "being", "the", "namely", "called", "on", "to"});
constexpr std::array kDeterminers = std::to_array<std::string_view>(
    {"a",     "an",        "the",  "its",  "their", "our",        "each",  "every",     "all",
     "some",  "any",       "also", "both", "as",    "separate",   "own",   "conformed", "shared",
     "usual", "following", "no",   "only", "just",  "individual", "single"});

template <std::size_t size>
bool contains(const std::array<std::string_view, size>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool is_joiner(const Token& token) {
  return token.kind == Token::Kind::kComma ||
         (token.kind == Token::Kind::kWord &&
          (token.text == "and" || token.text == "or" || token.text == "plus"));
}

// A head behind its list: "customer and product dimensions".
std::optional<CueKind> head_of(const Token& token) {
  if (token.lemma == "dimension" || token.lemma == "dim") return CueKind::kDimensions;
  if (token.lemma == "measure" || token.lemma == "metric" || token.lemma == "kpi") {
    return CueKind::kMeasures;
  }
  return std::nullopt;
}

struct List {
  Items items;
  std::optional<CueKind> head;
};

class Grammar {
 public:
  explicit Grammar(const std::vector<Token>& tokens) : tokens_(tokens) {}

  Wishes read() {
    while (position_ < tokens_.size()) {
      std::size_t length = 0;
      const Cue* cue = cue_at(position_, length);
      if (tokens_[position_].kind == Token::Kind::kColon && read_colon_list()) continue;
      if (cue == nullptr || cue->kind == CueKind::kBoundary) {
        wishes_.subject.push_back(tokens_[position_++]);
        continue;
      }
      const std::size_t begin = position_;
      position_ += length;
      obey(*cue, begin);
    }
    read_fact_type();
    return std::move(wishes_);
  }

 private:
  const Cue* cue_at(std::size_t at, std::size_t& length) const {
    const bool is_on = at + 1 < tokens_.size() && tokens_[at].text == "on";
    if (is_on && tokens_[at + 1].text == "hand") return nullptr;  // "stock on hand"
    if (is_on && tokens_[at + 1].text == "order") return nullptr;
    const Cue* cue = find_cue(std::span(tokens_).subspan(at));
    if (cue != nullptr) length = cue->words.size();
    return cue;
  }

  bool is_word(std::size_t at) const {
    return at < tokens_.size() && tokens_[at].kind == Token::Kind::kWord;
  }

  void obey(const Cue& cue, std::size_t begin) {
    break_subject();
    switch (cue.kind) {
      case CueKind::kDimensions:
        return read_headed(wishes_.dimensions, begin);
      case CueKind::kMeasures:
        return read_headed(wishes_.measures, begin);
      case CueKind::kAttributes:
        return read_attributes();
      case CueKind::kWith:
        return read_with();
      case CueKind::kBy:
        return sort_list(read_list(), wishes_.groupings);
      case CueKind::kTrack:
        return peek_tracked();
      case CueKind::kHistory:
        return read_history();
      case CueKind::kExclude:
        return append(wishes_.excluded, read_list().items);
      case CueKind::kNamed:
        return read_name(begin);
      case CueKind::kGrain:
        return read_grain();
      case CueKind::kBoundary:
        return;
    }
  }

  // "subscriptions: customer, plan, date": a list of several things behind a colon.
  bool read_colon_list() {
    const std::size_t begin = position_++;
    List list = read_list();
    if (list.items.size() < 2) {
      position_ = begin;
      return false;
    }
    break_subject();
    if (list.head) {
      sort_list(std::move(list), wishes_.groupings);
    } else {
      wishes_.mixed.push_back(std::move(list.items));
    }
    return true;
  }

  void break_subject() { wishes_.subject.push_back({Token::Kind::kStop, ".", {}}); }

  static void append(Items& target, Items items) {
    for (Item& item : items) target.push_back(std::move(item));
  }

  void skip_openers() {
    while (position_ < tokens_.size() &&
           (tokens_[position_].kind == Token::Kind::kColon ||
            (is_word(position_) && contains(kListOpeners, tokens_[position_].text)))) {
      ++position_;
    }
  }

  // "dimensions a, b"; or, with nothing behind it, the list before it: "a, b dimensions".
  void read_headed(Items& target, std::size_t begin) {
    skip_openers();
    List list = read_list();
    if (list.items.empty() && begin > 0) list.items = take_back_list();
    append(target, std::move(list.items));
  }

  // The words of the subject before the break that obey() just made, back to the last stop or
  // colon.
  Items take_back_list() {
    std::vector<Token>& subject = wishes_.subject;
    subject.pop_back();
    std::size_t first = subject.size();
    while (first > 0 && subject[first - 1].kind != Token::Kind::kStop &&
           subject[first - 1].kind != Token::Kind::kColon && subject[first - 1].text != "for") {
      --first;
    }
    const std::vector<Token> words(subject.begin() + static_cast<std::ptrdiff_t>(first),
                                   subject.end());
    subject.resize(first);
    break_subject();
    Grammar inner(words);
    return inner.read_list().items;
  }

  void read_with() {
    for (;;) {
      std::size_t length = 0;
      const Cue* next = cue_at(position_, length);
      if (next != nullptr && next->kind != CueKind::kBoundary) return;  // "with dimensions a, b"
      List list = read_list();
      if (list.items.empty()) return;
      const bool has_head = list.head.has_value();
      if (has_head) {
        sort_list(std::move(list), wishes_.groupings);
      } else {
        wishes_.mixed.push_back(std::move(list.items));
      }
      if (!has_head || position_ >= tokens_.size() || !is_joiner(tokens_[position_])) return;
      ++position_;
    }
  }

  void sort_list(List list, Items& otherwise) {
    Items& target = list.head == CueKind::kDimensions ? wishes_.dimensions
                    : list.head == CueKind::kMeasures ? wishes_.measures
                                                      : otherwise;
    append(target, std::move(list.items));
  }

  void peek_tracked() {
    const std::size_t begin = position_;
    append(wishes_.tracked, read_list().items);
    position_ = begin;
  }

  void read_history() {
    Items items = read_list().items;
    if (items.empty()) items.emplace_back();
    append(wishes_.history, std::move(items));
  }

  void read_attributes() {
    skip_openers();
    Items items = read_list().items;
    if (!wishes_.dimensions.empty()) append(wishes_.dimensions.back().attributes, std::move(items));
  }

  void read_name(std::size_t begin) {
    std::vector<Token> words;
    std::size_t length = 0;
    while (is_word(position_) && words.size() < 5 && !is_joiner(tokens_[position_]) &&
           cue_at(position_, length) == nullptr) {
      words.push_back(tokens_[position_++]);
    }
    const bool of_fact =
        begin > 0 && (tokens_[begin - 1].lemma == "table" || tokens_[begin - 1].lemma == "fact");
    (of_fact ? wishes_.fact_name : wishes_.warehouse_name) = identifier(words);
  }

  // "one row per order line per month": parts between per, and, commas.
  void read_grain() {
    skip_openers();
    std::size_t length = 0;
    for (const Cue* cue = cue_at(position_, length);
         cue != nullptr && (cue->kind == CueKind::kGrain || cue->words[0] == "per");
         cue = cue_at(position_, length)) {
      position_ += length;
    }
    for (;;) {
      append(wishes_.grain, read_list().items);
      const Cue* cue = cue_at(position_, length);
      if (cue == nullptr || (cue->words[0] != "per" && cue->words[0] != "by")) return;
      position_ += length;
    }
  }

  void close_item(Items& items, Item& item) const {
    while (!item.words.empty() && contains(kDeterminers, item.words.back().text)) {
      item.words.pop_back();
    }
    if (!item.words.empty()) items.push_back(std::move(item));
    item = Item();
  }

  // Items up to the next cue or stop; a head at the end is consumed.
  List read_list() {
    List list;
    Item item;
    while (position_ < tokens_.size()) {
      const Token& token = tokens_[position_];
      std::size_t length = 0;
      if (token.kind == Token::Kind::kStop || token.kind == Token::Kind::kColon ||
          token.kind == Token::Kind::kClose) {
        break;
      }
      if (is_joiner(token)) {
        close_item(list.items, item);
        ++position_;
        continue;
      }
      if (token.kind == Token::Kind::kOpen) {
        ++position_;
        if (depth_ > 1) continue;  // deeper brackets say nothing more
        ++depth_;
        item.attributes = read_list().items;
        if (position_ < tokens_.size() && tokens_[position_].kind == Token::Kind::kClose) {
          ++position_;
        }
        --depth_;
        continue;
      }
      const auto head = head_of(token);
      if (head && !item.words.empty()) {
        list.head = head;
        ++position_;
        break;
      }
      if (cue_at(position_, length) != nullptr) break;
      if (!item.words.empty() || !contains(kDeterminers, token.text)) item.words.push_back(token);
      ++position_;
    }
    close_item(list.items, item);
    return list;
  }

  bool says(std::string_view lemma_wanted) const {
    return std::any_of(tokens_.begin(), tokens_.end(),
                       [&](const Token& token) { return token.lemma == lemma_wanted; });
  }

  // "a monthly snapshot", "accumulating snapshot", "factless".
  void read_fact_type() {
    using Adjective = std::pair<std::string_view, std::string_view>;
    static constexpr Adjective kPeriods[] = {{"daily", "day"},     {"weekly", "week"},
                                             {"monthly", "month"}, {"quarterly", "quarter"},
                                             {"yearly", "year"},   {"annual", "year"}};
    if (says("factless")) wishes_.fact_type = spec::FactType::kFactless;
    if (!says("snapshot")) return;
    if (says("accumulating")) {
      wishes_.fact_type = spec::FactType::kAccumulatingSnapshot;
      return;
    }
    for (const auto& [adjective, period] : kPeriods) {
      if (says(adjective)) wishes_.period = period;
    }
    if (says("periodic") || !wishes_.period.empty()) {
      wishes_.fact_type = spec::FactType::kPeriodicSnapshot;
    }
  }

  const std::vector<Token>& tokens_;
  std::size_t position_ = 0;
  int depth_ = 0;  // of brackets
  Wishes wishes_;
};

}  // namespace

Phrase Item::phrase() const {
  Phrase result;
  for (const Token& word : words) result.push_back(word.lemma);
  return result;
}

std::string Item::text() const {
  std::string result;
  for (const Token& word : words) result += (result.empty() ? "" : " ") + word.text;
  return result;
}

Wishes read_wishes(const std::vector<Token>& tokens) { return Grammar(tokens).read(); }

}  // namespace dbx::design

// The grammar of wishes: cues (cues.h) open clauses, lists follow them (list_reader.h).
#include "dbx/design/wishes.h"

#include <algorithm>
#include <span>

#include "dbx/design/asides.h"
#include "dbx/design/clauses.h"
#include "dbx/design/list_reader.h"

namespace dbx::design {
namespace {

constexpr std::size_t kFactWordsMax = 3;

class Grammar {
 public:
  Grammar(const std::vector<Token>& tokens, const std::vector<bool>& told)
      : told_(told), reader_(tokens, told) {}

  Wishes read() {
    while (!reader_.at_end()) {
      const std::size_t at = reader_.position;
      if (reader_.current().kind == Token::Kind::kColon && read_colon_list()) continue;
      const Cue* cue = reader_.cue_at(at);
      if (cue == nullptr && begins_sentence(at) && read_bare_list()) continue;
      if (cue == nullptr || cue->kind == CueKind::kBoundary) {
        pass_word();
        continue;
      }
      reader_.position += cue->words.size();
      obey(*cue, at);
    }
    settle_facts();
    return std::move(wishes_);
  }

 private:
  void pass_word() {
    Token token = reader_.current();
    if (token.kind == Token::Kind::kBullet) token.kind = Token::Kind::kStop;
    wishes_.subject.push_back(token);
    if (told_[reader_.position] || token.kind == Token::Kind::kStop) {
      wishes_.narrative.push_back(token);
    }
    ++reader_.position;
  }

  void obey(const Cue& cue, std::size_t begin) {
    if (cue.kind == CueKind::kFacts) return read_facts(begin);
    break_subject();
    switch (cue.kind) {
      case CueKind::kDimensions:
        return read_headed(wishes_.dimensions, begin);
      case CueKind::kMeasures:
        find_owner(begin);
        return read_headed(wishes_.measures, begin);
      case CueKind::kAttributes:
        return read_attributes();
      case CueKind::kWith:
        return read_with();
      case CueKind::kBy:
        return sort_list(reader_.read(), wishes_.groupings);
      case CueKind::kTrack:
        return is_recorded(cue, begin) ? append(wishes_.recorded, reader_.read().items)
                                       : peek_tracked();
      case CueKind::kHistory:
        return read_history();
      case CueKind::kExclude:
        return read_exclusion();
      case CueKind::kNamed:
        return read_name(begin);
      case CueKind::kGrain:
        return read_grain();
      case CueKind::kProcess:
        return append(wishes_.process, reader_.read().items);
      case CueKind::kJunk:
        reader_.skip_openers();
        return append(wishes_.junk, reader_.read().items);
      case CueKind::kMilestones:
        reader_.skip_openers();
        return append(wishes_.milestones, reader_.read().items);
      case CueKind::kDescribes:
        return read_description(begin);
      case CueKind::kFacts:
      case CueKind::kBoundary:
        return;
    }
  }

  // "subscriptions: customer, plan, date": a list of several things behind a colon.
  bool read_colon_list() {
    const std::size_t begin = reader_.position++;
    List list = reader_.read();
    if (list.items.size() < 2) {
      reader_.position = begin;
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

  bool begins_sentence(std::size_t at) const {
    return at > 0 && !told_[at] && reader_.is_word(at) &&
           reader_.token(at - 1).kind == Token::Kind::kStop;
  }

  // "...; honey in kg, number of frames, mite count": a sentence that is nothing but a list.
  bool read_bare_list() {
    const std::size_t begin = reader_.position;
    List list = reader_.read();
    const bool is_whole = reader_.at_end() || reader_.current().kind == Token::Kind::kStop;
    if (list.items.size() < 2 || list.head || !is_whole) {
      reader_.position = begin;
      return false;
    }
    append_mixed(std::move(list.items));
    return true;
  }

  void break_subject() { wishes_.subject.push_back({Token::Kind::kStop, ".", {}}); }

  void append(Items& target, Items items) {
    for (Item& item : items) {
      item.fact = fact_;
      if (&target == &wishes_.dimensions && take_history_out(item)) wishes_.history.push_back(item);
      target.push_back(std::move(item));
    }
  }

  // "dimensions a, b"; or, with nothing behind it, the list before it: "a, b dimensions".
  void read_headed(Items& target, std::size_t begin) {
    reader_.skip_openers();
    List list = reader_.read();
    if (list.items.empty() && begin > 0) {
      const std::vector<Token> subject = wishes_.subject;
      list.items = take_back_list();
      if (list.items.size() == 1 && &target == &wishes_.measures) {
        // "server metrics": a name, not a list.
        wishes_.subject = subject;
        wishes_.subject.back() = reader_.token(begin);
        return break_subject();
      }
    }
    append(target, std::move(list.items));
    if (&target == &wishes_.dimensions) read_loose_attributes();
  }

  // "Returns measures: a, b", "measures for returns: a, b": of the listed fact of that name.
  void find_owner(std::size_t begin) {
    const std::size_t next = reader_.position;
    const bool says_for = reader_.is(next, "for") || reader_.is(next, "of");
    for (std::size_t at = next + 1; says_for && at < std::min(next + 4, reader_.size()); ++at) {
      if (reader_.token(at).kind != Token::Kind::kColon) continue;
      if (const int owner = index_of(listed_facts_, reader_.token(at - 1)); owner >= 0) {
        fact_ = owner;
        reader_.position = at + 1;
      }
      return;
    }
    if (begin > 0 && reader_.is_word(begin - 1)) {
      if (const int owner = index_of(listed_facts_, reader_.token(begin - 1)); owner >= 0)
        fact_ = owner;
    }
  }

  // "dimensions customer with name and tier, product with category".
  void read_loose_attributes() {
    while (reader_.is(reader_.position, "with") && !wishes_.dimensions.empty()) {
      const Cue* next = reader_.cue_at(reader_.position + 1);
      if (next != nullptr && next->kind != CueKind::kBoundary) return;
      ++reader_.position;
      Items items = reader_.read().items;
      if (items.empty()) return;
      const bool goes_on = reader_.is(reader_.position, "with") && items.size() > 1;
      Item next_dimension;
      if (goes_on) {  // the last of them is what the next "with" speaks of
        next_dimension = std::move(items.back());
        items.pop_back();
      }
      Item& described = wishes_.dimensions.back();
      described.loose = true;
      for (Item& item : items) described.attributes.push_back(std::move(item));
      if (goes_on) append(wishes_.dimensions, {std::move(next_dimension)});
    }
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
    const std::vector<bool> wished(words.size(), false);
    return ListReader(words, wished).read().items;
  }

  void read_with() {
    for (;;) {
      const Cue* next = reader_.cue_at(reader_.position);
      if (next != nullptr && next->kind != CueKind::kBoundary) return;  // "with dimensions a, b"
      List list = reader_.read();
      if (list.items.empty()) return;
      const bool has_head = list.head.has_value();
      if (has_head) {
        const bool is_one = list.items.size() == 1;
        sort_list(std::move(list), wishes_.groupings);
        if (is_one) read_loose_attributes();
      } else {
        append_mixed(std::move(list.items));
      }
      if (!has_head || reader_.at_end()) return;
      const bool joins =
          reader_.current().kind == Token::Kind::kComma || reader_.is(reader_.position, "and");
      if (!joins) return;
      ++reader_.position;
    }
  }

  void append_mixed(Items items) {
    for (Item& item : items) item.fact = fact_;
    wishes_.mixed.push_back(std::move(items));
  }

  void sort_list(List list, Items& otherwise) {
    Items& target = list.head == CueKind::kDimensions ? wishes_.dimensions
                    : list.head == CueKind::kMeasures ? wishes_.measures
                    : list.head == CueKind::kFacts    ? listed_facts_
                                                      : otherwise;
    append(target, std::move(list.items));
  }

  // "we measure tonnes and hours", "for each result we store the concentration".
  bool is_recorded(const Cue& cue, std::size_t begin) const {
    if (cue.words[0] != "we") return false;
    if (cue.words[1] != "store") return true;
    for (std::size_t i = begin; i-- > 0;) {
      if (reader_.token(i).kind == Token::Kind::kStop) return false;
      if (reader_.is(i, "each") || reader_.is(i, "every")) return true;
    }
    return false;
  }

  void peek_tracked() {
    const std::size_t begin = reader_.position;
    append(wishes_.tracked, reader_.read().items);
    keep_in_subject(begin);
  }

  void read_history() {
    Items items = reader_.read().items;
    if (items.empty()) items.emplace_back();
    append(wishes_.history, std::move(items));
  }

  void read_exclusion() {
    List list = reader_.read();
    if (list.items.empty()) {
      const auto after = [&](std::string_view word) {
        return reader_.position < reader_.size() && reader_.current().lemma == word;
      };
      if (after("dimension")) wishes_.no_dimensions = true;
      if (after("measure") || after("metric")) wishes_.no_measures = true;
      if (after("dimension") || after("measure") || after("metric")) ++reader_.position;
      return;
    }
    append(wishes_.excluded, std::move(list.items));
  }

  void read_attributes() {
    reader_.skip_openers();
    Items items = reader_.read().items;
    if (!wishes_.dimensions.empty()) {
      Items& target = wishes_.dimensions.back().attributes;
      for (Item& item : items) target.push_back(std::move(item));
    }
  }

  void read_name(std::size_t begin) {
    std::vector<Token> words;
    while (reader_.is_word(reader_.position) && words.size() < 5 &&
           !reader_.is(reader_.position, "and") && reader_.cue_at(reader_.position) == nullptr) {
      words.push_back(reader_.current());
      ++reader_.position;
    }
    const bool of_fact = begin > 0 && (reader_.token(begin - 1).lemma == "table" ||
                                       reader_.token(begin - 1).lemma == "fact");
    const std::string name = identifier(words);
    (of_fact || name.starts_with("fact_") ? wishes_.fact_name : wishes_.warehouse_name) = name;
  }

  // "one row per order line per month": parts between per, and, commas.
  void read_grain() {
    reader_.skip_openers();
    for (const Cue* cue = reader_.cue_at(reader_.position);
         cue != nullptr && (cue->kind == CueKind::kGrain || cue->words[0] == "per");
         cue = reader_.cue_at(reader_.position)) {
      reader_.position += cue->words.size();
      reader_.skip_openers();
    }
    GrainWish grain;
    grain.fact = fact_;
    for (;;) {
      for (Item& item : reader_.read().items) grain.items.push_back(std::move(item));
      const bool goes_on =
          reader_.is(reader_.position, "per") || reader_.is(reader_.position, "by") ||
          (reader_.is(reader_.position, "for") &&
           (reader_.is(reader_.position + 1, "each") || reader_.is(reader_.position + 1, "every")));
      if (!goes_on) break;
      ++reader_.position;
    }
    if (!grain.items.empty()) wishes_.grains.push_back(std::move(grain));
  }

  // "Products have a name, a brand and a price": of the noun before the verb.
  void read_description(std::size_t begin) {
    const std::size_t list_begin = reader_.position;
    Items items = reader_.read().items;
    const bool is_list = items.size() > 1;
    Item subject = words_before(reader_.tokens().first(begin), 2);
    if (!is_list || subject.words.empty()) {
      reader_.position = list_begin;
      return;
    }
    subject.attributes = std::move(items);
    subject.loose = true;
    wishes_.described.push_back(std::move(subject));
  }

  // "fact tables a and b"; "an a fact and a b fact": the words before.
  void read_facts(std::size_t begin) {
    Item before = words_before(wishes_.subject, kFactWordsMax);
    const std::size_t after_cue = reader_.position;
    if (before.words.empty() && begin + 1 < reader_.size()) {
      const std::size_t opener = reader_.position;
      reader_.skip_openers();
      const bool opened = reader_.position > opener || reader_.token(begin).text == "facts" ||
                          reader_.is(begin + 1, "tables");
      Items items = reader_.read_names();
      if (opened && !items.empty()) {
        keep_in_subject(after_cue);
        for (Item& item : items) listed_facts_.push_back(std::move(item));
        fact_ = static_cast<int>(listed_facts_.size()) - 1;
        return;
      }
      reader_.position = after_cue;
    } else if (!before.words.empty()) {
      listed_facts_.push_back(std::move(before));
      fact_ = static_cast<int>(listed_facts_.size()) - 1;
    }
    break_subject();
  }

  // What was read is part of the subject too.
  void keep_in_subject(std::size_t from) {
    for (std::size_t i = from; i < reader_.position; ++i) {
      wishes_.subject.push_back(reader_.token(i));
    }
    break_subject();
  }

  void settle_facts() {
    if (listed_facts_.size() >= 2) {
      wishes_.facts = std::move(listed_facts_);
      return;
    }
    forget_facts(wishes_);
  }

  const std::vector<bool>& told_;
  ListReader reader_;
  Wishes wishes_;
  Items listed_facts_;
  int fact_ = -1;
};

}  // namespace

Wishes read_wishes(const std::vector<Token>& tokens) {
  const std::vector<bool> is_told = told(tokens);
  Wishes wishes = Grammar(tokens, is_told).read();
  wishes.all = tokens;
  read_asides(tokens, wishes);
  return wishes;
}

}  // namespace dbx::design

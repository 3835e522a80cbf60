// Asides of a prompt; see asides.h.
#include "dbx/design/asides.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "dbx/design/clauses.h"
#include "dbx/english/lexicon.h"

namespace dbx::design {
namespace {

using Pair = std::pair<std::string_view, std::string_view>;

constexpr Pair kPeriodAdjectives[] = {
    {"hourly", "hour"}, {"daily", "day"},     {"nightly", "day"},
    {"weekly", "week"}, {"monthly", "month"}, {"quarterly", "quarter"},
    {"yearly", "year"}, {"annual", "year"},   {"annually", "year"}};
constexpr std::array kPeriods =
    std::to_array<std::string_view>({"hour", "day", "night", "week", "month", "quarter", "year"});
// What has a state rather than happens: "daily balances" are a snapshot, "daily sales" are not.
constexpr std::array kStates = std::to_array<std::string_view>(
    {"balance", "level", "stock", "inventory", "position", "headcount", "status", "holding",
     "occupancy", "snapshot", "exposure", "backlog", "count", "valuation", "picture", "photo"});
constexpr std::array kEngines = std::to_array<std::string_view>(
    {"postgresql", "postgres", "duckdb", "sqlite", "citus", "snowflake", "bigquery", "redshift",
     "oracle", "mysql", "mariadb", "databricks", "synapse", "azure", "sqlserver"});
constexpr std::array kStageWords =
    std::to_array<std::string_view>({"accumulating", "pipeline", "lifecycle", "milestone",
                                     "workflow", "stage", "funnel", "end-to-end"});
constexpr std::array kSeveral =
    std::to_array<std::string_view>({"several", "many", "multiple", "various", "more"});

class Asides {
 public:
  Asides(const std::vector<Token>& tokens, Wishes& wishes) : tokens_(tokens), wishes_(wishes) {}

  void read() {
    read_fact_type();
    read_engine();
    read_stages();
    read_several();
    read_counted();
  }

 private:
  bool is(std::size_t at, std::string_view lemma) const {
    return at < tokens_.size() && tokens_[at].kind == Token::Kind::kWord &&
           tokens_[at].lemma == lemma;
  }

  bool says(std::string_view lemma) const {
    return std::any_of(tokens_.begin(), tokens_.end(),
                       [&](const Token& token) { return token.lemma == lemma; });
  }

  bool says_any_state(std::size_t from, std::size_t to) const {
    for (std::size_t i = from; i < std::min(to, tokens_.size()); ++i) {
      if (contains(kStates, tokens_[i].lemma)) return true;
    }
    return false;
  }

  // "a monthly snapshot", "balances at the end of each month", "accumulating snapshot".
  void read_fact_type() {
    if (says("factless") || wishes_.no_measures) wishes_.fact_type = spec::FactType::kFactless;
    if (says("accumulating")) {
      wishes_.fact_type = spec::FactType::kAccumulatingSnapshot;
      return;
    }
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      if (const std::string_view period = period_of_state_at(i); !period.empty()) {
        wishes_.period = period == "night" ? "day" : period;
        wishes_.fact_type = spec::FactType::kPeriodicSnapshot;
        return;
      }
    }
    if (says("snapshot")) {
      wishes_.fact_type = spec::FactType::kPeriodicSnapshot;
      for (const auto& [adjective, period] : kPeriodAdjectives) {
        if (says(adjective)) wishes_.period = period;
      }
    }
  }

  // The period of a state that the words from there speak of; empty: of none.
  std::string_view period_of_state_at(std::size_t at) const {
    for (const auto& [adjective, period] : kPeriodAdjectives) {
      if (is(at, adjective) && says_any_state(at + 1, at + 5)) return period;
    }
    if (is(at, "end")) {  // "end of each month", "month end"
      std::size_t next = at + 1;
      while (is(next, "of") || is(next, "each") || is(next, "every") || is(next, "the")) ++next;
      if (next < tokens_.size() && next > at + 1 && contains(kPeriods, tokens_[next].lemma)) {
        return tokens_[next].lemma;
      }
      if (at > 0 && contains(kPeriods, tokens_[at - 1].lemma)) return tokens_[at - 1].lemma;
    }
    // "every night we count the stock"
    if ((is(at, "every") || is(at, "each")) && at + 1 < tokens_.size() &&
        contains(kPeriods, tokens_[at + 1].lemma) && says("snapshot")) {
      return tokens_[at + 1].lemma;
    }
    return {};
  }

  void read_engine() {
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      const Token& token = tokens_[i];
      if (is(i, "sql") && is(i + 1, "server")) wishes_.engine = "SQL Server";
      if (!contains(kEngines, token.text)) continue;
      const bool is_shape = token.text == "snowflake" &&
                            (is(i + 1, "schema") || is(i + 1, "design") || is(i + 1, "model"));
      if (is_shape || (token.text == "azure" && !is(i + 1, "sql"))) continue;
      if (token.text == "oracle" && i > 0 && !is(i - 1, "in") && !is(i - 1, "on")) continue;
      wishes_.engine = token.text == "azure" ? "Azure SQL" : token.text;
    }
  }

  // A noun phrase of at most three words that begins there.
  Item phrase_at(std::size_t at) const {
    static constexpr auto kStops = std::to_array<std::string_view>(
        {"to",    "through", "via", "until", "and",    "then", "with", "by",   "per",  "over",
         "in",    "on",      "for", "is",    "are",    "at",   "can",  "from", "of",   "that",
         "which", "or",      "up",  "when",  "during", "one",  "has",  "have", "into", "each"});
    Item item;
    for (; at < tokens_.size() && item.words.size() < 3; ++at) {
      const Token& token = tokens_[at];
      if (token.kind != Token::Kind::kWord || contains(kStops, token.text)) break;
      if (item.words.empty() &&
          (token.text == "a" || token.text == "the" || token.text == "an" ||
           token.text == "first" || token.text == "its" || token.text == "final")) {
        continue;
      }
      item.words.push_back(token);
    }
    return item;
  }

  // "from application through underwriting and approval to closing".
  void read_stages() {
    const bool speaks_of_stages =
        std::any_of(kStageWords.begin(), kStageWords.end(), [&](auto word) { return says(word); });
    std::erase_if(wishes_.milestones, [](const Item& item) {
      const std::string& head = item.words.back().lemma;
      return head == "milestone" || head == "stage" || head == "step" || head == "them";
    });
    if (wishes_.milestones.empty()) take_listed_stages(speaks_of_stages);
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      if (!is(i, "from")) continue;
      Items stages;
      std::size_t at = i + 1;
      bool has_middle = false;
      while (at < tokens_.size()) {
        Item stage = phrase_at(at);
        if (stage.words.empty()) break;
        while (at < tokens_.size() && tokens_[at].text != stage.words.back().text) ++at;
        ++at;
        stages.push_back(std::move(stage));
        const std::size_t before = at;
        while (at < tokens_.size() &&
               (tokens_[at].kind == Token::Kind::kComma || is(at, "and") || is(at, "then") ||
                is(at, "to") || is(at, "through") || is(at, "via") || is(at, "until"))) {
          has_middle |= is(at, "through") || is(at, "via") || is(at, "to") || is(at, "until");
          ++at;
        }
        if (at == before) break;
      }
      const bool are_done = std::all_of(stages.begin(), stages.end(), [](const Item& stage) {
        return stage.words.size() == 1 && is_participle(stage.words[0].text);
      });
      const bool enough =
          stages.size() >= 3 || (stages.size() == 2 && (speaks_of_stages || are_done));
      if (stages.size() < wishes_.milestones.size()) continue;
      if (!has_middle || !enough || starts_with_period(stages[0])) continue;
      wishes_.milestones = std::move(stages);
      if (!wishes_.fact_type) wishes_.fact_type = spec::FactType::kAccumulatingSnapshot;
      return;
    }
  }

  // "purchase orders: requested, approved, ordered and received".
  void take_listed_stages(bool speaks_of_stages) {
    const auto is_stage = [](const Item& item) {
      const bool is_date = item.words.size() == 2 && item.words[1].lemma == "date";
      return item.attributes.empty() && (item.words.size() == 1 || is_date) &&
             is_participle(item.words[0].text);
    };
    for (auto list = wishes_.mixed.begin(); list != wishes_.mixed.end(); ++list) {
      if (list->size() < (speaks_of_stages ? 2U : 3U)) continue;
      if (!std::all_of(list->begin(), list->end(), is_stage)) continue;
      wishes_.milestones = std::move(*list);
      wishes_.mixed.erase(list);
      if (!wishes_.fact_type) wishes_.fact_type = spec::FactType::kAccumulatingSnapshot;
      return;
    }
  }

  static bool starts_with_period(const Item& item) {
    const std::string& first = item.words[0].text;
    return contains(kPeriods, item.words[0].lemma) || (first[0] >= '0' && first[0] <= '9');
  }

  // "an encounter has several diagnoses", "accounts can have more than one owner", "many-to-many
  // between students and courses".
  void read_several() {
    for (std::size_t i = 0; i + 1 < tokens_.size(); ++i) {
      if (is(i, "many") && is(i + 1, "to") && is(i + 2, "many")) {
        read_many_to_many(i + 3);
        continue;
      }
      if (is(i, "bridge") || is(i, "bridges")) read_many_to_many(i + 1);
      if (!contains(kSeveral, tokens_[i].text) || (i > 0 && is(i - 1, "how"))) continue;
      std::size_t object = i + 1;
      if (tokens_[i].text == "more") {
        if (is(i + 1, "than") && is(i + 2, "one")) {
          object = i + 3;
        } else if (i < 2 || !is(i - 1, "or") || !is(i - 2, "one")) {
          continue;
        }
      }
      if (!may_have_several(i)) continue;
      Item what = phrase_at(object);
      Item owner = owner_before(i);
      if (what.words.empty() || owner.words.empty()) continue;
      wishes_.many.emplace_back(std::move(owner), std::move(what));
    }
  }

  // "has several", "be held by more than one"; "one or more are carried out".
  bool may_have_several(std::size_t at) const {
    static constexpr auto kVerbs = std::to_array<std::string_view>(
        {"have",     "has",     "had",      "hold",    "holds",    "own",    "owns",   "contain",
         "contains", "include", "includes", "involve", "involves", "list",   "lists",  "carry",
         "carries",  "by",      "to",       "get",     "gets",     "belong", "belongs"});
    const std::size_t begin =
        tokens_[at].text == "more" && at > 1 && is(at - 1, "or") ? at - 2 : at;
    if (begin == 0) return false;
    const bool has_verb = contains(kVerbs, tokens_[begin - 1].text);
    return has_verb || (begin < at && begin + 5 < tokens_.size() &&
                        (is(at + 2, "are") || is(at + 2, "be") || is(at + 2, "is")));
  }

  void read_many_to_many(std::size_t from) {
    for (std::size_t i = from; i < std::min(from + 5, tokens_.size()); ++i) {
      if (!is(i, "between") && !is(i, "from") && !is(i, "of")) continue;
      Item first = phrase_at(i + 1);
      std::size_t second = i + 1 + first.words.size();
      while (second < tokens_.size() && !is(second, "and") && !is(second, "to")) ++second;
      Item other = phrase_at(second + 1);
      if (first.words.empty() || other.words.empty()) return;
      wishes_.many.emplace_back(std::move(first), std::move(other));
      return;
    }
  }

  // The noun before the verb: "each visit can have", "an account may be held by".
  Item owner_before(std::size_t at) const {
    Item owner;
    for (std::size_t i = at; i-- > 0;) {
      const Token& token = tokens_[i];
      if (token.kind == Token::Kind::kStop || token.kind == Token::Kind::kBullet) break;
      if (token.kind != Token::Kind::kWord) continue;
      const bool is_noun = english::look_up(token.lemma).is_noun() && !is_filler(token.text) &&
                           !is_participle(token.text) && token.text != "can" &&
                           token.text != "may" && token.text != "one";
      if (!is_noun) {
        if (!owner.words.empty()) break;
        continue;
      }
      owner.words.insert(owner.words.begin(), token);
      if (owner.words.size() == 2) break;
    }
    return owner;
  }

  // "how many birds", "how much money", "how long": what is to be measured.
  void read_counted() {
    for (std::size_t i = 0; i + 1 < tokens_.size(); ++i) {
      if (!is(i, "how")) continue;
      Item item;
      if (is(i + 1, "many")) {
        item = phrase_at(i + 2);
        if (item.words.empty()) continue;
        item.words.resize(1);
        item.words[0].text = item.words[0].lemma;
        item.words.push_back({Token::Kind::kWord, "count", "count"});
      } else if (is(i + 1, "long")) {
        item.words = {{Token::Kind::kWord, "duration", "duration"}};
      } else if (is(i + 1, "much")) {
        item = phrase_at(i + 2);
        const bool is_noun =
            !item.words.empty() && english::look_up(item.words[0].lemma).is_noun() &&
            !contains(std::to_array<std::string_view>({"money", "it", "we", "they"}),
                      item.words[0].text);
        if (is_noun) item.words.resize(1);
        if (!is_noun) item.words = {{Token::Kind::kWord, "amount", "amount"}};
      } else {
        continue;
      }
      wishes_.counted.push_back(std::move(item));
    }
  }

  const std::vector<Token>& tokens_;
  Wishes& wishes_;
};

}  // namespace

void read_asides(const std::vector<Token>& tokens, Wishes& wishes) {
  Asides(tokens, wishes).read();
}

}  // namespace dbx::design

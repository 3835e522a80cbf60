// Which words of the prompt became what: for `dbx design --explain`.
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "dbx/design/draft.h"
#include "dbx/design/list_reader.h"

namespace dbx::design {
namespace {

constexpr std::size_t kWordsMax = 5;

std::string_view clause(CueKind kind) {
  switch (kind) {
    case CueKind::kDimensions:
      return "a list of dimensions follows";
    case CueKind::kMeasures:
      return "a list of measures follows";
    case CueKind::kAttributes:
      return "a list of attributes follows";
    case CueKind::kHistory:
      return "what keeps its history follows";
    case CueKind::kExclude:
      return "what is left out follows";
    case CueKind::kNamed:
      return "a name follows";
    case CueKind::kGrain:
      return "the grain follows";
    case CueKind::kProcess:
      return "the process follows";
    case CueKind::kFacts:
      return "a fact";
    case CueKind::kMilestones:
      return "stages follow";
    case CueKind::kJunk:
      return "flags follow";
    case CueKind::kBy:
      return "what it is looked at by follows";
    case CueKind::kTrack:
      return "what is looked at follows";
    case CueKind::kWith:
    case CueKind::kDescribes:
      return "a list follows";
    case CueKind::kBoundary:
      return "";
  }
  return "";
}

class Reader {
 public:
  explicit Reader(const Draft& draft) : draft_(draft) {
    for (const FactPlan& plan : draft.plans) add_process(plan);
    for (std::size_t i = 0; i < draft.spec.dimensions.size(); ++i) add_dimension(i);
    for (const spec::Table& fact : draft.spec.facts) {
      for (const spec::Column& measure : fact.measures) add_column(fact, measure, "measure");
      for (const spec::Column& column : fact.columns) add_column(fact, column, "column");
      for (const spec::ForeignKey& key : fact.foreign_keys) {
        if (key.role.empty()) continue;
        meanings_.try_emplace(phrase(key.role),
                              fmt::format("{} in the role {}", key.references.table, key.role));
      }
    }
  }

  std::vector<Reading> read() {
    const std::vector<Token>& tokens = draft_.wishes.all;
    for (std::size_t at = 0; at < tokens.size();) {
      const std::size_t length = take(tokens, at);
      at += std::max<std::size_t>(1, length);
    }
    return std::move(readings_);
  }

 private:
  void add_process(const FactPlan& plan) {
    const spec::Table& fact =
        draft_.spec.facts[static_cast<std::size_t>(&plan - draft_.plans.data())];
    const std::string what = fmt::format("fact {}", fact.name);
    meanings_.try_emplace(phrase(plan.process->name), what);
    for (const Phrase& words : plan.process->phrases) meanings_.try_emplace(words, what);
  }

  void add_dimension(std::size_t index) {
    const spec::Table& table = draft_.spec.dimensions[index];
    const std::string what = fmt::format("dimension {}", table.name);
    const std::string name = table.name.starts_with("dim_") ? table.name.substr(4) : table.name;
    meanings_.try_emplace(phrase(name), what);
    for (const std::string& synonym : table.synonyms) meanings_.try_emplace(phrase(synonym), what);
    if (index < draft_.dimensions.size() && draft_.dimensions[index].archetype != nullptr) {
      for (const Phrase& words : draft_.dimensions[index].archetype->phrases) {
        meanings_.try_emplace(words, what);
      }
    }
    for (const spec::Column& column : table.columns) add_column(table, column, "attribute");
  }

  void add_column(const spec::Table& table, const spec::Column& column, std::string_view kind) {
    const std::string what = fmt::format("{} {}.{}", kind, table.name, column.name);
    meanings_.try_emplace(phrase(column.name), what);
    for (const std::string& synonym : column.synonyms) meanings_.try_emplace(phrase(synonym), what);
  }

  // The longest meaning that begins there; how many tokens it takes.
  std::size_t take(const std::vector<Token>& tokens, std::size_t at) {
    if (tokens[at].kind != Token::Kind::kWord) return 0;
    for (std::size_t length = std::min(kWordsMax, tokens.size() - at); length > 0; --length) {
      Phrase words;
      for (std::size_t i = at; i < at + length; ++i) words.push_back(tokens[i].lemma);
      const auto found = meanings_.find(words);
      if (found == meanings_.end()) continue;
      add(tokens, at, length, found->second);
      return length;
    }
    const Cue* cue = find_cue(std::span(tokens).subspan(at));
    if (cue != nullptr && !clause(cue->kind).empty()) {
      add(tokens, at, cue->words.size(), std::string(clause(cue->kind)));
      return cue->words.size();
    }
    if (!is_filler(tokens[at].text) && !is_filler(tokens[at].lemma) && cue == nullptr) {
      add(tokens, at, 1, "");
    }
    return 1;
  }

  // Neighbours that became nothing are said together.
  void add(const std::vector<Token>& tokens, std::size_t at, std::size_t length, std::string what) {
    std::string words;
    for (std::size_t i = at; i < at + length; ++i) {
      words += (words.empty() ? "" : " ") + tokens[i].text;
    }
    if (what.empty() && !readings_.empty() && readings_.back().what.empty() && last_end_ == at) {
      readings_.back().words += " " + words;
    } else {
      readings_.push_back({std::move(words), std::move(what)});
    }
    last_end_ = at + length;
  }

  const Draft& draft_;
  std::map<Phrase, std::string> meanings_;
  std::vector<Reading> readings_;
  std::size_t last_end_ = 0;
};

}  // namespace

std::vector<Reading> readings_of(const Draft& draft) { return Reader(draft).read(); }

}  // namespace dbx::design

// Chooses among candidate questions: on topic, telling, and not the same thing twice in a row.
#include "dbx/ask/suggest.h"

#include <algorithm>
#include <map>
#include <set>

#include "dbx/ask/catalog.h"
#include "dbx/ask/templates.h"
#include "dbx/base/text.h"

namespace dbx::ask {
namespace {

std::set<std::string> stems(std::string_view words) {
  static constexpr std::string_view kFillers[] = {"the", "of", "by", "and", "a", "in", "for", "to"};
  std::set<std::string> result;
  std::string word;
  for (const char c : std::string(words) + " ") {
    const bool is_letter =
        (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    if (is_letter) {
      word += c;
      continue;
    }
    if (!word.empty()) result.insert(stem(word));
    word.clear();
  }
  for (const std::string_view filler : kFillers) result.erase(std::string(filler));
  return result;
}

// The share of the topic's words that the question, its fact or the fact's synonyms speak of.
double relevance(const std::set<std::string>& topic, const Candidate& candidate,
                 const spec::Table& fact) {
  if (topic.empty()) return 1;
  std::string words = candidate.suggestion.question + " " + candidate.suggestion.topic;
  for (const std::string& synonym : fact.synonyms) words += " " + synonym;
  for (const spec::Column& measure : fact.measures) {
    if (measure.name != candidate.measure) continue;
    for (const std::string& synonym : measure.synonyms) words += " " + synonym;
  }
  const std::set<std::string> known = stems(words);
  double found = 0;
  for (const std::string& word : topic) found += known.contains(word) ? 1 : 0;
  return found / static_cast<double>(topic.size());
}

// How often each kind, measure, fact and grouping was taken already.
class Variety {
 public:
  double penalty(const Candidate& candidate) const {
    double result = 0.15 * count("kind", candidate.kind) + 0.12 * count("by", candidate.by) +
                    0.1 * count("measure", candidate.suggestion.topic + candidate.measure) +
                    0.05 * count("fact", candidate.suggestion.topic);
    if (candidate.kind == last_.kind) result += 1;
    if (candidate.by == last_.by && !candidate.by.empty()) result += 0.5;
    if (candidate.measure == last_.measure && !candidate.measure.empty()) result += 0.2;
    return result;
  }

  void take(const Candidate& candidate) {
    ++taken_[{"kind", candidate.kind}];
    ++taken_[{"by", candidate.by}];
    ++taken_[{"measure", candidate.suggestion.topic + candidate.measure}];
    ++taken_[{"fact", candidate.suggestion.topic}];
    last_.kind = candidate.kind;
    last_.by = candidate.by;
    last_.measure = candidate.measure;
  }

 private:
  double count(const std::string& aspect, const std::string& value) const {
    const auto found = taken_.find({aspect, value});
    return found == taken_.end() ? 0 : found->second;
  }

  std::map<std::pair<std::string, std::string>, int> taken_;
  Candidate last_;
};

}  // namespace

std::vector<Suggestion> suggest(const spec::Spec& spec, std::string_view topic, std::size_t limit) {
  const std::set<std::string> wanted = stems(topic);
  const std::vector<FactView> catalog = read_catalog(spec);
  std::vector<Candidate> pool;
  for (const FactView& view : catalog) {
    for (Candidate& candidate : candidates(view)) {
      const double share = relevance(wanted, candidate, *view.fact);
      if (share <= 0) continue;
      candidate.suggestion.score *= 0.4 + 0.6 * share;
      pool.push_back(std::move(candidate));
    }
  }
  std::vector<Suggestion> chosen;
  Variety variety;
  while (chosen.size() < limit && !pool.empty()) {
    std::size_t best = 0;
    double best_value = -1e9;
    for (std::size_t i = 0; i < pool.size(); ++i) {
      const double value = pool[i].suggestion.score - variety.penalty(pool[i]);
      if (value > best_value + 1e-9) {
        best = i;
        best_value = value;
      }
    }
    variety.take(pool[best]);
    chosen.push_back(std::move(pool[best].suggestion));
    pool.erase(pool.begin() + static_cast<std::ptrdiff_t>(best));
  }
  return chosen;
}

Result<std::vector<Answer>> keep_non_empty(const std::vector<Suggestion>& suggestions,
                                           std::size_t limit, const Run& run) {
  std::vector<Answer> answers;
  for (const Suggestion& suggestion : suggestions) {
    if (answers.size() >= limit) break;
    auto result = run(suggestion.select);
    if (!result) {
      const Diagnostics& problems = result.error();
      const bool merely_failed = std::all_of(problems.begin(), problems.end(), [](const auto& p) {
        return p.code == Code::kQueryFailed;
      });
      if (merely_failed) continue;
      return fail(std::move(result).error());
    }
    const bool says_something =
        std::any_of(result->rows.begin(), result->rows.end(), [](const auto& row) {
          return !row.empty() && !std::holds_alternative<std::monostate>(row.back());
        });
    if (says_something) answers.push_back({suggestion, std::move(*result)});
  }
  return answers;
}

}  // namespace dbx::ask

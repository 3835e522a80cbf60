// See name_fit.h.
#include "dbx/answer/name_fit.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <string_view>
#include <utility>

namespace dbx::answer {
namespace {

constexpr double kModifier = 0.6;  // a word that is missing before the head that was said

bool said_exactly(const Spoken& span, const NameWord& word) {
  return std::any_of(span.begin(), span.end(),
                     [&](const Token* token) { return token->lemma == word.lemma; });
}

// Which words of the span say which words of a name.
struct Pairing {
  std::vector<bool> used;     // of the name
  std::vector<double> found;  // of the span: how well; 0: none

  Pairing(const Spoken& span, const NameWords& words)
      : used(words.size(), false), found(span.size(), 0) {
    // The same words first, so that a synonym does not take their place.
    for (const double least : {0.95, 0.01}) {
      for (std::size_t t = 0; t < span.size(); ++t) {
        if (found[t] > 0) continue;
        double best = 0;
        std::size_t best_at = 0;
        for (std::size_t i = 0; i < words.size(); ++i) {
          if (used[i]) continue;
          const double score = similarity(span[t]->lemma, span[t]->verb, span[t]->stem, words[i]);
          if (score > best) {
            best = score;
            best_at = i;
          }
        }
        if (best < least) continue;
        used[best_at] = true;
        found[t] = best;
      }
    }
  }
};

// What a word of the span says of the table rather than of the column.
double fit_to_table(const Token& token, const NameWords* table) {
  double best = 0;
  if (table == nullptr) return best;
  for (const NameWord& word : *table) {
    best = std::max(best, similarity(token.lemma, token.verb, token.stem, word));
  }
  return best;
}

// "email" for an email_address
bool goes_without_saying(const NameWords& words, std::size_t at) {
  constexpr std::pair<std::string_view, std::string_view> kHeads[] = {
      {"email", "address"}, {"mail", "address"}, {"web", "site"}, {"cell", "phone"}};
  return std::any_of(std::begin(kHeads), std::end(kHeads), [&](const auto& head) {
    return words[at - 1].lemma == head.first && words[at].lemma == head.second;
  });
}

// "date" of return_date, "since" of open_since: goes without saying where a verb is said.
bool is_dating(const NameWord& word) {
  return word.lemma == "date" || word.lemma == "since" || word.lemma == "at" ||
         word.lemma == "time" || word.lemma == "year";
}

// What is not said of a name, each word by its weight.
double missing_of(const Spoken& span, const NameWords& words, const std::vector<bool>& used,
                  bool is_table) {
  const bool head = !is_table && !words.empty() && used.back() && said_exactly(span, words.back());
  const bool dated = span.size() == 1 && !span[0]->verb.empty() &&
                     span[0]->verb != span[0]->lower && !span[0]->lower.ends_with("ing") &&
                     !span[0]->lower.ends_with("s");
  double missing = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (used[i]) continue;
    const bool modifies = is_table && i + 1 < words.size();
    const double other = is_table ? 0.7 : head ? kModifier : 1;
    const bool light = is_light(words[i]) || (dated && is_dating(words[i])) ||
                       (i > 0 && goes_without_saying(words, i));
    missing += words[i].of_table ? 0.08 : modifies || light ? 0.35 : other;
  }
  return missing;
}

// How well the span names what is called `words`: all that is said must be there; what is not said
// costs less where the table's name says it already. `table` words may be said besides.
double fit(const Spoken& span, const NameWords& words, const NameWords* table, bool has_of) {
  const bool is_table = table == nullptr;
  auto [used, found] = Pairing(span, words);
  double said = 0;
  std::size_t beside = 0;
  for (std::size_t t = 0; t < span.size(); ++t) {
    if (found[t] > 0) {
      said += found[t];
      continue;
    }
    // "department number" of a department_id
    const bool of_id = t + 1 == span.size() && !is_table && span[t]->lemma == "number" &&
                       words.size() > 1 && words.back().lemma == "id" && !used.back() &&
                       std::count(used.begin(), used.end(), false) == 1;
    if (of_id) {
      used.back() = true;
      said += 0.8;
      continue;
    }
    // "phone number" of what is called phone
    if (said > 0 && t + 1 == span.size() && !is_table && span[t]->lemma == "number" &&
        used.back()) {
      said -= 0.1;
      ++beside;
      continue;
    }
    // "party name" of what is called party
    if (said >= 0.95 && t + 1 == span.size() && !is_table && span[t]->lemma == "name" &&
        used.back() && !words.back().of_table && words.back().lemma != "id" && words.size() == 1) {
      said -= 0.1;
      ++beside;
      continue;
    }
    // "student name", but neither "name student" nor "name of the student": that is two mentions
    if (said > 0 || has_of || fit_to_table(*span[t], table) < 0.6) return 0;
    ++beside;
  }
  if (said == 0) return 0;
  // "shops opened" is no name: what shops do is said
  for (std::size_t t = 0; beside > 0 && t < span.size(); ++t) {
    if (found[t] > 0 && span[t]->lower.ends_with("ed") && !span[t]->verb.empty()) return 0;
  }
  if (beside > 0 && said < 0.85 * static_cast<double>(span.size() - beside)) return 0;
  const double missing = missing_of(span, words, used, is_table);
  const auto matched = static_cast<double>(std::count(used.begin(), used.end(), true));
  double score = said / (matched + missing);
  if (missing >= 1 && !used[words.size() - 1] && !words.back().of_table) score *= 0.85;
  if (beside > 0) score = std::min(1.0, score + 0.02);
  return score;
}

// "payment" is a payment rather than its payment_id.
bool is_own_key(const Spoken& span, const ColumnModel& column) {
  if (!(column.is_id || column.in_key) || column.words.size() < 2) return false;
  // "category" is a product_category_code
  const bool classifies = column.words.back().lemma == "code" && column.words.size() > 2;
  if (classifies && !column.in_key && !column.is_reference) return false;
  return std::none_of(span.begin(), span.end(), [&](const Token* token) {
    return token->lemma == column.words.back().lemma || token->lemma == "number";
  });
}

}  // namespace

bool is_light(const NameWord& word) {
  constexpr std::array kLight = std::to_array<std::string_view>(
      {"code",        "id",      "name",   "in",    "of",    "per",   "to",   "the",
       "dollar",      "usd",     "euro",   "km",    "mile",  "meter", "foot", "info",
       "information", "data",    "list",   "ref",   "kg",    "count", "by",   "pound",
       "million",     "billion", "number", "value", "amount"});
  return word.is_light || word.lemma.size() == 1 ||
         std::find(kLight.begin(), kLight.end(), word.lemma) != kLight.end();
}

double table_fit(const Spoken& span, const TableModel& table, bool has_of) {
  double best = fit(span, table.words, nullptr, has_of);
  for (const NameWords& words : table.synonyms) {
    best = std::max(best, fit(span, words, nullptr, has_of));
  }
  return best;
}

double column_fit(const Spoken& span, const TableModel& table, const ColumnModel& column,
                  bool has_of) {
  // "project name" is not the number that a project is referred to by
  if (column.is_reference && span.size() > 1 && span.back()->lemma == "name" &&
      !has_word(column.words, "name")) {
    return 0;
  }
  double best = fit(span, column.words, &table.words, has_of);
  for (const NameWords& words : column.synonyms) {
    best = std::max(best, fit(span, words, &table.words, has_of));
  }
  if (is_own_key(span, column)) best *= 0.6;
  return best;
}

}  // namespace dbx::answer

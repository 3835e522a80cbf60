// Singulars by rule and exception, American spelling; see lemma.h.
#include "dbx/english/lemma.h"

#include <iterator>
#include <unordered_map>
#include <utility>

#include "dbx/base/text.h"
#include "dbx/english/lexicon.h"

namespace dbx::english {
namespace {

// Plurals and spellings that no rule below gets right.
constexpr std::pair<std::string_view, std::string_view> kExceptions[] = {
    {"people", "person"},
    {"children", "child"},
    {"men", "man"},
    {"women", "woman"},
    {"indices", "index"},
    {"indexes", "index"},
    {"analyses", "analysis"},
    {"diagnoses", "diagnosis"},
    {"series", "series"},
    {"news", "news"},
    {"lens", "lens"},
    {"gas", "gas"},
    {"bias", "bias"},
    {"canvas", "canvas"},
    {"atlas", "atlas"},
    {"buses", "bus"},
    {"statuses", "status"},
    {"viruses", "virus"},
    {"bonuses", "bonus"},
    {"campuses", "campus"},
    {"houses", "house"},
    {"warehouses", "warehouse"},
    {"cases", "case"},
    {"purchases", "purchase"},
    {"expenses", "expense"},
    {"courses", "course"},
    {"nurses", "nurse"},
    {"licenses", "license"},
    {"licences", "license"},
    {"licence", "license"},
    {"responses", "response"},
    {"leases", "lease"},
    {"horses", "horse"},
    {"leaves", "leave"},
    {"hives", "hive"},
    {"sms", "sms"},
    {"saas", "saas"},
    {"pos", "pos"},
    {"sales", "sale"},
    {"movies", "movie"},
    {"cookies", "cookie"},
    {"calories", "calorie"},
    {"fulfilment", "fulfillment"},
    {"enrolment", "enrollment"},
    {"instalment", "installment"},
    {"programme", "program"},
    {"metre", "meter"},
    {"litre", "liter"},
    {"theatre", "theater"},
    {"colour", "color"},
    {"cheque", "check"},
    {"axes", "axis"},
    {"taxes", "tax"},
    {"employees", "employee"},
    {"axle", "axle"},
    {"premises", "premises"},
    {"logistics", "logistics"},
    {"analytics", "analytics"},
    {"qty", "quantity"},
    {"avg", "average"},
};

std::string singular(std::string_view word) {
  const auto without = [&](std::size_t count) {
    return std::string(word.substr(0, word.size() - count));
  };
  if (word.size() < 4) return std::string(word);
  if (word.ends_with("ies")) return word.size() > 4 ? without(3) + "y" : without(1);
  for (const std::string_view ending : {"sses", "shes", "ches", "xes", "zzes"}) {
    if (word.ends_with(ending)) return without(2);
  }
  if (word.ends_with("ss") || word.ends_with("us") || word.ends_with("is")) {
    return std::string(word);
  }
  return word.ends_with('s') ? without(1) : std::string(word);
}

// The singular; words that only look like plurals ("species", "premises") stay.
std::string known_singular(const std::string& word) {
  std::string result = singular(word);
  if (result == word) {
    const std::string_view base = english::irregular_base(word);
    return !base.empty() && english::look_up(base).is_noun() && !english::look_up(word).is_noun()
               ? std::string(base)
               : word;
  }
  const bool is_word = english::look_up(word).is_noun();
  return is_word && !english::look_up(result).is_noun() ? word : result;
}

std::string exception_of(std::string_view word) {
  static const std::unordered_map<std::string_view, std::string_view> kByForm(
      std::begin(kExceptions), std::end(kExceptions));
  const auto found = kByForm.find(word);
  return found == kByForm.end() ? std::string() : std::string(found->second);
}

std::string make_lemma(std::string_view word) {
  std::string result = text::to_lower(word);
  if (const std::string known = exception_of(result); !known.empty()) return known;
  result = known_singular(result);
  if (const std::string known = exception_of(result); !known.empty()) return known;
  const auto respell = [&](std::string_view from, std::string_view to) {
    if (result.size() > from.size() && result.ends_with(from)) {
      result.replace(result.size() - from.size(), from.size(), to);
    }
  };
  respell("isation", "ization");
  respell("ntre", "nter");
  return result;
}

}  // namespace

// The same few thousand words are asked for again and again.
std::string lemma(std::string_view word) {
  constexpr std::size_t kHeldMax = 20'000;
  thread_local std::unordered_map<std::string, std::string> held;
  std::string key(word);
  const auto found = held.find(key);
  if (found != held.end()) return found->second;
  std::string result = make_lemma(word);
  if (held.size() < kHeldMax) held.emplace(std::move(key), result);
  return result;
}

}  // namespace dbx::english

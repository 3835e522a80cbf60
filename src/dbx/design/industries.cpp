// Industries of a prompt; see industries.h.
#include "dbx/design/industries.h"

#include <algorithm>
#include <array>

#include "dbx/english/lexicon.h"

namespace dbx::design {
namespace {

// What any thing may stand before: a "book shop" is a shop.
constexpr auto kOpenHeads = std::to_array<std::string_view>(
    {"shop", "store", "retailer", "wholesaler", "distributor", "manufacturer", "factory", "plant",
     "supermarket", "manufacturing", "retail", "wholesale", "chain", "ecommerce", "software",
     "marketing", "media", "company"});

using Knows = std::function<bool(const Process&, const std::string&)>;

// A "seed bank", an "animal hospital".
bool is_other_kind(const Knowledge& knowledge, const Industry& industry,
                   const std::vector<Token>& words, std::size_t at, std::size_t length,
                   const Knows& knows) {
  if (length > 1 || at == 0 || words[at - 1].kind != Token::Kind::kWord) return false;
  if (contains(kOpenHeads, words[at].lemma)) {
    return false;
  }
  const Token& before = words[at - 1];
  const english::Word word = english::look_up(before.lemma);
  if (!word.is_noun() || word.is_adjective || is_filler(before.text) || is_filler(before.lemma)) {
    return false;
  }
  return std::none_of(
      industry.processes.begin(), industry.processes.end(),
      [&](const std::string& name) { return knows(*knowledge.process(name), before.lemma); });
}

}  // namespace

bool stands_at(const std::vector<Token>& words, std::size_t at, const Phrase& phrase) {
  if (phrase.empty() || at + phrase.size() > words.size()) return false;
  for (std::size_t i = 0; i < phrase.size(); ++i) {
    if (words[at + i].lemma != phrase[i]) return false;
  }
  return true;
}

std::vector<const Industry*> named_industries(const Knowledge& knowledge,
                                              const std::vector<Token>& words, const Knows& knows) {
  std::vector<const Industry*> found;
  for (std::size_t at = 0; at < words.size(); ++at) {
    const Industry* longest = nullptr;
    std::size_t length = 0;
    for (const Industry& industry : knowledge.industries) {
      for (const Phrase& phrase : industry.phrases) {
        if (phrase.size() > length && stands_at(words, at, phrase)) {
          longest = &industry;
          length = phrase.size();
        }
      }
    }
    if (longest == nullptr || is_other_kind(knowledge, *longest, words, at, length, knows))
      continue;
    if (std::find(found.begin(), found.end(), longest) == found.end()) found.push_back(longest);
    at += length - 1;
  }
  return found;
}

}  // namespace dbx::design

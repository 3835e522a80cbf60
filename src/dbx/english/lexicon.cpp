// Binary search in the packed lexicon; see lexicon.h and tools/pack_wordnet.mjs for its bytes.
#include "dbx/english/lexicon.h"

#include <cstddef>
#include <cstring>
#include <string>

#include "dbx/base/embedded.h"

namespace dbx::english {
namespace {

// Rows in byte order of a key, found by offsets.
struct Rows {
  const char* offsets = nullptr;  // little endian u32, one more than rows
  const char* bytes = nullptr;
  std::uint32_t count = 0;

  std::string_view row(std::uint32_t index) const {
    std::uint32_t range[2];
    std::memcpy(range, offsets + std::size_t{index} * 4, sizeof range);
    return {bytes + range[0], range[1] - range[0]};
  }
};

struct Tables {
  Rows words;
  Rows forms;

  Tables() {
    const char* at = embedded::lexicon()[0].contents.data() + 4;
    std::memcpy(&words.count, at, 4);
    std::memcpy(&forms.count, at + 4, 4);
    words.offsets = at + 8;
    forms.offsets = words.offsets + (std::size_t{words.count} + 1) * 4;
    words.bytes = forms.offsets + (std::size_t{forms.count} + 1) * 4;
    std::uint32_t size = 0;
    std::memcpy(&size, words.offsets + std::size_t{words.count} * 4, 4);
    forms.bytes = words.bytes + size;
  }
};

const Tables& tables() {
  static const Tables kTables;
  return kTables;
}

// The row whose key is `wanted`; empty where there is none.
template <class KeyOf>
std::string_view find(const Rows& rows, std::string_view wanted, KeyOf key_of) {
  std::uint32_t low = 0;
  std::uint32_t high = rows.count;
  while (low < high) {
    const std::uint32_t middle = low + (high - low) / 2;
    const std::string_view row = rows.row(middle);
    const int order = key_of(row).compare(wanted);
    if (order == 0) return row;
    (order < 0 ? low : high) = order < 0 ? middle + 1 : middle;
  }
  return {};
}

// WordNet's lexnames(5WN): the numbers of the files of nouns.
NounClass class_of(unsigned char file) {
  switch (file) {
    case 0:
      return NounClass::kNone;
    case 4:
      return NounClass::kAct;
    case 5:
      return NounClass::kAnimal;
    case 6:
      return NounClass::kArtifact;
    case 7:
      return NounClass::kAttribute;
    case 10:
      return NounClass::kCommunication;
    case 11:
      return NounClass::kEvent;
    case 13:
      return NounClass::kFood;
    case 14:
      return NounClass::kGroup;
    case 15:
      return NounClass::kLocation;
    case 18:
      return NounClass::kPerson;
    case 20:
      return NounClass::kPlant;
    case 21:
      return NounClass::kPossession;
    case 23:
      return NounClass::kQuantity;
    case 27:
      return NounClass::kSubstance;
    case 28:
      return NounClass::kTime;
    case 30:
      return NounClass::kBuilding;
    case 31:
      return NounClass::kOrganization;
    default:
      return NounClass::kOther;
  }
}

std::string_view known_verb(std::string_view base) {
  const std::string_view row =
      find(tables().words, base, [](std::string_view held) { return held.substr(2); });
  if (row.empty() || (static_cast<unsigned char>(row[1]) & 2U) == 0) return {};
  return row.substr(2);
}

}  // namespace

Word look_up(std::string_view word) {
  const std::string_view row =
      find(tables().words, word, [](std::string_view held) { return held.substr(2); });
  if (row.empty()) return {};
  const auto parts = static_cast<unsigned char>(row[1]);
  Word result;
  result.noun = class_of(static_cast<unsigned char>(row[0]));
  result.is_verb = (parts & 2U) != 0;
  result.is_adjective = (parts & 4U) != 0;
  result.is_adverb = (parts & 8U) != 0;
  result.is_mostly_verb = (parts & 16U) != 0;
  result.may_happen = (parts & 32U) != 0;
  return result;
}

std::string_view irregular_base(std::string_view form) {
  const auto key_of = [](std::string_view row) {
    return row.substr(1, static_cast<unsigned char>(row[0]));
  };
  const std::string_view row = find(tables().forms, form, key_of);
  return row.empty() ? row : row.substr(1 + form.size());
}

std::string_view verb_of(std::string_view form) {
  if (const std::string_view verb = known_verb(irregular_base(form)); !verb.empty()) return verb;
  if (const std::string_view verb = known_verb(form); !verb.empty()) return verb;
  // Endings of regular verbs, as WordNet's morphy(7WN) detaches them; then a doubled consonant.
  struct Ending {
    std::string_view ending;
    std::string_view base;
  };
  constexpr Ending kEndings[] = {{"ies", "y"}, {"es", "e"}, {"es", ""},   {"s", ""},  {"ied", "y"},
                                 {"ed", "e"},  {"ed", ""},  {"ing", "e"}, {"ing", ""}};
  for (const auto& [ending, base] : kEndings) {
    if (form.size() < ending.size() + 2 || !form.ends_with(ending)) continue;
    std::string stem(form.substr(0, form.size() - ending.size()));
    const std::size_t size = stem.size();
    if (const auto verb = known_verb(stem + std::string(base)); !verb.empty()) return verb;
    if (size > 2 && stem[size - 1] == stem[size - 2]) {
      if (const auto verb = known_verb(stem.substr(0, size - 1)); !verb.empty()) return verb;
    }
  }
  return {};
}

}  // namespace dbx::english

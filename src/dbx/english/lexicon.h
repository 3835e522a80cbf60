// What English words are: parts of speech, what kind of thing a noun means, irregular forms. Data
// of WordNet 3.0 (Miller 1995), packed by tools/pack_wordnet.mjs. Lower-case ASCII words only.
// Pure functions over bytes in the binary; no start-up cost; thread-safe.
#pragma once

#include <cstdint>
#include <string_view>

namespace dbx::english {

// WordNet's lexicographer files of nouns, as far as they matter: the commonest sense decides.
enum class NounClass : std::uint8_t {
  kNone,      // not a noun
  kAct,       // visit, sale, repair
  kEvent,     // accident, match
  kAnimal,    // falcon
  kArtifact,  // ticket, machine
  kFood,
  kGroup,         // flock, series
  kBuilding,      // rink, shop, station
  kOrganization,  // team, company
  kLocation,      // region
  kPerson,        // handler
  kPlant,
  kSubstance,
  kCommunication,  // report, message
  kPossession,     // fee, asset
  kAttribute,      // colour, height
  kQuantity,       // kilogram, number
  kTime,           // season
  kOther,
};

struct Word {
  NounClass noun = NounClass::kNone;
  bool is_verb = false;
  bool is_adjective = false;
  bool is_adverb = false;
  bool is_mostly_verb = false;  // of a word that is a noun too
  bool may_happen = false;      // an act or event in one of its commonest senses: flight

  bool is_noun() const { return noun != NounClass::kNone; }
  bool is_known() const { return is_noun() || is_verb || is_adjective || is_adverb; }
};

// Of the base form ("falcon", "fly"); nothing is known of others.
Word look_up(std::string_view word);
// The base of an irregular plural or verb form: "mice" -> "mouse", "seen" -> "see"; empty where the
// form is regular or unknown.
std::string_view irregular_base(std::string_view form);
// The verb that an inflected form belongs to: "booked", "booking", "books" -> "book"; empty: none.
std::string_view verb_of(std::string_view form);

}  // namespace dbx::english

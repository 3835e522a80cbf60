// The words and places of the locales, as tools/locales/pack.mjs packed them into the binary: views
// of the embedded bytes, nothing is copied but the addresses. Immutable, thread-safe; every view
// lives as long as the program. Sources and licences: THIRD_PARTY.md and locale_sources().
//
// Layout, little-endian: "DBXLOC01", then offset and size of five sections:
//   locales  12 words: name, title, chain (four bytes: indices of locales, 255 none), first list,
//            lists, first place, places, country code, country, currency, calling code, region
//   lists    3 words: path, first entry, entries; sorted by path within a locale
//   entries  3 bytes: a text
//   places   7 words: city, state, time zone, postal pattern, population, latitude, longitude
//   pool     texts: two bytes of size, then UTF-8; a text is its offset here
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace dbx::seed {

using LocaleId = std::uint8_t;  // an index of locale_names()
using Words = std::vector<std::string_view>;

// Sorted; "base" holds what has no language.
const std::vector<std::string_view>& locale_names();
std::optional<LocaleId> find_locale(std::string_view name);
// "German (Austria)"
std::string_view locale_title(LocaleId locale);
// The locales that are asked in turn: de_AT, de, en, base; of base: base, en.
std::vector<LocaleId> locale_chain(LocaleId locale);

// The list at a path such as "animal.type", of the first locale of the chain that has one; empty
// where none has.
Words find_words(LocaleId locale, std::string_view path);
// The same, and nothing of other locales.
Words own_words(LocaleId locale, std::string_view path);

// Where the locale is spoken; texts are empty for locales without a country.
struct LocaleCountry {
  std::string_view code;  // ISO 3166-1 alpha-2
  std::string_view name;  // in the locale's language
  std::string_view currency;
  std::string_view calling_code;
  std::string_view region;  // of the world
};
LocaleCountry country_of(LocaleId locale);

struct LocalePlace {
  std::string_view city;
  std::string_view state;
  std::string_view time_zone;       // IANA
  std::string_view postal_pattern;  // '#' a digit, '?' a letter
  std::uint32_t population = 0;
  double latitude = 0;  // degrees
  double longitude = 0;
};
// The largest first; empty for locales without a country.
std::vector<LocalePlace> places_of(LocaleId locale);

// One line a source: name, version, licence, address.
Words locale_sources();

}  // namespace dbx::seed

// Topics: what several columns of one row are about together - a person, a place, a company, a
// product. Columns of one topic draw the same numbers, so first name and e-mail, city and country
// agree without knowing each other. Lists are short and hand-picked (words/), or those of the row's
// locale (locale/). Pure, thread-safe.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "dbx/seed/distribution.h"
#include "dbx/seed/generator.h"
#include "dbx/seed/locale/choice.h"
#include "dbx/seed/permutation.h"
#include "dbx/seed/random.h"

namespace dbx::seed {

struct Place {
  std::string_view city;
  std::string_view state;  // or province, county, land
  std::string_view country;
  std::string_view country_code;  // ISO 3166-1 alpha-2
  std::string_view region;        // of the world
  std::string_view currency;      // ISO 4217
  std::string_view calling_code;
  std::string_view postal_pattern;  // '#' a digit, '?' a letter
  std::string_view time_zone;       // IANA
  double latitude;                  // degrees
  double longitude;
};
struct CompanyField {
  std::string_view word;  // Logistics, as in "Harbor Logistics Ltd"
  std::string_view industry;
};
struct ProductNoun {
  std::string_view word;
  std::string_view category;
  std::string_view subcategory;
};

struct Diagnosis {
  std::string_view code;  // ICD-10 category
  std::string_view name;
  std::string_view chapter;
};

std::span<const Place> places();
std::span<const std::string_view> female_names();
std::span<const std::string_view> male_names();
std::span<const std::string_view> last_names();
std::span<const std::string_view> company_roots();
std::span<const CompanyField> company_fields();
std::span<const std::string_view> company_forms();
std::span<const std::string_view> product_qualities();
std::span<const ProductNoun> product_nouns();
std::span<const std::string_view> product_lines();
std::span<const Diagnosis> diagnoses();

// "person" or, where the column speaks of somebody else (manager_name), "person:manager".
std::string topic_of(std::string_view column, std::string_view topic);

// Numbers 0..space-1, all different until the space is used up; then the next round begins.
class TopicIndex {
 public:
  TopicIndex(const Request& request, std::string_view topic, std::int64_t space);
  std::int64_t index(std::int64_t row) const { return order_(row % order_.size()); }
  std::int64_t round(std::int64_t row) const { return row / order_.size(); }  // from 0

 private:
  Permutation order_;
};

// The places of a locale and how often rows lie there: as many people as live there; of no locale
// (and of one without a country), places() alike. Lives as long as the program.
struct LocalePlaces {
  std::vector<Place> places;
  AliasTable weights;
};
const LocalePlaces& locale_places(std::optional<LocaleId> locale);

// The place of a row, of the row's locale.
class PlaceIndex {
 public:
  PlaceIndex(const Request& request, FillParameters& parameters);
  const Place& operator()(std::int64_t row) const {
    if (!distinct_.empty()) {
      return places()[distinct_[static_cast<std::size_t>(row) % distinct_.size()]];
    }
    const LocalePlaces& here = *places_[choice_(row)];
    return here.places[static_cast<std::size_t>(here.weights.pick(random_.bits(row)))];
  }
  const LocaleChoice& choice() const { return choice_; }
  // Each of the locales' places once.
  std::vector<Place> all() const;

 private:
  Random random_;
  LocaleChoice choice_;
  std::vector<const LocalePlaces*> places_;  // one a locale
  std::vector<std::size_t> distinct_;
};

// The first place of each different value of `part`.
std::vector<std::size_t> distinct_places(std::string_view Place::*part);

}  // namespace dbx::seed

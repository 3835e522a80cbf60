// Which numbers a topic draws.
#include "dbx/seed/topics.h"

#include <algorithm>
#include <array>
#include <map>
#include <mutex>

#include "dbx/base/hash.h"

namespace dbx::seed {

std::string topic_of(std::string_view column, std::string_view topic) {
  static constexpr std::array<std::string_view, 12> kOthers = {
      "manager", "contact",  "supervisor", "owner",     "agent",  "spouse",
      "billing", "shipping", "emergency",  "sales_rep", "origin", "destination"};
  for (const std::string_view other : kOthers) {
    if (column.find(other) != std::string_view::npos) {
      return std::string(topic) + ":" + std::string(other);
    }
  }
  return std::string(topic);
}

TopicIndex::TopicIndex(const Request& request, std::string_view topic, std::int64_t space)
    : order_(space, hash64(topic_of(request.column.name, topic), request.key)) {}

const LocalePlaces& locale_places(std::optional<LocaleId> locale) {
  static std::mutex mutex;
  static std::map<int, LocalePlaces> made;  // nodes stay where they are
  const std::lock_guard lock(mutex);
  const int key = locale ? int{*locale} : -1;
  if (const auto found = made.find(key); found != made.end()) return found->second;
  std::vector<Place> out;
  std::vector<double> weights;
  if (locale) {
    const LocaleCountry country = country_of(*locale);
    for (const LocalePlace& place : places_of(*locale)) {
      out.push_back({place.city, place.state, country.name, country.code, country.region,
                     country.currency, country.calling_code, place.postal_pattern, place.time_zone,
                     place.latitude, place.longitude});
      weights.push_back(place.population);
    }
  }
  if (out.empty()) {
    out.assign(places().begin(), places().end());
    weights.assign(out.size(), 1.0);
  }
  return made.emplace(key, LocalePlaces{std::move(out), AliasTable(weights)}).first->second;
}

PlaceIndex::PlaceIndex(const Request& request, FillParameters& parameters)
    : random_(request.key, topic_of(request.column.name, "place")), choice_(request, parameters) {
  for (const LocaleId locale : choice_.locales()) places_.push_back(&locale_places(locale));
  if (places_.empty()) places_.push_back(&locale_places({}));
  // Only without a locale of its own: a country has no two countries to tell apart.
  if (!parameters.has("locale")) {
    distinct_.assign(request.distinct_places.begin(), request.distinct_places.end());
  }
}

std::vector<Place> PlaceIndex::all() const {
  std::vector<Place> out;
  for (const LocalePlaces* here : places_) {
    out.insert(out.end(), here->places.begin(), here->places.end());
  }
  return out;
}

std::vector<std::size_t> distinct_places(std::string_view Place::*part) {
  std::vector<std::size_t> result;
  for (std::size_t i = 0; i < places().size(); ++i) {
    const bool known = std::any_of(result.begin(), result.end(), [&](std::size_t earlier) {
      return places()[earlier].*part == places()[i].*part;
    });
    if (!known) result.push_back(i);
  }
  return result;
}

}  // namespace dbx::seed

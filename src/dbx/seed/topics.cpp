// Which numbers a topic draws.
#include "dbx/seed/topics.h"

#include <algorithm>
#include <array>

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

PlaceIndex::PlaceIndex(const Request& request)
    : random_(request.key, topic_of(request.column.name, "place")),
      distinct_(request.distinct_places.begin(), request.distinct_places.end()) {}

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

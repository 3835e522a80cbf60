// A text of the row's place, or each different one once.
#include "dbx/seed/generators/place/part.h"

#include <algorithm>

#include "dbx/seed/registry.h"

namespace dbx::seed {

Result<GeneratorPtr> part_of_place(const Request& request, FillParameters& parameters,
                                   std::string_view Place::*part) {
  const PlaceIndex place(request, parameters);
  if (!request.unique) {
    return texts([place, part](std::int64_t row, std::string& out) { out += place(row).*part; });
  }
  std::vector<std::string_view> distinct;
  const bool international = !request.distinct_places.empty() && !parameters.has("locale");
  const std::vector<Place> all =
      international ? std::vector<Place>(places().begin(), places().end()) : place.all();
  for (const Place& known : all) {
    if (std::find(distinct.begin(), distinct.end(), known.*part) == distinct.end()) {
      distinct.push_back(known.*part);
    }
  }
  const auto space = static_cast<std::int64_t>(distinct.size());
  if (space < request.rows) return fail(not_enough(request, space));
  return texts([distinct](std::int64_t row, std::string& out) {
    out += distinct[static_cast<std::size_t>(row)];
  });
}

}  // namespace dbx::seed

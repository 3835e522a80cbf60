// longitude: degrees, within about five kilometres of the middle of the row's city.
#include "dbx/seed/generators/generators.h"
#include "dbx/seed/registry.h"
#include "dbx/seed/topics.h"

namespace dbx::seed {

Result<GeneratorPtr> make_longitude(const Request& request, FillParameters& parameters) {
  constexpr double kSpread = 0.09;  // degrees, both sides together
  if (request.unique) return fail(never_unique(request, "longitude"));
  return numbers(
      [place = PlaceIndex(request, parameters),
       random = Random(request.key, topic_of(request.column.name, "longitude"))](std::int64_t row) {
        return place(row).longitude + kSpread * (to_unit(random.bits(row).first) - 0.5);
      });
}

}  // namespace dbx::seed

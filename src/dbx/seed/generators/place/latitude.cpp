// latitude: degrees, within about five kilometres of the middle of the row's city.
#include "dbx/seed/generators/generators.h"
#include "dbx/seed/registry.h"
#include "dbx/seed/topics.h"

namespace dbx::seed {

Result<GeneratorPtr> make_latitude(const Request& request, FillParameters& parameters) {
  constexpr double kSpread = 0.09;  // degrees, both sides together
  if (request.unique) return fail(never_unique(request, "latitude"));
  return numbers(
      [place = PlaceIndex(request, parameters),
       random = Random(request.key, topic_of(request.column.name, "latitude"))](std::int64_t row) {
        return place(row).latitude + kSpread * (to_unit(random.bits(row).first) - 0.5);
      });
}

}  // namespace dbx::seed

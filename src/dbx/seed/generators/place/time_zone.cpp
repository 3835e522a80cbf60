// time_zone: the IANA time zone of the row's city.
#include "dbx/seed/generators/generators.h"
#include "dbx/seed/generators/place/part.h"

namespace dbx::seed {

Result<GeneratorPtr> make_time_zone(const Request& request, FillParameters& parameters) {
  return part_of_place(request, parameters, &Place::time_zone);
}

}  // namespace dbx::seed

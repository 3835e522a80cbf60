// city: a city of the row's locale.
#include "dbx/seed/generators/generators.h"
#include "dbx/seed/generators/place/part.h"

namespace dbx::seed {

Result<GeneratorPtr> make_city(const Request& request, FillParameters& parameters) {
  return part_of_place(request, parameters, &Place::city);
}

}  // namespace dbx::seed

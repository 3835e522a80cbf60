// country: the country that the row's city lies in.
#include "dbx/seed/generators/generators.h"
#include "dbx/seed/generators/place/part.h"

namespace dbx::seed {

Result<GeneratorPtr> make_country(const Request& request, FillParameters& parameters) {
  return part_of_place(request, parameters, &Place::country);
}

}  // namespace dbx::seed

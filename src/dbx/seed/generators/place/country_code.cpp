// country_code: the ISO 3166-1 code of the row's country.
#include "dbx/seed/generators/generators.h"
#include "dbx/seed/generators/place/part.h"

namespace dbx::seed {

Result<GeneratorPtr> make_country_code(const Request& request, FillParameters& parameters) {
  return part_of_place(request, parameters, &Place::country_code);
}

}  // namespace dbx::seed

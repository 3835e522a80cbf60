// currency: the ISO 4217 code of the row's country's money.
#include "dbx/seed/generators/generators.h"
#include "dbx/seed/generators/place/part.h"

namespace dbx::seed {

Result<GeneratorPtr> make_currency(const Request& request, FillParameters& parameters) {
  return part_of_place(request, parameters, &Place::currency);
}

}  // namespace dbx::seed

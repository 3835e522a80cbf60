// state: the state, province or region that the row's city lies in.
#include "dbx/seed/generators/generators.h"
#include "dbx/seed/generators/place/part.h"

namespace dbx::seed {

Result<GeneratorPtr> make_state(const Request& request, FillParameters& parameters) {
  return part_of_place(request, parameters, &Place::state);
}

}  // namespace dbx::seed

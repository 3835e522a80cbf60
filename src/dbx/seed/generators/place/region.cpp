// region: the region of the world that the row's country lies in.
#include "dbx/seed/generators/generators.h"
#include "dbx/seed/generators/place/part.h"

namespace dbx::seed {

Result<GeneratorPtr> make_region(const Request& request, FillParameters& parameters) {
  return part_of_place(request, parameters, &Place::region);
}

}  // namespace dbx::seed

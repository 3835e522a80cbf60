// postal_code: as the row's country writes them; those of a city begin alike.
#include "dbx/seed/generators/generators.h"
#include "dbx/seed/generators/place/address.h"
#include "dbx/seed/registry.h"

namespace dbx::seed {

Result<GeneratorPtr> make_postal_code(const Request& request, FillParameters& parameters) {
  if (request.unique) return fail(never_unique(request, "postal_code"));
  return texts([address = Address(request, parameters)](std::int64_t row, std::string& out) {
    address.append_postal_code(row, out);
  });
}

}  // namespace dbx::seed

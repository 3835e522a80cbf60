// street, street_address: house number and street as the row's locale writes them.
#include "dbx/seed/generators/generators.h"
#include "dbx/seed/generators/place/address.h"
#include "dbx/seed/registry.h"

namespace dbx::seed {

Result<GeneratorPtr> make_street(const Request& request, FillParameters& parameters) {
  if (request.unique) return fail(never_unique(request, "street"));
  return texts([address = Address(request, parameters)](std::int64_t row, std::string& out) {
    address.append_street(row, out);
  });
}

}  // namespace dbx::seed

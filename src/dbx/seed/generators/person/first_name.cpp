// first_name: of the row's person (locale/people.h), in the row's locale.
#include "dbx/seed/generators/generators.h"
#include "dbx/seed/locale/people.h"
#include "dbx/seed/registry.h"

namespace dbx::seed {

Result<GeneratorPtr> make_first_name(const Request& request, FillParameters& parameters) {
  if (request.unique) return fail(never_unique(request, "first_name"));
  return texts([people = People(request, parameters)](std::int64_t row, std::string& out) {
    out += people(row).first_name();
  });
}

}  // namespace dbx::seed

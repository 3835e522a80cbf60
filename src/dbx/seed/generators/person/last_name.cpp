// last_name: of the row's person, in the form of her or his sex where the language has one.
#include "dbx/seed/generators/generators.h"
#include "dbx/seed/locale/people.h"
#include "dbx/seed/registry.h"

namespace dbx::seed {

Result<GeneratorPtr> make_last_name(const Request& request, FillParameters& parameters) {
  if (request.unique) return fail(never_unique(request, "last_name"));
  return texts([people = People(request, parameters)](std::int64_t row, std::string& out) {
    out += people(row).last_name();
  });
}

}  // namespace dbx::seed

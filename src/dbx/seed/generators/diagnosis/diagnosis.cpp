// diagnosis: the name of the row's diagnosis.
#include "dbx/seed/generators/diagnosis/diagnosed.h"
#include "dbx/seed/generators/generators.h"
#include "dbx/seed/registry.h"

namespace dbx::seed {

Result<GeneratorPtr> make_diagnosis(const Request& request, FillParameters&) {
  if (request.unique) return fail(never_unique(request, "diagnosis"));
  return texts([known = Diagnoses(request)](std::int64_t row, std::string& out) {
    out += known(row).name;
    if (known.round(row) > 0) out += ", type " + std::to_string(known.round(row));
  });
}

}  // namespace dbx::seed

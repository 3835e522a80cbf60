// diagnosis_code: the ICD-10 code of the row's diagnosis; from the second round on a subcategory:
// I10.1.
#include "dbx/seed/generators/diagnosis/diagnosed.h"
#include "dbx/seed/generators/generators.h"
#include "dbx/seed/registry.h"

namespace dbx::seed {

Result<GeneratorPtr> make_diagnosis_code(const Request& request, FillParameters&) {
  const auto space = static_cast<std::int64_t>(diagnoses().size()) * 10;
  if (request.unique && request.rows > space) return fail(not_enough(request, space));
  return texts([known = Diagnoses(request)](std::int64_t row, std::string& out) {
    out += known(row).code;
    if (known.round(row) > 0) out += "." + std::to_string(known.round(row));
  });
}

}  // namespace dbx::seed

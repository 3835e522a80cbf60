// diagnosis_chapter: the ICD-10 chapter of the row's diagnosis.
#include "dbx/seed/generators/diagnosis/diagnosed.h"
#include "dbx/seed/generators/generators.h"
#include "dbx/seed/registry.h"

namespace dbx::seed {

Result<GeneratorPtr> make_diagnosis_chapter(const Request& request, FillParameters&) {
  if (request.unique) return fail(never_unique(request, "diagnosis_chapter"));
  return texts([known = Diagnoses(request)](std::int64_t row, std::string& out) {
    out += known(row).chapter;
  });
}

}  // namespace dbx::seed

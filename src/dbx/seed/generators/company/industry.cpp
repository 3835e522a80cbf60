// industry: of the row's company, decided by its field.
#include "dbx/seed/generators/company/companies.h"
#include "dbx/seed/generators/generators.h"
#include "dbx/seed/registry.h"

namespace dbx::seed {

Result<GeneratorPtr> make_industry(const Request& request, FillParameters&) {
  if (request.unique) return fail(never_unique(request, "industry"));
  return texts([companies = Companies(request)](std::int64_t row, std::string& out) {
    out += companies.field(row).industry;
  });
}

}  // namespace dbx::seed

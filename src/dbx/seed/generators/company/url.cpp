// url: the site of the row's company, at a reserved domain.
#include "dbx/base/text.h"
#include "dbx/seed/generators/company/companies.h"
#include "dbx/seed/generators/generators.h"
#include "dbx/seed/registry.h"

namespace dbx::seed {

Result<GeneratorPtr> make_url(const Request& request, FillParameters&) {
  if (request.unique) return fail(never_unique(request, "url"));
  return texts([companies = Companies(request)](std::int64_t row, std::string& out) {
    out += "https://";
    out += text::replace_all(text::to_lower(companies.root(row)), " ", "-");
    out += '-';
    out += text::to_lower(companies.field(row).word);
    out += ".example.com";
  });
}

}  // namespace dbx::seed

// company: the name of the row's company; with a locale, made up as its companies are named:
// Müller & Söhne GmbH. Where those must differ, the row's number follows.
#include "dbx/seed/adapt.h"
#include "dbx/seed/generators/company/companies.h"
#include "dbx/seed/generators/generators.h"
#include "dbx/seed/generators/words/phrases.h"
#include "dbx/seed/registry.h"

namespace dbx::seed {

Result<GeneratorPtr> make_company(const Request& request, FillParameters& parameters) {
  // "Evergreen Components Group 123456" at the longest.
  if (request.unique && text_bytes_max(request.column.type) < 40) {
    return fail(never_unique(request, "company"));
  }
  if (LocaleChoice(request, parameters).given()) {
    return texts([names = Phrases(request, parameters, "company.name_pattern"),
                  unique = request.unique](std::int64_t row, std::string& out) {
      names.append(row, out);
      if (unique) out += " " + std::to_string(row + 1);
    });
  }
  return texts([companies = Companies(request)](std::int64_t row, std::string& out) {
    out += companies.root(row);
    out += ' ';
    out += companies.field(row).word;
    out += ' ';
    out += companies.form(row);
    if (companies.round(row) > 0) out += " " + std::to_string(companies.round(row) + 1);
  });
}

}  // namespace dbx::seed

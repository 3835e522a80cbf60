// company, industry, url: of the row's company (topics.h). Names are a permuted index decoded over
// root x field x form, different until all are used; then the round's number follows. The field
// decides the industry.
#include "dbx/base/text.h"
#include "dbx/seed/adapt.h"
#include "dbx/seed/generators/generators.h"
#include "dbx/seed/registry.h"
#include "dbx/seed/topics.h"

namespace dbx::seed {
namespace {

class Companies {
 public:
  explicit Companies(const Request& request) : index_(request, "company", space()) {}
  static std::int64_t space() {
    return static_cast<std::int64_t>(company_roots().size() * company_fields().size() *
                                     company_forms().size());
  }
  std::string_view root(std::int64_t row) const {
    return company_roots()[number(row) % company_roots().size()];
  }
  const CompanyField& field(std::int64_t row) const {
    return company_fields()[number(row) / company_roots().size() % company_fields().size()];
  }
  std::string_view form(std::int64_t row) const {
    return company_forms()[number(row) / company_roots().size() / company_fields().size()];
  }
  std::int64_t round(std::int64_t row) const { return index_.round(row); }

 private:
  std::size_t number(std::int64_t row) const { return static_cast<std::size_t>(index_.index(row)); }

  TopicIndex index_;
};

}  // namespace

Result<GeneratorPtr> make_company(const Request& request, FillParameters&) {
  // "Evergreen Components Group 123456" at the longest.
  if (request.unique && text_bytes_max(request.column.type) < 40) {
    return fail(never_unique(request, "company"));
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

Result<GeneratorPtr> make_industry(const Request& request, FillParameters&) {
  if (request.unique) return fail(never_unique(request, "industry"));
  return texts([companies = Companies(request)](std::int64_t row, std::string& out) {
    out += companies.field(row).industry;
  });
}

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

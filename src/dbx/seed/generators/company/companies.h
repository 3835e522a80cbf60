// The company of a row: a permuted index decoded over root x field x form, different until all are
// used; then the round's number follows. The field decides the industry. Immutable, thread-safe.
#pragma once

#include "dbx/seed/topics.h"

namespace dbx::seed {

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

}  // namespace dbx::seed

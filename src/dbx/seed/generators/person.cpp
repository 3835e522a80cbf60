// first_name, last_name, full_name, email: of the row's person (topics.h). The person of row r is a
// permuted index decoded over first x last names, so that people differ until all are used; then
// e-mail addresses carry the round's number and stay unique. Domains are the reserved example ones.
#include <array>

#include "dbx/base/text.h"
#include "dbx/seed/generators/generators.h"
#include "dbx/seed/registry.h"
#include "dbx/seed/topics.h"

namespace dbx::seed {
namespace {

class People {
 public:
  explicit People(const Request& request) : index_(request, "person", space()) {}
  static std::int64_t space() {
    return static_cast<std::int64_t>(first_names().size() * last_names().size());
  }
  std::string_view first(std::int64_t row) const {
    return first_names()[static_cast<std::size_t>(index_.index(row)) % first_names().size()];
  }
  std::string_view last(std::int64_t row) const {
    return last_names()[static_cast<std::size_t>(index_.index(row)) / first_names().size()];
  }
  std::int64_t round(std::int64_t row) const { return index_.round(row); }

 private:
  TopicIndex index_;
};

}  // namespace

Result<GeneratorPtr> make_first_name(const Request& request, FillParameters&) {
  if (request.unique) return fail(never_unique(request, "first_name"));
  return texts(
      [people = People(request)](std::int64_t row, std::string& out) { out += people.first(row); });
}

Result<GeneratorPtr> make_last_name(const Request& request, FillParameters&) {
  if (request.unique) return fail(never_unique(request, "last_name"));
  return texts(
      [people = People(request)](std::int64_t row, std::string& out) { out += people.last(row); });
}

Result<GeneratorPtr> make_full_name(const Request& request, FillParameters&) {
  if (request.unique && People::space() < request.rows) {
    return fail(not_enough(request, People::space()));
  }
  return texts([people = People(request)](std::int64_t row, std::string& out) {
    out += people.first(row);
    out += ' ';
    out += people.last(row);
  });
}

Result<GeneratorPtr> make_email(const Request& request, FillParameters& parameters) {
  const std::string domain = parameters.text("domain", "");
  return texts([people = People(request), domain](std::int64_t row, std::string& out) {
    static constexpr std::array<std::string_view, 3> kDomains = {"example.com", "example.org",
                                                                 "example.net"};
    const std::string_view last = people.last(row);
    out += text::to_lower(people.first(row));
    out += '.';
    out += text::to_lower(last);
    if (people.round(row) > 0) out += std::to_string(people.round(row) + 1);
    out += '@';
    out += domain.empty() ? kDomains[last.size() % kDomains.size()] : std::string_view(domain);
  });
}

}  // namespace dbx::seed

// email: first.last of the row's person in ASCII, with a number where an earlier row has the same,
// at a domain reserved for examples (RFC 2606) or the one given.
#include <array>

#include "dbx/seed/adapt.h"
#include "dbx/seed/generators/generators.h"
#include "dbx/seed/locale/people.h"
#include "dbx/seed/registry.h"

namespace dbx::seed {
namespace {

constexpr std::array<std::string_view, 3> kDomains = {"example.com", "example.org", "example.net"};
constexpr std::size_t kNumberBytes = 8;

}  // namespace

Result<GeneratorPtr> make_email(const Request& request, FillParameters& parameters) {
  const std::string domain = parameters.text("domain", "");
  const People people(request, parameters);
  // What is cut off at the end of a narrow column must not be the number.
  if (request.unique &&
      text_bytes_max(request.column.type) < people.ascii_bytes_max() + kNumberBytes) {
    return fail(never_unique(request, "email"));
  }
  return texts([people, namesakes = Namesakes(people, request.rows), domain](std::int64_t row,
                                                                             std::string& out) {
    const Person person = people(row);
    const std::string_view last = person.last_ascii();
    out += person.first_ascii();
    out += '.';
    out += last;
    if (const auto number = namesakes.number(person, row); number > 0)
      out += std::to_string(number);
    out += '@';
    out += domain.empty() ? kDomains[last.size() % kDomains.size()] : std::string_view(domain);
  });
}

}  // namespace dbx::seed

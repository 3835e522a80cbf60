// user_name: first_last of the row's person in ASCII, with a number where an earlier row has the
// same.
#include "dbx/seed/adapt.h"
#include "dbx/seed/generators/generators.h"
#include "dbx/seed/locale/people.h"
#include "dbx/seed/registry.h"

namespace dbx::seed {

Result<GeneratorPtr> make_user_name(const Request& request, FillParameters& parameters) {
  constexpr std::size_t kNumberBytes = 8;
  const People people(request, parameters);
  if (request.unique &&
      text_bytes_max(request.column.type) < people.ascii_bytes_max() + kNumberBytes) {
    return fail(never_unique(request, "user_name"));
  }
  return texts(
      [people, namesakes = Namesakes(people, request.rows)](std::int64_t row, std::string& out) {
        const Person person = people(row);
        out += person.first_ascii();
        out += '_';
        out += person.last_ascii();
        if (const auto number = namesakes.number(person, row); number > 0)
          out += std::to_string(number);
      });
}

}  // namespace dbx::seed

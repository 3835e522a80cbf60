// gender: of the row's person, so that it fits the first name and the prefix. `values` names women,
// men and, where there is a third, the two in a hundred who are neither: [Female, Male, Other].
#include "dbx/seed/generators/generators.h"
#include "dbx/seed/locale/people.h"
#include "dbx/seed/registry.h"
#include "dbx/seed/topics.h"

namespace dbx::seed {

Result<GeneratorPtr> make_gender(const Request& request, FillParameters& parameters) {
  constexpr double kOther = 0.02;
  std::vector<std::string> values = parameters.list("values");
  if (values.empty()) values = {"Female", "Male", "Other"};
  parameters.require(values.size() == 2 || values.size() == 3,
                     "'values' takes two or three words: for women, men and others");
  const People people(request, parameters);
  if (request.unique) return fail(never_unique(request, "gender"));
  if (!parameters.problems().empty()) return fail(parameters.problems());
  return texts(
      [people, values, random = Random(request.key, topic_of(request.column.name, "gender"))](
          std::int64_t row, std::string& out) {
        const bool other = values.size() == 3 && to_unit(random.bits(row).first) < kOther;
        out += values[other ? 2 : people(row).male() ? 1 : 0];
      });
}

}  // namespace dbx::seed

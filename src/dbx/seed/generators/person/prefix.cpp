// prefix: how the row's person is addressed, in the row's locale: Mrs., Mr.; one in twelve has a
// title that says nothing of the sex (Dr.), where the language has one.
#include "dbx/seed/generators/generators.h"
#include "dbx/seed/locale/people.h"
#include "dbx/seed/registry.h"
#include "dbx/seed/topics.h"

namespace dbx::seed {

Result<GeneratorPtr> make_prefix(const Request& request, FillParameters& parameters) {
  constexpr double kTitled = 1.0 / 12;
  const People people(request, parameters);
  if (request.unique) return fail(never_unique(request, "prefix"));
  return texts([people, random = Random(request.key, topic_of(request.column.name, "prefix"))](
                   std::int64_t row, std::string& out) {
    const Person person = people(row);
    const Bits bits = random.bits(row);
    const auto& [women, men, anybody] = person.names->prefixes;
    const Words& own = person.male() ? men : women;
    const bool titled = own.empty() || to_unit(bits.first) < kTitled;
    const Words& words = titled && !anybody.empty() ? anybody : own;
    if (words.empty()) return;
    out += words[static_cast<std::size_t>(
        below(bits.second, static_cast<std::int64_t>(words.size())))];
  });
}

}  // namespace dbx::seed

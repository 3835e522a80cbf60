// regex: text that matches a bounded regular expression (regular.h): `pattern: '[A-Z]{2}-\d{4,6}'`.
// Unique: the row's number through a permutation of all matches, so that none repeats.
#include "dbx/base/hash.h"
#include "dbx/seed/adapt.h"
#include "dbx/seed/generators/generators.h"
#include "dbx/seed/permutation.h"
#include "dbx/seed/registry.h"
#include "dbx/seed/regular.h"

namespace dbx::seed {

Result<GeneratorPtr> make_regex(const Request& request, FillParameters& parameters) {
  const std::string pattern = parameters.text("pattern", "[A-Z]{3}-[0-9]{4}");
  parameters.require(pattern.size() <= 1000, "'pattern' is longer than 1,000 bytes");
  if (!parameters.problems().empty()) return fail(parameters.problems());
  DBX_TRY(Regular regular, parse_regular(pattern));
  const auto longest = static_cast<std::uint64_t>(length_max(regular));
  parameters.require(
      longest <= std::min<std::uint64_t>(text_bytes_max(request.column.type), 10'000),
      "a match may have " + std::to_string(longest) + " bytes, more than a " +
          spec::print(request.column.type) + " or than 10,000");
  if (!parameters.problems().empty()) return fail(parameters.problems());
  if (!request.unique) {
    return texts(
        [regular = std::move(regular), random = Random(request.key, request.column.name)](
            std::int64_t row, std::string& out) { append_match(regular, random, row, out); });
  }
  DBX_TRY(Language language, Language::of(regular));
  const std::int64_t size = language.size();
  if (size < request.rows) return fail(not_enough(request, size));
  return texts([language = std::move(language),
                order = Permutation(size, hash64(request.column.name, request.key))](
                   std::int64_t row, std::string& out) { language.append(order(row), out); });
}

}  // namespace dbx::seed

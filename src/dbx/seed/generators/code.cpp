// code: the row's number written into a pattern: each '#' a digit, each '?' a letter A-Z, each '*'
// a digit or letter; the rest stands as it is. "LN-######" gives LN-000001, LN-000002, ...
// Different rows give different codes until the pattern's space is used up.
#include <fmt/format.h>

#include "dbx/seed/adapt.h"
#include "dbx/seed/generators/generators.h"
#include "dbx/seed/registry.h"

namespace dbx::seed {
namespace {

constexpr std::string_view kAlphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

int radix_of(char c) { return c == '#' ? 10 : c == '?' ? 26 : c == '*' ? 36 : 0; }

std::int64_t space_of(std::string_view pattern) {
  std::int64_t space = 1;
  for (const char c : pattern) {
    const int radix = radix_of(c);
    if (radix != 0 && space <= kIntegerLimit / radix) space *= radix;
  }
  return space;
}

}  // namespace

Result<GeneratorPtr> make_code(const Request& request, FillParameters& parameters) {
  std::string pattern = parameters.text("pattern", "######");
  parameters.require(!pattern.empty(), "'pattern' is empty");
  parameters.require(pattern.size() <= 200, "'pattern' is longer than 200 bytes");
  const spec::Type& type = request.column.type;
  parameters.require(pattern.size() <= text_bytes_max(type),
                     fmt::format("'{}' is longer than a {}", pattern, spec::print(type)));
  const std::int64_t space = space_of(pattern);
  if (request.unique && space < request.rows) return fail(not_enough(request, space));
  // From 1 where there is room, so that the first code is not all zeros.
  const std::int64_t first = space > request.rows ? 1 : 0;
  if (pattern.find_first_of("?*") == std::string::npos) {  // the usual case: decimal digits only
    return texts([pattern, space, first](std::int64_t row, std::string& out) {
      auto number = static_cast<std::uint64_t>((row + first) % space);
      const std::size_t end = out.append(pattern).size();
      for (std::size_t i = end; i-- > end - pattern.size();) {
        if (out[i] != '#') continue;
        out[i] = static_cast<char>('0' + number % 10);
        number /= 10;
      }
    });
  }
  return texts([pattern, space, first](std::int64_t row, std::string& out) {
    std::int64_t number = (row + first) % space;
    const std::size_t begin = out.size();
    out += pattern;
    for (std::size_t i = out.size(); i-- > begin;) {
      const int radix = radix_of(out[i]);
      if (radix == 0) continue;
      const auto digit = static_cast<std::size_t>(number % radix) + (radix == 26 ? 10U : 0U);
      out[i] = kAlphabet[digit];
      number /= radix;
    }
  });
}

}  // namespace dbx::seed

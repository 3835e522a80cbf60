// isbn13: book numbers with their check digit, of 979-3, which no country has (International ISBN
// Agency, ranges of 2025).
#include "dbx/seed/generators/generators.h"
#include "dbx/seed/generators/identifier/check_digits.h"

namespace dbx::seed {

Result<GeneratorPtr> make_isbn13(const Request& request, FillParameters&) {
  const Serial serial(request, 8);
  DBX_CHECK_OK(serial.check(request, 13));
  return texts([serial](std::int64_t row, std::string& out) {
    const std::size_t begin = out.size();
    append_number("9793########", serial(row), out);
    out += gs1_digit(std::string_view(out).substr(begin));
  });
}

}  // namespace dbx::seed

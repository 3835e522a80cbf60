// ean13: article numbers of the range for use within a company, 200 to 299 (GS1 General
// Specifications 1.4.2), with their check digit.
#include "dbx/seed/generators/generators.h"
#include "dbx/seed/generators/identifier/check_digits.h"

namespace dbx::seed {

Result<GeneratorPtr> make_ean13(const Request& request, FillParameters&) {
  const Serial serial(request, 11);
  DBX_CHECK_OK(serial.check(request, 13));
  return texts([serial](std::int64_t row, std::string& out) {
    const std::size_t begin = out.size();
    append_number("2###########", serial(row), out);
    out += gs1_digit(std::string_view(out).substr(begin));
  });
}

}  // namespace dbx::seed

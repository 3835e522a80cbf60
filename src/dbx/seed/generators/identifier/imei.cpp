// imei: numbers of test equipment, which begin with 00101 (GSMA TS.06), with their check digit.
#include "dbx/seed/generators/generators.h"
#include "dbx/seed/generators/identifier/check_digits.h"

namespace dbx::seed {

Result<GeneratorPtr> make_imei(const Request& request, FillParameters&) {
  const Serial serial(request, 9);
  DBX_CHECK_OK(serial.check(request, 15));
  return texts([serial](std::int64_t row, std::string& out) {
    const std::size_t begin = out.size();
    append_number("00101#########", serial(row), out);
    out += luhn_digit(std::string_view(out).substr(begin));
  });
}

}  // namespace dbx::seed

// credit_card: Luhn-valid numbers that begin as the payment processors' test cards do: Visa 400000,
// Mastercard 555555.
#include "dbx/seed/generators/generators.h"
#include "dbx/seed/generators/identifier/check_digits.h"

namespace dbx::seed {

Result<GeneratorPtr> make_credit_card(const Request& request, FillParameters&) {
  const Serial serial(request, 9);
  DBX_CHECK_OK(serial.check(request, 16));
  return texts([serial](std::int64_t row, std::string& out) {
    const std::int64_t number = serial(row);
    const std::size_t begin = out.size();
    append_number(number % 3 == 0 ? "555555#########" : "400000#########", number, out);
    out += luhn_digit(std::string_view(out).substr(begin));
  });
}

}  // namespace dbx::seed

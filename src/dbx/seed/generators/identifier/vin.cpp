// vin: vehicle numbers with their check digit (49 CFR 565.15), of a maker that does not exist: no
// region begins with 0 (ISO 3780).
#include "dbx/seed/generators/generators.h"
#include "dbx/seed/generators/identifier/check_digits.h"

namespace dbx::seed {
namespace {

int value_of(char c) {
  // From A to Z; I, O and Q do not occur.
  static constexpr std::string_view kValues = "12345678012345070923456789";
  return c <= '9' ? c - '0' : kValues[static_cast<std::size_t>(c - 'A')] - '0';
}

char check_digit(std::string_view vin) {
  static constexpr int kWeights[17] = {8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2};
  int sum = 0;
  for (std::size_t i = 0; i < vin.size(); ++i) sum += value_of(vin[i]) * kWeights[i];
  return sum % 11 == 10 ? 'X' : static_cast<char>('0' + sum % 11);
}

}  // namespace

Result<GeneratorPtr> make_vin(const Request& request, FillParameters&) {
  static constexpr std::string_view kAlphabet = "ABCDEFGHJKLMNPRSTUVWXYZ0123456789";
  constexpr std::size_t kCheck = 8;
  const Serial serial(request, 8);
  DBX_CHECK_OK(serial.check(request, 17));
  return texts([serial, random = Random(request.key, request.column.name)](std::int64_t row,
                                                                           std::string& out) {
    std::string vin = "0EX";
    std::uint64_t noise = random.bits(row).first;
    for (int i = 0; i < 5; ++i, noise /= kAlphabet.size())
      vin += kAlphabet[noise % kAlphabet.size()];
    vin += '0';  // the check digit, which weighs nothing
    append_number("########", serial(row), vin);
    vin[kCheck] = check_digit(vin);
    out += vin;
  });
}

}  // namespace dbx::seed

// iban: an account of the row's country (ISO 13616) with valid check digits, at a bank that does
// not exist: bank codes are zeros, or EXMP where they are letters. Countries that are not in the
// table below have German ones.
#include "dbx/seed/generators/generators.h"
#include "dbx/seed/generators/identifier/check_digits.h"

namespace dbx::seed {
namespace {

struct Format {
  std::string_view country_code;
  std::string_view account;  // after the check digits; '#' is the account's
};
constexpr Format kFormats[] = {
    {"DE", "000000000#########"},  // the default, so it stands first
    {"AT", "0000000#########"},
    {"BE", "000#########"},
    {"CH", "00000000#########"},
    {"DK", "00000#########"},
    {"ES", "00000000000#########"},
    {"FI", "00000#########"},
    {"GR", "00000000000000#########"},
    {"FR", "000000000000#########00"},
    {"GB", "EXMP00000#########"},
    {"IE", "EXMP00000#########"},
    {"IT", "X0000000000000#########"},
    {"NL", "EXMP0#########"},
    {"NO", "00#########"},
    {"PL", "000000000000000#########"},
    {"PT", "0000000000#########00"},
    {"SE", "00000000000#########"},
};

const Format& format_of(std::string_view country_code) {
  for (const Format& format : kFormats) {
    if (format.country_code == country_code) return format;
  }
  return kFormats[0];
}

}  // namespace

Result<GeneratorPtr> make_iban(const Request& request, FillParameters& parameters) {
  const Serial serial(request, 9);
  DBX_CHECK_OK(serial.check(request, 27));
  return texts(
      [place = PlaceIndex(request, parameters), serial](std::int64_t row, std::string& out) {
        const Format& format = format_of(place(row).country_code);
        std::string account;
        append_number(format.account, serial(row), account);
        out += format.country_code;
        out += mod_97_digits(account + std::string(format.country_code));
        out += account;
      });
}

}  // namespace dbx::seed

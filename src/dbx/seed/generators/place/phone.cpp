// phone: a number that rings nowhere. In a locale whose country keeps numbers for fiction, one of
// those, as the country writes them; else, and where numbers must differ, the country's calling
// code and 555, which marks it as made up: +44 555 0123456. Kept for fiction: 555-0100..0199 (North
// American Numbering Plan, ATIS-0300115), 01632 960 and 07700 900 (Ofcom), 5550 and 7010 (ACMA),
// 030 23125, 0171 39200 (Bundesnetzagentur, Mitteilung 148/2021), 01 99 00 and 06 39 98 (ARCEP
// 2018-0881), 020 91 (ComReg), 031-390 06 (PTS).
#include <fmt/format.h>

#include "dbx/seed/generators/generators.h"
#include "dbx/seed/locale/phrase.h"
#include "dbx/seed/registry.h"
#include "dbx/seed/topics.h"

namespace dbx::seed {
namespace {

struct Fiction {
  std::string_view country_code;
  std::string_view formats[2];  // '#' a digit, '!' one from 2
};
constexpr Fiction kFiction[] = {
    {"US", {"(!1!) 555-01##", "(!0!) 555-01##"}}, {"CA", {"(!1!) 555-01##", "(!0!) 555-01##"}},
    {"GB", {"01632 960###", "07700 900###"}},     {"AU", {"(02) 5550 ####", "(03) 7010 ####"}},
    {"DE", {"030 23125###", "0171 39200##"}},     {"FR", {"01 99 00 ## ##", "06 39 98 ## ##"}},
    {"IE", {"020 91# ####", "020 91# ####"}},     {"SE", {"031-390 06 ##", "040-628 04 ##"}},
};

const Fiction* fiction_of(std::string_view country_code) {
  for (const Fiction& fiction : kFiction) {
    if (fiction.country_code == country_code) return &fiction;
  }
  return nullptr;
}

}  // namespace

Result<GeneratorPtr> make_phone(const Request& request, FillParameters& parameters) {
  constexpr std::int64_t kSpace = 10'000'000;
  if (request.unique && request.rows > kSpace) return fail(not_enough(request, kSpace));
  const PlaceIndex place(request, parameters);
  const bool national = place.choice().given() && !request.unique;
  return texts(
      [place, national, numbers_of = TopicIndex(request, request.column.name, kSpace),
       random = Random(request.key, request.column.name)](std::int64_t row, std::string& out) {
        const Place& where = place(row);
        const Fiction* fiction = national ? fiction_of(where.country_code) : nullptr;
        if (fiction != nullptr) {
          Draws draws(random, row);
          expand_format(fiction->formats[draws.below(2)], draws, out);
          return;
        }
        fmt::format_to(std::back_inserter(out), "+{} 555 {:07}", where.calling_code,
                       numbers_of.index(row));
      });
}

}  // namespace dbx::seed

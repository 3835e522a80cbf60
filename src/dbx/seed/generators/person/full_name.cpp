// full_name: first and last name in the order of the row's locale. Where names must differ, the
// second of equal names has a middle initial (James R. Smith), in scripts without initials a
// number.
#include "dbx/seed/adapt.h"
#include "dbx/seed/generators/generators.h"
#include "dbx/seed/locale/people.h"
#include "dbx/seed/registry.h"

namespace dbx::seed {
namespace {

constexpr std::int64_t kLetters = 26;
constexpr std::size_t kSuffixBytes = 16;  // " A. B. C. D. E."

void append_name(const Person& person, std::string_view middle, std::string& out) {
  const LocaleNames& names = *person.names;
  out += names.last_first ? person.last_name() : person.first_name();
  if (!names.last_first) out += middle;
  out += names.separator;
  out += names.last_first ? person.first_name() : person.last_name();
  if (names.last_first) out += middle;
}

// 2 -> " R.", 28 -> " R. K.": numbers in base 26, the letters turned by the name.
std::string initials(const Person& person, std::int64_t number) {
  std::string out;
  const auto turn = static_cast<std::int64_t>(person.first_ascii().size() * 7 +
                                              static_cast<unsigned char>(person.last_ascii()[0]));
  for (std::int64_t rest = number - 1; rest > 0; rest = (rest - 1) / kLetters) {
    out += {' ', static_cast<char>('A' + ((rest - 1) % kLetters + turn) % kLetters), '.'};
  }
  return out;
}

}  // namespace

Result<GeneratorPtr> make_full_name(const Request& request, FillParameters& parameters) {
  const People people(request, parameters);
  if (!request.unique) {
    return texts(
        [people](std::int64_t row, std::string& out) { append_name(people(row), "", out); });
  }
  if (text_bytes_max(request.column.type) < people.bytes_max() + kSuffixBytes) {
    return fail(never_unique(request, "full_name"));
  }
  return texts(
      [people, namesakes = Namesakes(people, request.rows)](std::int64_t row, std::string& out) {
        const Person person = people(row);
        const std::int64_t number = namesakes.number(person, row);
        const bool written = person.names->latin && !person.names->last_first;
        append_name(person,
                    number == 0 ? ""
                    : written   ? initials(person, number)
                                : " " + std::to_string(number),
                    out);
      });
}

}  // namespace dbx::seed

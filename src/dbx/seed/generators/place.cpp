// city, state, country, country_code, region, currency, phone, postal_code, street: of the row's
// place (topics.h), so that a row's city lies in its country.
#include <fmt/format.h>

#include <array>

#include "dbx/seed/generators/generators.h"
#include "dbx/seed/registry.h"
#include "dbx/seed/topics.h"

namespace dbx::seed {
namespace {

Result<GeneratorPtr> part_of_place(const Request& request, std::string_view Place::*part) {
  if (request.unique) {
    const std::vector<std::size_t> distinct = distinct_places(part);
    const auto space = static_cast<std::int64_t>(distinct.size());
    if (space < request.rows) return fail(not_enough(request, space));
    return texts([distinct, part](std::int64_t row, std::string& out) {
      out += places()[distinct[static_cast<std::size_t>(row)]].*part;
    });
  }
  return texts([place = PlaceIndex(request), part](std::int64_t row, std::string& out) {
    out += place(row).*part;
  });
}

// As the country writes them: 9 a digit, A a letter, the rest itself.
struct PostalPattern {
  std::string_view country_code;
  std::string_view pattern;
};
constexpr std::array kPostalPatterns = std::to_array<PostalPattern>({
    {"GB", "AA9 9AA"},   {"CA", "A9A 9A9"},  {"IE", "A99 A999"}, {"NL", "9999 AA"},
    {"BR", "99999-999"}, {"JP", "999-9999"}, {"SE", "999 99"},   {"GR", "999 99"},
    {"CZ", "999 99"},    {"PL", "99-999"},   {"PT", "9999-999"}, {"CH", "9999"},
    {"AT", "9999"},      {"DK", "9999"},     {"NO", "9999"},     {"BE", "9999"},
    {"AU", "9999"},      {"NZ", "9999"},     {"ZA", "9999"},     {"PH", "9999"},
    {"CN", "999999"},    {"IN", "999999"},   {"SG", "999999"},   {"CO", "999999"},
    {"NG", "999999"},    {"CL", "9999999"},  {"AR", "A9999"},
});
constexpr std::string_view kPostalDefault = "99999";

std::string_view postal_pattern(std::string_view country_code) {
  for (const PostalPattern& known : kPostalPatterns) {
    if (known.country_code == country_code) return known.pattern;
  }
  return kPostalDefault;
}

void append_postal_code(std::string_view pattern, std::int64_t city, Bits bits, std::string& out) {
  std::uint64_t noise = bits.first;
  int digits = 0;
  for (const char c : pattern) {
    if (c == '9') {
      const std::int64_t digit = digits == 0   ? city / 10 % 10
                                 : digits == 1 ? city % 10
                                               : static_cast<std::int64_t>(noise % 10);
      out.push_back(static_cast<char>('0' + digit));
      ++digits;
    } else if (c == 'A') {
      out.push_back("ABCDEFGHJKLMNPRSTUVWXY"[noise % 22]);
    } else {
      out.push_back(c);
      continue;
    }
    noise /= 22;
  }
}

}  // namespace

Result<GeneratorPtr> make_city(const Request& request, FillParameters&) {
  return part_of_place(request, &Place::city);
}
Result<GeneratorPtr> make_state(const Request& request, FillParameters&) {
  return part_of_place(request, &Place::state);
}
Result<GeneratorPtr> make_country(const Request& request, FillParameters&) {
  return part_of_place(request, &Place::country);
}
Result<GeneratorPtr> make_country_code(const Request& request, FillParameters&) {
  return part_of_place(request, &Place::country_code);
}
Result<GeneratorPtr> make_region(const Request& request, FillParameters&) {
  return part_of_place(request, &Place::region);
}
Result<GeneratorPtr> make_currency(const Request& request, FillParameters&) {
  return part_of_place(request, &Place::currency);
}

// +44 555 0123456: 555 marks it as made up; the last seven digits are the row's.
Result<GeneratorPtr> make_phone(const Request& request, FillParameters&) {
  constexpr std::int64_t kSpace = 10'000'000;
  if (request.unique && request.rows > kSpace) return fail(not_enough(request, kSpace));
  const TopicIndex numbers_of(request, request.column.name, kSpace);
  return texts([place = PlaceIndex(request), numbers_of](std::int64_t row, std::string& out) {
    fmt::format_to(std::back_inserter(out), "+{} 555 {:07}", place(row).calling_code,
                   numbers_of.index(row));
  });
}

Result<GeneratorPtr> make_postal_code(const Request& request, FillParameters&) {
  if (request.unique) return fail(never_unique(request, "postal_code"));
  return texts([place = PlaceIndex(request), random = Random(request.key, request.column.name)](
                   std::int64_t row, std::string& out) {
    const Place& where = place(row);
    // The leading two digits follow the city, so that a city's codes lie together.
    const auto city = static_cast<std::int64_t>(&where - places().data()) + 10;
    append_postal_code(postal_pattern(where.country_code), city, random.bits(row), out);
  });
}

Result<GeneratorPtr> make_street(const Request& request, FillParameters&) {
  if (request.unique) return fail(never_unique(request, "street"));
  return texts([random = Random(request.key, request.column.name)](std::int64_t row,
                                                                   std::string& out) {
    static constexpr std::array<std::string_view, 4> kKinds = {"Street", "Avenue", "Road", "Lane"};
    const Bits bits = random.bits(row);
    const auto roots = company_roots();
    const auto root =
        static_cast<std::size_t>(below(bits.first, static_cast<std::int64_t>(roots.size())));
    fmt::format_to(std::back_inserter(out), "{} {} {}", 1 + below(bits.second, 240), roots[root],
                   kKinds[bits.first % kKinds.size()]);
  });
}

}  // namespace dbx::seed

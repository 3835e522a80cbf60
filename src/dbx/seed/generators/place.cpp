// city, state, country, country_code, region, currency, phone, postal_code, street: of the row's
// place (topics.h), so that a row's city lies in its country.
#include <fmt/format.h>

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
    // The leading two digits follow the city, so that a city's codes lie together.
    const auto city = static_cast<std::int64_t>(&place(row) - places().data()) + 10;
    fmt::format_to(std::back_inserter(out), "{:02}{:03}", city % 100,
                   below(random.bits(row).first, 1000));
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

// Streets and postal codes.
#include "dbx/seed/generators/place/address.h"

#include <fmt/format.h>

#include <array>
#include <cassert>

namespace dbx::seed {

Address::Address(const Request& request, FillParameters& parameters)
    : place_(request, parameters),
      random_street_(request.key, topic_of(request.column.name, "street")),
      random_postal_(request.key, topic_of(request.column.name, "postal")) {
  for (const LocaleId locale : place_.choice().locales()) {
    auto book = std::make_shared<Phrasebook>(locale);
    const auto list = book->list("location.street_address.normal");
    assert(list && "English has street addresses");
    streets_.push_back({std::move(book), *list});
  }
}

void Address::append_street(std::int64_t row, std::string& out) const {
  if (!streets_.empty()) {
    const Streets& streets = streets_[place_.choice()(row)];
    Draws draws(random_street_, row);
    streets.book->expand(streets.list, draws, &place_(row), out);
    return;
  }
  static constexpr std::array<std::string_view, 4> kKinds = {"Street", "Avenue", "Road", "Lane"};
  const Bits bits = random_street_.bits(row);
  const auto roots = company_roots();
  const auto root =
      static_cast<std::size_t>(below(bits.first, static_cast<std::int64_t>(roots.size())));
  fmt::format_to(std::back_inserter(out), "{} {} {}", 1 + below(bits.second, 240), roots[root],
                 kKinds[bits.first % kKinds.size()]);
}

void Address::append_postal_code(std::int64_t row, std::string& out) const {
  Draws draws(random_postal_, row);
  expand_format(place_(row).postal_pattern, draws, out);
}

}  // namespace dbx::seed

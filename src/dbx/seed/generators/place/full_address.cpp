// full_address: the row's street, postal code, city and country in one line, in the order of the
// country.
#include <algorithm>
#include <array>

#include "dbx/seed/generators/generators.h"
#include "dbx/seed/generators/place/address.h"
#include "dbx/seed/registry.h"

namespace dbx::seed {
namespace {

bool among(std::string_view code, std::initializer_list<std::string_view> codes) {
  return std::find(codes.begin(), codes.end(), code) != codes.end();
}

void append(const Address& address, std::int64_t row, std::string& out) {
  const Place& place = address.place(row);
  const auto postal = [&](std::string_view after) {
    const std::size_t before = out.size();
    address.append_postal_code(row, out);
    if (out.size() > before) out += after;
  };
  const auto add = [&](std::initializer_list<std::string_view> parts) {
    for (const std::string_view part : parts) out += part;
  };
  if (address.native() &&
      among(place.country_code, {"JP", "CN", "TW", "KR"})) {  // from the large to the small
    postal(" ");
    const std::string_view gap = place.country_code == "KR" ? " " : "";
    if (place.state != place.city) add({place.state, gap});
    add({place.city, gap});
    address.append_street(row, out);
    return;
  }
  address.append_street(row, out);
  out += ", ";
  if (among(place.country_code, {"US", "CA", "AU", "IN", "GB", "IE"})) {
    add({place.city, ", ", place.state, " "});
    postal("");
  } else {
    postal(" ");
    out += place.city;
  }
  add({", ", place.country});
}

}  // namespace

Result<GeneratorPtr> make_full_address(const Request& request, FillParameters& parameters) {
  if (request.unique) return fail(never_unique(request, "full_address"));
  return texts([address = Address(request, parameters)](std::int64_t row, std::string& out) {
    append(address, row, out);
  });
}

}  // namespace dbx::seed

// mac: locally administered addresses (IEEE 802), which no maker has; all different.
#include <fmt/format.h>

#include "dbx/seed/generators/generators.h"
#include "dbx/seed/topics.h"

namespace dbx::seed {

Result<GeneratorPtr> make_mac(const Request& request, FillParameters&) {
  constexpr std::int64_t kSpace = std::int64_t{1} << 40;
  return texts([index = TopicIndex(request, request.column.name, kSpace)](std::int64_t row,
                                                                          std::string& out) {
    const auto number = static_cast<std::uint64_t>(index.index(row));
    out += "02";
    for (int shift = 32; shift >= 0; shift -= 8) {
      fmt::format_to(std::back_inserter(out), ":{:02x}",
                     (number >> static_cast<unsigned>(shift)) & 0xFFU);
    }
  });
}

}  // namespace dbx::seed

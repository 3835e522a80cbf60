// ipv4: addresses kept for documentation (RFC 5737): 192.0.2, 198.51.100, 203.0.113. Where they
// must differ, of the network for benchmarks (RFC 2544), 198.18 and 198.19, which has 131,072.
#include <fmt/format.h>

#include <array>

#include "dbx/seed/generators/generators.h"
#include "dbx/seed/registry.h"
#include "dbx/seed/topics.h"

namespace dbx::seed {

Result<GeneratorPtr> make_ipv4(const Request& request, FillParameters&) {
  static constexpr std::array<std::string_view, 3> kNetworks = {"192.0.2.", "198.51.100.",
                                                                "203.0.113."};
  constexpr std::int64_t kSpace = 1 << 17;
  if (request.unique) {
    if (request.rows > kSpace) return fail(not_enough(request, kSpace));
    return texts([index = TopicIndex(request, request.column.name, kSpace)](std::int64_t row,
                                                                            std::string& out) {
      const std::int64_t host = index.index(row);
      fmt::format_to(std::back_inserter(out), "198.{}.{}.{}", 18 + host / 65536, host / 256 % 256,
                     host % 256);
    });
  }
  return texts(
      [random = Random(request.key, request.column.name)](std::int64_t row, std::string& out) {
        const Bits bits = random.bits(row);
        out += kNetworks[static_cast<std::size_t>(below(bits.first, 3))];
        out += std::to_string(1 + below(bits.second, 254));
      });
}

}  // namespace dbx::seed

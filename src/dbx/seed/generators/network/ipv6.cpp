// ipv6: addresses kept for documentation, 2001:db8 (RFC 3849). Host parts are all different.
#include <fmt/format.h>

#include "dbx/seed/generators/generators.h"
#include "dbx/seed/topics.h"

namespace dbx::seed {

Result<GeneratorPtr> make_ipv6(const Request& request, FillParameters&) {
  constexpr std::int64_t kHosts = std::int64_t{1} << 60;
  return texts([index = TopicIndex(request, request.column.name, kHosts)](std::int64_t row,
                                                                          std::string& out) {
    const auto host = static_cast<std::uint64_t>(index.index(row));
    fmt::format_to(std::back_inserter(out), "2001:db8::{:x}:{:x}:{:x}:{:x}",
                   0x1000U + (host >> 48U), (host >> 32U) & 0xFFFFU, (host >> 16U) & 0xFFFFU,
                   host & 0xFFFFU);
  });
}

}  // namespace dbx::seed

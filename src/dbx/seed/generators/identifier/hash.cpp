// hash: hexadecimal digits that look like a digest: 64 (SHA-256) or as many as `digits` says, 8 to
// 128. Digests of 32 digits or more never meet by chance.
#include <algorithm>

#include "dbx/seed/adapt.h"
#include "dbx/seed/generators/generators.h"
#include "dbx/seed/random.h"
#include "dbx/seed/registry.h"

namespace dbx::seed {

Result<GeneratorPtr> make_hash(const Request& request, FillParameters& parameters) {
  static constexpr std::int64_t kPerBlock = 32;
  const std::int64_t digits = parameters.integer("digits", 64);
  parameters.require(digits >= 8 && digits <= 128, "'digits' must be from 8 to 128");
  if (!parameters.problems().empty()) return fail(parameters.problems());
  const bool narrow = text_bytes_max(request.column.type) < std::size_t{kPerBlock};
  if (request.unique && (narrow || digits < kPerBlock)) {
    return fail(never_unique(request, "hash of so few digits"));
  }
  return texts([digits, random = Random(request.key, request.column.name)](std::int64_t row,
                                                                           std::string& out) {
    for (std::int64_t done = 0; done < digits; done += kPerBlock) {
      const Bits bits = random.bits(row, static_cast<std::uint32_t>(done / kPerBlock));
      for (std::int64_t i = 0; i < std::min(kPerBlock, digits - done); ++i) {
        const std::uint64_t word = i < 16 ? bits.first : bits.second;
        out += "0123456789abcdef"[(word >> static_cast<unsigned>(4 * (i % 16))) & 0xFU];
      }
    }
  });
}

}  // namespace dbx::seed

// uuid: version 4 (RFC 9562), its 122 bits from the cell's Philox block. A block is a bijection of
// the row, so two rows agree only if all but the six fixed bits do: about 1e-25 for a billion rows.
#include "dbx/seed/generators/generators.h"
#include "dbx/seed/random.h"

namespace dbx::seed {
namespace {

void append_hex(std::string& out, std::uint64_t bits, int digits) {
  for (int shift = (digits - 1) * 4; shift >= 0; shift -= 4) {
    out.push_back("0123456789abcdef"[(bits >> static_cast<unsigned>(shift)) & 0xFU]);
  }
}

}  // namespace

Result<GeneratorPtr> make_uuid(const Request& request, FillParameters&) {
  return texts(
      [random = Random(request.key, request.column.name)](std::int64_t row, std::string& out) {
        const Bits bits = random.bits(row);
        append_hex(out, bits.first >> 32U, 8);
        out.push_back('-');
        append_hex(out, (bits.first >> 16U) & 0xFFFFU, 4);
        out += "-4";
        append_hex(out, bits.first & 0xFFFU, 3);
        out.push_back('-');
        append_hex(out, 0x8000U | ((bits.second >> 48U) & 0x3FFFU), 4);
        out.push_back('-');
        append_hex(out, bits.second & 0xFFFFFFFFFFFFU, 12);
      });
}

}  // namespace dbx::seed

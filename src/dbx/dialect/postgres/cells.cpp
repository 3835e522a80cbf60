// Reading and writing single values.
#include "dbx/dialect/postgres/cells.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace dbx::dialect::postgres {
namespace {

// From the catalog pg_type: the same in every server.
constexpr Oid kBoolOid = 16;
constexpr Oid kInt8Oid = 20;
constexpr Oid kInt2Oid = 21;
constexpr Oid kInt4Oid = 23;
constexpr Oid kFloat4Oid = 700;
constexpr Oid kFloat8Oid = 701;
constexpr Oid kNumericOid = 1700;

}  // namespace

using database::Value;

bool is_numeric(Oid type) {
  constexpr std::array kNumeric = {kInt8Oid,   kInt2Oid,   kInt4Oid,
                                   kFloat4Oid, kFloat8Oid, kNumericOid};
  return std::find(kNumeric.begin(), kNumeric.end(), type) != kNumeric.end();
}

Value read_cell(Oid type, std::string_view text) {
  switch (type) {
    case kBoolOid:
      return text == "t";
    case kInt8Oid:
    case kInt2Oid:
    case kInt4Oid: {
      std::int64_t value = 0;
      std::from_chars(text.data(), text.data() + text.size(), value);
      return value;
    }
    case kFloat4Oid:
    case kFloat8Oid: {
      double value = 0;
      std::from_chars(text.data(), text.data() + text.size(), value);
      return value;
    }
    default:
      return std::string(text);
  }
}

std::optional<std::string> parameter_text(const Value& value) {
  if (std::holds_alternative<std::monostate>(value)) return std::nullopt;
  if (const bool* truth = std::get_if<bool>(&value)) return *truth ? "t" : "f";
  return database::to_text(value);
}

}  // namespace dbx::dialect::postgres

// The bytes of COPY (PostgreSQL 15 documentation, COPY: "Binary Format", "Text Format"; numbers as
// in numeric_recv(), src/backend/utils/adt/numeric.c).
#include "dbx/dialect/postgres/bulk_rows.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <bit>
#include <chrono>
#include <utility>

namespace dbx::dialect::postgres {
namespace {

using database::ColumnBatch;
using spec::TypeKind;

constexpr std::int64_t kEpochDays = 10'957;  // 2000-01-01, from 1970-01-01
constexpr std::int64_t kMicrosecondsPerDay = 86'400'000'000;
constexpr std::string_view kSignature{"PGCOPY\n\377\r\n\0\0\0\0\0\0\0\0\0", 19};

template <class Integer>
void put(std::string& out, Integer value) {
  auto bits = static_cast<std::make_unsigned_t<Integer>>(value);
  std::array<char, sizeof(Integer)> bytes{};
  for (std::size_t i = sizeof(Integer); i-- > 0;) {
    bytes[i] = static_cast<char>(bits & 0xFFU);
    bits = static_cast<decltype(bits)>(sizeof(Integer) > 1 ? bits >> 8U : 0);
  }
  out.append(bytes.data(), bytes.size());
}

template <class Integer>
void put_field(std::string& out, Integer value) {
  put(out, static_cast<std::int32_t>(sizeof(Integer)));
  put(out, value);
}

// value / 10^scale in digits to the base of 10,000.
void put_numeric(std::string& out, std::int64_t value, int scale) {
  constexpr std::array<std::uint64_t, 4> kPowers = {1, 10, 100, 1000};
  std::uint64_t rest = value < 0 ? std::uint64_t{0} - static_cast<std::uint64_t>(value)
                                 : static_cast<std::uint64_t>(value);
  std::vector<std::int16_t> groups;  // the lowest first
  groups.reserve(8);
  if (const auto odd = static_cast<std::size_t>(scale % 4); odd != 0) {
    groups.push_back(static_cast<std::int16_t>(rest % kPowers[odd] * kPowers[4 - odd]));
    rest /= kPowers[odd];
  }
  const auto fraction_groups = static_cast<std::size_t>((scale + 3) / 4);
  while (groups.size() < fraction_groups || rest != 0) {
    groups.push_back(static_cast<std::int16_t>(rest % 10'000));
    rest /= 10'000;
  }
  while (!groups.empty() && groups.back() == 0) groups.pop_back();
  const auto weight = static_cast<std::int16_t>(static_cast<int>(groups.size()) -
                                                static_cast<int>(fraction_groups) - 1);
  const auto first = static_cast<std::size_t>(
      std::find_if(groups.begin(), groups.end(), [](auto group) { return group != 0; }) -
      groups.begin());
  const std::size_t count = groups.size() - first;
  constexpr std::int16_t kNegative = 0x4000;
  put(out, static_cast<std::int32_t>(8 + 2 * count));
  put(out, static_cast<std::int16_t>(count));
  put(out, count == 0 ? std::int16_t{0} : weight);
  put(out, value < 0 ? kNegative : std::int16_t{0});
  put(out, static_cast<std::int16_t>(scale));
  for (std::size_t i = groups.size(); i-- > first;) put(out, groups[i]);
}

// Hexadecimal digits, hyphens between; what is no UUID has another length, which the server
// refuses.
void put_uuid(std::string& out, std::string_view text) {
  std::string bytes;
  int high = -1;
  for (const char c : text) {
    const int digit = c >= '0' && c <= '9'   ? c - '0'
                      : c >= 'a' && c <= 'f' ? c - 'a' + 10
                      : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                             : -1;
    if (digit < 0) continue;
    if (high < 0) {
      high = digit;
    } else {
      bytes += static_cast<char>(high * 16 + digit);
      high = -1;
    }
  }
  put(out, static_cast<std::int32_t>(bytes.size()));
  out += bytes;
}

void put_bytes(std::string& out, std::string_view bytes) {
  put(out, static_cast<std::int32_t>(bytes.size()));
  out += bytes;
}

int scale_of(const spec::Type& type) { return std::max(0, type.scale); }

void put_value(std::string& out, Encoding encoding, const spec::Type& type,
               const ColumnBatch& batch, std::size_t row) {
  switch (encoding) {
    case Encoding::kInt16:
      return put_field(out, static_cast<std::int16_t>(batch.integers[row]));
    case Encoding::kInt32:
      return put_field(out, static_cast<std::int32_t>(batch.integers[row]));
    case Encoding::kInt64:
    case Encoding::kTime:
      return put_field(out, batch.integers[row]);
    case Encoding::kBool:
      return put_field(out, static_cast<std::int8_t>(batch.integers[row] != 0));
    case Encoding::kNumeric:
      return put_numeric(out, batch.integers[row], scale_of(type));
    case Encoding::kFloat:
      return put_field(out, std::bit_cast<std::int32_t>(static_cast<float>(batch.doubles[row])));
    case Encoding::kDouble:
      return put_field(out, std::bit_cast<std::int64_t>(batch.doubles[row]));
    case Encoding::kDate:
      return put_field(out, static_cast<std::int32_t>(batch.integers[row] - kEpochDays));
    case Encoding::kTimestamp:
      return put_field(out, batch.integers[row] - kEpochDays * kMicrosecondsPerDay);
    case Encoding::kText:
    case Encoding::kBytes:
      return put_bytes(out, batch.text(row));
    case Encoding::kJsonb:
      put(out, static_cast<std::int32_t>(batch.text(row).size() + 1));
      out += '\1';  // the version
      out += batch.text(row);
      return;
    case Encoding::kUuid:
      return put_uuid(out, batch.text(row));
  }
}

// Text ------------------------------------------------------------------------------------------

std::string date_text(std::int64_t days) {
  const std::chrono::year_month_day date{std::chrono::sys_days{std::chrono::days{days}}};
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()),
                     static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
}

std::string time_text(std::int64_t microseconds) {
  const std::int64_t seconds = microseconds / 1'000'000;
  return fmt::format("{:02}:{:02}:{:02}.{:06}", seconds / 3600, seconds / 60 % 60, seconds % 60,
                     microseconds % 1'000'000);
}

std::string timestamp_text(std::int64_t microseconds) {
  std::int64_t days = microseconds / kMicrosecondsPerDay;
  std::int64_t rest = microseconds % kMicrosecondsPerDay;
  if (rest < 0) {
    rest += kMicrosecondsPerDay;
    --days;
  }
  return date_text(days) + " " + time_text(rest);
}

std::string decimal_text(std::int64_t value, int scale) {
  const std::uint64_t magnitude = value < 0 ? std::uint64_t{0} - static_cast<std::uint64_t>(value)
                                            : static_cast<std::uint64_t>(value);
  std::string digits = fmt::format("{:0{}}", magnitude, scale + 1);
  if (scale > 0) digits.insert(digits.size() - static_cast<std::size_t>(scale), ".");
  return value < 0 ? "-" + digits : digits;
}

void append_escaped(std::string& out, std::string_view text) {
  for (const char c : text) {
    switch (c) {
      case '\\':
        out += "\\\\";
        break;
      case '\n':
        out += "\\n";
        break;
      case '\r':
        out += "\\r";
        break;
      case '\t':
        out += "\\t";
        break;
      default:
        out += c;
    }
  }
}

void append_value(std::string& out, const spec::Type& type, const ColumnBatch& batch,
                  std::size_t row) {
  switch (database::storage_of(type)) {
    case database::Storage::kText:
      return append_escaped(out, batch.text(row));
    case database::Storage::kDouble:
      out += database::to_text(batch.doubles[row]);
      return;
    case database::Storage::kInt64:
      break;
  }
  const std::int64_t value = batch.integers[row];
  switch (type.kind) {
    case TypeKind::kBoolean:
      out += value != 0 ? 't' : 'f';
      break;
    case TypeKind::kDecimal:
      out += decimal_text(value, scale_of(type));
      break;
    case TypeKind::kDate:
      out += date_text(value);
      break;
    case TypeKind::kTime:
      out += time_text(value);
      break;
    case TypeKind::kTimestamp:
      out += timestamp_text(value);
      break;
    case TypeKind::kTimestampTz:
      out += timestamp_text(value) + "+00";
      break;
    default:
      out += std::to_string(value);
  }
}

struct Pairing {
  TypeKind source;
  Oid column;
  Encoding encoding;
};

// OIDs of pg_type: the same in every server.
constexpr Pairing kPairings[] = {
    {TypeKind::kSmallInt, 21, Encoding::kInt16},
    {TypeKind::kSmallInt, 23, Encoding::kInt32},
    {TypeKind::kSmallInt, 20, Encoding::kInt64},
    {TypeKind::kSmallInt, 1700, Encoding::kNumeric},
    {TypeKind::kInt, 23, Encoding::kInt32},
    {TypeKind::kInt, 20, Encoding::kInt64},
    {TypeKind::kInt, 1700, Encoding::kNumeric},
    {TypeKind::kBigInt, 20, Encoding::kInt64},
    {TypeKind::kBigInt, 1700, Encoding::kNumeric},
    {TypeKind::kDecimal, 1700, Encoding::kNumeric},
    {TypeKind::kBoolean, 16, Encoding::kBool},
    {TypeKind::kReal, 700, Encoding::kFloat},
    {TypeKind::kReal, 701, Encoding::kDouble},
    {TypeKind::kDouble, 701, Encoding::kDouble},
    {TypeKind::kDate, 1082, Encoding::kDate},
    {TypeKind::kTime, 1083, Encoding::kTime},
    {TypeKind::kTimestamp, 1114, Encoding::kTimestamp},
    {TypeKind::kTimestampTz, 1184, Encoding::kTimestamp},
    {TypeKind::kJson, 114, Encoding::kBytes},
    {TypeKind::kJson, 3802, Encoding::kJsonb},
    {TypeKind::kUuid, 2950, Encoding::kUuid},
    {TypeKind::kChar, 1042, Encoding::kBytes},
    {TypeKind::kChar, 1043, Encoding::kBytes},
    {TypeKind::kChar, 25, Encoding::kBytes},
    {TypeKind::kVarchar, 1042, Encoding::kBytes},
    {TypeKind::kVarchar, 1043, Encoding::kBytes},
    {TypeKind::kVarchar, 25, Encoding::kBytes},
    {TypeKind::kText, 1042, Encoding::kBytes},
    {TypeKind::kText, 1043, Encoding::kBytes},
    {TypeKind::kText, 25, Encoding::kBytes},
};

}  // namespace

Encoding choose_encoding(const spec::Type& source, Oid column) {
  if (source.array) return Encoding::kText;
  for (const Pairing& pairing : kPairings) {
    if (pairing.source == source.kind && pairing.column == column) return pairing.encoding;
  }
  return Encoding::kText;
}

RowWriter::RowWriter(std::vector<spec::Type> types, std::vector<Encoding> encodings)
    : types_(std::move(types)),
      encodings_(std::move(encodings)),
      binary_(std::find(encodings_.begin(), encodings_.end(), Encoding::kText) ==
              encodings_.end()) {}

void RowWriter::begin(std::string& out) const {
  if (binary_) out += kSignature;
}

void RowWriter::write(std::span<const ColumnBatch> batch, std::size_t row, std::string& out) const {
  if (binary_) put(out, static_cast<std::int16_t>(types_.size()));
  for (std::size_t c = 0; c < types_.size(); ++c) {
    const bool is_null = !batch[c].valid.empty() && batch[c].valid[row] == 0;
    if (binary_ && is_null) {
      put(out, std::int32_t{-1});
    } else if (binary_) {
      put_value(out, encodings_[c], types_[c], batch[c], row);
    } else {
      if (c > 0) out += '\t';
      if (is_null) {
        out += "\\N";
      } else {
        append_value(out, types_[c], batch[c], row);
      }
    }
  }
  if (!binary_) out += '\n';
}

void RowWriter::end(std::string& out) const {
  if (binary_) put(out, std::int16_t{-1});
}

}  // namespace dbx::dialect::postgres

// Stored values: limits of types, constants in, texts out.
#include <fmt/format.h>

#include <algorithm>
#include <limits>

#include "dbx/base/text.h"
#include "dbx/seed/adapt.h"
#include "dbx/seed/calendar.h"

namespace dbx::seed {
namespace {

using spec::TypeKind;

std::optional<std::int64_t> read_stored_number(std::string_view text, const spec::Type& type) {
  const std::int64_t limit = stored_max(type);
  if (type.is_integer()) {
    const auto value = text::to_int64(text);
    if (!value || *value > limit || *value < -limit) return {};
    return value;
  }
  const auto value = text::to_double(text);
  if (!value) return {};
  const double scaled = *value * static_cast<double>(power_of_ten(std::clamp(type.scale, 0, 18)));
  if (!(scaled <= static_cast<double>(limit) && scaled >= -static_cast<double>(limit))) return {};
  return static_cast<std::int64_t>(scaled < 0 ? scaled - 0.5 : scaled + 0.5);
}

std::optional<std::int64_t> read_boolean(std::string_view text) {
  for (const std::string_view yes : {"true", "yes", "1", "y", "t"}) {
    if (text::equals_ignoring_case(text, yes)) return 1;
  }
  for (const std::string_view no : {"false", "no", "0", "n", "f"}) {
    if (text::equals_ignoring_case(text, no)) return 0;
  }
  return {};
}

std::optional<std::int64_t> read_integer_storage(std::string_view text, const spec::Type& type) {
  switch (type.kind) {
    case TypeKind::kBoolean:
      return read_boolean(text);
    case TypeKind::kDate:
      return read_date(text);
    case TypeKind::kTime:
      return read_time(text);
    case TypeKind::kTimestamp:
    case TypeKind::kTimestampTz:
      return read_timestamp(text);
    default:
      return read_stored_number(text, type);
  }
}

bool append(Values& values, const std::string& text, const spec::Type& type) {
  switch (database::storage_of(type)) {
    case database::Storage::kInt64: {
      const auto value = read_integer_storage(text, type);
      if (value) values.integers.push_back(*value);
      return value.has_value();
    }
    case database::Storage::kDouble: {
      const auto value = text::to_double(text);
      if (value) values.doubles.push_back(*value);
      return value.has_value();
    }
    case database::Storage::kText:
      if (text.size() > text_bytes_max(type)) return false;
      values.append_text(text);
      return true;
  }
  return false;
}

std::string print_decimal(std::int64_t value, int scale) {
  if (scale <= 0) return std::to_string(value);
  const std::int64_t factor = power_of_ten(std::min(scale, 18));
  const std::int64_t size = value < 0 ? -value : value;
  return fmt::format("{}{}.{:0{}}", value < 0 ? "-" : "", size / factor, size % factor, scale);
}

}  // namespace

std::int64_t power_of_ten(int n) {
  std::int64_t result = 1;
  for (int i = 0; i < n; ++i) result *= 10;
  return result;
}

std::int64_t stored_max(const spec::Type& type) {
  switch (type.kind) {
    case TypeKind::kSmallInt:
      return std::numeric_limits<std::int16_t>::max();
    case TypeKind::kInt:
      return std::numeric_limits<std::int32_t>::max();
    case TypeKind::kDecimal:
      return power_of_ten(std::clamp(type.precision < 0 ? 18 : type.precision, 1, 18)) - 1;
    default:
      return power_of_ten(18);
  }
}

std::size_t text_bytes_max(const spec::Type& type) {
  if (!type.is_text() || type.kind == TypeKind::kText)
    return std::numeric_limits<std::size_t>::max();
  if (type.length < 0) {
    return type.kind == TypeKind::kChar ? 1 : std::numeric_limits<std::size_t>::max();
  }
  return static_cast<std::size_t>(type.length);
}

std::string_view cut_utf8(std::string_view text, std::size_t bytes_max) {
  if (text.size() <= bytes_max) return text;
  std::size_t end = bytes_max;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return text.substr(0, end);
}

Result<Values> read_values(std::span<const std::string> texts, const spec::Type& type) {
  Values values;
  values.offsets.assign(1, 0);
  for (const std::string& text : texts) {
    if (append(values, text, type)) continue;
    return fail(Code::kBadFill,
                fmt::format("'{}' does not fit a {} column", text, spec::print(type)));
  }
  return values;
}

std::string print_value(const Values& values, std::size_t row, const spec::Type& type) {
  if (!values.valid.empty() && values.valid[row] == 0) return "NULL";
  switch (database::storage_of(type)) {
    case database::Storage::kText:
      return std::string(values.text(row));
    case database::Storage::kDouble:
      return fmt::format("{}", values.doubles[row]);
    case database::Storage::kInt64:
      break;
  }
  const std::int64_t value = values.integers[row];
  switch (type.kind) {
    case TypeKind::kBoolean:
      return value != 0 ? "true" : "false";
    case TypeKind::kDecimal:
      return print_decimal(value, type.scale);
    case TypeKind::kDate:
      return print_date(value);
    case TypeKind::kTime:
      return print_time(value);
    case TypeKind::kTimestamp:
    case TypeKind::kTimestampTz:
      return print_timestamp(value);
    default:
      return std::to_string(value);
  }
}

double stored_number(const Values& values, std::size_t row, const spec::Type& type) {
  if (database::storage_of(type) == database::Storage::kDouble) return values.doubles[row];
  const auto value = static_cast<double>(values.integers[row]);
  if (type.kind != TypeKind::kDecimal) return value;
  return value / static_cast<double>(power_of_ten(std::clamp(type.scale, 0, 18)));
}

}  // namespace dbx::seed

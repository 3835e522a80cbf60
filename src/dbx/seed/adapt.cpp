// Fitting values to column types.
#include "dbx/seed/adapt.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>

#include "dbx/base/text.h"
#include "dbx/seed/calendar.h"
#include "dbx/seed/rounding.h"

namespace dbx::seed {
namespace {

using spec::TypeKind;
using Convert = void (*)(Values& values, const spec::Type& type);

std::int64_t clamp_stored(std::int64_t value, std::int64_t limit) {
  return std::clamp(value, -limit, limit);
}

void clamp_integers(Values& values, const spec::Type& type) {
  const std::int64_t limit = stored_max(type);
  for (std::int64_t& value : values.integers) value = clamp_stored(value, limit);
}

void integers_to_decimal(Values& values, const spec::Type& type) {
  const std::int64_t limit = stored_max(type);
  const std::int64_t factor = power_of_ten(std::clamp(type.scale, 0, 18));
  for (std::int64_t& value : values.integers) {
    value = value > limit / factor ? limit : value < -limit / factor ? -limit : value * factor;
  }
}

void integers_to_doubles(Values& values, const spec::Type&) {
  values.doubles.resize(values.integers.size());
  for (std::size_t i = 0; i < values.integers.size(); ++i) {
    values.doubles[i] = static_cast<double>(values.integers[i]);
  }
}

void doubles_to_integers(Values& values, const spec::Type& type) {
  const std::int64_t limit = stored_max(type);
  const double factor = type.kind == TypeKind::kDecimal
                            ? static_cast<double>(power_of_ten(std::clamp(type.scale, 0, 18)))
                            : 1.0;
  values.integers.resize(values.doubles.size());
  round_all(values.doubles, factor, limit, values.integers);
}

void keep(Values&, const spec::Type&) {}

void integers_to_booleans(Values& values, const spec::Type&) {
  for (std::int64_t& value : values.integers) value = value != 0 ? 1 : 0;
}

void days_to_microseconds(Values& values, const spec::Type&) {
  for (std::int64_t& value : values.integers) value *= kMicrosecondsPerDay;
}

void days_to_numbers(Values& values, const spec::Type& type) {  // 20251231
  for (std::int64_t& value : values.integers) {
    const CivilDate date = civil_from_days(value);
    value = date.year * 10000LL + date.month * 100 + date.day;
  }
  clamp_integers(values, type);
}

void microseconds_to_days(Values& values, const spec::Type&) {
  for (std::int64_t& value : values.integers) {
    value = value / kMicrosecondsPerDay - (value % kMicrosecondsPerDay < 0 ? 1 : 0);
  }
}

// TIMESTAMP(p) and TIME(p) keep p fractional digits; none given means whole seconds here.
void cut_fraction(Values& values, const spec::Type& type) {
  const std::int64_t unit = power_of_ten(6 - std::clamp(type.precision, 0, 6));
  for (std::int64_t& value : values.integers) {
    const std::int64_t rest = value % unit;
    value -= rest < 0 ? rest + unit : rest;
  }
}

void microseconds_to_seconds(Values& values, const spec::Type& type) {
  for (std::int64_t& value : values.integers) value /= 1'000'000;
  clamp_integers(values, type);
}

template <class Print>
void to_texts(Values& values, std::size_t count, const spec::Type& type, Print print) {
  const std::size_t bytes_max = text_bytes_max(type);
  values.arena.clear();
  values.offsets.assign(1, 0);
  for (std::size_t i = 0; i < count; ++i) {
    const std::string text = print(i);
    values.append_text(cut_utf8(text, bytes_max));
  }
}

void integers_to_texts(Values& values, const spec::Type& type) {
  to_texts(values, values.integers.size(), type,
           [&](std::size_t i) { return std::to_string(values.integers[i]); });
}

void doubles_to_texts(Values& values, const spec::Type& type) {
  to_texts(values, values.doubles.size(), type,
           [&](std::size_t i) { return fmt::format("{:.2f}", values.doubles[i]); });
}

void booleans_to_texts(Values& values, const spec::Type& type) {
  const bool short_form = text_bytes_max(type) < 3;
  to_texts(values, values.integers.size(), type, [&](std::size_t i) {
    const bool yes = values.integers[i] != 0;
    return std::string(short_form ? (yes ? "Y" : "N") : (yes ? "Yes" : "No"));
  });
}

void days_to_texts(Values& values, const spec::Type& type) {
  const bool compact = text_bytes_max(type) < 10;  // 20251231
  to_texts(values, values.integers.size(), type, [&](std::size_t i) {
    std::string text = print_date(values.integers[i]);
    return compact ? text::replace_all(text, "-", "") : text;
  });
}

void timestamps_to_texts(Values& values, const spec::Type& type) {
  to_texts(values, values.integers.size(), type, [&](std::size_t i) {
    return print_timestamp(values.integers[i] / 1'000'000 * 1'000'000);
  });
}

void times_to_texts(Values& values, const spec::Type& type) {
  to_texts(values, values.integers.size(), type,
           [&](std::size_t i) { return print_time(values.integers[i] / 1'000'000 * 1'000'000); });
}

void cut_texts(Values& values, const spec::Type& type) {
  const std::size_t bytes_max = text_bytes_max(type);
  const std::size_t count = values.offsets.size() - 1;
  bool fits = true;
  for (std::size_t i = 0; i < count && fits; ++i) {
    fits = values.offsets[i + 1] - values.offsets[i] <= bytes_max;
  }
  if (fits) return;
  Values shorter;
  shorter.offsets.assign(1, 0);
  for (std::size_t i = 0; i < count; ++i) {
    shorter.append_text(cut_utf8(values.text(i), bytes_max));
  }
  values.arena.swap(shorter.arena);
  values.offsets.swap(shorter.offsets);
}

Convert find_for_integer(const spec::Type& type) {
  if (type.is_integer()) return clamp_integers;
  switch (type.kind) {
    case TypeKind::kDecimal:
      return integers_to_decimal;
    case TypeKind::kReal:
    case TypeKind::kDouble:
      return integers_to_doubles;
    case TypeKind::kBoolean:
      return integers_to_booleans;
    default:
      return type.is_text() ? integers_to_texts : nullptr;
  }
}

Convert find_for_number(const spec::Type& type) {
  if (type.is_integer() || type.kind == TypeKind::kDecimal) return doubles_to_integers;
  if (type.kind == TypeKind::kReal || type.kind == TypeKind::kDouble) return keep;
  return type.is_text() ? doubles_to_texts : nullptr;
}

Convert find_for_date(const spec::Type& type) {
  switch (type.kind) {
    case TypeKind::kDate:
      return keep;
    case TypeKind::kTimestamp:
    case TypeKind::kTimestampTz:
      return days_to_microseconds;
    case TypeKind::kInt:
    case TypeKind::kBigInt:
      return days_to_numbers;
    default:
      return type.is_text() && text_bytes_max(type) >= 8 ? days_to_texts : nullptr;
  }
}

Convert find_for_timestamp(const spec::Type& type) {
  switch (type.kind) {
    case TypeKind::kDate:
      return microseconds_to_days;
    case TypeKind::kTimestamp:
    case TypeKind::kTimestampTz:
      return cut_fraction;
    case TypeKind::kBigInt:
      return microseconds_to_seconds;
    default:
      return type.is_text() ? timestamps_to_texts : nullptr;
  }
}

// Types that dbx passes to the engine as text.
bool is_passed_as_text(const spec::Type& type) {
  switch (type.kind) {
    case TypeKind::kUuid:
    case TypeKind::kJson:
    case TypeKind::kInterval:
    case TypeKind::kBinary:
    case TypeKind::kVarbinary:
    case TypeKind::kBlob:
    case TypeKind::kEngine:
      return true;
    default:
      return type.array;
  }
}

Convert find_conversion(Nature nature, const spec::Type& type) {
  // Batches hold 18 digits; past that scale nothing would be left before the point.
  if (type.kind == TypeKind::kDecimal && type.scale > 17) return nullptr;
  if (nature == Nature::kStored) return keep;
  if (is_passed_as_text(type)) return nature == Nature::kText ? keep : nullptr;
  switch (nature) {
    case Nature::kInteger:
      return find_for_integer(type);
    case Nature::kNumber:
      return find_for_number(type);
    case Nature::kBoolean:
      return type.is_text() ? booleans_to_texts : find_for_integer(type);
    case Nature::kDate:
      return find_for_date(type);
    case Nature::kTimestamp:
      return find_for_timestamp(type);
    case Nature::kTime:
      if (type.kind == TypeKind::kTime) return cut_fraction;
      return type.is_text() ? times_to_texts : nullptr;
    case Nature::kText:
      return type.is_text() ? cut_texts : nullptr;
    case Nature::kStored:
      return keep;
  }
  return nullptr;
}

class Adapted final : public Generator {
 public:
  Adapted(GeneratorPtr inner, Convert convert, spec::Type type)
      : inner_(std::move(inner)), convert_(convert), type_(std::move(type)) {}
  Nature nature() const override { return Nature::kStored; }
  void fill(Rows rows, Values& out) const override {
    inner_->fill(rows, out);
    convert_(out, type_);
  }

 private:
  GeneratorPtr inner_;
  Convert convert_;
  spec::Type type_;
};

std::string_view describe(Nature nature) {
  switch (nature) {
    case Nature::kInteger:
      return "whole numbers";
    case Nature::kNumber:
      return "numbers";
    case Nature::kBoolean:
      return "true or false";
    case Nature::kDate:
      return "dates";
    case Nature::kTimestamp:
      return "timestamps";
    case Nature::kTime:
      return "times of day";
    case Nature::kText:
    case Nature::kStored:
      return "text";
  }
  return "";
}

}  // namespace

Result<GeneratorPtr> adapt(GeneratorPtr generator, const spec::Type& type) {
  const Convert convert = find_conversion(generator->nature(), type);
  if (convert == nullptr) {
    return fail(
        Code::kBadFill,
        fmt::format("a {} column cannot hold {}", spec::print(type), describe(generator->nature())),
        "choose a generator that fits the type, or change the type");
  }
  return GeneratorPtr(std::make_unique<Adapted>(std::move(generator), convert, type));
}

}  // namespace dbx::seed

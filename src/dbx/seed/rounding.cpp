// Each in two ways: for values below 2^50, and one by one for all others.
#include "dbx/seed/rounding.h"

#include <bit>
#include <cassert>
#include <cmath>

#include "dbx/seed/lanes.h"

namespace dbx::seed {
namespace {

constexpr double kSmall = 0x1p50;
constexpr double kShift = 0x1.8p52;
constexpr auto kShiftBits = std::bit_cast<std::int64_t>(kShift);

// For whole values below 2^51 in size.
DBX_IN_LANES std::int64_t to_integer(double whole) {
  return std::bit_cast<std::int64_t>(whole + kShift) - kShiftBits;
}
DBX_IN_LANES double to_double(std::int64_t value) {
  return std::bit_cast<double>(value + kShiftBits) - kShift;
}
// To the nearest whole number, for values below 2^51 in size; -0 becomes 0.
DBX_IN_LANES double nearest(double value) { return (value + kShift) - kShift; }
DBX_IN_LANES double floor_small(double value) {
  const double whole = nearest(value);
  return whole - (whole > value ? 1.0 : 0.0);
}

DBX_LANES bool all_small(std::span<const double> values, double factor) {
  std::uint64_t reached = 0;
  for (std::size_t i = 0; i < values.size(); ++i) reached |= reaches(values[i] * factor, kSmall);
  return all_below(reached);
}
DBX_LANES bool all_small(std::span<const std::int64_t> values) {
  constexpr std::uint64_t kSpan = std::uint64_t{1} << 51U;
  std::uint64_t large = 0;
  for (std::size_t i = 0; i < values.size(); ++i) {
    large |= static_cast<std::uint64_t>(values[i]) + kSpan / 2;
  }
  return large < kSpan;
}

DBX_LANES void round_small(std::span<const double> values, double factor, double limit,
                           std::span<std::int64_t> out) {
  for (std::size_t i = 0; i < values.size(); ++i) {
    const double value = values[i] * factor;
    const double size = std::fabs(value);
    const double whole = size >= limit ? limit : floor_small(size + 0.5);
    out[i] = to_integer(std::copysign(whole, value));
  }
}

DBX_LANES void divide_small(std::span<const std::int64_t> values, double factor,
                            std::span<double> out) {
  for (std::size_t i = 0; i < values.size(); ++i) out[i] = to_double(values[i]) / factor;
}

DBX_LANES void floor_small(std::span<double> values, double unit) {
  for (std::size_t i = 0; i < values.size(); ++i) values[i] = floor_small(values[i] * unit) / unit;
}

// What a double cannot tell apart is clamped.
std::int64_t round_any(double value, std::int64_t limit) {
  const auto edge = static_cast<double>(limit);
  if (value >= edge) return limit;
  if (value <= -edge) return -limit;
  return static_cast<std::int64_t>(value < 0 ? value - 0.5 : value + 0.5);
}

double floor_any(double value, double unit) {
  const double wanted = value * unit;
  if (wanted >= 0x1p52 || wanted <= -0x1p52) return wanted / unit;  // whole already
  const auto cut = static_cast<double>(static_cast<std::int64_t>(wanted));
  return (cut > wanted ? cut - 1.0 : cut) / unit;
}

}  // namespace

void round_all(std::span<const double> values, double factor, std::int64_t limit,
               std::span<std::int64_t> out) {
  assert(values.size() == out.size());
  if (all_small(values, factor)) {
    return round_small(values, factor, static_cast<double>(limit), out);
  }
  for (std::size_t i = 0; i < values.size(); ++i) out[i] = round_any(values[i] * factor, limit);
}

void divide_all(std::span<const std::int64_t> values, double factor, std::span<double> out) {
  assert(values.size() == out.size());
  if (all_small(values)) return divide_small(values, factor, out);
  for (std::size_t i = 0; i < values.size(); ++i) {
    out[i] = static_cast<double>(values[i]) / factor;
  }
}

void floor_all(std::span<double> values, double unit) {
  if (all_small(values, unit)) return floor_small(values, unit);
  for (double& value : values) value = floor_any(value, unit);
}

}  // namespace dbx::seed

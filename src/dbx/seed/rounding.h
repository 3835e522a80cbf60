// Between numbers and what columns store, many values at once. Each is what the obvious cast and
// division give, bit for bit; below 2^50 in size a value goes between double and integer as the
// fraction bits of 1.5 * 2^52 + value, in vector instructions (lanes.h). Pure, thread-safe.
#pragma once

#include <cstdint>
#include <span>

namespace dbx::seed {

// value * factor, rounded half away from zero and kept within -limit..limit; limit <= 10^18.
void round_all(std::span<const double> values, double factor, std::int64_t limit,
               std::span<std::int64_t> out);
// value / factor.
void divide_all(std::span<const std::int64_t> values, double factor, std::span<double> out);
// Down to a whole multiple of 1 / unit, in place.
void floor_all(std::span<double> values, double unit);

}  // namespace dbx::seed

// Where randomness comes from: Philox4x32-10 (Salmon, Moraes, Dror, Shaw, SC'11) addressed by cell.
// key64 = hash(seed, engine version, table name); counter = (row low, row high, column id, draw).
// Any cell can be drawn alone, in any order, on any thread: there is no state. Pure, thread-safe.
#pragma once

#include <Random123/philox.h>

#include <array>
#include <bit>
#include <cstdint>
#include <span>
#include <string_view>

#include "dbx/base/hash.h"

namespace dbx::seed {

// Part of every key: raise it when any generator changes what it makes for the same spec and seed.
constexpr std::uint64_t kEngineVersion = 3;

// What a draw is for. The stream stands in the top byte of the counter's draw word, so that asking
// for NULLs never changes the values beside them.
enum class Stream : std::uint32_t { kValue = 0, kNull = 1, kDefect = 2 };

struct Bits {
  std::uint64_t first = 0;
  std::uint64_t second = 0;
};

inline std::uint64_t table_key(std::uint64_t seed, std::string_view table) {
  return hash64(table, mix64(seed) ^ (kEngineVersion * 0x9E3779B97F4A7C15ULL));
}
// From the stable name, never from the position: reordering columns changes no cell.
inline std::uint32_t column_id(std::string_view name) {
  return static_cast<std::uint32_t>(hash64(name) >> 32U);
}

// One stream of one column (or of a topic that several columns share, such as a row's place).
class Random {
 public:
  Random(std::uint64_t table_key, std::string_view column, Stream stream = Stream::kValue)
      : key_{{static_cast<std::uint32_t>(table_key), static_cast<std::uint32_t>(table_key >> 32U)}},
        column_(column_id(column)),
        stream_(static_cast<std::uint32_t>(stream) << 24U) {}

  // 128 bits of the cell. `draw` < 2^24 numbers the retries and further needs of one cell.
  Bits bits(std::int64_t row, std::uint32_t draw = 0) const {
    const auto address = static_cast<std::uint64_t>(row);
    const r123::Philox4x32::ctr_type counter{{static_cast<std::uint32_t>(address),
                                              static_cast<std::uint32_t>(address >> 32U), column_,
                                              stream_ | draw}};
    const auto block = r123::Philox4x32()(counter, key_);
    return {block[0] | (static_cast<std::uint64_t>(block[1]) << 32U),
            block[2] | (static_cast<std::uint64_t>(block[3]) << 32U)};
  }
  // bits(row) of each row, and to_unit of their first halves: the same, several rows at a time.
  // `out` is as long as `rows`.
  void fill(std::span<const std::int64_t> rows, std::span<Bits> out) const;
  void fill_units(std::span<const std::int64_t> rows, std::span<double> out) const;

 private:
  r123::Philox4x32::key_type key_;
  std::uint32_t column_;
  std::uint32_t stream_;
};

// In the open interval (0, 1): the middles of 2^52 equal cells, all exact, never an end and alike
// from both, so that inverse distribution functions are safe and 1 - u loses nothing. The cell's
// number n < 2^52 becomes a double as the fraction bits of 2^52 + n.
inline double to_unit(std::uint64_t bits) {
  const double cell = std::bit_cast<double>((bits >> 12U) | 0x4330000000000000ULL) - 0x1p52;
  return (cell + 0.5) * 0x1p-52;
}
// The largest and smallest of them.
inline constexpr double kUnitMax = 1.0 - 0x1p-53;
inline constexpr double kUnitMin = 0x1p-53;

// 0 <= result < bound, by multiply-high (Lemire, ACM TOMACS 29(1), 2019) without the rejection
// step: with 64 random bits the bias is below bound / 2^64.
inline std::int64_t below(std::uint64_t bits, std::int64_t bound) {
  __extension__ using Wide = unsigned __int128;
  return static_cast<std::int64_t>((static_cast<Wide>(bits) * static_cast<std::uint64_t>(bound)) >>
                                   64U);
}

}  // namespace dbx::seed

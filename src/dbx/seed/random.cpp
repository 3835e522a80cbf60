// Philox4x32-10 for many rows at once. Each 32-bit word of the counter stands in the low half of a
// 64-bit lane, where AVX2 multiplies it by one instruction; what is left in the high halves is
// never read. Other processors, and rows that do not fill the lanes, take one row at a time.
#include "dbx/seed/random.h"

#include <algorithm>
#include <cassert>
#include <cstring>

#ifdef __x86_64__
#include <immintrin.h>
#endif

namespace dbx::seed {
namespace {

constexpr std::size_t kChunk = 256;  // of units, so that their bits stay in the nearest cache

#ifdef __x86_64__

constexpr std::size_t kLanes = 4;
constexpr std::size_t kVectors = 2;  // side by side, so that one's multiplications hide the other's
constexpr std::size_t kStep = kLanes * kVectors;

using Lanes = std::uint64_t __attribute__((vector_size(8 * kLanes)));

struct Counter {
  std::uint64_t column;
  std::uint64_t draw;
};

// `count` is a multiple of kStep.
__attribute__((target("avx2"))) void philox(const std::int64_t* rows, std::size_t count,
                                            Counter counter, std::array<std::uint32_t, 2> key,
                                            Bits* out) {
  for (std::size_t row = 0; row < count; row += kStep) {
    std::array<std::array<Lanes, 4>, kVectors> words;
    for (std::size_t v = 0; v < kVectors; ++v) {
      Lanes address;
      std::memcpy(&address, rows + row + kLanes * v, sizeof address);
      words[v] = {address, address >> 32U, Lanes{} + counter.column, Lanes{} + counter.draw};
    }
    std::array<std::uint32_t, 2> round_key = key;
    for (int round = 0; round < 10; ++round) {
      for (auto& [a, b, c, d] : words) {
        const auto from_a = reinterpret_cast<Lanes>(
            _mm256_mul_epu32(reinterpret_cast<__m256i>(a), _mm256_set1_epi64x(PHILOX_M4x32_0)));
        const auto from_c = reinterpret_cast<Lanes>(
            _mm256_mul_epu32(reinterpret_cast<__m256i>(c), _mm256_set1_epi64x(PHILOX_M4x32_1)));
        a = (from_c >> 32U) ^ b ^ round_key[0];
        b = from_c;
        c = (from_a >> 32U) ^ d ^ round_key[1];
        d = from_a;
      }
      round_key[0] += PHILOX_W32_0;
      round_key[1] += PHILOX_W32_1;
    }
    for (std::size_t v = 0; v < kVectors; ++v) {
      const auto& [a, b, c, d] = words[v];
      const Lanes first = (a & 0xFFFFFFFFU) | (b << 32U);
      const Lanes second = (c & 0xFFFFFFFFU) | (d << 32U);
      for (std::size_t lane = 0; lane < kLanes; ++lane) {
        out[row + kLanes * v + lane] = {first[lane], second[lane]};
      }
    }
  }
}

const bool kHasLanes = __builtin_cpu_supports("avx2") != 0;

#endif

}  // namespace

void Random::fill(std::span<const std::int64_t> rows, std::span<Bits> out) const {
  assert(rows.size() == out.size());
  std::size_t done = 0;
#ifdef __x86_64__
  if (kHasLanes) {
    done = rows.size() / kStep * kStep;
    philox(rows.data(), done, {column_, stream_}, {key_[0], key_[1]}, out.data());
  }
#endif
  for (; done < rows.size(); ++done) out[done] = bits(rows[done]);
}

void Random::fill_units(std::span<const std::int64_t> rows, std::span<double> out) const {
  assert(rows.size() == out.size());
  std::array<Bits, kChunk> chunk;
  for (std::size_t begin = 0; begin < rows.size(); begin += kChunk) {
    const std::size_t count = std::min(kChunk, rows.size() - begin);
    fill(rows.subspan(begin, count), std::span(chunk).first(count));
    for (std::size_t i = 0; i < count; ++i) out[begin + i] = to_unit(chunk[i].first);
  }
}

}  // namespace dbx::seed

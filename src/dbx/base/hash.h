// Hashes: SHA-256 for what must not be forged (ledger, plans), a mixer for what must be fast.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace dbx {

// Lower-case hexadecimal SHA-256 (FIPS 180-4), by OpenSSL.
std::string sha256(std::string_view bytes);

// Finaliser of SplitMix64 (Steele, Lea, Flood, OOPSLA 2014): a bijection with full avalanche.
constexpr std::uint64_t mix64(std::uint64_t x) {
  x ^= x >> 30;
  x *= 0xBF58476D1CE4E5B9ULL;
  x ^= x >> 27;
  x *= 0x94D049BB133111EBULL;
  return x ^ (x >> 31);
}

// FNV-1a over bytes, then mix64: stable names to 64-bit ids. Not for adversaries.
constexpr std::uint64_t hash64(std::string_view bytes, std::uint64_t seed = 0) {
  std::uint64_t state = 0xCBF29CE484222325ULL ^ mix64(seed);
  for (const char c : bytes) {
    state ^= static_cast<unsigned char>(c);
    state *= 0x100000001B3ULL;
  }
  return mix64(state);
}

}  // namespace dbx

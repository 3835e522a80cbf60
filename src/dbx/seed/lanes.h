// DBX_LANES before a function: compiled twice, for processors with AVX2 and for those without, and
// chosen when the program starts, so that its loops take four values at a time where they can.
// Results do not differ: each value has the same operations in the same order. The files that use
// it are compiled with -O3 (src/dbx/CMakeLists.txt). What such a function calls must be inlined
// (DBX_IN_LANES), and no constructor, an iterator's either: clang 16 leaves out those that nothing
// else calls.
#pragma once

#include <bit>
#include <cstdint>

#ifdef __x86_64__
#define DBX_LANES __attribute__((target_clones("avx2", "default")))
#else
#define DBX_LANES
#endif
#define DBX_IN_LANES __attribute__((always_inline)) inline

namespace dbx::seed {

// The top bit is set where |value| >= limit or value is not a number: collected by | over a loop,
// it says whether all values are below. (Bit patterns are ordered as the sizes are.)
DBX_IN_LANES std::uint64_t reaches(double value, double limit) {
  constexpr std::uint64_t kTop = std::uint64_t{1} << 63U;
  return (std::bit_cast<std::uint64_t>(value) & ~kTop) +
         (kTop - std::bit_cast<std::uint64_t>(limit));
}
constexpr bool all_below(std::uint64_t reached) { return reached >> 63U == 0; }

}  // namespace dbx::seed

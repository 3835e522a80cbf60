// Levels that carry over: a balance, a stock, a probability of one entity from period to period. A
// pure function of the address, like every cell: the entity's own level, times a factor that is
// interpolated between noise at every fourth period and may fall towards the end. Thread-safe.
#pragma once

#include <cstdint>

#include "dbx/seed/generator.h"

namespace dbx::seed {

// Both 0 for a level that stays.
struct Carry {
  double wobble = 0;  // 0..1: the factor moves between 1 - wobble and 1
  double decay = 0;   // 0..1: how much of the level is gone by the last period
};

struct Periods {
  std::int64_t entities = 0;  // row r is entity r % entities in period r / entities
  std::int64_t periods = 0;
  std::int64_t extra_periods = 0;  // after them: topped up
};

// `stored` makes the entity's own level in each of its rows, fitted to the column already.
GeneratorPtr carried(GeneratorPtr stored, bool is_double, const Carry& carry, const Periods& layout,
                     std::uint64_t key);

}  // namespace dbx::seed

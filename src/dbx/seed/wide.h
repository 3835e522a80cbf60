// Texts as long as their column allows: what breaks buffers, pages and screens.
#pragma once

#include <cstdint>

#include "dbx/seed/generator.h"

namespace dbx::seed {

constexpr std::size_t kWideMax = 4000;  // bytes, of columns without a limit

// `inner`, its texts repeated up to the length of the column in `rate` of the rows.
GeneratorPtr widened(GeneratorPtr inner, const spec::Column& column, std::uint64_t key,
                     double rate);

}  // namespace dbx::seed

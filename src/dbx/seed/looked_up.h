// Keys of small parents, kept: a foreign key reads its value from memory instead of making it.
#pragma once

#include <cstdint>

#include "dbx/seed/generator.h"

namespace dbx::seed {

// `key` asked for parent_row(row), out of a table of its values where it is a whole number and has
// at most 65,536 of them. Borrows `key` otherwise.
GeneratorPtr look_up(IndexPtr parent_row, const Generator& key, const spec::Type& type,
                     std::int64_t rows);

}  // namespace dbx::seed

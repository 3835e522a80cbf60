// A cell of a batch as SQLite stores it: dates and times as ISO text, decimals as numbers of the
// column's affinity.
#pragma once

#include <sqlite3.h>

#include <cstddef>

#include "dbx/database/database.h"

namespace dbx::dialect::sqlite {

// Makes cell `row` of the batch the result of a virtual table's xColumn. Text points into the batch
// and stays valid as long as it does.
void set_result(sqlite3_context* context, const spec::Type& type,
                const database::ColumnBatch& batch, std::size_t row);

}  // namespace dbx::dialect::sqlite

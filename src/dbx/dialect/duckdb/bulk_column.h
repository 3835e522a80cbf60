// One column of a bulk load, from a batch into DuckDB's vector. Thread-safe for different vectors.
#pragma once

#include <duckdb.h>

#include <cstddef>

#include "dbx/database/database.h"

namespace dbx::dialect::duckdb {

// The vector's type: the column's own, or VARCHAR for what DuckDB casts from text.
duckdb_logical_type make_bulk_type(const spec::Type& type);
// Does the column arrive as VARCHAR and need a cast to its type?
bool is_bulk_cast(const spec::Type& type);
void write_bulk_column(duckdb_vector vector, const spec::Type& type,
                       const database::ColumnBatch& batch, std::size_t count);

}  // namespace dbx::dialect::duckdb

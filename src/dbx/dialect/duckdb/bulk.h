// DuckDB's road for rows in bulk: a table function over a RowSource, read in parallel by
// INSERT ... SELECT (design: seeding, "Roads to the database").
#pragma once

#include <memory>

#include "dbx/database/database.h"
#include "dbx/dialect/duckdb/connection.h"

namespace dbx::dialect::duckdb {

// Borrows the connection, whose transaction it loads into. Row order in the table is not kept.
// While a load runs, the instance's settings `threads` and `preserve_insertion_order` are its own;
// they are put back after. Errors of load(): interrupted, no-space, query-failed (DuckDB's words).
std::unique_ptr<database::BulkLoader> make_bulk_loader(DuckdbConnection& connection);

}  // namespace dbx::dialect::duckdb

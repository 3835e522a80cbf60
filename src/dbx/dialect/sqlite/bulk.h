// Rows in bulk into SQLite.
#pragma once

#include <memory>

#include "dbx/dialect/sqlite/connection.h"

namespace dbx::dialect::sqlite {

// One prepared INSERT, run row by row on the connection's own thread.
std::unique_ptr<database::BulkLoader> make_bulk_loader(SqliteConnection& connection);

}  // namespace dbx::dialect::sqlite

// SQLite's reader session. Opened read-only; an authorizer allows SELECT, reading the user's tables
// and the functions on a list, and nothing else (ATTACH, VACUUM INTO, PRAGMA pass the engine's own
// idea of read-only); limits; a handler that ends a query for its time or memory.
#pragma once

#include <memory>

#include "dbx/dialect/reader.h"
#include "dbx/dialect/sqlite/connection.h"

namespace dbx::dialect::sqlite {

// Takes over a session that was opened with SQLITE_OPEN_READONLY.
Result<std::unique_ptr<ReaderSession>> make_reader_session(
    std::unique_ptr<SqliteConnection> connection);

}  // namespace dbx::dialect::sqlite

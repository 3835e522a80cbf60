// DuckDB's reader session. The file is attached read-only, then everything outside it is shut off
// and the settings are locked; one statement of type SELECT; a watchdog for the time.
#pragma once

#include <memory>

#include "dbx/dialect/duckdb/connection.h"
#include "dbx/dialect/reader.h"

namespace dbx::dialect::duckdb {

// Takes over a session whose file is attached read-only, and locks it down.
Result<std::unique_ptr<ReaderSession>> make_reader_session(
    std::unique_ptr<DuckdbConnection> connection, const Caps& caps);

}  // namespace dbx::dialect::duckdb

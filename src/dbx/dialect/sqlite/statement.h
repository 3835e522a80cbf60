// A prepared statement of SQLite: values in, values out, what went wrong.
#pragma once

#include <sqlite3.h>

#include <string_view>

#include "dbx/database/database.h"

namespace dbx::dialect::sqlite {

class StatementHandle {
 public:
  ~StatementHandle() { sqlite3_finalize(statement); }
  sqlite3_stmt* statement = nullptr;
};

// An error code of SQLite's; positions count from 1.
int bind(sqlite3_stmt* statement, int position, const database::Value& value);
database::Value read_cell(sqlite3_stmt* statement, int column);
// The session's last error: query-failed, no-space, interrupted, database-locked, not-a-database.
Diagnostic statement_error(sqlite3* database, std::string_view sql);

}  // namespace dbx::dialect::sqlite

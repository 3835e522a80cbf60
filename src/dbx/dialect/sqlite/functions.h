// Functions that dbx adds to a SQLite session.
#pragma once

#include <sqlite3.h>

namespace dbx::dialect::sqlite {

void add_functions(sqlite3* database);

}  // namespace dbx::dialect::sqlite

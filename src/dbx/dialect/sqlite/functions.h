// Functions that dbx adds to a SQLite session, for what queries need and SQLite lacks. To add one:
// a line in add_functions() or add_scalar_functions(), and its name in reader.cpp where a query of
// people's may call it.
#pragma once

#include <sqlite3.h>

#include <string>
#include <string_view>

namespace dbx::dialect::sqlite {

void add_functions(sqlite3* database);
// scalar_functions.cpp
void add_scalar_functions(sqlite3* database);

// A pattern of LIKE with backslash as its escape as one of GLOB: % is *, _ is ?.
std::string glob_of(std::string_view pattern);

}  // namespace dbx::dialect::sqlite

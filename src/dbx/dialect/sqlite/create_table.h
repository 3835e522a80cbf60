// Reading a CREATE TABLE statement back: SQLite's catalog keeps the text, and its pragmas leave out
// checks, collations, computed columns and when a key is checked.
#pragma once

#include <string>
#include <string_view>

#include "dbx/base/diagnostic.h"
#include "dbx/schema/schema.h"

namespace dbx::dialect::sqlite {

// Columns, keys, checks, options; indexes are statements of their own. Foreign keys without columns
// reference a primary key: their referenced_columns are left empty. What a Schema does not hold
// (ON CONFLICT) is noted.
schema::Table read_create_table(std::string_view sql, const std::string& name, Diagnostics& notes);
// The parts of an index, its condition, and whether it is unique.
schema::Index read_create_index(std::string_view sql, const std::string& name);

}  // namespace dbx::dialect::sqlite

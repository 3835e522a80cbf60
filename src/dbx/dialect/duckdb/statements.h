// The text of single DDL statements, without the final semicolon.
#pragma once

#include <string>
#include <string_view>

#include "dbx/schema/schema.h"

namespace dbx::dialect::duckdb {

// " DEFAULT ...", or nothing.
std::string column_default(const std::string& table, const schema::Column& column);
// Without indexes and comments; `name` may differ from the table's own while it is rebuilt.
std::string create_table(const schema::Table& table, std::string_view name);
std::string create_index(const std::string& table, const schema::Index& index);
std::string drop_index(const schema::Index& index);
// The sequence behind an identity column.
std::string create_sequence(const std::string& table, const schema::Column& column);
std::string drop_sequence(const std::string& table, const schema::Column& column);
// An empty `column`: the table's own comment; an empty comment removes it.
std::string set_comment(const std::string& table, const std::string& column,
                        const std::string& comment);

}  // namespace dbx::dialect::duckdb

// The text of single DDL statements, without the final semicolon.
#pragma once

#include <string>
#include <string_view>

#include "dbx/schema/schema.h"

namespace dbx::dialect::duckdb {

// name TYPE [COLLATE c] [DEFAULT ...] [NOT NULL], or its computation; an identity's default is the
// sequence named after the table and column.
std::string column_definition(const schema::Name& table, const schema::Column& column);
// " DEFAULT ...", or nothing.
std::string column_default(const schema::Name& table, const schema::Column& column);
// Without indexes and comments; `name` may differ from the table's own while it is rebuilt.
std::string create_table(const schema::Table& table, const schema::Name& name);
std::string create_index(const schema::Name& table, const schema::Index& index);
std::string drop_index(const schema::Name& table, const schema::Index& index);
std::string create_view(const schema::View& view);
// The sequence behind an identity column.
std::string create_sequence(const schema::Name& table, const schema::Column& column);
std::string drop_sequence(const schema::Name& table, const schema::Column& column);
// A new sequence goes on after the numbers that the table's rows have.
std::string continue_sequence(const schema::Name& table, const schema::Column& column);
// `what`: TABLE, COLUMN, VIEW; an empty comment removes it.
std::string set_comment(std::string_view what, std::string_view quoted, const std::string& comment);

}  // namespace dbx::dialect::duckdb

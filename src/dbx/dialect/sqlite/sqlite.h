// SQLite as a dialect: the pieces of this folder, put together in dialect.cpp.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "dbx/dialect/dialect.h"
#include "dbx/dialect/rebuild.h"
#include "dbx/dialect/sqlite/connection.h"

namespace dbx::dialect::sqlite {

const Dialect& instance();

// types.cpp
std::string type_name(const spec::Type& type);
// A declared type that is one of the whitelist, else engine:"AS DECLARED"; none at all is NONE.
spec::Type read_declared_type(std::string_view declared);

// quote.cpp
std::string quote(std::string_view identifier);
std::string quote_text(std::string_view value);
std::string quote_list(const std::vector<std::string>& identifiers);

// meaning.cpp: SQLite keeps text as it was written; its meaning is the same words whatever their
// case, spacing and quotes, every identifier in double quotes.
std::string meaning_of(std::string_view expression);
void fill_meanings(schema::Schema& schema);

// statements.cpp, ddl.cpp, select.cpp, realise.cpp, inspect.cpp
std::string create_table(const schema::Table& table, std::string_view name);
std::string create_index(const std::string& table, const schema::Index& index);
std::string column_definition(const schema::Table& table, const schema::Column& column);
Result<std::vector<Statement>> write_plan(const plan::Plan& plan);
std::string write_select(const query::Select& select);
Result<Realised> realise(const schema::Schema& schema);
Result<schema::Schema> inspect(database::Connection& connection, Diagnostics& notes);

// backup.cpp: as Dialect::row_sum and Dialect::back_up.
Result<RowSum> row_sum(database::Connection& connection, const schema::Table& table);
Status back_up(database::Connection& connection, const schema::Schema& tables,
               const std::string& path);

}  // namespace dbx::dialect::sqlite

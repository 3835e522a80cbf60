// DuckDB as a dialect: the pieces of this folder, put together in dialect.cpp.
#pragma once

#include "dbx/dialect/dialect.h"
#include "dbx/dialect/duckdb/connection.h"
#include "dbx/dialect/rebuild.h"

namespace dbx::dialect::duckdb {

const Dialect& instance();

// types.cpp
std::string type_name(const spec::Type& type);
// The type as DuckDB keeps it: no lengths, no fractional digits of times.
spec::Type stored_type(const spec::Type& type);
// What duckdb_columns() calls a type; types without a counterpart become engine:"...".
spec::Type read_catalog_type(std::string_view catalog_name);

// quote.cpp
std::string quote(std::string_view identifier);
std::string quote_text(std::string_view value);
std::string quote(const schema::Name& name);
std::string quote_list(const std::vector<std::string>& identifiers);
// The sequence behind an identity column.
schema::Name sequence_name(const schema::Name& table, std::string_view column);

// clear.cpp: by the name after. Errors: unsupported-change where a physical foreign key of another
// table holds on to one of them.
Result<std::map<schema::Name, Rebuild>> tables_to_rebuild(const plan::Plan& plan);
enum class Rows { kKeep, kDrop };
void write_rebuilds(const schema::Schema& target, const std::map<schema::Name, Rebuild>& rebuilds,
                    Rows rows, std::vector<Statement>& statements);
// As Dialect::write_clear. Errors: unsupported-change for tables with physical foreign keys.
Result<std::vector<Statement>> write_clear(const schema::Schema& live,
                                           const std::vector<std::string>& tables);

// ddl.cpp, select.cpp, realise.cpp, inspect.cpp
Result<std::vector<Statement>> write_plan(const plan::Plan& plan);
std::string write_select(const query::Select& select);
Result<Realised> realise(const schema::Schema& schema);
// The type is that of the schema, views as the engine prints them.
Result<schema::Schema> inspect(database::Connection& connection, Diagnostics& notes);

// backup.cpp: as Dialect::row_sum and Dialect::back_up.
Result<RowSum> row_sum(database::Connection& connection, const schema::Table& table);
Status back_up(database::Connection& connection, const schema::Schema& tables,
               const std::string& path);

}  // namespace dbx::dialect::duckdb

// DuckDB as a dialect: the pieces of this folder, put together in dialect.cpp.
#pragma once

#include "dbx/dialect/dialect.h"
#include "dbx/dialect/duckdb/connection.h"

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
std::string quote_list(const std::vector<std::string>& identifiers);
// The sequence behind an identity column.
std::string sequence_name(std::string_view table, std::string_view column);

// ddl.cpp, select.cpp, realise.cpp, inspect.cpp
Result<std::vector<Statement>> write_plan(const plan::Plan& plan);
std::string write_select(const query::Select& select);
Result<Realised> realise(const schema::Schema& schema);
Result<schema::Schema> inspect(database::Connection& connection, Diagnostics& notes);

}  // namespace dbx::dialect::duckdb

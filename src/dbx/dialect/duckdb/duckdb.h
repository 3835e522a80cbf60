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

// rebuilds.cpp: what goes and comes again, and what comes and goes for good among it, for foreign
// keys tie it to them.
struct Rebuilds {
  std::map<schema::Name, Rebuild> tables;  // by the name after
  std::vector<const schema::Table*> joining;
  std::vector<const plan::DropTable*> leaving;
};
// Valid while the plan lives. Errors: unsupported-change for a table that references itself by
// several physical foreign keys.
Result<Rebuilds> tables_to_rebuild(const plan::Plan& plan);
bool is_physical(const schema::ForeignKey& key);
// The physical foreign keys from the table to itself.
std::vector<const schema::ForeignKey*> self_references(const schema::Table& table);
// write_rebuilds.cpp
enum class Rows { kKeep, kDrop };
void write_rebuilds(const schema::Schema& current, const schema::Schema& target,
                    const Rebuilds& rebuilds, Rows rows, std::vector<Statement>& statements);
// clear.cpp: as Dialect::write_clear. Errors: unsupported-change for tables with physical foreign
// keys.
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

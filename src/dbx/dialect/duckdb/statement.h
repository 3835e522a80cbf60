// A prepared statement of DuckDB: values in, values out.
#pragma once

#include <duckdb.h>

#include <string>
#include <string_view>
#include <vector>

#include "dbx/database/database.h"

namespace dbx::dialect::duckdb {

// Frees what the C API hands out, at the end of the scope.
class StatementHandle {
 public:
  ~StatementHandle() { duckdb_destroy_prepare(&statement); }
  duckdb_prepared_statement statement = nullptr;
};
class ResultHandle {
 public:
  ~ResultHandle() { duckdb_destroy_result(&result); }
  duckdb_result result{};
};

// Where memory ended the engine has no words either.
std::string_view words_of(const char* error);
// Positions count from 1.
duckdb_state bind(duckdb_prepared_statement statement, idx_t position,
                  const database::Value& value);
// Names and alignment of the columns of a SELECT.
void describe(duckdb_prepared_statement statement, database::ResultSet& into);
// A SELECT whose other types (decimals, dates, lists) the engine itself prints as text; empty where
// there are none.
std::string with_text_columns(std::string_view sql, duckdb_prepared_statement statement);
// The rows of a chunk, whose columns are of four types by then.
std::vector<std::vector<database::Value>> read_chunk(duckdb_data_chunk chunk,
                                                     const std::vector<duckdb_type>& types);
std::vector<duckdb_type> column_types(duckdb_result& result);

}  // namespace dbx::dialect::duckdb

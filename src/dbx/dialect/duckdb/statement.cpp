// Binding and reading, type by type.
#include "dbx/dialect/duckdb/statement.h"

#include <fmt/format.h>

namespace dbx::dialect::duckdb {

using database::ResultSet;
using database::Value;

namespace {

bool is_numeric(duckdb_type type) {
  switch (type) {
    case DUCKDB_TYPE_TINYINT:
    case DUCKDB_TYPE_SMALLINT:
    case DUCKDB_TYPE_INTEGER:
    case DUCKDB_TYPE_BIGINT:
    case DUCKDB_TYPE_UTINYINT:
    case DUCKDB_TYPE_USMALLINT:
    case DUCKDB_TYPE_UINTEGER:
    case DUCKDB_TYPE_UBIGINT:
    case DUCKDB_TYPE_HUGEINT:
    case DUCKDB_TYPE_UHUGEINT:
    case DUCKDB_TYPE_FLOAT:
    case DUCKDB_TYPE_DOUBLE:
    case DUCKDB_TYPE_DECIMAL:
      return true;
    default:
      return false;
  }
}

// One cell of a chunk whose column was cast to one of four types by the wrapper below.
Value read_cell(duckdb_type type, duckdb_vector vector, idx_t row) {
  std::uint64_t* validity = duckdb_vector_get_validity(vector);
  if (validity != nullptr && !duckdb_validity_row_is_valid(validity, row)) return std::monostate{};
  void* data = duckdb_vector_get_data(vector);
  switch (type) {
    case DUCKDB_TYPE_BOOLEAN:
      return static_cast<bool*>(data)[row];
    case DUCKDB_TYPE_TINYINT:
      return std::int64_t{static_cast<std::int8_t*>(data)[row]};
    case DUCKDB_TYPE_SMALLINT:
      return std::int64_t{static_cast<std::int16_t*>(data)[row]};
    case DUCKDB_TYPE_INTEGER:
      return std::int64_t{static_cast<std::int32_t*>(data)[row]};
    case DUCKDB_TYPE_BIGINT:
      return static_cast<std::int64_t*>(data)[row];
    case DUCKDB_TYPE_FLOAT:
      return double{static_cast<float*>(data)[row]};
    case DUCKDB_TYPE_DOUBLE:
      return static_cast<double*>(data)[row];
    default: {
      auto* text = static_cast<duckdb_string_t*>(data) + row;
      return std::string(duckdb_string_t_data(text), duckdb_string_t_length(*text));
    }
  }
}

bool reads_directly(duckdb_type type) {
  switch (type) {
    case DUCKDB_TYPE_BOOLEAN:
    case DUCKDB_TYPE_TINYINT:
    case DUCKDB_TYPE_SMALLINT:
    case DUCKDB_TYPE_INTEGER:
    case DUCKDB_TYPE_BIGINT:
    case DUCKDB_TYPE_FLOAT:
    case DUCKDB_TYPE_DOUBLE:
    case DUCKDB_TYPE_VARCHAR:
      return true;
    default:
      return false;
  }
}

}  // namespace

std::string_view words_of(const char* error) { return error == nullptr ? "out of memory" : error; }

duckdb_state bind(duckdb_prepared_statement statement, idx_t position, const Value& value) {
  struct Binder {
    duckdb_prepared_statement statement;
    idx_t position;
    duckdb_state operator()(std::monostate) const { return duckdb_bind_null(statement, position); }
    duckdb_state operator()(bool truth) const {
      return duckdb_bind_boolean(statement, position, truth);
    }
    duckdb_state operator()(std::int64_t number) const {
      return duckdb_bind_int64(statement, position, number);
    }
    duckdb_state operator()(double number) const {
      return duckdb_bind_double(statement, position, number);
    }
    duckdb_state operator()(const std::string& text) const {
      return duckdb_bind_varchar_length(statement, position, text.data(), text.size());
    }
  };
  return std::visit(Binder{statement, position}, value);
}

std::string with_text_columns(std::string_view sql, duckdb_prepared_statement statement) {
  if (duckdb_prepared_statement_type(statement) != DUCKDB_STATEMENT_TYPE_SELECT) return {};
  std::string items;
  std::string aliases;
  bool wrap = false;
  const idx_t count = duckdb_prepared_statement_column_count(statement);
  for (idx_t i = 0; i < count; ++i) {
    const bool direct = reads_directly(duckdb_prepared_statement_column_type(statement, i));
    wrap = wrap || !direct;
    items += fmt::format("{}c{}{}", i == 0 ? "" : ", ", i, direct ? "" : "::VARCHAR");
    aliases += fmt::format("{}c{}", i == 0 ? "" : ", ", i);
  }
  if (!wrap) return {};
  return fmt::format("SELECT {} FROM ({}\n) AS dbx_result({})", items, sql, aliases);
}

void describe(duckdb_prepared_statement statement, ResultSet& into) {
  const idx_t columns = duckdb_prepared_statement_column_count(statement);
  for (idx_t i = 0; i < columns; ++i) {
    const char* name = duckdb_prepared_statement_column_name(statement, i);
    into.columns.emplace_back(name == nullptr ? "" : name);
    duckdb_free(const_cast<char*>(name));
    into.is_numeric.push_back(is_numeric(duckdb_prepared_statement_column_type(statement, i)));
  }
}

std::vector<duckdb_type> column_types(duckdb_result& result) {
  std::vector<duckdb_type> types;
  for (idx_t i = 0; i < duckdb_column_count(&result); ++i) {
    types.push_back(duckdb_column_type(&result, i));
  }
  return types;
}

std::vector<std::vector<Value>> read_chunk(duckdb_data_chunk chunk,
                                           const std::vector<duckdb_type>& types) {
  std::vector<std::vector<Value>> rows(duckdb_data_chunk_get_size(chunk));
  for (idx_t row = 0; row < rows.size(); ++row) {
    rows[row].reserve(types.size());
    for (idx_t i = 0; i < types.size(); ++i) {
      rows[row].push_back(read_cell(types[i], duckdb_data_chunk_get_vector(chunk, i), row));
    }
  }
  return rows;
}

}  // namespace dbx::dialect::duckdb

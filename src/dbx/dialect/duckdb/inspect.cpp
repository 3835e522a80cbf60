// Reads the catalog of a DuckDB database into a Schema: four queries whatever the number of tables.
#include <fmt/format.h>

#include <map>

#include "dbx/base/text.h"
#include "dbx/dialect/duckdb/duckdb.h"

namespace dbx::dialect::duckdb {
namespace {

using database::ResultSet;
using database::to_text;
using database::Value;
using schema::Schema;
using schema::Table;

// dbx's own tables are no part of the user's schema.
constexpr std::string_view kUserTables =
    "database_name = current_database() AND schema_name = 'main' AND NOT internal AND "
    "table_name NOT LIKE 'db\\_assistant\\_%' ESCAPE '\\'";

bool is_null(const Value& value) { return std::holds_alternative<std::monostate>(value); }
bool is_true(const Value& value) {
  const bool* truth = std::get_if<bool>(&value);
  return truth != nullptr && *truth;
}
std::string text_or_empty(const Value& value) { return is_null(value) ? "" : to_text(value); }

// Lists come joined by a character that no name should hold (U+001F, unit separator).
constexpr char kSeparator = '\x1F';
std::vector<std::string> read_list(const Value& value) {
  std::vector<std::string> items;
  const std::string joined = text_or_empty(value);
  if (joined.empty()) return items;
  for (const std::string_view item : text::split(joined, kSeparator)) items.emplace_back(item);
  return items;
}

Diagnostic not_modelled(std::string message) {
  Diagnostic diagnostic;
  diagnostic.code = Code::kNotModelled;
  diagnostic.severity = Severity::kInfo;
  diagnostic.message = std::move(message);
  return diagnostic;
}

class Inspector {
 public:
  Inspector(database::Connection& connection, Diagnostics& notes)
      : connection_(connection), notes_(notes) {}

  Result<Schema> inspect() {
    DBX_CHECK_OK(tables());
    DBX_CHECK_OK(columns());
    DBX_CHECK_OK(constraints());
    DBX_CHECK_OK(indexes());
    DBX_CHECK_OK(others());
    Schema schema;
    for (auto& [name, table] : tables_) schema.tables.push_back(std::move(table));
    return schema;
  }

 private:
  Result<ResultSet> read(std::string_view items, std::string_view function,
                         std::string_view order) {
    return connection_.query(
        fmt::format("SELECT {} FROM {} WHERE {} ORDER BY {}", items, function, kUserTables, order));
  }

  Table* find(const Value& name) {
    const auto found = tables_.find(to_text(name));
    return found == tables_.end() ? nullptr : &found->second;
  }

  Status tables() {
    DBX_TRY(const ResultSet found, read("table_name, comment", "duckdb_tables()", "table_name"));
    for (const auto& row : found.rows) {
      Table table;
      table.name = to_text(row[0]);
      table.comment = text_or_empty(row[1]);
      tables_.emplace(table.name, std::move(table));
    }
    return {};
  }

  Status columns() {
    DBX_TRY(const ResultSet found,
            read("table_name, column_name, data_type, is_nullable, column_default, comment",
                 "duckdb_columns()", "table_name, column_index"));
    for (const auto& row : found.rows) {
      Table* table = find(row[0]);
      if (table == nullptr) continue;  // a view's column
      schema::Column column;
      column.name = to_text(row[1]);
      column.type = read_catalog_type(to_text(row[2]));
      column.nullable = is_true(row[3]);
      column.comment = text_or_empty(row[5]);
      if (!is_null(row[4])) {
        const std::string expression = to_text(row[4]);
        const std::string own =
            fmt::format("nextval({})", quote_text(sequence_name(table->name, column.name)));
        column.identity = expression == own;
        if (!column.identity) column.default_value = expression;
      }
      table->columns.push_back(std::move(column));
    }
    return {};
  }

  Status constraints() {
    DBX_TRY(const ResultSet found,
            read("table_name, constraint_type, expression, "
                 "array_to_string(constraint_column_names, chr(31)), referenced_table, "
                 "array_to_string(referenced_column_names, chr(31))",
                 "(SELECT *, false AS internal FROM duckdb_constraints())",
                 "table_name, constraint_index"));
    for (const auto& row : found.rows) {
      Table* table = find(row[0]);
      if (table == nullptr) continue;
      const std::string type = to_text(row[1]);
      const std::vector<std::string> names = read_list(row[3]);
      if (type == "PRIMARY KEY") {
        table->primary_key = schema::Key{"", names, schema::Enforcement::kPhysical};
      } else if (type == "UNIQUE") {
        table->uniques.push_back({"", names, schema::Enforcement::kPhysical});
      } else if (type == "CHECK") {
        table->checks.push_back({"", to_text(row[2])});
      } else if (type == "FOREIGN KEY") {
        schema::ForeignKey key;
        key.columns = names;
        key.table = to_text(row[4]);
        key.referenced_columns = read_list(row[5]);
        key.enforcement = schema::Enforcement::kPhysical;
        table->foreign_keys.push_back(std::move(key));
      }
    }
    return {};
  }

  Status indexes() {
    DBX_TRY(const ResultSet found,
            read("table_name, index_name, is_unique, expressions",
                 "(SELECT *, false AS internal FROM duckdb_indexes())", "table_name, index_name"));
    for (const auto& row : found.rows) {
      Table* table = find(row[0]);
      if (table == nullptr) continue;
      schema::Index index;
      index.name = to_text(row[1]);
      index.unique = is_true(row[2]);
      if (read_index_columns(to_text(row[3]), *table, index.columns)) {
        table->indexes.push_back(std::move(index));
      } else {
        notes_.push_back(not_modelled(fmt::format(
            "index '{}' on {} is over an expression and left out", index.name, table->name)));
      }
    }
    return {};
  }

  // "[a, '\"My Column\"']": names of columns, or something that is no plain column.
  static bool read_index_columns(std::string_view list, const Table& table,
                                 std::vector<std::string>& columns) {
    list = text::trim(list);
    if (list.size() < 2) return false;
    for (std::string_view item : text::split(list.substr(1, list.size() - 2), ',')) {
      item = text::trim(item);
      if (item.size() >= 2 && item.front() == '\'') item = item.substr(1, item.size() - 2);
      std::string name(item);
      if (item.size() >= 2 && item.front() == '"') {
        name = text::replace_all(item.substr(1, item.size() - 2), "\"\"", "\"");
      }
      if (schema::find_column(table, name) == nullptr) return false;
      columns.push_back(std::move(name));
    }
    return !columns.empty();
  }

  Status others() {
    DBX_TRY(const ResultSet views,
            connection_.query("SELECT 'view', view_name FROM duckdb_views() WHERE NOT internal AND "
                              "database_name = current_database() UNION ALL SELECT 'schema', "
                              "schema_name FROM duckdb_schemas() WHERE NOT internal AND "
                              "schema_name <> 'main' AND database_name = current_database() "
                              "UNION ALL SELECT 'type', type_name FROM duckdb_types() WHERE NOT "
                              "internal AND database_name = current_database() ORDER BY 1, 2"));
    for (const auto& row : views.rows) {
      notes_.push_back(
          not_modelled(fmt::format("{} '{}' is left out", to_text(row[0]), to_text(row[1]))));
    }
    return {};
  }

  database::Connection& connection_;
  Diagnostics& notes_;
  std::map<std::string, Table> tables_;
};

}  // namespace

Result<Schema> inspect(database::Connection& connection, Diagnostics& notes) {
  return Inspector(connection, notes).inspect();
}

}  // namespace dbx::dialect::duckdb

// The DuckDB dialect: the folder's pieces behind the interface.
#include <fmt/format.h>

#include "dbx/dialect/count_rows.h"
#include "dbx/dialect/database_files.h"
#include "dbx/dialect/duckdb/bulk.h"
#include "dbx/dialect/duckdb/duckdb.h"

namespace dbx::dialect::duckdb {
namespace {

class DuckdbDialect final : public Dialect {
 public:
  std::string_view name() const override { return "duckdb"; }
  std::string quote(std::string_view identifier) const override {
    return duckdb::quote(identifier);
  }
  std::string quote_text(std::string_view value) const override {
    return duckdb::quote_text(value);
  }
  std::string type_name(const spec::Type& type) const override { return duckdb::type_name(type); }
  Result<Realised> realise(const schema::Schema& schema) const override {
    return duckdb::realise(schema);
  }
  // DuckDB has no ADD FOREIGN KEY.
  plan::Options plan_options() const override { return {true}; }
  Result<std::vector<Statement>> write(const plan::Plan& plan) const override {
    return write_plan(plan);
  }
  std::string write(const query::Select& select) const override { return write_select(select); }
  Result<std::vector<Statement>> write_clear(
      const schema::Schema& live, const std::vector<std::string>& tables) const override {
    return duckdb::write_clear(live, tables);
  }
  Result<std::unique_ptr<database::Connection>> connect(
      std::string_view url, const ConnectOptions& options) const override {
    return duckdb::connect(url, options);
  }
  Result<Sandbox> sandbox(std::string_view) const override {
    DBX_TRY(auto connection, duckdb::connect("duckdb::memory:", {}));
    return Sandbox(std::move(connection), {});
  }
  Result<std::string> create_database(const std::string& place,
                                      const std::string& name) const override {
    return create_file(*this, place, name);
  }
  Status drop_database(const std::string& url) const override { return drop_file(url); }
  Result<schema::Schema> inspect(database::Connection& connection,
                                 Diagnostics& notes) const override {
    return duckdb::inspect(connection, notes);
  }
  Result<std::map<schema::Name, std::int64_t>> row_counts(
      database::Connection& connection, const schema::Schema& schema) const override {
    return count_rows(*this, connection, schema);
  }
  Result<RowSum> row_sum(database::Connection& connection,
                         const schema::Table& table) const override {
    return duckdb::row_sum(connection, table);
  }
  Status back_up(database::Connection& connection, std::string_view, const schema::Schema& tables,
                 const std::string& path) const override {
    return duckdb::back_up(connection, tables, path);
  }
  std::unique_ptr<database::BulkLoader> bulk(database::Connection& connection) const override {
    return make_bulk_loader(static_cast<DuckdbConnection&>(connection));
  }
  Status advance_identity(database::Connection& connection, const schema::Table& table,
                          std::int64_t rows) const override {
    for (const schema::Column& column : table.columns) {
      if (!column.identity || rows == 0) continue;
      DBX_CHECK_OK(connection.execute(fmt::format(
          "SELECT max(nextval({})) FROM range({})",
          duckdb::quote_text(duckdb::quote(sequence_name(schema::name_of(table), column.name))),
          rows)));
    }
    return {};
  }
};

}  // namespace

const Dialect& instance() {
  static const DuckdbDialect kDialect;
  return kDialect;
}

}  // namespace dbx::dialect::duckdb

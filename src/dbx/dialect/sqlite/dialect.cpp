// The SQLite dialect: the folder's pieces behind the interface.
#include <fmt/format.h>

#include "dbx/dialect/count_rows.h"
#include "dbx/dialect/database_files.h"
#include "dbx/dialect/keys_aside.h"
#include "dbx/dialect/sqlite/bulk.h"
#include "dbx/dialect/sqlite/sqlite.h"

namespace dbx::dialect::sqlite {
namespace {

class SqliteDialect final : public Dialect {
 public:
  std::string_view name() const override { return "sqlite"; }
  std::string quote(std::string_view identifier) const override {
    return sqlite::quote(identifier);
  }
  std::string quote_text(std::string_view value) const override {
    return sqlite::quote_text(value);
  }
  std::string type_name(const spec::Type& type) const override { return sqlite::type_name(type); }
  Result<Realised> realise(const schema::Schema& schema) const override {
    return sqlite::realise(schema);
  }
  // A foreign key is part of its table's text and of nothing else.
  plan::Options plan_options() const override { return {true}; }
  Result<std::vector<Statement>> write(const plan::Plan& plan) const override {
    return write_plan(plan);
  }
  std::string write(const query::Select& select) const override { return write_select(select); }
  Result<std::vector<Statement>> write_clear(
      const schema::Schema& live, const std::vector<std::string>& tables) const override {
    std::vector<Statement> statements;
    for (const std::string& table : tables) {
      if (schema::find_table(live, table) == nullptr) continue;
      statements.push_back({"clear-table", table, plan::Risk::kHigh,
                            fmt::format("DELETE FROM {}", sqlite::quote(table))});
    }
    return statements;
  }
  Result<KeysAside> write_keys_aside(const schema::Schema& live,
                                     const std::vector<std::string>& tables) const override {
    return put_keys_aside(*this, live, tables, {false, true});
  }
  std::int64_t rows_per_load() const override { return 4'000'000; }
  Result<std::unique_ptr<database::Connection>> connect(
      std::string_view url, const ConnectOptions& options) const override {
    return sqlite::connect(url, options);
  }
  Result<Sandbox> sandbox(std::string_view) const override {
    DBX_TRY(auto connection, sqlite::connect("sqlite::memory:", {}));
    return Sandbox(std::move(connection), {});
  }
  Result<std::string> create_database(const std::string& place,
                                      const std::string& name) const override {
    return create_file(*this, place, name);
  }
  Status drop_database(const std::string& url) const override { return drop_file(url); }
  Result<schema::Schema> inspect(database::Connection& connection,
                                 Diagnostics& notes) const override {
    return sqlite::inspect(connection, notes);
  }
  Result<std::map<schema::Name, std::int64_t>> row_counts(
      database::Connection& connection, const schema::Schema& schema) const override {
    return count_rows(*this, connection, schema);
  }
  Result<RowSum> row_sum(database::Connection& connection,
                         const schema::Table& table) const override {
    return sqlite::row_sum(connection, table);
  }
  Status back_up(database::Connection& connection, std::string_view, const schema::Schema& tables,
                 const std::string& path) const override {
    return sqlite::back_up(connection, tables, path);
  }
  std::unique_ptr<database::BulkLoader> bulk(database::Connection& connection) const override {
    return make_bulk_loader(static_cast<SqliteConnection&>(connection));
  }
  // Row numbers go on after the highest by themselves.
  Status advance_identity(database::Connection&, const schema::Table&,
                          std::int64_t) const override {
    return {};
  }
};

}  // namespace

const Dialect& instance() {
  static const SqliteDialect kDialect;
  return kDialect;
}

}  // namespace dbx::dialect::sqlite

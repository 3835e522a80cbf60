// The PostgreSQL dialect: the folder's pieces behind the interface.
#include <fmt/format.h>

#include <random>

#include "dbx/dialect/keys_aside.h"
#include "dbx/dialect/postgres/bulk.h"
#include "dbx/dialect/postgres/online.h"
#include "dbx/dialect/postgres/postgres.h"
#include "dbx/dialect/postgres/row_counts.h"

namespace dbx::dialect::postgres {
namespace {

// The URL with another database's name in its path.
std::string with_database(std::string_view url, const std::string& database) {
  const std::size_t authority = url.find("//");
  const std::size_t query = std::min(url.find('?'), url.size());
  std::size_t path = authority == std::string_view::npos ? query : url.find('/', authority + 2);
  path = std::min(path, query);
  return std::string(url.substr(0, path)) + "/" + database + std::string(url.substr(query));
}

std::string fresh_name() {
  std::random_device random;
  return fmt::format("dbx_sandbox_{:08x}{:08x}", random(), random());
}

class PostgresDialect final : public Dialect {
 public:
  std::string_view name() const override { return "postgres"; }
  bool is_embedded() const override { return false; }
  std::string quote(std::string_view identifier) const override {
    return postgres::quote(identifier);
  }
  std::string quote_text(std::string_view value) const override {
    return postgres::quote_text(value);
  }
  std::string type_name(const spec::Type& type) const override { return postgres::type_name(type); }
  Result<Realised> realise(const schema::Schema& schema) const override {
    return postgres::realise(schema);
  }
  plan::Options plan_options() const override { return {}; }
  Result<std::vector<Statement>> write(const plan::Plan& plan) const override {
    return write_plan(plan);
  }
  Result<std::vector<Statement>> write_online(const plan::Plan& plan) const override {
    DBX_TRY(std::vector<Statement> statements, write_plan(plan));
    return make_online(std::move(statements), plan);
  }
  std::string write(const query::Select& select) const override { return write_select(select); }
  Result<std::vector<Statement>> write_clear(
      const schema::Schema& live, const std::vector<std::string>& tables) const override {
    std::string list;
    for (const std::string& table : tables) {
      const schema::Table* found = schema::find_table(live, table);
      if (found == nullptr) continue;
      list += (list.empty() ? "" : ", ") + postgres::quote(schema::name_of(*found));
    }
    std::vector<Statement> statements;
    if (!list.empty()) {
      statements.push_back({"clear-table", list, plan::Risk::kHigh,
                            fmt::format("TRUNCATE {} RESTART IDENTITY", list)});
    }
    return statements;
  }
  Result<KeysAside> write_keys_aside(const schema::Schema& live,
                                     const std::vector<std::string>& tables) const override {
    return put_keys_aside(*this, live, tables, {true, true});
  }
  Result<std::unique_ptr<database::Connection>> connect(
      std::string_view url, const ConnectOptions& options) const override {
    return postgres::connect(url, options);
  }

  Result<Sandbox> sandbox(std::string_view url) const override {
    const std::string database = fresh_name();
    const std::string server(url);
    DBX_TRY(const auto maker, postgres::connect(url, {}));
    DBX_CHECK_OK(maker->execute(fmt::format("CREATE DATABASE {} TEMPLATE template0", database)));
    const auto drop = [server, database] {
      // Nothing is left to do where the server is gone.
      const auto cleaner = postgres::connect(server, {});
      if (cleaner) {
        static_cast<void>(
            (*cleaner)->execute(fmt::format("DROP DATABASE IF EXISTS {} WITH (FORCE)", database)));
      }
    };
    auto connection = postgres::connect(with_database(url, database), {});
    if (!connection) {
      drop();
      return fail(std::move(connection).error());
    }
    return Sandbox(std::move(*connection), drop);
  }

  Result<std::string> create_database(const std::string& place,
                                      const std::string& name) const override {
    DBX_TRY(const auto maker, postgres::connect(place, {}));
    const database::Value values[] = {name};
    DBX_TRY(const auto found,
            maker->query("SELECT 1 FROM pg_catalog.pg_database WHERE datname = $1", values));
    if (!found.rows.empty()) {
      return fail(Code::kSandboxExists, fmt::format("the server has a database '{}' already", name),
                  "take another name");
    }
    DBX_CHECK_OK(maker->execute(
        fmt::format("CREATE DATABASE {} TEMPLATE template0", postgres::quote(name)), {}));
    return with_database(place, name);
  }
  Status drop_database(const std::string& url) const override {
    auto last = postgres::connect(url, {});
    if (!last) {
      const bool gone = last.error().front().message.starts_with("no database");
      if (gone) return {};
      return fail(std::move(last).error());
    }
    DBX_TRY(const std::string name, (*last)->database_name());
    last->reset();
    // From a database that every server has.
    DBX_TRY(const auto cleaner, postgres::connect(with_database(url, "postgres"), {}));
    return cleaner->execute(
        fmt::format("DROP DATABASE IF EXISTS {} WITH (FORCE)", postgres::quote(name)), {});
  }
  Result<schema::Schema> inspect(database::Connection& connection,
                                 Diagnostics& notes) const override {
    return postgres::inspect(connection, notes);
  }
  Result<std::map<schema::Name, std::int64_t>> row_counts(
      database::Connection& connection, const schema::Schema& schema) const override {
    return postgres::row_counts(static_cast<PostgresConnection&>(connection), schema);
  }
  int server_version(database::Connection& connection) const override {
    return static_cast<PostgresConnection&>(connection).server_version();
  }
  Result<RowSum> row_sum(database::Connection& connection,
                         const schema::Table& table) const override {
    return postgres::row_sum(connection, table);
  }
  Status back_up(database::Connection& connection, std::string_view url,
                 const schema::Schema& tables, const std::string& path) const override {
    return postgres::back_up(connection, url, tables, path);
  }
  bool backs_up_in_transaction() const override { return true; }
  std::unique_ptr<database::BulkLoader> bulk(database::Connection& connection) const override {
    return make_bulk_loader(static_cast<PostgresConnection&>(connection));
  }
  Status advance_identity(database::Connection& connection, const schema::Table& table,
                          std::int64_t rows) const override {
    for (const schema::Column& column : table.columns) {
      if (!column.identity || rows == 0) continue;
      const database::Value values[] = {postgres::quote(schema::name_of(table)), column.name, rows};
      DBX_CHECK_OK(connection.execute(
          "SELECT pg_catalog.setval(pg_catalog.pg_get_serial_sequence($1, $2), $3::bigint)",
          values));
    }
    return {};
  }
};

}  // namespace

const Dialect& instance() {
  static const PostgresDialect kDialect;
  return kDialect;
}

}  // namespace dbx::dialect::postgres

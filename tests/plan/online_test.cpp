// `plan --online`: the statements, and that a server takes them one by one and ends where it
// should.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include "dbx/dialect/dialect.h"
#include "dbx/migrate/apply.h"
#include "support/postgres.h"

namespace dbx {
namespace {

using schema::Schema;

constexpr const char* kBefore =
    "CREATE TABLE customers (id integer NOT NULL, code text, CONSTRAINT pk PRIMARY KEY (id));"
    "CREATE TABLE orders (id integer NOT NULL, customer_id integer, state text, amount integer);"
    "CREATE INDEX i_old ON orders (amount);"
    "CREATE TABLE parts (id integer NOT NULL, day date NOT NULL) PARTITION BY RANGE (day);"
    "INSERT INTO customers VALUES (1, 'a');"
    "INSERT INTO orders VALUES (1, 1, NULL, 5), (2, 1, 'paid', 6)";
constexpr const char* kAfter =
    "CREATE TABLE customers (id integer NOT NULL, code text, CONSTRAINT pk PRIMARY KEY (id),"
    "  CONSTRAINT uq_code UNIQUE (code) DEFERRABLE INITIALLY DEFERRED);"
    "CREATE TABLE orders (id integer NOT NULL, customer_id integer NOT NULL,"
    "  state text DEFAULT 'new' NOT NULL, amount integer, CONSTRAINT pk_orders PRIMARY KEY (id),"
    "  CONSTRAINT ck_amount CHECK (amount > 0), CONSTRAINT fk_customer FOREIGN KEY (customer_id)"
    "  REFERENCES customers (id));"
    "CREATE UNIQUE INDEX i_new ON orders (lower(state), id) WHERE amount > 0;"
    "CREATE TABLE parts (id integer NOT NULL, day date NOT NULL) PARTITION BY RANGE (day);"
    "CREATE INDEX i_parts ON parts (id);"
    "CREATE TABLE fresh (id integer); CREATE INDEX i_fresh ON fresh (id)";

class OnlinePlan : public ::testing::Test {
 protected:
  void SetUp() override {
    const auto url = test::postgres_url("online");
    if (!url) GTEST_SKIP() << "no PostgreSQL server";
    before_ = std::move(*postgres_->connect(*url, {}));
    auto sandbox = postgres_->sandbox(*url);
    ASSERT_TRUE(sandbox.has_value());
    ASSERT_TRUE(sandbox->connection().execute_script(kAfter).has_value());
    ASSERT_TRUE(before_->execute_script(kBefore).has_value());
    target_ = inspect(sandbox->connection());
  }

  Schema inspect(database::Connection& connection) {
    Diagnostics notes;
    return postgres_->inspect(connection, notes).value_or(Schema{});
  }

  // Transactional statements run in one transaction until one comes that stands alone.
  void run(const std::vector<dialect::Statement>& statements) {
    bool open = false;
    const auto close = [&] {
      if (open) {
        ASSERT_TRUE(before_->commit().has_value());
      }
      open = false;
    };
    for (const dialect::Statement& statement : statements) {
      if (!statement.transactional) close();
      if (statement.transactional && !open) {
        ASSERT_TRUE(before_->begin().has_value());
        open = true;
      }
      const auto done = before_->execute(statement.sql);
      ASSERT_TRUE(done.has_value()) << done.error()[0].message << "\n" << statement.sql;
    }
    close();
  }

  static std::string text_of(const std::vector<dialect::Statement>& statements) {
    std::string text;
    for (const dialect::Statement& statement : statements) {
      text += (statement.transactional ? "" : "alone: ") + statement.sql + "\n";
    }
    return text;
  }

  const dialect::Dialect* postgres_ = *dialect::find("postgres");
  std::unique_ptr<database::Connection> before_;
  Schema target_;
};

TEST_F(OnlinePlan, runs_and_ends_where_it_should) {
  const Schema start = inspect(*before_);
  const auto forth = plan::make(start, target_);
  ASSERT_TRUE(forth.has_value());
  const auto statements = postgres_->write_online(*forth);
  ASSERT_TRUE(statements.has_value());
  const std::string text = text_of(*statements);
  for (const char* expected :
       {"SET lock_timeout = '5s'\n", "alone: DROP INDEX CONCURRENTLY i_old\n",
        "alone: CREATE UNIQUE INDEX CONCURRENTLY i_new ON orders",
        "alone: CREATE UNIQUE INDEX CONCURRENTLY uq_code ON customers (code)\n",
        "ADD CONSTRAINT uq_code UNIQUE USING INDEX uq_code DEFERRABLE INITIALLY DEFERRED\n",
        "alone: ALTER TABLE orders VALIDATE CONSTRAINT ck_amount\n",
        "alone: ALTER TABLE orders VALIDATE CONSTRAINT fk_customer\n",
        "alone: UPDATE orders SET state", "\nCREATE INDEX i_parts ON parts (id)\n",
        "\nCREATE INDEX i_fresh ON fresh (id)\n",
        "ADD CONSTRAINT dbx_not_null_orders_customer_id CHECK (customer_id IS NOT NULL) NOT "
        "VALID"}) {
    EXPECT_NE(("\n" + text).find(expected), std::string::npos) << expected << "in\n" << text;
  }
  run(*statements);
  EXPECT_EQ(schema::fingerprint(inspect(*before_)), schema::fingerprint(target_)) << text;

  const auto back = plan::reverse(*forth);
  ASSERT_TRUE(back.has_value());
  const auto down = postgres_->write_online(*back);
  ASSERT_TRUE(down.has_value());
  run(*down);
  EXPECT_EQ(schema::fingerprint(inspect(*before_)), schema::fingerprint(start)) << text_of(*down);
}

migrate::Migration online_migration() {
  migrate::Migration migration;
  migration.id = "0001_index";
  migration.engine = "postgres";
  migration.from = "a";
  migration.to = "b";
  migration.steps = {{"set", "lock_timeout", plan::Risk::kLow, "SET lock_timeout = 0"},
                     {"add-index", "order lines.i", plan::Risk::kLow,
                      "CREATE INDEX CONCURRENTLY i ON \"order lines\" (id)", false}};
  return migration;
}

TEST(online_migration, keeps_its_mark_in_the_file) {
  const migrate::Migration migration = online_migration();
  const std::string text = migrate::print(migration);
  EXPECT_NE(text.find("-- step 2: add-index order lines.i low online\n"), std::string::npos);
  const auto read = migrate::read(text, "0001_index.sql");
  ASSERT_TRUE(read.has_value());
  EXPECT_EQ(*read, migration);
  const std::string edited =
      text.substr(0, text.find(" online\n")) + text.substr(text.find(" online\n") + 7);
  const auto refused = migrate::read(edited, "0001_index.sql");
  ASSERT_FALSE(refused.has_value());
  EXPECT_EQ(refused.error()[0].code, Code::kChecksumMismatch);
}

}  // namespace
}  // namespace dbx

// PostgreSQL inspection at the edges: odd names, extensions, no rights, a server that goes away.
#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <thread>

#include "dbx/dialect/postgres/connection.h"
#include "dbx/dialect/postgres/postgres.h"
#include "support/postgres.h"

namespace dbx::dialect::postgres {
namespace {

using schema::Name;
using schema::ObjectKind;

class postgres_edges : public testing::Test {
 protected:
  void SetUp() override {
    const auto url = test::postgres_url("edges");
    if (!url) GTEST_SKIP() << "no PostgreSQL server is installed";
    url_ = *url;
    connection_ = open(url_);
  }

  static std::unique_ptr<database::Connection> open(const std::string& url) {
    auto connection = connect(url, {});
    EXPECT_TRUE(connection.has_value()) << connection.error()[0].message;
    return std::move(*connection);
  }
  void run(const std::string& sql) {
    const Status status = connection_->execute(sql);
    EXPECT_TRUE(status.has_value()) << sql << ": " << (status ? "" : status.error()[0].message);
  }
  schema::Schema read(database::Connection& connection) {
    notes_.clear();
    auto found = inspect(connection, notes_);
    EXPECT_TRUE(found.has_value()) << found.error()[0].message << found.error()[0].hint;
    return found ? std::move(*found) : schema::Schema{};
  }

  std::string url_;
  std::unique_ptr<database::Connection> connection_;
  Diagnostics notes_;
};

TEST_F(postgres_edges, names_may_be_anything) {
  for (const std::string name : {"it's", "a\"b", "new\nline", "🎉", "a,b", "{x}", "back\\slash",
                                 "a.b", " ", "NULL", "a$b", "SELECT"}) {
    const std::string quoted = quote(name);
    run("CREATE SCHEMA " + quoted);
    run("CREATE TYPE " + quoted + "." + quoted + " AS ENUM (" + quote_text(name) + ")");
    run("CREATE TABLE " + quoted + ".t (" + quoted + " serial PRIMARY KEY, e " + quoted + "." +
        quoted + ", CONSTRAINT " + quoted + " UNIQUE (e), CHECK (" + quoted + " > 0))");
    run("CREATE TABLE " + quoted + "." + quote(name + "2") + " (a integer REFERENCES " + quoted +
        ".t (" + quoted + "))");
    run("CREATE VIEW " + quoted + ".v AS SELECT " + quoted + " FROM " + quoted + ".t");
    run("COMMENT ON TABLE " + quoted + ".t IS " + quote_text(name));
    const schema::Schema found = read(*connection_);
    const schema::Table* table = schema::find_table(found, Name{name, "t"});
    ASSERT_NE(table, nullptr) << name;
    EXPECT_EQ(table->columns.at(0).name, name);
    EXPECT_EQ(table->columns.at(0).numbering, schema::Numbering::kSerial) << name;
    EXPECT_EQ(table->columns.at(1).type.engine_text, quoted + "." + quoted);
    EXPECT_EQ(table->primary_key->columns, std::vector{name});
    EXPECT_EQ(table->uniques.at(0).name, name);
    EXPECT_EQ(table->checks.at(0).expression.text, "(" + quoted + " > 0)");
    EXPECT_EQ(table->comment, name);
    EXPECT_EQ(found.enums.at(0).values, std::vector{name});
    EXPECT_EQ(found.views.at(0).reads, (std::vector<Name>{{name, "t"}}));
    const schema::Table* child = schema::find_table(found, Name{name, name + "2"});
    ASSERT_NE(child, nullptr) << name;
    EXPECT_EQ(child->foreign_keys.at(0).target(), (Name{name, "t"}));
    EXPECT_TRUE(notes_.empty()) << notes_[0].message;
    run("DROP SCHEMA " + quoted + " CASCADE");
  }
}

TEST_F(postgres_edges, long_serials_are_recognised) {
  const std::string table = "t" + std::string(55, 'a') + "ü";
  const std::string column = std::string(20, 'b') + "ü" + std::string(20, 'c');
  run("CREATE TABLE " + quote(table) + " (" + quote(column) + " bigserial, b smallserial)");
  const schema::Schema found = read(*connection_);
  EXPECT_TRUE(found.sequences.empty()) << found.sequences[0].name;
  EXPECT_EQ(found.tables.at(0).columns.at(0).numbering, schema::Numbering::kSerial);
}

TEST_F(postgres_edges, a_serial_that_was_changed_is_a_sequence) {
  run("CREATE TABLE a (n serial)");
  run("ALTER TABLE a ALTER n SET DEFAULT nextval('a_n_seq') + 1");
  run("CREATE TABLE b (n serial)");
  run("ALTER TABLE b RENAME TO c");
  run("CREATE TABLE d (n serial)");
  run("ALTER TABLE d ALTER n DROP NOT NULL");
  const schema::Schema found = read(*connection_);
  ASSERT_EQ(found.sequences.size(), 3U);
  EXPECT_EQ(found.sequences[1].name, "b_n_seq");
  EXPECT_EQ(found.sequences[1].owner_table, (Name{"", "c"}));
  for (const schema::Table& table : found.tables) {
    EXPECT_FALSE(table.columns.at(0).identity) << table.name;
    EXPECT_TRUE(table.columns.at(0).default_value.has_value());
  }
}

TEST_F(postgres_edges, what_an_extension_brings_is_its_own) {
  const auto available =
      connection_->query("SELECT name FROM pg_available_extensions WHERE name = 'citext'");
  if (!available || available->rows.empty()) GTEST_SKIP() << "no extension citext";
  run("CREATE SCHEMA tools");
  run("CREATE EXTENSION citext WITH SCHEMA tools");
  run("CREATE TABLE t (a tools.citext, b tools.citext[])");
  run("CREATE INDEX ix ON t (a tools.citext_pattern_ops)");
  const schema::Schema found = read(*connection_);
  ASSERT_EQ(found.objects.size(), 1U);
  EXPECT_EQ(found.objects[0].kind, ObjectKind::kExtension);
  EXPECT_EQ(found.objects[0].definition.text, "CREATE EXTENSION citext WITH SCHEMA tools");
  const schema::Table& table = found.tables.at(0);
  EXPECT_EQ(table.columns.at(1).type.engine_text, "tools.citext[]");
  EXPECT_EQ(table.indexes.at(0).columns.at(0).operator_class, "tools.citext_pattern_ops");
  EXPECT_TRUE(notes_.empty()) << notes_[0].message;
}

TEST_F(postgres_edges, an_invalid_index_is_left_out_and_said) {
  run("CREATE TABLE t (a integer)");
  run("INSERT INTO t VALUES (1), (1)");
  EXPECT_FALSE(connection_->execute("CREATE UNIQUE INDEX CONCURRENTLY ux ON t (a)"));
  const schema::Schema found = read(*connection_);
  EXPECT_TRUE(found.tables.at(0).indexes.empty());
  ASSERT_EQ(notes_.size(), 1U);
  EXPECT_EQ(notes_[0].message, "index 'ux' on t is invalid and left out");
}

TEST_F(postgres_edges, whoever_may_connect_may_inspect) {
  run("CREATE SCHEMA hidden");
  run("CREATE TABLE hidden.t (a serial PRIMARY KEY, b integer DEFAULT 1 CHECK (b > 0))");
  run("CREATE VIEW v AS SELECT b FROM hidden.t");
  const schema::Schema all = read(*connection_);
  const std::string database =
      database::to_text(connection_->query("SELECT current_database()")->rows.at(0).at(0));
  const std::string role = "nobody_" + database;
  run("CREATE ROLE " + quote(role) + " LOGIN");
  std::string url = url_;
  url.replace(url.find("user=postgres"), 13, "user=" + role);
  const schema::Schema seen = read(*open(url));
  EXPECT_EQ(seen, all);
  run("REVOKE CONNECT ON DATABASE " + quote(database) + " FROM PUBLIC");
  const auto refused = connect(url, {});
  ASSERT_FALSE(refused.has_value());
  EXPECT_EQ(refused.error()[0].code, Code::kNoConnection);
  EXPECT_NE(refused.error()[0].message.find("permission denied"), std::string::npos)
      << refused.error()[0].message;
  run("DROP ROLE " + quote(role));
}

TEST_F(postgres_edges, inspection_keeps_the_callers_transaction) {
  run("BEGIN");
  run("CREATE TABLE t (a integer)");
  EXPECT_EQ(read(*connection_).tables.size(), 1U);
  run("COMMIT");
  EXPECT_EQ(connection_->has_table("t"), true);
  EXPECT_EQ(read(*connection_).tables.size(), 1U);
  run("CREATE TABLE after (a integer)");
}

// The server waits for the lock while it prints the check, and is ended there.
TEST_F(postgres_edges, a_server_that_goes_away_while_reading_is_said) {
  run("CREATE TABLE t (a integer CHECK (a > 0))");
  const auto other = open(url_);
  ASSERT_TRUE(other->execute("BEGIN"));
  ASSERT_TRUE(other->execute("LOCK TABLE t IN ACCESS EXCLUSIVE MODE"));
  std::atomic<bool> ended = false;
  std::thread killer([&] {
    while (!ended) {
      std::this_thread::sleep_for(std::chrono::milliseconds(20));
      const auto waiting = other->query(
          "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = "
          "current_database() AND wait_event_type = 'Lock'");
      if (waiting && !waiting->rows.empty()) return;
    }
  });
  Diagnostics notes;
  const auto found = inspect(*connection_, notes);
  ended = true;
  killer.join();
  ASSERT_FALSE(found.has_value());
  EXPECT_EQ(found.error()[0].code, Code::kNoConnection);
  EXPECT_TRUE(found.error()[0].message.starts_with(
      "the connection was lost while reading constraints: terminating connection"))
      << found.error()[0].message;
}

}  // namespace
}  // namespace dbx::dialect::postgres

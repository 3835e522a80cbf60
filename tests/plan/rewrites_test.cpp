// What is said of rewrites is held against a server: a table that was rewritten has another file.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include "dbx/dialect/dialect.h"
#include "dbx/plan/hazards.h"
#include "support/postgres.h"

namespace dbx {
namespace {

using schema::Name;
using schema::Schema;

class Rewrites : public ::testing::Test {
 protected:
  void SetUp() override {
    const auto url = test::postgres_url("rewrites");
    if (!url) GTEST_SKIP() << "no PostgreSQL server";
    connection_ = std::move(*postgres_->connect(*url, {}));
  }

  void run(const std::string& sql) {
    const auto done = connection_->execute_script(sql);
    ASSERT_TRUE(done.has_value()) << done.error()[0].message << "\n" << sql;
  }

  std::string file() {
    const auto found = connection_->query("SELECT pg_relation_filenode('t')::text");
    return database::to_text(found->rows[0][0]);
  }

  Schema inspect() {
    Diagnostics notes;
    return postgres_->inspect(*connection_, notes).value_or(Schema{});
  }

  // From a table of one column to another: does the plan say that it is rewritten, and is it?
  void compare(const std::string& before, const std::string& after) {
    SCOPED_TRACE(before + " -> " + after);
    run("DROP TABLE IF EXISTS t; CREATE TABLE t (" + after + ")");
    const Schema target = inspect();
    run("DROP TABLE t; CREATE TABLE t (" + before + "); INSERT INTO t DEFAULT VALUES");
    const auto plan = plan::make(inspect(), target);
    ASSERT_TRUE(plan.has_value());
    plan::Facts facts;
    facts.engine = "postgres";
    facts.rows = postgres_->row_counts(*connection_, plan->current).value();
    EXPECT_EQ(facts.rows, (std::map<Name, std::int64_t>{{Name{"", "t"}, 1}}));
    bool said = false;
    for (const plan::Hazard& hazard : plan::find_hazards(*plan, facts)) {
      said = said || hazard.rewrite;
    }
    const std::string old_file = file();
    const auto statements = postgres_->write(*plan);
    ASSERT_TRUE(statements.has_value());
    for (const dialect::Statement& statement : *statements) run(statement.sql);
    EXPECT_EQ(said, file() != old_file) << (said ? "said to be rewritten" : "not said");
  }

  const dialect::Dialect* postgres_ = *dialect::find("postgres");
  std::unique_ptr<database::Connection> connection_;
};

TEST_F(Rewrites, of_types) {
  const std::pair<const char*, const char*> pairs[] = {
      {"a varchar(10)", "a varchar(20)"},
      {"a varchar(20)", "a varchar(10)"},
      {"a varchar(10)", "a varchar"},
      {"a varchar(10)", "a text"},
      {"a text", "a varchar"},
      {"a text", "a varchar(10)"},
      {"a char(3)", "a char(5)"},
      {"a char(3)", "a text"},
      {"a varchar(10)", "a char(10)"},
      {"a varchar(10)[]", "a varchar(20)[]"},
      {"a numeric(10,2)", "a numeric(12,2)"},
      {"a numeric(10,2)", "a numeric(12,3)"},
      {"a numeric(12,2)", "a numeric(10,2)"},
      {"a numeric(10,2)", "a numeric"},
      {"a numeric", "a numeric(10,2)"},
      {"a integer", "a bigint"},
      {"a bigint", "a integer"},
      {"a integer", "a numeric(20,0)"},
      {"a real", "a double precision"},
      {"a timestamp(3)", "a timestamp(6)"},
      {"a timestamp(3)", "a timestamp"},
      {"a timestamp", "a timestamp(3)"},
      {"a timestamptz(0)", "a timestamptz(3)"},
      {"a time(0)", "a time(6)"},
      {"a time", "a time(0)"},
      {"a date", "a timestamp"},
      {"a cidr", "a inet"},
      {"a inet", "a cidr"},
      {"a text", "a bytea"},
      {"a json", "a jsonb"},
      {"a boolean", "a integer"},
  };
  for (const auto& [before, after] : pairs) compare(before, after);
}

TEST_F(Rewrites, of_columns_and_tables) {
  run("CREATE FUNCTION slow_one() RETURNS integer LANGUAGE sql AS 'SELECT 1'; CREATE FUNCTION "
      "still_one() RETURNS integer LANGUAGE plpgsql IMMUTABLE AS 'BEGIN RETURN 1; END'");
  const std::pair<const char*, const char*> pairs[] = {
      {"a integer", "a integer, b integer"},
      {"a integer", "a integer, b integer DEFAULT 5"},
      {"a integer", "a integer, b text DEFAULT 'x(y)'"},
      {"a integer", "a integer, b timestamptz DEFAULT now()"},
      {"a integer", "a integer, b timestamptz DEFAULT clock_timestamp()"},
      {"a integer", "a integer, b date DEFAULT CURRENT_DATE"},
      {"a integer", "a integer, b double precision DEFAULT random()"},
      {"a integer", "a integer, b uuid DEFAULT gen_random_uuid()"},
      {"a integer", "a integer, b integer DEFAULT still_one()"},
      {"a integer", "a integer, b integer GENERATED ALWAYS AS (a + 1) STORED"},
      {"a integer", "a integer, b integer GENERATED ALWAYS AS IDENTITY"},
      {"a integer", "a integer, b serial"},
      {"a integer DEFAULT 1", "a integer DEFAULT 1 NOT NULL"},
      {"a integer DEFAULT 1", "a integer DEFAULT 2"},
  };
  for (const auto& [before, after] : pairs) compare(before, after);
}

}  // namespace
}  // namespace dbx

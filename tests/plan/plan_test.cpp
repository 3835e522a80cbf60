// Each folder under cases/ is a pair of specs: the plan between them as text, and run live, forth
// and back, on an embedded DuckDB.
#include <gtest/gtest.h>

#include "dbx/app/apply.h"
#include "dbx/app/inspect.h"
#include "dbx/app/plan.h"
#include "dbx/app/prove.h"
#include "dbx/base/file.h"
#include "dbx/dialect/dialect.h"
#include "dbx/plan/plan.h"
#include "support/cases.h"

namespace dbx {
namespace {

class PlanCase : public ::testing::TestWithParam<std::string> {};

std::string problems_text(const Diagnostics& problems) {
  std::string text;
  for (const Diagnostic& problem : problems) {
    text += std::string(name(problem.severity)) + "[" + std::string(name(problem.code)) +
            "]: " + problem.message + "\n";
  }
  return text;
}

std::string changes_text(const app::Planned& planned) {
  std::string text;
  for (const app::PlannedChange& change : planned.changes) {
    text += change.kind + " " + change.object + " " + change.risk;
    text += change.reason.empty() ? "\n" : ": " + change.reason + "\n";
  }
  for (const app::PlannedChange& change : planned.left_out) {
    text += "left out: " + change.kind + " " + change.object + "\n";
  }
  if (planned.meaning_only) text += "meaning only\n";
  return text + problems_text(planned.notes);
}

app::PlanRequest between(const std::string& folder) {
  app::PlanRequest request;
  request.current = folder + "/current.yml";
  request.target = folder + "/target.yml";
  request.engine = "duckdb";
  request.allow_breaking = test::exists(folder + "/allow_breaking");
  return request;
}

TEST_P(PlanCase, is_what_is_expected) {
  const std::string& folder = GetParam();
  const auto planned = app::plan(between(folder));
  if (!planned) {
    test::expect_file(folder + "/expected.plan.txt", problems_text(planned.error()));
    return;
  }
  test::expect_file(folder + "/expected.plan.txt", changes_text(*planned));
  test::expect_file(folder + "/expected.duckdb.sql", migrate::print(planned->forward));
  test::expect_file(folder + "/expected.duckdb.down.sql", migrate::print(planned->down));
}

// Plans from the live database, applies, and checks that a second plan is empty.
struct Live {
  test::TemporaryFolder folder;
  std::string url = "duckdb:" + folder.file("live.duckdb");

  std::string reach(const std::string& target, const std::string& id, bool allow_breaking) {
    app::PlanRequest request;
    request.target = target;
    request.database = url;
    request.out = folder.file(id + ".sql");
    request.allow_breaking = allow_breaking;
    const auto planned = app::plan(request);
    if (!planned) return problems_text(planned.error());
    if (planned->empty()) return {};
    return apply(request.out);
  }

  std::string apply(const std::string& file) {
    app::ApplyRequest request{file, url, {}};
    request.manner.allow_breaking = true;
    const auto applied = app::apply(request);
    return applied ? "" : problems_text(applied.error());
  }

  std::string fingerprint() {
    const auto status = app::status(url, true);
    EXPECT_TRUE(status.has_value());
    return status ? status->fingerprint : "";
  }
};

TEST_P(PlanCase, converges_live_and_goes_back) {
  const std::string& folder = GetParam();
  if (!app::plan(between(folder))) return;
  const bool allow_breaking = test::exists(folder + "/allow_breaking");
  Live live;
  ASSERT_EQ(live.reach(folder + "/current.yml", "0001_current", true), "");
  const std::string before = live.fingerprint();
  ASSERT_EQ(live.reach(folder + "/target.yml", "0002_target", allow_breaking), "");

  app::PlanRequest again;
  again.target = folder + "/target.yml";
  again.database = live.url;
  again.allow_breaking = allow_breaking;
  const auto second = app::plan(again);
  ASSERT_TRUE(second.has_value());
  EXPECT_TRUE(second->empty()) << changes_text(*second);

  // What inspect writes down plans to nothing either.
  const auto inspected = app::inspect(live.url, false, live.folder.file("inspected.yml"));
  ASSERT_TRUE(inspected.has_value()) << problems_text(inspected.error());
  again.target = live.folder.file("inspected.yml");
  const auto third = app::plan(again);
  ASSERT_TRUE(third.has_value()) << problems_text(third.error());
  EXPECT_TRUE(third->changes.empty()) << changes_text(*third);

  if (!test::exists(live.folder.file("0002_target.down.sql"))) return;
  ASSERT_EQ(live.apply(live.folder.file("0002_target.down.sql")), "");
  EXPECT_EQ(live.fingerprint(), before);
  EXPECT_EQ(live.apply(live.folder.file("0002_target.sql")), "") << "and forth again";
}

INSTANTIATE_TEST_SUITE_P(cases, PlanCase, ::testing::ValuesIn(test::case_folders("plan/cases")),
                         [](const auto& folder) { return test::base_name(folder.param); });

std::string source(const test::TemporaryFolder& folder, const std::string& name,
                   const std::string& sql) {
  const std::string path = folder.file(name);
  test::write(path, sql);
  return path;
}

// The plan of one SQL file to another, for SQLite.
Result<app::Planned> between_sql(const std::string& current, const std::string& target) {
  const test::TemporaryFolder folder;
  app::PlanRequest request;
  request.current = source(folder, "current.sql", current);
  request.target = source(folder, "target.sql", target);
  request.engine = "sqlite";
  request.allow_breaking = true;
  return app::plan(request);
}

TEST(prove, has_rows_and_says_how_many) {
  const auto planned = between_sql("create table t (a integer primary key, b text);",
                                   "create table t (a integer primary key, b text, c text);");
  ASSERT_TRUE(planned.has_value()) << problems_text(planned.error());
  ASSERT_TRUE(planned->proof.has_value());
  EXPECT_TRUE(planned->proof->forward && planned->proof->back);
  EXPECT_EQ(planned->proof->rows, 3);
  EXPECT_EQ(planned->proof->rows_problem, "");
}

TEST(prove, says_when_a_plan_works_on_empty_tables_only) {
  const auto planned = between_sql("create table t (a integer primary key);",
                                   "create table t (a integer primary key, b text not null);");
  ASSERT_TRUE(planned.has_value()) << problems_text(planned.error());
  ASSERT_TRUE(planned->proof.has_value());
  EXPECT_NE(planned->proof->rows_problem.find("NOT NULL"), std::string::npos)
      << planned->proof->rows_problem;
}

TEST(prove, refuses_a_migration_that_does_not_do_what_its_plan_says) {
  auto planned = between_sql("create table t (a int);", "create table t (a int, b int);");
  ASSERT_TRUE(planned.has_value()) << problems_text(planned.error());
  const dialect::Dialect& sqlite = **dialect::find("sqlite");
  migrate::Migration nothing = planned->forward;
  nothing.steps.clear();
  const auto stays = app::prove(sqlite, "", planned->whole, nothing, planned->down);
  ASSERT_FALSE(stays.has_value());
  EXPECT_EQ(stays.error()[0].code, Code::kProofFailed);
  migrate::Migration loses = planned->forward;
  loses.steps.push_back({"x", "t", plan::Risk::kLow, "DELETE FROM t WHERE a = 2"});
  const auto lost = app::prove(sqlite, "", planned->whole, loses, planned->down);
  EXPECT_TRUE(lost.has_value() && !lost->rows_problem.empty()) << "a row went";
}

TEST(plan, does_not_depend_on_the_order_of_its_input) {
  schema::Schema target;
  for (const char* table_name : {"c", "a", "b"}) {
    schema::Table table;
    table.name = table_name;
    table.columns.push_back({"x", spec::read_type("INT").type, true, {}, false, ""});
    table.indexes = {{std::string("i2_") + table_name, {"x"}, false},
                     {std::string("i1_") + table_name, {"x"}, false}};
    target.tables.push_back(table);
  }
  schema::Schema shuffled = target;
  std::swap(shuffled.tables[0], shuffled.tables[2]);
  for (schema::Table& table : shuffled.tables) std::swap(table.indexes[0], table.indexes[1]);
  const auto one = plan::make({}, target);
  const auto two = plan::make({}, shuffled);
  ASSERT_TRUE(one && two);
  ASSERT_EQ(one->changes.size(), two->changes.size());
  for (std::size_t i = 0; i < one->changes.size(); ++i) {
    EXPECT_EQ(plan::describe(one->changes[i]).object, plan::describe(two->changes[i]).object);
  }
  EXPECT_EQ(schema::fingerprint(target), schema::fingerprint(shuffled));
}

// SQLite takes "b", in quotes and no column yet, for a text: an index of that would be made.
TEST(plan, an_index_under_a_new_name_is_made_once_its_columns_have_theirs) {
  schema::Table table;
  table.name = "t";
  table.columns.push_back({"a", spec::read_type("INT").type, true, {}, false, ""});
  table.indexes = {{"old", {"a"}, false}};
  schema::Schema current;
  current.tables = {table};
  table.name = "u";
  table.renamed_from = "t";
  table.columns[0].name = "b";
  table.columns[0].renamed_from = "a";
  table.indexes = {{"new", {"b"}, false}};
  schema::Schema target;
  target.tables = {table};
  const dialect::Dialect& sqlite = **dialect::find("sqlite");
  const auto planned = plan::make(current, target, sqlite.plan_options());
  ASSERT_TRUE(planned) << problems_text(planned.error());
  const auto statements = sqlite.write(*planned);
  ASSERT_TRUE(statements) << problems_text(statements.error());
  std::vector<std::string> sql;
  for (const dialect::Statement& statement : *statements) sql.push_back(statement.sql);
  EXPECT_EQ(sql.front(), "DROP INDEX old");
  EXPECT_EQ(sql.back(), "CREATE INDEX new ON u (b)");
  auto sandbox = sqlite.sandbox("");
  ASSERT_TRUE(sandbox);
  ASSERT_TRUE(
      sandbox->connection().execute_script("create table t (a int); create index old on t (a)"));
  for (const std::string& one : sql) {
    const auto done = sandbox->connection().execute(one);
    ASSERT_TRUE(done) << one << ": " << problems_text(done.error());
  }
}

}  // namespace
}  // namespace dbx

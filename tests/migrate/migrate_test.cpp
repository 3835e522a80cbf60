// Migration files, the ledger, and applying exactly once.
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <filesystem>

#include "dbx/app/apply.h"
#include "dbx/app/plan.h"
#include "dbx/app/session.h"
#include "support/cases.h"

namespace dbx {
namespace {

migrate::Migration sample() {
  migrate::Migration migration;
  migration.id = "0001_sample";
  migration.engine = "duckdb";
  migration.from = "a";
  migration.to = "b";
  migration.steps = {{"add-table", "t", plan::Risk::kLow, "CREATE TABLE t (\n  a INTEGER\n)"},
                     {"set-comment", "t", plan::Risk::kLow, "COMMENT ON TABLE t IS 'a; -- b'"},
                     {"drop-table", "my table", plan::Risk::kHigh, "DROP TABLE \"my;table\""}};
  migration.spec = "version: 1\n\nwarehouse: w\n";
  return migration;
}

Code code_of(const std::string& text) {
  const auto migration = migrate::read(text, "m.sql");
  return migration ? Code::kInternal : migration.error()[0].code;
}

TEST(migration, reads_back_as_it_was_written) {
  const auto again = migrate::read(migrate::print(sample()), "m.sql");
  ASSERT_TRUE(again.has_value()) << again.error()[0].message;
  EXPECT_EQ(*again, sample());
}

// Bodies of functions and triggers hold semicolons and apostrophes; names hold anything.
TEST(migration, any_statement_and_any_name_is_read_back) {
  migrate::Migration migration = sample();
  migration.steps = {
      {"add-object", "f()", plan::Risk::kLow,
       "CREATE FUNCTION f() RETURNS int LANGUAGE plpgsql AS $$\nBEGIN\n  -- don't;\n\n  RETURN "
       "1;\nEND;\n$$"},
      {"add-object", "a\nb\\n \r  c.tr", plan::Risk::kMedium,
       "CREATE TRIGGER tr AFTER INSERT ON t BEGIN\n  UPDATE t SET a = ';\n-- step 9: x';\nEND"},
      {"set-comment", "t", plan::Risk::kLow, "COMMENT ON TABLE t IS '/* -- '"}};
  for (const char* spec : {"version: 1\nwarehouse: w\n", ""}) {
    migration.spec = spec;
    const auto again = migrate::read(migrate::print(migration), "m.sql");
    ASSERT_TRUE(again.has_value()) << again.error()[0].message;
    EXPECT_EQ(*again, migration);
  }
}

TEST(migration, layout_and_comments_are_no_edit) {
  std::string text = migrate::print(sample());
  text.replace(text.find("(\n  a"), 5, "(      a");
  text.insert(text.find("CREATE"), "-- a remark\n");
  EXPECT_TRUE(migrate::read(text, "m.sql").has_value());
}

TEST(migration, any_edit_of_meaning_is_seen) {
  const std::string text = migrate::print(sample());
  const std::pair<std::string, std::string> kEdits[] = {
      {"a INTEGER", "a BIGINT"},
      {"'a; -- b'", "'a;  -- b'"},
      {"warehouse: w", "warehouse: v"},
      {"-- to: b", "-- to: c"},
      {"-- engine: duckdb", "-- engine: sqlite"},
      {"table high", "table low"},
      {"-- from: a", "-- from: z"},
  };
  for (const auto& [from, to] : kEdits) {
    std::string edited = text;
    ASSERT_NE(edited.find(from), std::string::npos) << from;
    edited.replace(edited.find(from), from.size(), to);
    EXPECT_EQ(code_of(edited), Code::kChecksumMismatch) << from;
  }
  std::string longer = text;
  longer.insert(longer.find("\n-- spec begin"), "\n-- step 4: add-table x low\nDROP TABLE y;\n");
  EXPECT_EQ(code_of(longer), Code::kChecksumMismatch);
}

TEST(migration, what_is_no_migration_is_said) {
  EXPECT_EQ(code_of(""), Code::kBadMigrationFile);
  EXPECT_EQ(code_of("DROP TABLE x;"), Code::kBadMigrationFile);
  const std::string text = migrate::print(sample());
  for (std::size_t length = 0; length + 1 < text.size(); length += 7) {
    EXPECT_FALSE(migrate::read(text.substr(0, length), "m.sql").has_value()) << length;
  }
  EXPECT_EQ(code_of(text + "DROP TABLE x;\n"), Code::kBadMigrationFile);
}

// A database that the example was applied to.
class Applied : public ::testing::Test {
 protected:
  void SetUp() override {
    file_ = plan(example_, "0001_create");
    ASSERT_NE(file_, "");
    ASSERT_TRUE(app::apply({file_, url_, {}}).has_value());
  }

  std::string plan(const std::string& spec, const std::string& id, bool allow_breaking = false) {
    app::PlanRequest request;
    request.target = spec;
    request.database = url_;
    request.out = folder_.file(id + ".sql");
    request.allow_breaking = allow_breaking;
    const auto planned = app::plan(request);
    EXPECT_TRUE(planned.has_value());
    return planned ? request.out : "";
  }

  // The code of the refusal; nothing where it went well.
  std::optional<Code> apply_code(const std::string& file, bool allow_breaking = false) {
    app::ApplyRequest request{file, url_, {}};
    request.manner.allow_breaking = allow_breaking;
    request.manner.lock.wait_seconds = 0.2;
    const auto applied = app::apply(request);
    if (applied) return std::nullopt;
    return applied.error()[0].code;
  }

  void run_sql(const std::string& sql) {
    auto session = app::open(url_, dialect::Access::kReadWrite, false);
    ASSERT_TRUE(session.has_value());
    const auto done = session->connection->execute(sql);
    ASSERT_TRUE(done.has_value()) << done.error()[0].message;
  }

  std::string with_column(const std::string& name) {
    std::string text = test::read(example_);
    const std::string mark = "        - {name: industry, type: VARCHAR(60)}\n";
    text.insert(text.find(mark), "        - {name: " + name + ", type: INT}\n");
    const std::string path = folder_.file(name + ".yml");
    test::write(path, text);
    return path;
  }

  test::TemporaryFolder folder_;
  std::string url_ = "duckdb:" + folder_.file("live.duckdb");
  std::string example_ = std::string(DBX_SOURCE_DIR) + "/examples/contoso_finance/warehouse.yml";
  std::string file_;
};

TEST_F(Applied, again_is_a_clear_no_op) {
  const auto again = app::apply({file_, url_, {}});
  ASSERT_TRUE(again.has_value());
  EXPECT_TRUE(again->applied.already);
  const auto status = app::status(url_, true);
  ASSERT_TRUE(status.has_value());
  EXPECT_EQ(status->migrations.size(), 1U);
  EXPECT_TRUE(status->matches_ledger);
}

TEST_F(Applied, another_migration_of_the_same_name_is_refused) {
  const std::string other = plan(with_column("rating"), "0001_create");
  EXPECT_EQ(apply_code(other), Code::kChecksumMismatch);
}

TEST_F(Applied, a_stale_plan_is_refused) {
  const std::string stale = plan(with_column("rating"), "0002_rating");
  run_sql("ALTER TABLE dim_date ADD COLUMN surprise INTEGER");
  EXPECT_EQ(apply_code(stale), Code::kPlanStale);
  const auto status = app::status(url_, true);
  EXPECT_EQ(status->migrations.size(), 1U);
  EXPECT_FALSE(status->matches_ledger);
}

TEST_F(Applied, a_breaking_step_needs_its_flag) {
  std::string text = test::read(example_);
  const std::string mark = "        - {name: industry, type: VARCHAR(60)}\n";
  text.erase(text.find(mark), mark.size());
  test::write(folder_.file("less.yml"), text);
  const std::string file = plan(folder_.file("less.yml"), "0002_less", true);
  EXPECT_EQ(apply_code(file), Code::kBreakingChange);
  EXPECT_EQ(apply_code(file, true), std::nullopt);
}

TEST_F(Applied, a_failing_statement_leaves_no_trace) {
  run_sql("INSERT INTO dim_company (company_id, region) VALUES ('a', 'r')");
  std::string text = test::read(example_);
  const std::string mark = "        - {name: industry, type: VARCHAR(60)}\n";
  text.insert(text.find(mark), "        - {name: must, type: INT, nullable: false}\n");
  test::write(folder_.file("must.yml"), text);
  const std::string file = plan(folder_.file("must.yml"), "0002_must");
  const std::string before = app::status(url_, true)->fingerprint;
  EXPECT_EQ(apply_code(file), Code::kStatementFailed);
  const auto after = app::status(url_, true);
  EXPECT_EQ(after->fingerprint, before);
  EXPECT_EQ(after->migrations.size(), 1U);
}

TEST_F(Applied, a_plan_that_does_not_end_where_it_says_is_rolled_back) {
  const std::string before = app::status(url_, true)->fingerprint;
  migrate::Migration migration = sample();
  migration.from = before;
  migration.to = std::string(64, '0');
  migration.steps = {{"add-table", "t", plan::Risk::kLow, "CREATE TABLE t (a INTEGER)"}};
  test::write(folder_.file("0002.sql"), migrate::print(migration));
  EXPECT_EQ(apply_code(folder_.file("0002.sql")), Code::kApplyDiverged);
  EXPECT_EQ(app::status(url_, true)->fingerprint, before);
}

TEST_F(Applied, a_changed_ledger_is_found_and_blocks) {
  const std::string file = plan(with_column("rating"), "0002_rating");
  run_sql("UPDATE db_assistant_migrations SET applied_by = 'somebody else'");
  const auto status = app::status(url_, true);
  ASSERT_FALSE(status.has_value());
  EXPECT_EQ(status.error()[0].code, Code::kLedgerDamaged);
  EXPECT_EQ(apply_code(file), Code::kLedgerDamaged);
}

TEST_F(Applied, half_a_ledger_is_damaged) {
  run_sql("DROP TABLE db_assistant_migrations");
  EXPECT_EQ(app::status(url_, false).error()[0].code, Code::kLedgerDamaged);
}

TEST_F(Applied, a_newer_ledger_is_refused) {
  const std::string file = plan(with_column("rating"), "0002_rating");
  run_sql("UPDATE db_assistant_meta SET ledger_version = 99, tool_version = '9.0'");
  EXPECT_EQ(apply_code(file), Code::kLedgerNewer);
}

TEST_F(Applied, another_engines_migration_is_refused) {
  migrate::Migration migration = sample();
  migration.engine = "sqlite";
  test::write(folder_.file("other.sql"), migrate::print(migration));
  EXPECT_EQ(apply_code(folder_.file("other.sql")), Code::kEngineMismatch);
}

TEST_F(Applied, a_database_held_by_another_process_is_said_to_be) {
  int ready[2];
  int done[2];
  ASSERT_EQ(::pipe(ready), 0);
  ASSERT_EQ(::pipe(done), 0);
  const pid_t child = ::fork();
  if (child == 0) {
    const auto session = app::open(url_, dialect::Access::kReadWrite, false);
    const char state = session ? 'y' : 'n';
    if (::write(ready[1], &state, 1) != 1) ::_exit(2);
    char go = 0;
    if (::read(done[0], &go, 1) != 1) ::_exit(3);
    ::_exit(0);
  }
  char state = 0;
  ASSERT_EQ(::read(ready[0], &state, 1), 1);
  ASSERT_EQ(state, 'y');
  EXPECT_EQ(apply_code(file_), Code::kLockHeld);
  EXPECT_EQ(app::status(url_, false).error()[0].code, Code::kDatabaseLocked) << "to a reader";
  ASSERT_EQ(::write(done[1], "x", 1), 1);
  int status = 0;
  ::waitpid(child, &status, 0);
  EXPECT_EQ(status, 0);
  EXPECT_EQ(apply_code(file_), std::nullopt) << "free again";
}

TEST_F(Applied, a_full_disk_changes_nothing) {
  const std::string file = plan(with_column("rating"), "0002_rating");
  const std::string before = app::status(url_, true)->fingerprint;
  const pid_t child = ::fork();
  if (child == 0) {
    // A limit on file size stands in for the full disk (reliability, item 19).
    ::signal(SIGXFSZ, SIG_IGN);
    const rlimit small{512, 512};
    ::setrlimit(RLIMIT_FSIZE, &small);
    ::_exit(app::apply({file, url_, {}}).has_value() ? 1 : 0);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  EXPECT_TRUE(WIFEXITED(status) && WEXITSTATUS(status) == 0) << "apply must fail: " << status;
  EXPECT_EQ(app::status(url_, true)->fingerprint, before);
  EXPECT_EQ(apply_code(file), std::nullopt) << "and works when there is room";
}

TEST_F(Applied, a_read_only_folder_and_file_change_nothing) {
  namespace fs = std::filesystem;
  const std::string file = plan(with_column("rating"), "0002_rating");
  const std::string before = app::status(url_, true)->fingerprint;
  const pid_t child = ::fork();
  if (child == 0) {
    fs::permissions(folder_.file("live.duckdb"), fs::perms::owner_read | fs::perms::others_read);
    fs::permissions(folder_.path(), static_cast<fs::perms>(0555));
    // root may write anywhere, so the child becomes nobody.
    if (::geteuid() == 0 && ::setuid(65534) != 0) ::_exit(3);
    const auto applied = app::apply({file, url_, {}});
    ::_exit(!applied && applied.error()[0].code == Code::kNoConnection ? 0 : 1);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  EXPECT_TRUE(WIFEXITED(status) && WEXITSTATUS(status) == 0) << status;
  fs::permissions(folder_.path(), fs::perms::owner_all);
  fs::permissions(folder_.file("live.duckdb"), fs::perms::owner_read | fs::perms::owner_write);
  EXPECT_EQ(app::status(url_, true)->fingerprint, before);
}

// DuckDB 1.4 alone could not open this file again (duckdb#18259); attaching it can.
TEST_F(Applied, a_kill_right_after_the_commit_loses_nothing) {
  std::string text = test::read(with_column("rating"));
  const std::string mark = "natural_key: company_id";
  text.insert(text.find(mark), "description: who borrows\n      ");
  test::write(folder_.file("described.yml"), text);
  const std::string file = plan(folder_.file("described.yml"), "0002_described");
  const pid_t child = ::fork();
  if (child == 0) {
    const auto session = app::open(url_, dialect::Access::kReadWrite, false);
    const auto migration = migrate::read(test::read(file), file);
    if (!session || !migration) ::_exit(1);
    Diagnostics ignored;
    const auto applied = migrate::apply(*session->connection, *migration,
                                        [&](database::Connection& connection) {
                                          return session->dialect->inspect(connection, ignored);
                                        },
                                        {});
    if (!applied) ::_exit(2);
    ::kill(::getpid(), SIGKILL);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  ASSERT_TRUE(WIFSIGNALED(status)) << status;
  EXPECT_TRUE(test::exists(folder_.file("live.duckdb.wal"))) << "the commit is in the log alone";
  const auto after = app::status(url_, true);
  ASSERT_TRUE(after.has_value()) << after.error()[0].message;
  EXPECT_EQ(after->migrations.size(), 2U);
  EXPECT_TRUE(after->matches_ledger);
}

}  // namespace
}  // namespace dbx

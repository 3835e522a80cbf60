// The faults of apply (docs/reliability.md), by their numbers, on every engine that has them.
#include <sys/resource.h>

#include <csignal>
#include <filesystem>
#include <thread>

#include "dbx/app/rollback.h"
#include "dbx/migrate/lock.h"
#include "migrate/engine_fixture.h"

namespace dbx {
namespace {

class Faults : public test::OnEngine {
 protected:
  void SetUp() override {
    OnEngine::SetUp();
    if (IsSkipped()) return;
    apply(plan(kOne, "0001"));
    run_sql("INSERT INTO t VALUES (1, 10), (2, 20)");
  }

  static constexpr const char* kOne = "CREATE TABLE t (id INTEGER PRIMARY KEY, a INTEGER);";
  static constexpr const char* kTwo =
      "CREATE TABLE t (id INTEGER PRIMARY KEY, a INTEGER, b INTEGER);";
  static constexpr const char* kLess = "CREATE TABLE t (id INTEGER PRIMARY KEY);";
};

TEST_P(Faults, item_04_one_of_many_wins) {
  const std::string file = plan(kTwo, "0002");
  std::vector<pid_t> children;
  for (int i = 0; i < 50; ++i) {
    children.push_back(in_child([&] {
      app::ApplyRequest one = request(file);
      one.manner.lock.wait_seconds = 0.5;
      const auto applied = app::apply(one);
      if (applied) return applied->applied.already ? 1 : 0;
      return applied.error().front().code == Code::kLockHeld ? 2 : 3;
    }));
  }
  std::map<int, int> ends;
  for (const pid_t child : children) ++ends[status_of(child)];
  EXPECT_EQ(ends[0], 1) << "winners";
  EXPECT_EQ(ends[1] + ends[2], 49)
      << ends[1] << " no-op, " << ends[2] << " lock-held, " << ends[3] << " other";
  EXPECT_EQ(value("SELECT count(*) FROM db_assistant_migrations"), "2");
}

TEST_P(Faults, item_05_a_stopped_holder_is_never_robbed) {
  const std::string file = plan(kTwo, "0002");
  int ready[2];
  ASSERT_EQ(::pipe(ready), 0);
  const pid_t holder = in_child([&] {
    const auto session = app::open(url_, dialect::Access::kReadWrite, false);
    if (!session) return 1;
    const auto lock = migrate::MigrationLock::take(*session->connection, {});
    if (!lock || ::write(ready[1], "x", 1) != 1) return 2;
    ::raise(SIGSTOP);
    return 0;
  });
  char byte = 0;
  ASSERT_EQ(::read(ready[0], &byte, 1), 1);
  int status = 0;
  ::waitpid(holder, &status, WUNTRACED);
  ASSERT_TRUE(WIFSTOPPED(status));
  const auto refused = app::apply(request(file));
  ASSERT_FALSE(refused.has_value());
  EXPECT_EQ(refused.error().front().code, Code::kLockHeld);
  EXPECT_EQ(exit_status(refused.error()), 6);
  if (!is_postgres()) {
    EXPECT_NE(refused.error().front().message.find(std::to_string(holder)), std::string::npos)
        << "names the holder: " << refused.error().front().message;
  }
  ::kill(holder, SIGCONT);
  EXPECT_EQ(status_of(holder), 0);
  EXPECT_EQ(code_of(request(file)), std::nullopt) << "free again";
}

TEST_P(Faults, item_08_an_edited_file_of_an_applied_migration) {
  const std::string file = folder_.file("0001.sql");
  std::string text = test::read(file);
  text.replace(text.find("CREATE TABLE"), 12, "CREATE  TABLE IF NOT EXISTS");
  test::write(file, text);
  EXPECT_EQ(code_of(request(file)), Code::kChecksumMismatch);
}

TEST_P(Faults, item_09_a_stale_plan) {
  const std::string file = plan(kTwo, "0002");
  run_sql("CREATE TABLE surprise (id INTEGER PRIMARY KEY)");
  const std::string before = fingerprint();
  EXPECT_EQ(code_of(request(file)), Code::kPlanStale);
  EXPECT_EQ(fingerprint(), before);
}

TEST_P(Faults, item_10_drift_between_look_and_run) {
  if (!is_postgres()) GTEST_SKIP() << "nobody else can write meanwhile";
  const std::string file = plan(kLess, "0002");
  app::ApplyRequest asked = request(file);
  asked.manner.ask = [&](const std::string& name) {
    run_sql("CREATE TABLE surprise (id INTEGER PRIMARY KEY)");
    return name;
  };
  EXPECT_EQ(code_of(asked), Code::kPlanStale);
  EXPECT_EQ(value("SELECT count(*) FROM db_assistant_migrations"), "1");
}

TEST_P(Faults, item_11_a_statement_that_fails_leaves_nothing) {
  run_sql("INSERT INTO t VALUES (3, 10)");
  const std::string file = plan(
      "CREATE TABLE t (id INTEGER PRIMARY KEY, a INTEGER, b INTEGER);"
      "CREATE UNIQUE INDEX t_a ON t (a);",
      "0002");
  const std::string before = fingerprint();
  const auto failed = app::apply(request(file));
  ASSERT_FALSE(failed.has_value());
  EXPECT_EQ(failed.error().front().code, Code::kStatementFailed);
  EXPECT_EQ(fingerprint(), before);
  EXPECT_EQ(value("SELECT status FROM db_assistant_runs ORDER BY sequence DESC LIMIT 1"), "failed");
  run_sql("DELETE FROM t WHERE id = 3");
  EXPECT_EQ(code_of(request(file)), std::nullopt) << "and again, once the rows are mended";
}

TEST_P(Faults, item_13_a_rebuild_keeps_rows_that_reference) {
  if (GetParam() != "sqlite") GTEST_SKIP() << "SQLite's alone";
  apply(
      plan("CREATE TABLE t (id INTEGER PRIMARY KEY, a INTEGER);"
           "CREATE TABLE child (id INTEGER PRIMARY KEY, t INTEGER REFERENCES t (id) ON DELETE "
           "CASCADE);",
           "0002"));
  run_sql("INSERT INTO child VALUES (1, 1), (2, 2)");
  // Dropping and remaking the parent must not cascade.
  apply(
      plan("CREATE TABLE t (id INTEGER PRIMARY KEY, a INTEGER NOT NULL);"
           "CREATE TABLE child (id INTEGER PRIMARY KEY, t INTEGER REFERENCES t (id) ON DELETE "
           "CASCADE);",
           "0003"));
  EXPECT_EQ(value("SELECT count(*) FROM child"), "2");
  // An orphan is found before the commit.
  run_sql("INSERT INTO child VALUES (3, 99)");
  const std::string file = plan(kOne, "0004");
  const std::string orphaned = plan(
      "CREATE TABLE t (id INTEGER PRIMARY KEY, a INTEGER NOT NULL);"
      "CREATE TABLE child (id INTEGER PRIMARY KEY, t INTEGER REFERENCES t (id) ON DELETE "
      "CASCADE, more INTEGER NOT NULL DEFAULT 1);",
      "0005");
  EXPECT_EQ(code_of(request(orphaned)), Code::kOrphanRows);
  EXPECT_EQ(value("SELECT count(*) FROM child"), "3");
}

TEST_P(Faults, item_15_a_ledger_that_is_gone_changed_or_newer) {
  const std::string file = plan(kTwo, "0002");
  const std::string before = value("SELECT count(*) FROM t");
  run_sql("UPDATE db_assistant_migrations SET spec = 'version: 2'");
  EXPECT_EQ(code_of(request(file)), Code::kLedgerDamaged);
  run_sql("UPDATE db_assistant_meta SET ledger_version = 99");
  EXPECT_EQ(code_of(request(file)), Code::kLedgerNewer);
  run_sql("UPDATE db_assistant_meta SET ledger_version = 3");
  run_sql("DROP TABLE db_assistant_runs");
  EXPECT_EQ(code_of(request(file)), Code::kLedgerDamaged);
  EXPECT_EQ(value("SELECT count(*) FROM t"), before);
}

TEST_P(Faults, item_16_a_clock_that_goes_back) {
  const std::string file = plan(kTwo, "0002");
  const pid_t child = in_child([&] {
    ::setenv("DBX_NOW", "2016-01-01T00:00:00Z", 1);
    return code_of(request(file)) ? 1 : 0;
  });
  EXPECT_EQ(status_of(child), 0);
  const auto status = app::status(url_, true);
  ASSERT_TRUE(status.has_value());
  ASSERT_EQ(status->migrations.size(), 2U);
  EXPECT_EQ(status->migrations.back().id, "0002") << "the order is that of the sequence";
  EXPECT_LT(status->migrations.back().finished_at, status->migrations.front().finished_at);
  EXPECT_TRUE(status->matches_ledger);
  EXPECT_TRUE(app::apply(request(file))->applied.already);
}

TEST_P(Faults, item_17_without_a_good_backup_nothing_destructive_runs) {
  const std::string file = plan(kLess, "0002");
  const std::string before = fingerprint();
  app::ApplyRequest asked = request(file);
  asked.manner.create_backup = true;
  asked.manner.backup_path = "/proc/no/such/place";
  EXPECT_EQ(code_of(asked), Code::kBackupFailed);
  EXPECT_EQ(fingerprint(), before);
  EXPECT_EQ(value("SELECT sum(a) FROM t"), "30");
  asked.manner.backup_path = folder_.file("kept.backup");
  const auto applied = app::apply(asked);
  ASSERT_TRUE(applied.has_value()) << test::words(applied.error());
  EXPECT_EQ(applied->backup, folder_.file("kept.backup"));
  ASSERT_TRUE(test::exists(applied->backup));
  if (!is_postgres()) {
    const auto copy =
        app::open(GetParam() + ":" + applied->backup, dialect::Access::kReadOnly, false);
    ASSERT_TRUE(copy.has_value());
    EXPECT_EQ(database::to_text(copy->connection->query("SELECT sum(a) FROM t")->rows[0][0]), "30");
  } else {
    EXPECT_NE(test::read(applied->backup).find("1\t10\n2\t20\n"), std::string::npos);
  }
}

TEST_P(Faults, item_18_a_rollback_that_would_lose_new_rows) {
  apply(plan(kTwo, "0002"));
  run_sql("UPDATE t SET b = 7 WHERE id = 1");
  app::RollbackRequest back;
  back.database = url_;
  back.dry_run = true;
  const auto foretold = app::rollback(back);
  ASSERT_TRUE(foretold.has_value()) << test::words(foretold.error());
  ASSERT_EQ(foretold->losses.size(), 1U);
  EXPECT_EQ(foretold->losses[0].object, "t.b");
  EXPECT_EQ(foretold->losses[0].values, 1);
  back.dry_run = false;
  const auto refused = app::rollback(back);
  ASSERT_FALSE(refused.has_value());
  EXPECT_EQ(refused.error().front().code, Code::kRollbackLosesData);
  EXPECT_NE(refused.error().front().message.find("1 value of t.b"), std::string::npos)
      << refused.error().front().message;
  back.manner.allow_breaking = true;
  const auto gone = app::rollback(back);
  ASSERT_TRUE(gone.has_value()) << test::words(gone.error());
  EXPECT_EQ(value("SELECT sum(a) FROM t"), "30");
  const auto again = app::rollback({"0002", url_, {}, false});
  ASSERT_TRUE(again.has_value());
  EXPECT_TRUE(again->already);
}

TEST_P(Faults, item_18_rows_that_come_while_a_rollback_waits) {
  if (!is_postgres()) GTEST_SKIP() << "nobody else can write meanwhile";
  apply(plan(kTwo, "0002"));
  app::RollbackRequest back;
  back.database = url_;
  back.manner.ask = [&](const std::string& name) {
    run_sql("UPDATE t SET b = 7 WHERE id = 1");
    return name;
  };
  const auto refused = app::rollback(back);
  ASSERT_FALSE(refused.has_value());
  EXPECT_EQ(refused.error().front().code, Code::kRollbackLosesData);
  EXPECT_EQ(value("SELECT b FROM t WHERE id = 1"), "7");
}

TEST_P(Faults, item_19_a_full_disk) {
  if (is_postgres()) GTEST_SKIP() << "the server's disk is not ours to fill";
  const std::string file =
      plan("CREATE TABLE t (id INTEGER PRIMARY KEY, a INTEGER NOT NULL);", "0002");
  const std::string before = fingerprint();
  const pid_t child = in_child([&] {
    // A limit on file size stands in for the full disk.
    ::signal(SIGXFSZ, SIG_IGN);
    const rlimit small{512, 512};
    ::setrlimit(RLIMIT_FSIZE, &small);
    const auto code = code_of(request(file));
    return code ? 0 : 1;
  });
  EXPECT_EQ(status_of(child), 0) << "apply must fail";
  EXPECT_EQ(fingerprint(), before);
  EXPECT_EQ(value("SELECT sum(a) FROM t"), "30");
  EXPECT_EQ(code_of(request(file)), std::nullopt) << "and works when there is room";
}

TEST_P(Faults, steps_that_lose_data_are_confirmed_by_name) {
  const std::string file = plan(kLess, "0002");
  app::ApplyRequest asked = request(file);
  asked.manner.confirm = "another";
  EXPECT_EQ(code_of(asked), Code::kNotConfirmed);
  EXPECT_EQ(value("SELECT sum(a) FROM t"), "30");
  std::string name;
  asked.manner.confirm.clear();
  asked.manner.ask = [&](const std::string& database) {
    name = database;
    return database;
  };
  EXPECT_EQ(code_of(asked), std::nullopt);
  EXPECT_NE(url_.find(name), std::string::npos) << name;
}

TEST_P(Faults, a_sidecar_closes_the_gate_and_never_opens_it) {
  const std::string file = plan(kLess, "0002");
  app::ApplyRequest careful = request(file);
  careful.manner.allow_breaking = false;
  test::write(file + ".impact.json", R"({"steps": []})");
  EXPECT_EQ(code_of(careful), Code::kBreakingChange) << "edited";
  std::filesystem::remove(file + ".impact.json");
  EXPECT_EQ(code_of(careful), Code::kBreakingChange) << "deleted";
  const std::string harmless = plan(kTwo, "0003");
  careful.file = harmless;
  test::write(harmless + ".impact.json",
              R"({"steps": [{"kind": "add-column", "object": "t.b", "risk": "high"}]})");
  EXPECT_EQ(code_of(careful), Code::kBreakingChange);
  for (const char* bad : {"no json", R"({"steps": [{"risk": 1}]})", R"({"steps": [7]})", "[]"}) {
    test::write(harmless + ".impact.json", bad);
    EXPECT_EQ(code_of(careful), Code::kBadMigrationFile) << bad;
  }
  std::filesystem::remove(harmless + ".impact.json");
  EXPECT_EQ(code_of(careful), std::nullopt);
}

INSTANTIATE_TEST_SUITE_P(engines, Faults, ::testing::Values("duckdb", "postgres", "sqlite"),
                         test::engine_name);

}  // namespace
}  // namespace dbx

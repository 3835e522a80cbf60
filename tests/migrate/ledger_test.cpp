// The ledger's layouts, its chain, rollback and drift by what it recorded.
#include <filesystem>

#include "dbx/app/drift.h"
#include "dbx/app/rollback.h"
#include "migrate/engine_fixture.h"

namespace dbx {
namespace {

class Ledger : public test::OnEngine {
 protected:
  void SetUp() override {
    OnEngine::SetUp();
    if (IsSkipped()) return;
    apply(plan(kOne, "0001"));
  }
  static constexpr const char* kOne = "CREATE TABLE t (id INTEGER PRIMARY KEY, a INTEGER);";
  static constexpr const char* kTwo =
      "CREATE TABLE t (id INTEGER PRIMARY KEY, a INTEGER, b INTEGER);";
  static constexpr const char* kThree =
      "CREATE TABLE t (id INTEGER PRIMARY KEY, a INTEGER, b INTEGER);"
      "CREATE TABLE u (id INTEGER PRIMARY KEY);";

  Result<app::RollbackReport> roll_back(const std::string& id = {}) const {
    return app::rollback({id, url_, {}, false});
  }

  // The tables and the row as dbx wrote them when the layout had version 1, its hash over the
  // fields of then.
  void make_version_1() {
    auto session = app::open(url_, dialect::Access::kReadWrite, false);
    ASSERT_TRUE(session.has_value());
    const auto rows = migrate::read_ledger(*session->connection);
    ASSERT_TRUE(rows.has_value());
    migrate::LedgerRow row = rows->front();
    row.format = 1;
    row.row_hash = migrate::hash_of(row);
    std::vector<std::string> sql = {
        "DROP TABLE db_assistant_seed_chunks",
        "DROP TABLE db_assistant_seeds",
        "DROP TABLE db_assistant_approvals",
        "UPDATE db_assistant_migrations SET row_hash = '" + row.row_hash + "'",
        "ALTER TABLE db_assistant_meta DROP COLUMN database_id",
        "UPDATE db_assistant_meta SET ledger_version = 1"};
    for (const char* column : {"format", "intent", "down", "schema_before", "schema_after"}) {
      sql.push_back(std::string("ALTER TABLE db_assistant_migrations DROP COLUMN ") + column);
    }
    for (const char* column : {"finished_at", "tokens", "cost"}) {
      sql.push_back(std::string("ALTER TABLE db_assistant_runs DROP COLUMN ") + column);
    }
    for (const std::string& statement : sql) {
      const auto done = session->connection->execute(statement);
      ASSERT_TRUE(done.has_value()) << statement << ": " << test::words(done.error());
    }
  }
};

TEST_P(Ledger, version_1_is_read_and_upgraded_by_the_next_apply) {
  make_version_1();
  const auto before = app::status(url_, true);
  ASSERT_TRUE(before.has_value()) << test::words(before.error());
  EXPECT_EQ(before->migrations.front().format, 1);
  EXPECT_TRUE(before->matches_ledger);
  ASSERT_TRUE(app::runs(url_).has_value());
  apply(plan(kTwo, "0002"));
  const auto after = app::status(url_, true);
  ASSERT_TRUE(after.has_value()) << test::words(after.error());
  ASSERT_EQ(after->migrations.size(), 2U);
  EXPECT_EQ(after->migrations[0].format, 1) << "its hash is over the fields of version 1";
  EXPECT_EQ(after->migrations[1].format, 2);
  run_sql("UPDATE db_assistant_migrations SET down = 'DROP TABLE t' WHERE sequence = 2");
  EXPECT_EQ(app::status(url_, true).error().front().code, Code::kLedgerDamaged);
}

TEST_P(Ledger, rollbacks_undo_one_migration_after_the_other) {
  const std::string one = fingerprint();
  apply(plan(kTwo, "0002"));
  const std::string two = fingerprint();
  apply(plan(kThree, "0003"));
  const auto not_last = roll_back("0002");
  ASSERT_FALSE(not_last.has_value());
  EXPECT_EQ(not_last.error().front().code, Code::kNothingToRollBack);
  EXPECT_EQ(roll_back("0099").error().front().code, Code::kNothingToRollBack);
  ASSERT_TRUE(roll_back().has_value());
  EXPECT_EQ(fingerprint(), two);
  ASSERT_TRUE(roll_back().has_value());
  EXPECT_EQ(fingerprint(), one);
  EXPECT_TRUE(roll_back("0003")->already);
  // And forth again: the file is not in force any more.
  apply(folder_.file("0002.sql"));
  EXPECT_EQ(fingerprint(), two);
  ASSERT_TRUE(roll_back("0002").has_value());
  ASSERT_TRUE(roll_back().has_value());
  const auto nothing = roll_back();
  ASSERT_FALSE(nothing.has_value());
  EXPECT_EQ(nothing.error().front().code, Code::kNothingToRollBack);
  EXPECT_EQ(exit_status(nothing.error()), 6);
  EXPECT_EQ(app::status(url_, true)->migrations.size(), 8U);
  EXPECT_EQ(roll_back("0001.down").error().front().code, Code::kNothingToRollBack);
}

TEST_P(Ledger, a_rename_is_undone_without_a_word_and_backed_up_whole) {
  run_sql("INSERT INTO t VALUES (1, 10)");
  app::PlanRequest renamed;
  test::write(
      folder_.file("renamed.yml"),
      "version: 1\nwarehouse: w\nentities:\n  tables:\n    - name: t2\n      renamed_from: t\n"
      "      columns:\n        - {name: id, type: INT, nullable: false}\n"
      "        - {name: a, type: INT}\n      primary_key: [id]\n");
  renamed.target = folder_.file("renamed.yml");
  renamed.database = url_;
  renamed.out = folder_.file("0002.sql");
  renamed.prove = false;
  const auto planned = app::plan(renamed);
  ASSERT_TRUE(planned.has_value()) << test::words(planned.error());
  apply(renamed.out);
  EXPECT_EQ(value("SELECT sum(a) FROM t2"), "10");
  const auto back = roll_back();
  ASSERT_TRUE(back.has_value()) << test::words(back.error());
  EXPECT_TRUE(back->losses.empty());
  EXPECT_EQ(value("SELECT sum(a) FROM t"), "10");
}

TEST_P(Ledger, without_a_recorded_way_back_there_is_no_rollback) {
  const std::string file = plan(kTwo, "0002");
  std::filesystem::remove(folder_.file("0002.down.sql"));
  apply(file);
  EXPECT_EQ(roll_back().error().front().code, Code::kNothingToRollBack);
}

TEST_P(Ledger, drift_says_what_was_done_by_hand) {
  const auto none = app::drift({url_, ""});
  ASSERT_TRUE(none.has_value()) << test::words(none.error());
  EXPECT_TRUE(none->changes.empty());
  run_sql("ALTER TABLE t ADD COLUMN \"by hand\" INTEGER");
  run_sql("CREATE TABLE extra (id INTEGER PRIMARY KEY)");
  const auto some = app::drift({url_, ""});
  ASSERT_TRUE(some.has_value()) << test::words(some.error());
  ASSERT_EQ(some->changes.size(), 2U);
  EXPECT_EQ(some->changes[0].kind, "add-table");
  EXPECT_EQ(some->changes[0].object, "extra");
  EXPECT_EQ(some->changes[1].kind, "add-column");
  EXPECT_EQ(some->changes[1].object, "t.by hand");
  const std::string diagram = app::to_mermaid(*some);
  EXPECT_NE(diagram.find("<b>extra</b>"), std::string::npos) << diagram;
  EXPECT_NE(diagram.find("add-column by hand"), std::string::npos) << diagram;
  test::write(folder_.file("wanted.sql"), kTwo);
  const auto other = app::drift({url_, folder_.file("wanted.sql")});
  ASSERT_TRUE(other.has_value()) << test::words(other.error());
  EXPECT_EQ(other->changes.size(), 3U);
}

TEST_P(Ledger, every_phase_is_in_the_audit) {
  const std::string file = plan(kTwo, "0002");
  ASSERT_TRUE(app::approve({file, url_, 1}).has_value());
  apply(file);
  ASSERT_TRUE(roll_back().has_value());
  const auto runs = app::runs(url_);
  ASSERT_TRUE(runs.has_value());
  std::vector<std::string> phases;
  for (const migrate::Run& run : *runs) {
    phases.push_back(run.phase + " " + run.status);
    EXPECT_FALSE(run.who.empty());
    EXPECT_FALSE(run.started_at.empty());
    EXPECT_FALSE(run.finished_at.empty()) << run.phase;
  }
  EXPECT_EQ(phases, (std::vector<std::string>{"apply done", "approve done", "apply done",
                                              "rollback done"}));
}

INSTANTIATE_TEST_SUITE_P(engines, Ledger, ::testing::Values("duckdb", "postgres", "sqlite"),
                         test::engine_name);

}  // namespace
}  // namespace dbx

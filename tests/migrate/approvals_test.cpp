// Approvals: of one plan, for one database as it is now, once, until a time.
#include "migrate/engine_fixture.h"

namespace dbx {
namespace {

class Approvals : public test::OnEngine {
 protected:
  void SetUp() override {
    OnEngine::SetUp();
    if (IsSkipped()) return;
    apply(plan("CREATE TABLE t (id INTEGER PRIMARY KEY);", "0001"));
    file_ = plan("CREATE TABLE t (id INTEGER PRIMARY KEY, a INTEGER);", "0002");
    needing_ = request(file_);
    needing_.manner.require_approval = true;
  }

  std::string refusal() const {
    const auto applied = app::apply(needing_);
    if (applied) return "applied";
    const Diagnostic& why = applied.error().front();
    return why.code == Code::kNeedsApproval ? why.message : "another: " + why.message;
  }

  std::string file_;
  app::ApplyRequest needing_;
};

TEST_P(Approvals, one_lets_one_plan_run_once) {
  EXPECT_NE(refusal().find("nobody has approved it"), std::string::npos) << refusal();
  const auto approval = app::approve({file_, url_, 1});
  ASSERT_TRUE(approval.has_value()) << test::words(approval.error());
  EXPECT_EQ(refusal(), "applied");
  EXPECT_NE(value("SELECT used_at FROM db_assistant_approvals"), "NULL");
  // The same plan again, after it was undone: the approval is used up.
  run_sql("DELETE FROM db_assistant_migrations WHERE sequence = 2");
  if (GetParam() == "postgres") {
    run_sql("ALTER TABLE t DROP COLUMN a");
    EXPECT_NE(refusal().find("it was used on"), std::string::npos) << refusal();
  }
}

TEST_P(Approvals, it_ends) {
  ASSERT_TRUE(app::approve({file_, url_, 1}).has_value());
  run_sql("UPDATE db_assistant_approvals SET expires_at = '2020-01-01T00:00:00Z'");
  EXPECT_NE(refusal().find("row was changed"), std::string::npos) << refusal();
  const pid_t child = in_child([&] {
    ::setenv("DBX_NOW", "2099-01-01T00:00:00Z", 1);
    run_sql("DELETE FROM db_assistant_approvals");
    ::unsetenv("DBX_NOW");
    if (!app::approve({file_, url_, 1})) return 1;
    ::setenv("DBX_NOW", "2099-01-01T00:00:00Z", 1);
    return refusal().find("it ended on") != std::string::npos ? 0 : 2;
  });
  EXPECT_EQ(status_of(child), 0);
}

TEST_P(Approvals, it_is_for_the_database_as_it_was) {
  ASSERT_TRUE(app::approve({file_, url_, 1}).has_value());
  run_sql("CREATE TABLE surprise (id INTEGER PRIMARY KEY)");
  EXPECT_NE(refusal().find("another: the database has changed"), std::string::npos) << refusal();
}

TEST_P(Approvals, it_is_for_this_database_alone) {
  ASSERT_TRUE(app::approve({file_, url_, 1}).has_value());
  run_sql("UPDATE db_assistant_meta SET database_id = 'a copy'");
  EXPECT_NE(refusal().find("for another database"), std::string::npos) << refusal();
}

TEST_P(Approvals, bad_wishes_are_refused) {
  EXPECT_EQ(app::approve({file_, url_, 0}).error().front().code, Code::kUsage);
  EXPECT_EQ(app::approve({file_, url_, -3}).error().front().code, Code::kUsage);
  EXPECT_EQ(app::approve({file_, url_, 1e9}).error().front().code, Code::kUsage);
  run_sql("CREATE TABLE surprise (id INTEGER PRIMARY KEY)");
  EXPECT_EQ(app::approve({file_, url_, 1}).error().front().code, Code::kPlanStale);
}

INSTANTIATE_TEST_SUITE_P(engines, Approvals, ::testing::Values("duckdb", "postgres", "sqlite"),
                         test::engine_name);

}  // namespace
}  // namespace dbx

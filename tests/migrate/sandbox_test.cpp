// Sandboxes that end, and rehearsals.
#include "dbx/app/sandbox.h"

#include <filesystem>

#include "dbx/app/rehearse.h"
#include "migrate/engine_fixture.h"

namespace dbx {
namespace {

class Sandboxes : public test::OnEngine {
 protected:
  void SetUp() override {
    OnEngine::SetUp();
    ::setenv("DBX_SANDBOXES", folder_.file("sandboxes").c_str(), 1);
  }
  void TearDown() override {
    ::unsetenv("DBX_SANDBOXES");
    ::unsetenv("DBX_NOW");
  }

  app::SandboxRequest wanted(const std::string& name) const {
    app::SandboxRequest request;
    // One cluster serves every test of this user.
    request.name = name + std::to_string(::getpid());
    request.engine = GetParam();
    request.server = is_postgres() ? url_ : "";
    request.target = DBX_SOURCE_DIR "/examples/contoso_finance/warehouse.yml";
    request.seed = true;
    request.scale = 0.001;
    return request;
  }
};

TEST_P(Sandboxes, are_made_listed_used_and_dropped) {
  const auto made = app::create_sandbox(wanted("demo"));
  ASSERT_TRUE(made.has_value()) << test::words(made.error());
  const auto status = app::status(made->url, true);
  ASSERT_TRUE(status.has_value()) << test::words(status.error());
  EXPECT_EQ(status->table_count, is_postgres() ? 4 : 3) << "one is a partition there";
  const auto runs = app::runs(made->url);
  ASSERT_EQ(runs->size(), 2U);
  EXPECT_EQ(runs->back().phase, "seed");
  const auto list = app::list_sandboxes();
  ASSERT_EQ(list->size(), 1U);
  EXPECT_EQ(list->front().url, made->url);
  EXPECT_EQ(app::create_sandbox(wanted("demo")).error().front().code, Code::kSandboxExists);
  ASSERT_TRUE(app::drop_sandbox(made->name).has_value());
  EXPECT_FALSE(app::status(made->url, false).has_value()) << "its database is gone";
  EXPECT_EQ(app::drop_sandbox(made->name).error().front().code, Code::kUnknownSandbox);
}

TEST_P(Sandboxes, end_by_themselves) {
  app::SandboxRequest request = wanted("brief");
  request.target.clear();
  request.seed = false;
  request.hours = 1;
  const auto made = app::create_sandbox(request);
  ASSERT_TRUE(made.has_value()) << test::words(made.error());
  EXPECT_EQ(app::list_sandboxes()->size(), 1U);
  ::setenv("DBX_NOW", "2099-01-01T00:00:00Z", 1);
  EXPECT_TRUE(app::list_sandboxes()->empty());
  ::unsetenv("DBX_NOW");
  EXPECT_FALSE(app::status(made->url, false).has_value());
}

TEST_P(Sandboxes, bad_wishes_leave_nothing) {
  app::SandboxRequest request = wanted("bad");
  request.target = folder_.file("no.yml");
  EXPECT_EQ(app::create_sandbox(request).error().front().code, Code::kFileNotFound);
  EXPECT_TRUE(app::list_sandboxes()->empty());
  request.name = "../escape";
  EXPECT_EQ(app::create_sandbox(request).error().front().code, Code::kUsage);
  request.name = "bad";
  request.hours = 0;
  EXPECT_EQ(app::create_sandbox(request).error().front().code, Code::kUsage);
  if (is_postgres()) {
    request.hours = 1;
    request.server.clear();
    EXPECT_EQ(app::create_sandbox(request).error().front().code, Code::kUsage);
  }
  EXPECT_TRUE(app::list_sandboxes()->empty());
}

TEST_P(Sandboxes, a_plan_is_rehearsed_at_growing_sizes) {
  apply(plan("CREATE TABLE t (id INTEGER PRIMARY KEY, a INTEGER);", "0001"));
  const auto session = app::open(url_, dialect::Access::kReadWrite, false);
  for (int i = 0; i < 64; ++i) {
    ASSERT_TRUE(session->connection->execute(fmt::format("INSERT INTO t VALUES ({}, {})", i, i))
                    .has_value());
  }
  static_cast<void>(session->connection->execute("ANALYZE"));
  test::write(folder_.file("next.sql"),
              "CREATE TABLE t (id INTEGER PRIMARY KEY, a INTEGER, b INTEGER);"
              "CREATE INDEX t_a ON t (a);");
  if (!is_postgres()) const_cast<app::Session&>(*session).connection.reset();
  app::PlanRequest request;
  request.target = folder_.file("next.sql");
  request.database = url_;
  request.rehearse = true;
  const auto planned = app::plan(request);
  ASSERT_TRUE(planned.has_value()) << test::words(planned.error());
  ASSERT_TRUE(planned->rehearsal.has_value());
  EXPECT_EQ(planned->rehearsal->live, 64);
  EXPECT_EQ(planned->rehearsal->sizes, (std::vector<std::int64_t>{16, 32, 64}));
  ASSERT_EQ(planned->rehearsal->steps.size(), planned->forward.steps.size());
  for (const app::RehearsedStep& step : planned->rehearsal->steps) {
    EXPECT_EQ(step.seconds.size(), 3U);
    EXPECT_GE(step.high, step.expected);
    EXPECT_LE(step.low, step.expected);
  }
  EXPECT_EQ(value("SELECT count(*) FROM t"), "64") << "nothing was done to the live one";
  request.current = folder_.file("0001.target.sql");
  EXPECT_EQ(app::plan(request).error().front().code, Code::kCannotRehearse) << "a file has no rows";
}

TEST(Forecast, is_the_line_through_what_was_measured) {
  const double xs[] = {100, 200, 400};
  const double exact[] = {1.5, 2.5, 4.5};
  const app::Forecast line = app::forecast(xs, exact, 1000);
  EXPECT_NEAR(line.expected, 10.5, 1e-9);
  EXPECT_NEAR(line.high - line.low, 0, 1e-6);
  const double noisy[] = {1.5, 2.7, 4.4};
  const app::Forecast wide = app::forecast(xs, noisy, 1000);
  EXPECT_LT(wide.low, wide.expected);
  EXPECT_GT(wide.high, wide.expected);
  // y = 0.65 + 0.0095 x; residuals -0.1, 0.15, -0.05: s = sqrt(0.035); by hand.
  EXPECT_NEAR(wide.expected, 10.15, 1e-9);
  EXPECT_NEAR(wide.high, 12.299, 2e-3);
  const double falling[] = {3, 2, 1};
  EXPECT_NEAR(app::forecast(xs, falling, 1000).expected, 2, 1e-9)
      << "more rows are never less work";
  EXPECT_EQ(app::forecast(xs, noisy, 200).expected, 2.7) << "measured there";
}

INSTANTIATE_TEST_SUITE_P(engines, Sandboxes, ::testing::Values("duckdb", "postgres", "sqlite"),
                         test::engine_name);

}  // namespace
}  // namespace dbx

// Item 20 of the fault model: whichever write fails, and whichever request for memory, the database
// is as before or as after, and the same command again ends where it should.
#include <filesystem>

#include "migrate/engine_fixture.h"
#include "support/command.h"

namespace dbx {
namespace {

namespace fs = std::filesystem;

class FailingCalls : public test::OnEngine {
 protected:
  void SetUp() override {
    OnEngine::SetUp();
    apply(plan("CREATE TABLE t (id INTEGER PRIMARY KEY, a INTEGER);", "0001"));
    run_sql("INSERT INTO t VALUES (1, 10), (2, 20)");
    file_ = plan(
        "CREATE TABLE t (id INTEGER PRIMARY KEY, a INTEGER NOT NULL, b INTEGER);"
        "CREATE INDEX t_a ON t (a);",
        "0002");
    before_ = fingerprint();
    fs::copy_file(folder_.file("live.db"), folder_.file("start.db"));
  }

  void start_again() const {
    for (const auto& entry : fs::directory_iterator(folder_.path())) {
      if (entry.path().filename().string().starts_with("live.db")) fs::remove(entry.path());
    }
    fs::copy_file(folder_.file("start.db"), folder_.file("live.db"));
  }

  test::Finished apply_with(const std::string& setting) const {
    return test::run(fmt::format("{} LD_PRELOAD={} {} apply {} --database {}", setting,
                                 DBX_FAILING_LIBRARY, DBX_BINARY, file_, url_));
  }

  // An error of ours; where memory ends within a library that cannot go on, its last words.
  static bool says_why(const std::string& output) {
    return output.find("error[") != std::string::npos ||
           output.find("bad_alloc") != std::string::npos;
  }

  // Every n-th call fails in turn, `step` apart, until one run passes without having failed.
  int try_all(const std::string& what, int step) {
    int tried = 0;
    for (int n = 1;; n += step) {
      start_again();
      const test::Finished failed = apply_with(fmt::format("{}={}", what, n));
      const std::string after = fingerprint();
      const bool is_before = after == before_;
      EXPECT_TRUE(is_before || value("SELECT count(*) FROM db_assistant_migrations") == "2")
          << what << " " << n << ": " << after << failed.output;
      EXPECT_EQ(value("SELECT sum(a) FROM t"), "30") << what << " " << n;
      if (failed.status != 0) {
        EXPECT_TRUE(says_why(failed.output)) << what << " " << n << ": " << failed.output;
      }
      const test::Finished again = apply_with("DBX_NOTHING=1");
      EXPECT_EQ(again.status, 0) << what << " " << n << ": " << again.output;
      EXPECT_EQ(value("SELECT sum(a) FROM t"), "30") << what << " " << n;
      ++tried;
      // The call of that number was never made: the last run was a whole one.
      if (failed.status == 0 && !is_before && n > writes_at_most_) return tried;
      if (::testing::Test::HasFailure()) return tried;
    }
  }

  std::string file_;
  std::string before_;
  int writes_at_most_ = 0;
};

TEST_P(FailingCalls, item_20_any_write_may_fail) {
  // A failed write may be one that an engine does without (a hint, a trim): go well past it.
  writes_at_most_ = 60;
  EXPECT_GT(try_all("DBX_FAIL_WRITE", 1), 10);
}

TEST_P(FailingCalls, item_20_memory_may_end_at_any_moment) {
  writes_at_most_ = 12'000;
  EXPECT_GT(try_all("DBX_FAIL_MALLOC", 631), 10);
}

INSTANTIATE_TEST_SUITE_P(engines, FailingCalls, ::testing::Values("duckdb", "sqlite"),
                         test::engine_name);

}  // namespace
}  // namespace dbx

// A database of each engine with a table and rows, and migrations of it: what the tests of apply
// share.
#pragma once

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <functional>
#include <optional>
#include <string>

#include "dbx/app/apply.h"
#include "dbx/app/plan.h"
#include "dbx/app/session.h"
#include "support/cases.h"
#include "support/postgres.h"

namespace dbx::test {

inline std::string words(const Diagnostics& problems) {
  return problems.front().message + " (" + problems.front().hint + ")";
}

class OnEngine : public ::testing::TestWithParam<std::string> {
 protected:
  void SetUp() override {
    url_ = GetParam() + ":" + folder_.file("live.db");
    if (GetParam() != "postgres") return;
    const auto url = postgres_url("apply");
    if (!url) GTEST_SKIP() << "no PostgreSQL server";
    url_ = *url;
  }

  // What the tables are to be, as SQL; the file of the migration there.
  std::string plan(const std::string& sql, const std::string& id, bool online = false) {
    write(folder_.file(id + ".target.sql"), sql);
    app::PlanRequest request;
    request.target = folder_.file(id + ".target.sql");
    request.database = url_;
    request.out = folder_.file(id + ".sql");
    request.allow_breaking = true;
    request.online = online;
    request.prove = false;
    const auto planned = app::plan(request);
    EXPECT_TRUE(planned.has_value()) << words(planned.error());
    return request.out;
  }

  app::ApplyRequest request(const std::string& file) const {
    app::ApplyRequest request{file, url_, {}};
    request.manner.allow_breaking = true;
    request.manner.lock.wait_seconds = 0.2;
    request.manner.lock.statement_seconds = 1;
    request.manner.lock.attempts = 2;
    return request;
  }

  // The code of the refusal; nothing where it went well.
  std::optional<Code> code_of(const app::ApplyRequest& request) const {
    const auto applied = app::apply(request);
    return applied ? std::nullopt : std::optional<Code>(applied.error().front().code);
  }
  void apply(const std::string& file) const {
    const auto applied = app::apply(request(file));
    ASSERT_TRUE(applied.has_value()) << words(applied.error());
  }

  void run_sql(const std::string& sql) const {
    const auto session = app::open(url_, dialect::Access::kReadWrite, true);
    ASSERT_TRUE(session.has_value()) << words(session.error());
    const auto done = session->connection->execute(sql);
    ASSERT_TRUE(done.has_value()) << words(done.error());
  }

  std::string value(const std::string& sql) const {
    const auto session = app::open(url_, dialect::Access::kReadOnly, false);
    if (!session) return words(session.error());
    const auto found = session->connection->query(sql);
    if (!found) return words(found.error());
    return found->rows.empty() ? "" : database::to_text(found->rows[0][0]);
  }

  std::string fingerprint() const {
    const auto status = app::status(url_, true);
    return status ? status->fingerprint : words(status.error());
  }

  // Runs in a process of its own, which ends with the number returned.
  static pid_t in_child(const std::function<int()>& work) {
    const pid_t child = ::fork();
    if (child == 0) ::_exit(work());
    return child;
  }
  static int status_of(pid_t child) {
    int status = 0;
    ::waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  }

  bool is_postgres() const { return GetParam() == "postgres"; }

  TemporaryFolder folder_;
  std::string url_;
};

inline std::string engine_name(const ::testing::TestParamInfo<std::string>& engine) {
  return engine.param;
}

}  // namespace dbx::test

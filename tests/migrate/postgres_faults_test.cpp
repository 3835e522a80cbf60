// Faults that only a server has: lost answers, orphans, readers in the way, poolers, steps outside
// transactions.
#include <sys/socket.h>
#include <sys/un.h>

#include <atomic>
#include <csignal>
#include <thread>

#include "dbx/app/rollback.h"
#include "dbx/base/text.h"
#include "migrate/engine_fixture.h"
#include "support/command.h"

namespace dbx {
namespace {

class PostgresFaults : public test::OnEngine {
 protected:
  void SetUp() override {
    OnEngine::SetUp();
    if (IsSkipped()) return;
    apply(plan(kOne, "0001"));
    run_sql("INSERT INTO t SELECT i, i FROM generate_series(1, 100) i");
  }

  std::string socket_folder() const {
    const std::size_t begin = url_.find("host=") + 5;
    return url_.substr(begin, url_.find('&', begin) - begin);
  }
  std::string through(const std::string& folder) const {
    return text::replace_all(url_, "host=" + socket_folder(), "host=" + folder);
  }

  static constexpr const char* kOne = "CREATE TABLE t (id INTEGER PRIMARY KEY, a INTEGER);";
  static constexpr const char* kTwo =
      "CREATE TABLE t (id INTEGER PRIMARY KEY, a INTEGER, b INTEGER);";
  static constexpr const char* kIndexed =
      "CREATE TABLE t (id INTEGER PRIMARY KEY, a INTEGER NOT NULL, b INTEGER);"
      "CREATE INDEX t_a ON t (a); CREATE INDEX t_b ON t (b);";
};

// Hands bytes on between a client and the server, and cuts the line at the COMMIT of a number:
// before it reaches the server, or before its answer reaches the client.
class LossyProxy {
 public:
  enum class Lose { kQuestion, kAnswer };

  LossyProxy(const std::string& folder, std::string server, int commit, Lose lose)
      : server_(std::move(server)), commit_(commit), lose_(lose) {
    listener_ = ::socket(AF_UNIX, SOCK_STREAM, 0);
    const sockaddr_un address = named(folder + "/.s.PGSQL.5432");
    EXPECT_EQ(::bind(listener_, reinterpret_cast<const sockaddr*>(&address), sizeof(address)), 0);
    EXPECT_EQ(::listen(listener_, 8), 0);
    thread_ = std::thread([this] { serve(); });
  }
  ~LossyProxy() {
    ::shutdown(listener_, SHUT_RDWR);
    ::close(listener_);
    thread_.join();
    for (std::thread& line : lines_) line.join();
  }

 private:
  static sockaddr_un named(const std::string& path) {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    path.copy(address.sun_path, sizeof(address.sun_path) - 1);
    return address;
  }

  void serve() {
    for (;;) {
      const int client = ::accept(listener_, nullptr, nullptr);
      if (client < 0) return;
      lines_.emplace_back([this, client] { pass_on(client); });
    }
  }

  void pass_on(int client) {
    const int server = ::socket(AF_UNIX, SOCK_STREAM, 0);
    const sockaddr_un address = named(server_ + "/.s.PGSQL.5432");
    if (::connect(server, reinterpret_cast<const sockaddr*>(&address), sizeof(address)) != 0) {
      ::close(client);
      return;
    }
    std::atomic<bool> deaf = false;
    std::thread back([&] {
      char bytes[8192];
      for (ssize_t n = 0; (n = ::read(server, bytes, sizeof(bytes))) > 0;) {
        if (deaf) break;
        if (::send(client, bytes, static_cast<std::size_t>(n), MSG_NOSIGNAL) < 0) break;
      }
      ::shutdown(client, SHUT_RDWR);
    });
    char bytes[8192];
    for (ssize_t n = 0; (n = ::read(client, bytes, sizeof(bytes))) > 0;) {
      const std::string_view said(bytes, static_cast<std::size_t>(n));
      const bool is_it = said.find(std::string_view("COMMIT\0", 7)) != std::string_view::npos &&
                         ++seen_ == commit_;
      if (is_it && lose_ == Lose::kQuestion) break;
      deaf = deaf || is_it;
      if (::send(server, bytes, static_cast<std::size_t>(n), MSG_NOSIGNAL) < 0) break;
    }
    ::shutdown(server, SHUT_RDWR);
    back.join();
    ::close(server);
    ::close(client);
  }

  std::string server_;
  int commit_;
  Lose lose_;
  std::atomic<int> seen_ = 0;
  int listener_ = -1;
  std::thread thread_;
  std::vector<std::thread> lines_;
};

// The first COMMIT is the audit's, the second the migration's.
TEST_P(PostgresFaults, item_02_a_lost_answer_to_a_commit_that_was_made) {
  const std::string file = plan(kTwo, "0002");
  const test::TemporaryFolder sockets;
  const LossyProxy proxy(sockets.path(), socket_folder(), 2, LossyProxy::Lose::kAnswer);
  app::ApplyRequest lossy = request(file);
  lossy.manner.lock.wait_seconds = 5;
  lossy.database = through(sockets.path());
  const auto applied = app::apply(lossy);
  ASSERT_TRUE(applied.has_value()) << test::words(applied.error());
  ASSERT_EQ(applied->notes.size(), 1U);
  EXPECT_EQ(applied->notes[0].code, Code::kCommitUnknown);
  EXPECT_EQ(value("SELECT count(*) FROM db_assistant_migrations"), "2");
}

TEST_P(PostgresFaults, item_02_a_lost_question_is_not_asked_again_blindly) {
  const std::string file = plan(kTwo, "0002");
  const std::string before = fingerprint();
  const test::TemporaryFolder sockets;
  const LossyProxy proxy(sockets.path(), socket_folder(), 2, LossyProxy::Lose::kQuestion);
  app::ApplyRequest lossy = request(file);
  lossy.manner.lock.wait_seconds = 5;
  lossy.database = through(sockets.path());
  const auto failed = app::apply(lossy);
  ASSERT_FALSE(failed.has_value());
  EXPECT_EQ(failed.error().front().code, Code::kCommitUnknown);
  EXPECT_NE(failed.error().front().hint.find("it was not committed"), std::string::npos)
      << failed.error().front().hint;
  EXPECT_EQ(fingerprint(), before);
  EXPECT_EQ(code_of(request(file)), std::nullopt);
}

// A migration whose only step takes long: made by hand, for dbx plans none such.
std::string slow_migration(const test::TemporaryFolder& folder, const std::string& from) {
  migrate::Migration migration;
  migration.id = "0002_slow";
  migration.engine = "postgres";
  migration.from = from;
  migration.to = from;
  migration.steps = {{"set-comment", "t", plan::Risk::kLow, "SELECT pg_sleep(30)"}};
  test::write(folder.file("0002_slow.sql"), migrate::print(migration));
  return folder.file("0002_slow.sql");
}

TEST_P(PostgresFaults, item_03_an_orphan_keeps_its_lock_and_does_not_commit) {
  const std::string slow = slow_migration(folder_, fingerprint());
  const std::string next = plan(kTwo, "0003");
  const pid_t child = in_child([&] { return code_of(request(slow)) ? 1 : 0; });
  const std::string sleeping =
      "SELECT count(*) FROM pg_stat_activity WHERE query = 'SELECT pg_sleep(30)' AND state = "
      "'active' AND datname = current_database()";
  for (int i = 0; i < 200 && value(sleeping) != "1"; ++i) ::usleep(20'000);
  ASSERT_EQ(value(sleeping), "1");
  ::kill(child, SIGKILL);
  status_of(child);
  const auto refused = app::apply(request(next));
  ASSERT_FALSE(refused.has_value()) << "the server still runs the statement";
  EXPECT_EQ(refused.error().front().code, Code::kLockHeld);
  EXPECT_NE(refused.error().front().message.find("server process"), std::string::npos)
      << refused.error().front().message;
  // client_connection_check_interval ends it within half a second, not after thirty.
  app::ApplyRequest patient = request(next);
  patient.manner.lock.wait_seconds = 10;
  EXPECT_EQ(code_of(patient), std::nullopt);
  EXPECT_EQ(value("SELECT count(*) FROM db_assistant_migrations WHERE id = '0002_slow'"), "0");
  EXPECT_EQ(value("SELECT status FROM db_assistant_runs WHERE details = '0002_slow'"), "lost");
}

TEST_P(PostgresFaults, item_07_a_reader_in_the_way_is_waited_for_and_not_for_ever) {
  const std::string file = plan(kTwo, "0002");
  const std::string before = fingerprint();
  const auto reader = app::open(url_, dialect::Access::kReadWrite, false);
  ASSERT_TRUE(reader->connection->execute("BEGIN").has_value());
  ASSERT_TRUE(reader->connection->execute("SELECT * FROM t").has_value());
  app::ApplyRequest impatient = request(file);
  impatient.manner.lock.statement_seconds = 0.1;
  const auto failed = app::apply(impatient);
  ASSERT_FALSE(failed.has_value());
  EXPECT_EQ(failed.error().front().code, Code::kLockTimeout);
  EXPECT_NE(failed.error().front().hint.find("2 attempts"), std::string::npos)
      << failed.error().front().hint;
  EXPECT_EQ(fingerprint(), before);
  std::thread leaving([&] {
    ::usleep(300'000);
    static_cast<void>(reader->connection->execute("ROLLBACK"));
  });
  impatient.manner.lock.attempts = 20;
  EXPECT_EQ(code_of(impatient), std::nullopt) << "it goes on when the reader has left";
  leaving.join();
}

// That which ./dev fetched, or the machine's own; empty: none.
std::string pgbouncer() {
  const std::string fetched = DBX_SOURCE_DIR "/.cache/pgbouncer/usr/sbin/pgbouncer";
  if (test::exists(fetched)) return fetched;
  return test::run("command -v pgbouncer").status == 0 ? "pgbouncer" : "";
}

TEST_P(PostgresFaults, item_06_a_pooler_by_transaction_is_refused) {
  const std::string pooler = pgbouncer();
  if (pooler.empty()) GTEST_SKIP() << "no pgbouncer";
  const test::TemporaryFolder sockets;
  const auto start = [&](const std::string& mode, int port) {
    test::write(sockets.file("users.txt"), "\"postgres\" \"\"\n");
    test::write(
        sockets.file(mode + ".ini"),
        fmt::format("[databases]\n* = host={}\n[pgbouncer]\nlisten_port = {}\nlisten_addr =\n"
                    "unix_socket_dir = {}\nauth_type = trust\nauth_file = {}\npool_mode = "
                    "{}\nlogfile = {}\npidfile = {}\nignore_startup_parameters = "
                    "extra_float_digits\n",
                    socket_folder(), port, sockets.path(), sockets.file("users.txt"), mode,
                    sockets.file(mode + ".log"), sockets.file(mode + ".pid")));
    const std::string as_user =
        ::geteuid() == 0 ? "setpriv --reuid=postgres --regid=postgres --clear-groups " : "";
    return test::run(fmt::format("chmod 777 {0} && cd {0} && {1}{3} -d {2}.ini", sockets.path(),
                                 as_user, mode, pooler));
  };
  const std::string file = plan(kTwo, "0002");
  for (const auto& [mode, port] : {std::pair("transaction", 6543), std::pair("session", 6544)}) {
    const auto started = start(mode, port);
    ASSERT_EQ(started.status, 0) << started.output;
    const std::string socket = sockets.file(fmt::format(".s.PGSQL.{}", port));
    for (int i = 0; i < 250 && !test::exists(socket); ++i) ::usleep(20'000);
    app::ApplyRequest pooled = request(file);
    pooled.database = through(sockets.path()) + fmt::format("&port={}", port);
    const auto code = code_of(pooled);
    EXPECT_EQ(code, mode == std::string("session") ? std::nullopt
                                                   : std::optional(Code::kPoolerUnsupported))
        << mode << test::read(sockets.file(std::string(mode) + ".log"));
    test::run(fmt::format("kill $(cat {})", sockets.file(std::string(mode) + ".pid")));
  }
}

TEST_P(PostgresFaults, an_online_plan_runs_step_by_step) {
  const std::string file = plan(kIndexed, "0002", true);
  ASSERT_NE(test::read(file).find("CONCURRENTLY"), std::string::npos);
  apply(file);
  const auto status = app::status(url_, true);
  ASSERT_TRUE(status.has_value());
  EXPECT_TRUE(status->matches_ledger);
  EXPECT_EQ(status->migrations.back().status, "applied");
  EXPECT_TRUE(app::apply(request(file))->applied.already);
  const auto back = app::rollback({"", url_, {}, false});
  ASSERT_TRUE(back.has_value()) << test::words(back.error());
  EXPECT_EQ(value("SELECT count(*) FROM pg_indexes WHERE tablename = 't'"), "1");
}

// What a cancelled CREATE INDEX CONCURRENTLY leaves: IF NOT EXISTS would take it for done.
TEST_P(PostgresFaults, item_12_an_invalid_index_is_made_again) {
  const std::string file =
      plan("CREATE TABLE t (id INTEGER PRIMARY KEY, a INTEGER); CREATE UNIQUE INDEX t_a ON t (a);",
           "0002", true);
  run_sql("INSERT INTO t VALUES (101, 100)");
  const auto failed = app::apply(request(file));
  ASSERT_FALSE(failed.has_value());
  EXPECT_EQ(failed.error().front().code, Code::kPartialMigration);
  EXPECT_EQ(exit_status(failed.error()), 6);
  EXPECT_EQ(value("SELECT count(*) FROM pg_index WHERE NOT indisvalid"), "0") << "cleared away";
  // As if the process had been killed before it could clear it away.
  const auto session = app::open(url_, dialect::Access::kReadWrite, false);
  EXPECT_FALSE(session->connection->execute("CREATE UNIQUE INDEX CONCURRENTLY t_a ON t (a)"));
  EXPECT_EQ(value("SELECT count(*) FROM pg_index WHERE NOT indisvalid"), "1");
  run_sql("DELETE FROM t WHERE id = 101");
  const auto resumed = app::apply(request(file));
  ASSERT_TRUE(resumed.has_value()) << test::words(resumed.error());
  EXPECT_TRUE(resumed->applied.resumed);
  EXPECT_EQ(value("SELECT count(*) FROM pg_index WHERE NOT indisvalid"), "0");
  EXPECT_TRUE(app::status(url_, true)->matches_ledger);
}

TEST_P(PostgresFaults, item_11_a_part_is_said_and_undone) {
  run_sql("INSERT INTO t VALUES (101, NULL), (102, 1)");
  const std::string before = fingerprint();
  const std::string file = plan(
      "CREATE TABLE t (id INTEGER PRIMARY KEY, a INTEGER); CREATE INDEX s_a ON t (a DESC);"
      "CREATE UNIQUE INDEX t_a ON t (a);",
      "0002", true);
  const auto failed = app::apply(request(file));
  ASSERT_FALSE(failed.has_value());
  EXPECT_EQ(failed.error().front().code, Code::kPartialMigration);
  EXPECT_NE(failed.error().front().message.find("steps are committed"), std::string::npos);
  EXPECT_EQ(app::status(url_, true)->migrations.back().status, "partial");
  // Nothing else runs before.
  migrate::Migration other;
  other.id = "0003_other";
  other.engine = "postgres";
  other.from = fingerprint();
  other.to = other.from;
  other.steps = {{"set-comment", "t", plan::Risk::kLow, "SELECT 1"}};
  test::write(folder_.file("0003.sql"), migrate::print(other));
  EXPECT_EQ(code_of(request(folder_.file("0003.sql"))), Code::kPartialMigration);
  const auto back = app::rollback({"", url_, {}, false});
  ASSERT_TRUE(back.has_value()) << test::words(back.error());
  EXPECT_TRUE(back->was_partial);
  EXPECT_EQ(fingerprint(), before);
  const auto status = app::status(url_, true);
  ASSERT_EQ(status->migrations.size(), 3U);
  EXPECT_EQ(status->migrations[1].status, "undone");
  run_sql("DELETE FROM t WHERE id = 102");
  EXPECT_EQ(code_of(request(file)), std::nullopt) << "the file may run again";
}

TEST_P(PostgresFaults, a_step_that_no_probe_knows_is_not_begun) {
  migrate::Migration migration;
  migration.id = "0002_vacuum";
  migration.engine = "postgres";
  migration.from = fingerprint();
  migration.to = migration.from;
  migration.steps = {{"set-comment", "t", plan::Risk::kLow, "VACUUM t", false}};
  test::write(folder_.file("0002.sql"), migrate::print(migration));
  EXPECT_EQ(code_of(request(folder_.file("0002.sql"))), Code::kQueryFailed);
  EXPECT_EQ(app::status(url_, true)->migrations.size(), 1U);
}

INSTANTIATE_TEST_SUITE_P(engines, PostgresFaults, ::testing::Values("postgres"), test::engine_name);

}  // namespace
}  // namespace dbx

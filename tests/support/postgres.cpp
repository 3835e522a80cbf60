// Starting, sharing and stopping the throw-away cluster. Two locks (flock, which ends with its
// process): `users` is held shared by every program that uses the cluster, `start` by whoever
// starts or stops it.
#include "support/postgres.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <gtest/gtest.h>
#include <libpq-fe.h>
#include <pwd.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <memory>
#include <vector>

#include "support/command.h"

namespace dbx::test {
namespace {

namespace fs = std::filesystem;

constexpr const char* kAdministrator = "postgres";
// Tests lose nothing in a crash of the machine; a schema of many tables takes many locks.
constexpr const char* kSettings =
    "-c listen_addresses= -c fsync=off -c full_page_writes=off -c synchronous_commit=off "
    "-c max_connections=60 -c max_locks_per_transaction=1024 -c wal_level=minimal "
    "-c max_wal_senders=0 -c shared_buffers=64MB -c autovacuum=off";

// The newest of Debian's servers, or the one on the PATH.
std::optional<std::string> find_server() {
  int newest = 0;
  std::error_code error;
  for (const auto& entry : fs::directory_iterator("/usr/lib/postgresql", error)) {
    const int version = std::atoi(entry.path().filename().c_str());
    if (version > newest && fs::exists(entry.path() / "bin/initdb")) newest = version;
  }
  if (newest > 0) return fmt::format("/usr/lib/postgresql/{}/bin", newest);
  const Finished on_path = run("command -v initdb");
  if (on_path.status != 0) return std::nullopt;
  return fs::path(on_path.output.substr(0, on_path.output.find('\n'))).parent_path().string();
}

// The server refuses to run as root: then as an unprivileged user that every Debian has.
const passwd* server_user() {
  if (::geteuid() != 0) return nullptr;
  const passwd* user = ::getpwnam("postgres");
  return user != nullptr ? user : ::getpwnam("nobody");
}

class Lock {
 public:
  Lock(const std::string& path, int how)
      : file_(::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600)) {
    ::flock(file_, how);
  }
  ~Lock() { ::close(file_); }
  Lock(const Lock&) = delete;
  Lock& operator=(const Lock&) = delete;

 private:
  int file_;
};

struct SessionDeleter {
  void operator()(PGconn* session) const { PQfinish(session); }
};
using Session = std::unique_ptr<PGconn, SessionDeleter>;

class Cluster {
 public:
  explicit Cluster(std::string programs)
      : programs_(std::move(programs)),
        folder_(fmt::format("{}/dbx_test_postgres_{}", fs::temp_directory_path().string(),
                            ::geteuid())) {
    const passwd* user = server_user();
    if (user != nullptr) {
      as_user_ =
          fmt::format("setpriv --reuid={} --regid={} --clear-groups ", user->pw_uid, user->pw_gid);
    }
    ::mkdir(folder_.c_str(), 0700);
    if (user != nullptr && ::chown(folder_.c_str(), user->pw_uid, user->pw_gid) != 0) {
      ADD_FAILURE() << "cannot give " << folder_ << " to " << user->pw_name;
    }
    in_use_ = std::make_unique<Lock>(folder_ + "/users", LOCK_SH);
    const Lock starting(folder_ + "/start", LOCK_EX);
    is_up_ = is_running() || start();
    if (is_up_) watch();
  }
  Cluster(const Cluster&) = delete;
  Cluster& operator=(const Cluster&) = delete;

  ~Cluster() {
    const Session session = open();
    for (const std::string& database : databases_) {
      const std::string sql = fmt::format("DROP DATABASE IF EXISTS \"{}\" WITH (FORCE)", database);
      PQclear(PQexec(session.get(), sql.c_str()));
    }
  }

  bool is_up() const { return is_up_; }

  std::string make_database(const std::string& name) {
    const std::string database = fmt::format("{}_{}_{}", name, ::getpid(), databases_.size());
    const Session session = open();
    const std::string sql = fmt::format("CREATE DATABASE \"{}\"", database);
    PGresult* result = PQexec(session.get(), sql.c_str());
    EXPECT_EQ(PQresultStatus(result), PGRES_COMMAND_OK) << PQerrorMessage(session.get());
    PQclear(result);
    databases_.push_back(database);
    return fmt::format("postgres:///{}?host={}&user={}", database, folder_, kAdministrator);
  }

 private:
  Session open() const {
    return Session(PQconnectdb(
        fmt::format("host={} user={} dbname=postgres", folder_, kAdministrator).c_str()));
  }

  bool is_running() const { return PQstatus(open().get()) == CONNECTION_OK; }

  std::string control(const std::string& arguments) const {
    return fmt::format("{}{}/pg_ctl -D {}/data {}", as_user_, programs_, folder_, arguments);
  }

  // Makes the cluster anew: what an earlier run left behind may be half made.
  bool start() const {
    run(control("-m immediate stop"));
    std::error_code ignored;
    fs::remove_all(folder_ + "/data", ignored);
    const Finished made = run(fmt::format(
        "cd {0} && {1}{2}/initdb -D {0}/data -U {3} -A trust -E UTF8 --locale=C.UTF-8 --no-sync",
        folder_, as_user_, programs_, kAdministrator));
    const Finished started =
        run("cd " + folder_ + " && " +
            control(fmt::format("-w -l {0}/log -o '-k {0} {1}' start", folder_, kSettings)));
    if (made.status == 0 && started.status == 0) return true;
    ADD_FAILURE() << "PostgreSQL does not start in " << folder_ << ":\n"
                  << made.output << started.output << run("tail " + folder_ + "/log").output;
    return false;
  }

  // A shell of its own that stops the cluster when nobody used it for two minutes. One is enough.
  void watch() const {
    const std::string script = folder_ + "/watch";
    std::ofstream(script) << fmt::format(
        "exec 9>{0}/watcher; flock -n 9 || exit 0\n"
        "idle=0\n"
        "while [ $idle -lt 12 ]; do\n"
        "  sleep 10\n"
        "  if flock -n -x {0}/users true; then idle=$((idle + 1)); else idle=0; fi\n"
        "done\n"
        "flock -x {0}/users sh -c '{1} 9>&-; rm -rf {0}/data'\n",
        folder_, control("-m immediate stop"));
    run(fmt::format("cd / && setsid sh {} > /dev/null 2>&1 < /dev/null &", script));
  }

  std::string programs_;
  std::string folder_;
  std::string as_user_;
  std::unique_ptr<Lock> in_use_;
  bool is_up_ = false;
  std::vector<std::string> databases_;
};

}  // namespace

std::optional<std::string> postgres_url(const std::string& name) {
  static const std::optional<std::string> programs = find_server();
  if (!programs) return std::nullopt;
  static Cluster cluster(*programs);
  if (!cluster.is_up()) return std::nullopt;
  return cluster.make_database(name);
}

}  // namespace dbx::test

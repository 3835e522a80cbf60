// One migration at a time: an advisory lock of the very session that runs the statements. The
// server keeps it until that session has ended, which is after the last statement of it has (a
// killed client's goes on for a while); nobody takes it away by its age.
#include <fmt/format.h>

#include <random>

#include "dbx/dialect/postgres/connection.h"

namespace dbx::dialect::postgres {
namespace {

// "dbx" and "migr" as numbers.
constexpr std::string_view kKey = "6578808, 1835624306";
constexpr std::string_view kMine =
    "SELECT 1 FROM pg_catalog.pg_locks WHERE locktype = 'advisory' AND classid = 6578808 AND objid "
    "= 1835624306 AND pid = pg_catalog.pg_backend_pid()";

struct SessionDeleter {
  void operator()(PGconn* session) const { PQfinish(session); }
};
using SessionHandle = std::unique_ptr<PGconn, SessionDeleter>;

// The same place again, as this session was opened.
SessionHandle second_session(PGconn* session) {
  std::vector<const char*> keywords;
  std::vector<const char*> values;
  PQconninfoOption* options = PQconninfo(session);
  for (const PQconninfoOption* option = options; option->keyword != nullptr; ++option) {
    if (option->val == nullptr || *option->val == '\0') continue;
    keywords.push_back(option->keyword);
    values.push_back(option->val);
  }
  keywords.push_back(nullptr);
  values.push_back(nullptr);
  SessionHandle second(PQconnectdbParams(keywords.data(), values.data(), 0));
  PQconninfoFree(options);
  return second;
}

std::string single_value(PGconn* session, const std::string& sql) {
  const ResultHandle result(PQexec(session, sql.c_str()));
  const bool there = PQresultStatus(result.get()) == PGRES_TUPLES_OK && PQntuples(result.get()) > 0;
  return there ? PQgetvalue(result.get(), 0, 0) : "";
}

// A pooler gives itself away by another process id than the server's. One that hands its sessions
// out by transaction lets a second client see what the first has set: then this session's locks
// and settings are anybody's.
bool shares_its_session(PGconn* session) {
  if (single_value(session, "SELECT pg_catalog.pg_backend_pid()") ==
      std::to_string(PQbackendPID(session))) {
    return false;
  }
  std::random_device random;
  const std::string mark = fmt::format("{:08x}{:08x}", random(), random());
  single_value(session,
               fmt::format("SELECT pg_catalog.set_config('dbx.session', '{}', false)", mark));
  const SessionHandle second = second_session(session);
  if (PQstatus(second.get()) != CONNECTION_OK) return true;  // one session for all
  // The pool hands out what was used last; not held, lest the first wait for it for ever.
  const std::string seen =
      single_value(second.get(), "SELECT pg_catalog.current_setting('dbx.session', true)");
  const std::string own =
      single_value(session, "SELECT pg_catalog.current_setting('dbx.session', true)");
  return seen == mark || own != mark;
}

}  // namespace

Result<database::LockAttempt> PostgresConnection::try_lock(database::LockShare share) {
  if (shares_its_session(session_)) {
    return fail(Code::kPoolerUnsupported,
                "a pooler hands this session out by transaction: locks and settings do not hold",
                "connect to the server itself, or to a pool in session mode");
  }
  database::LockAttempt attempt;
  DBX_TRY(const Rows taken,
          read("the migration lock",
               fmt::format("SELECT pg_catalog.pg_try_advisory_lock{}({})",
                           share == database::LockShare::kShared ? "_shared" : "", kKey)));
  attempt.taken = taken.truth(0, 0);
  if (attempt.taken) {
    DBX_TRY(const Rows mine, read("the migration lock", std::string(kMine)));
    if (mine.count() > 0) return attempt;
    return fail(Code::kPoolerUnsupported, "the migration lock did not stay with this session",
                "connect to the server itself, or to a pool in session mode");
  }
  DBX_TRY(
      const Rows holder,
      read("who has the migration lock",
           "SELECT a.pid, a.usename, a.application_name, coalesce(host(a.client_addr), "
           "'this machine'), a.state, to_char(a.backend_start AT TIME ZONE 'UTC', "
           "'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"') FROM pg_catalog.pg_locks l JOIN "
           "pg_catalog.pg_stat_activity a USING (pid) WHERE l.locktype = 'advisory' AND "
           "l.classid = 6578808 AND l.objid = 1835624306 AND l.granted AND l.database = (SELECT "
           "d.oid FROM pg_catalog.pg_database d WHERE d.datname = current_database())"));
  attempt.holder = holder.count() == 0
                       ? "a session that has just ended"
                       : fmt::format("{} of {} from {}, server process {} ({}), since {}",
                                     holder.text(0, 2), holder.text(0, 1), holder.text(0, 3),
                                     holder.text(0, 0), holder.text(0, 4), holder.text(0, 5));
  return attempt;
}

Status PostgresConnection::unlock() {
  return execute("SELECT pg_catalog.pg_advisory_unlock_all()", {});  // it has no other
}

}  // namespace dbx::dialect::postgres

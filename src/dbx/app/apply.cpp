// The commands apply, approve, status and runs, without a terminal.
#include "dbx/app/apply.h"

#include <fmt/format.h>

#include <filesystem>

#include "dbx/app/backup.h"
#include "dbx/app/json_text.h"
#include "dbx/base/clock.h"
#include "dbx/base/file.h"
#include "dbx/base/json.h"
#include "dbx/base/secret.h"
#include "dbx/migrate/layout.h"

namespace dbx::app {
namespace {

constexpr int kReconnects = 20;
constexpr double kHoursMax = 24.0 * 366;

Result<migrate::Migration> read_migration(const std::string& file) {
  DBX_TRY(const std::string text, read_file(file));
  return migrate::read(text, file);
}

Result<const dialect::Dialect*> dialect_of(const migrate::Migration& migration,
                                           const std::string& file, const std::string& url) {
  DBX_TRY(const dialect::Dialect* dialect, dialect::for_url(url));
  if (dialect->name() == migration.engine) return dialect;
  return fail(Code::kEngineMismatch,
              fmt::format("'{}' was planned for {}, the database is {}", file, migration.engine,
                          dialect->name()),
              "plan again for this engine");
}

// M.down.sql beside M.sql, where it leads back from there; the ledger keeps it.
std::string down_of(const std::string& file, const migrate::Migration& migration) {
  const std::filesystem::path path(file);
  const auto text = read_file((path.parent_path() / (path.stem().string() + ".down.sql")).string());
  if (!text) return {};
  const auto down = migrate::read(*text, file);
  const bool leads_back = down && down->from == migration.to && down->to == migration.from &&
                          down->id == migration.id + ".down";
  return leads_back ? *text : std::string();
}

// The gate looks at the plan itself; what the sidecar calls high-risk needs the flag as well.
Status check_sidecar(const std::string& file, const ApplyManner& manner) {
  const std::string beside = file + ".impact.json";
  std::error_code error;
  if (manner.allow_breaking || !std::filesystem::exists(beside, error)) return {};
  DBX_TRY(const std::string text, read_file(beside));
  const Json json = Json::parse(text, nullptr, false);
  const auto steps = json.is_object() ? json.find("steps") : json.end();
  if (!json.is_object() || steps == json.end() || !steps->is_array()) {
    return fail(Code::kBadMigrationFile, fmt::format("'{}' cannot be read", beside),
                "`dbx plan --impact-meta` writes it; delete it where nobody needs it");
  }
  for (const Json& step : *steps) {
    const bool reads = step.is_object() && text_at(step, "risk");
    if (!reads) {
      return fail(Code::kBadMigrationFile, fmt::format("'{}' has a step without a risk", beside),
                  "`dbx plan --impact-meta` writes it; delete it where nobody needs it");
    }
    if (*text_at(step, "risk") != "high") continue;
    return fail(
        Code::kBreakingChange,
        fmt::format("step '{} {}' is high risk: {}", text_at(step, "kind").value_or(""),
                    text_at(step, "object").value_or(""), text_at(step, "reason").value_or("")),
        "read the plan, then say --allow-breaking");
  }
  return {};
}

migrate::Inspect inspect_with(const dialect::Dialect& dialect) {
  return [&dialect](database::Connection& connection) {
    Diagnostics ignored;
    return dialect.inspect(connection, ignored);
  };
}

Status check_confirmation(const ApplyManner& manner, const std::string& database) {
  const std::string typed =
      manner.confirm.empty() && manner.ask ? manner.ask(database) : manner.confirm;
  if (typed == database) return {};
  return fail(Code::kNotConfirmed,
              fmt::format("'{}' is not the database's name, '{}'", typed, database),
              "steps that lose data are confirmed by typing it; nothing was changed");
}

// The answer to COMMIT was lost: the ledger knows, once the old session has ended.
Result<bool> ask_ledger(const std::string& url, const migrate::Migration& migration,
                        const migrate::LockOptions& lock) {
  for (int attempt = 1;; ++attempt) {
    auto session = open(url, dialect::Access::kReadWrite, false);
    if (session) return migrate::was_applied(*session->connection, migration, lock);
    if (attempt >= kReconnects) return fail(std::move(session).error());
    migrate::pause_about(0.5);
  }
}

Status settle_unknown(const std::string& url, const migrate::Migration& migration,
                      const migrate::LockOptions& lock, Diagnostics problems, ApplyReport& report) {
  const auto there = ask_ledger(url, migration, lock);
  Diagnostic& first = problems.front();
  if (!there) {
    first.hint =
        "whether it was committed is not known; look with `dbx status` before anything else";
    return fail(std::move(problems));
  }
  if (!*there) {
    first.hint = "the ledger says that it was not committed; apply it again";
    return fail(std::move(problems));
  }
  first.severity = Severity::kWarning;
  first.hint = "the ledger, read again, says that it was committed";
  report.notes = std::move(problems);
  report.applied.steps = static_cast<std::int64_t>(migration.steps.size());
  return {};
}

}  // namespace

Result<Session> open_to_migrate(const std::string& url, const migrate::LockOptions& lock) {
  const Stopwatch watch;
  for (;;) {
    auto session = open(url, dialect::Access::kReadWrite, true);
    if (session || session.error().front().code != Code::kDatabaseLocked) return session;
    if (watch.seconds() >= lock.wait_seconds) {
      Diagnostics problems = std::move(session).error();
      problems.front().code = Code::kLockHeld;
      return fail(std::move(problems));
    }
    migrate::pause_about(0.1);
  }
}

Result<ApplyReport> run_migration(Session& session, const std::string& url,
                                  const migrate::Migration& migration, const ApplyManner& manner,
                                  migrate::ApplyOptions options) {
  ApplyReport report;
  report.id = migration.id;
  report.database = redact(url);
  options.who = migrate::current_user();
  options.allow_breaking = manner.allow_breaking;
  options.require_approval = manner.require_approval;
  options.lock = manner.lock;
  if (manner.ask || !manner.confirm.empty()) {
    options.confirm = [&](const std::string& name) { return check_confirmation(manner, name); };
  }
  if (manner.create_backup) {
    options.back_up_in_transaction = session.dialect->backs_up_in_transaction();
    options.back_up = [&](database::Connection& connection, const schema::Schema& live) -> Status {
      // An attempt before this one waited for a lock in vain: its copy is of no use.
      std::error_code ignored;
      if (!report.backup.empty()) std::filesystem::remove(report.backup, ignored);
      DBX_TRY(report.backup,
              back_up(*session.dialect, connection, url, migration, live, manner.backup_path));
      return {};
    };
  }
  auto applied =
      migrate::apply(*session.connection, migration, inspect_with(*session.dialect), options);
  if (applied) {
    report.applied = *applied;
    return report;
  }
  Diagnostics problems = std::move(applied).error();
  if (problems.front().code != Code::kCommitUnknown) return fail(std::move(problems));
  session.connection.reset();
  DBX_CHECK_OK(settle_unknown(url, migration, manner.lock, std::move(problems), report));
  return report;
}

Result<ApplyReport> apply(const ApplyRequest& request) {
  DBX_TRY(const migrate::Migration migration, read_migration(request.file));
  const std::string url = database_url(request.database);
  DBX_CHECK_OK(dialect_of(migration, request.file, url));
  DBX_CHECK_OK(check_sidecar(request.file, request.manner));
  DBX_TRY(Session session, open_to_migrate(url, request.manner.lock));
  migrate::ApplyOptions options;
  options.down = down_of(request.file, migration);
  return run_migration(session, url, migration, request.manner, std::move(options));
}

Result<migrate::Approval> approve(const ApproveRequest& request) {
  if (!(request.hours > 0) || request.hours > kHoursMax) {
    return fail(Code::kUsage, "an approval holds for more than 0 hours and at most a year",
                "say --hours 24");
  }
  DBX_TRY(const migrate::Migration migration, read_migration(request.file));
  const std::string url = database_url(request.database);
  DBX_TRY(const dialect::Dialect* dialect, dialect_of(migration, request.file, url));
  const migrate::LockOptions lock_options;
  DBX_TRY(const Session session, open_to_migrate(url, lock_options));
  database::Connection& connection = *session.connection;
  DBX_TRY(const migrate::MigrationLock lock,
          migrate::MigrationLock::take(connection, lock_options));
  DBX_TRY(database::Transaction transaction, database::Transaction::begin(connection));
  DBX_CHECK_OK(migrate::ensure_ledger(connection));
  DBX_TRY(const schema::Schema live, inspect_with (*dialect)(connection));
  migrate::Approval approval;
  approval.plan_hash = migrate::plan_hash(migration);
  approval.fingerprint = schema::fingerprint(live);
  if (approval.fingerprint != migration.from) {
    return fail(Code::kPlanStale, "the database is not where this plan starts: it cannot run there",
                "plan again, and approve that");
  }
  DBX_TRY(approval.target, migrate::target_id(connection));
  approval.expires_at = utc_after_seconds(request.hours * 3600);
  approval.approved_by = migrate::current_user();
  DBX_CHECK_OK(migrate::approve(connection, approval));
  migrate::Run run;
  run.phase = "approve";
  run.status = "done";
  run.started_at = approval.approved_at;
  run.finished_at = approval.approved_at;
  run.details = migration.id;
  run.who = approval.approved_by;
  run.tool_version = DBX_VERSION;
  DBX_CHECK_OK(migrate::append_run(connection, run));
  DBX_CHECK_OK(transaction.commit());
  return approval;
}

Result<StatusReport> status(const std::string& database, bool verify) {
  const std::string url = database_url(database);
  DBX_TRY(const Session session, open(url, dialect::Access::kReadOnly, false));
  StatusReport report;
  report.database = redact(url);
  report.engine = std::string(session.dialect->name());
  DBX_TRY(report.migrations, migrate::read_ledger(*session.connection));
  if (verify) DBX_CHECK_OK(migrate::verify_chain(report.migrations));
  DBX_TRY(const schema::Schema live, inspect_with (*session.dialect)(*session.connection));
  report.fingerprint = schema::fingerprint(live);
  report.table_count = static_cast<std::int64_t>(live.tables.size());
  report.matches_ledger =
      !report.migrations.empty() && report.migrations.back().to_schema == report.fingerprint;
  return report;
}

Result<std::vector<migrate::Run>> runs(const std::string& database) {
  DBX_TRY(const Session session, open(database_url(database), dialect::Access::kReadOnly, false));
  return migrate::read_runs(*session.connection);
}

}  // namespace dbx::app

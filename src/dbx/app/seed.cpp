// The story of a seed run: plan, look, load, prove, record, commit - in one transaction.
#include "dbx/app/seed.h"

#include <fmt/format.h>

#include <algorithm>
#include <thread>

#include "dbx/app/session.h"
#include "dbx/app/spec_file.h"
#include "dbx/base/clock.h"
#include "dbx/base/fault.h"
#include "dbx/base/hash.h"
#include "dbx/base/json.h"
#include "dbx/base/secret.h"
#include "dbx/base/text.h"
#include "dbx/migrate/apply.h"
#include "dbx/migrate/layout.h"
#include "dbx/migrate/lock.h"
#include "dbx/migrate/runs.h"
#include "dbx/quality/quality.h"

namespace dbx::app {
namespace {

unsigned thread_count(const SeedRequest& request) {
  return request.threads > 0 ? request.threads : std::max(1U, std::thread::hardware_concurrency());
}

// Every planned column must be in the database: nothing is loaded into half a table.
Status check_tables(const seed::SeedPlan& plan, const schema::Schema& live) {
  for (const seed::TablePlan& planned : plan.tables()) {
    const schema::Table* table = schema::find_table(live, planned.name);
    const auto missing =
        std::find_if(planned.columns.begin(), planned.columns.end(), [&](const auto& column) {
          return table == nullptr || schema::find_column(*table, column.name) == nullptr;
        });
    if (missing == planned.columns.end()) continue;
    return fail(Code::kSpecDatabaseMismatch,
                table == nullptr
                    ? fmt::format("the database has no table '{}'", planned.name)
                    : fmt::format("table '{}' has no column '{}'", planned.name, missing->name),
                "plan and apply the spec first: `dbx plan --target SPEC --out M.sql`");
  }
  return {};
}

Status check_empty(const Session& session, const seed::SeedPlan& plan, const schema::Schema& live) {
  for (auto planned = plan.tables().rbegin(); planned != plan.tables().rend(); ++planned) {
    const schema::Table* table = schema::find_table(live, planned->name);
    std::string written = session.dialect->quote(planned->name);
    if (table != nullptr && !table->schema.empty()) {
      written = session.dialect->quote(table->schema) + "." + written;
    }
    DBX_TRY(const auto found,
            session.connection->query(fmt::format("SELECT 1 FROM {} LIMIT 1", written)));
    if (found.rows.empty()) continue;
    return fail(Code::kTableNotEmpty, fmt::format("'{}' already holds rows", planned->name),
                "say --replace to delete the rows of every table first");
  }
  return {};
}

Status clear(const Session& session, const seed::SeedPlan& plan, const schema::Schema& live) {
  std::vector<std::string> names;
  for (const seed::TablePlan& table : plan.tables()) names.insert(names.begin(), table.name);
  DBX_TRY(const auto statements, session.dialect->write_clear(live, names));
  for (const dialect::Statement& statement : statements) {
    DBX_CHECK_OK(session.connection->execute(statement.sql));
  }
  return {};
}

Status prove_keys(const Session& session, const spec::Spec& spec) {
  DBX_TRY(const dialect::Realised realised,
          session.dialect->realise(schema::lower(spec, session.dialect->name())));
  DBX_TRY(quality::Verification verification,
          quality::verify(realised.schema, [&](const query::Select& select) {
            return session.connection->query(session.dialect->write(select));
          }));
  if (has_errors(verification.problems)) return fail(std::move(verification.problems));
  return {};
}

Status advance_identities(const Session& session, const seed::SeedPlan& plan,
                          const schema::Schema& live) {
  for (const seed::TablePlan& planned : plan.tables()) {
    DBX_CHECK_OK(session.dialect->advance_identity(
        *session.connection, *schema::find_table(live, planned.name), planned.rows));
  }
  return {};
}

Result<schema::Schema> inspect(const Session& session) {
  Diagnostics ignored;
  return session.dialect->inspect(*session.connection, ignored);
}

// Every reason not to load, before anything is written.
Status look(const Session& session, const SeedRequest& request, const SeedReport& report) {
  DBX_TRY(const database::Transaction transaction,
          database::Transaction::begin(*session.connection));
  DBX_TRY(const schema::Schema live, inspect(session));
  DBX_CHECK_OK(check_tables(report.plan, live));
  return request.replace ? Status() : check_empty(session, report.plan, live);
}

// Committed before a row is: who is about to load what.
Result<migrate::Run> record_start(const Session& session, const SeedReport& report) {
  DBX_TRY(database::Transaction transaction, database::Transaction::begin(*session.connection));
  DBX_CHECK_OK(migrate::ensure_ledger(*session.connection));
  DBX_CHECK_OK(migrate::close_lost_runs(*session.connection));
  migrate::Run run;
  run.phase = "seed";
  run.status = "started";
  run.started_at = utc_now();
  run.seed = std::to_string(report.seed);
  run.who = migrate::current_user();
  run.tool_version = DBX_VERSION;
  DBX_CHECK_OK(migrate::append_run(*session.connection, run));
  DBX_CHECK_OK(transaction.commit());
  fault("run.recorded");
  return run;
}

void describe_loaded(migrate::Run& run, const SeedReport& report) {
  run.status = "done";
  run.seconds = report.seconds;
  run.content_hash = report.content_hash;
  Json tables = Json::array();
  std::int64_t rows = 0;
  for (const seed::LoadedTable& table : report.loaded) {
    rows += table.rows;
    tables.push_back({{"table", table.name},
                      {"rows", table.rows},
                      {"seconds", table.seconds},
                      {"content_hash", table.hash.text()}});
  }
  run.rows = rows;
  run.details = dump(tables);
}

// As well as can be: the session may be gone.
void record_failure(const Session& session, migrate::Run run, const Diagnostics& problems) {
  run.status = "failed";
  run.finished_at = utc_now();
  run.details = fmt::format("{}: {}", name(problems.front().code), problems.front().message);
  auto transaction = database::Transaction::begin(*session.connection);
  if (transaction && migrate::finish_run(*session.connection, run)) {
    static_cast<void>(transaction->commit());
  }
}

std::string hash_of(const std::vector<seed::LoadedTable>& tables) {
  std::string text;
  for (const seed::LoadedTable& table : tables) {
    text += fmt::format("{} {} {}\n", table.name, table.rows, table.hash.text());
  }
  return sha256(text).substr(0, 32);
}

Status load_all(const Session& session, const spec::Spec& spec, const SeedRequest& request,
                const seed::LoadSettings& settings, migrate::Run run, SeedReport& report) {
  const Stopwatch watch;
  DBX_TRY(database::Transaction transaction, database::Transaction::begin(*session.connection));
  DBX_TRY(const schema::Schema live, inspect(session));
  DBX_CHECK_OK(check_tables(report.plan, live));
  if (request.replace) DBX_CHECK_OK(clear(session, report.plan, live));
  const auto loader = session.dialect->bulk(*session.connection);
  DBX_TRY(report.loaded, seed::load(report.plan, *loader, settings));
  fault("seed.loaded");
  DBX_CHECK_OK(prove_keys(session, spec));
  DBX_CHECK_OK(advance_identities(session, report.plan, live));
  report.content_hash = hash_of(report.loaded);
  report.seconds = watch.seconds();
  describe_loaded(run, report);
  run.finished_at = utc_now();
  DBX_CHECK_OK(migrate::finish_run(*session.connection, run));
  fault("seed.committing");
  DBX_CHECK_OK(transaction.commit());
  fault("commit.after");
  return {};
}

// Under the migration lock: no schema changes under the rows.
Status run_locked(const Session& session, const spec::Spec& spec, const SeedRequest& request,
                  const seed::LoadSettings& settings, SeedReport& report) {
  DBX_TRY(const migrate::MigrationLock lock, migrate::MigrationLock::take(*session.connection, {}));
  DBX_CHECK_OK(look(session, request, report));
  DBX_TRY(const migrate::Run run, record_start(session, report));
  Status done = load_all(session, spec, request, settings, run, report);
  if (!done) record_failure(session, run, done.error());
  return done;
}

}  // namespace

Result<SeedReport> seed(const SeedRequest& request, const seed::ProgressSink& progress,
                        const CancelFlag& cancel) {
  const std::string url = database_url(request.database);
  Session session;
  const bool needs_database = !request.dry_run || request.target.empty();
  if (needs_database) {
    const auto access = request.dry_run ? dialect::Access::kReadOnly : dialect::Access::kReadWrite;
    DBX_TRY(session, open(url, access, false));
  }
  Diagnostics notes;
  DBX_TRY(const spec::Spec spec, request.target.empty() ? spec_of("", *session.connection, notes)
                                                        : load_spec(request.target, notes));
  auto plan = seed::make(spec, request.options);
  if (!plan) return fail(located(std::move(plan).error(), request.target));
  SeedReport report{redact(url), std::move(*plan), {}, request.options.seed, 0, {}, {}};
  report.notes = located(report.plan.notes(), request.target);
  if (!request.dry_run) {
    seed::LoadSettings settings;
    settings.threads = thread_count(request);
    settings.progress = progress;
    settings.cancel = &cancel;
    DBX_CHECK_OK(run_locked(session, spec, request, settings, report));
  }
  return report;
}

}  // namespace dbx::app

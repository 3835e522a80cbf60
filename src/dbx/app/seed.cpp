// The story of a seed run: plan, look, record, load in transactions, prove, record.
#include "dbx/app/seed.h"

#include <fmt/format.h>

#include <algorithm>
#include <thread>

#include "dbx/app/seed_load.h"
#include "dbx/app/seed_work.h"
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

namespace dbx::app {
namespace {

Result<schema::Schema> inspect(const Session& session) {
  Diagnostics ignored;
  return session.dialect->inspect(*session.connection, ignored);
}

migrate::Run new_run(const SeedReport& report) {
  migrate::Run run;
  run.phase = "seed";
  run.who = migrate::current_user();
  run.seed = std::to_string(report.options.seed);
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

// Of all that the tables hold now, loaded by this run or before it.
std::vector<seed::LoadedTable> all_loaded(const SeedReport& report, const SeedWork& work) {
  std::vector<seed::LoadedTable> tables;
  for (const seed::TablePlan& planned : report.plan.tables()) {
    seed::LoadedTable& table = tables.emplace_back();
    table.name = planned.name;
    if (const auto before = work.hashes.find(planned.name); before != work.hashes.end()) {
      table.hash = before->second;
      for (const auto& range : work.loaded.at(planned.name)) table.rows += range.count;
    }
    for (const seed::LoadedTable& part : report.loaded) {
      if (part.name != planned.name) continue;
      table.hash += part.hash;
      table.rows += part.rows;
    }
  }
  return tables;
}

// Does the database itself refuse rows without a parent?
bool holds_foreign_keys(const Session& session, const spec::Spec& spec) {
  const auto realised = session.dialect->realise(schema::lower(spec, session.dialect->name()));
  if (!realised) return true;
  for (const schema::Table& table : realised->schema.tables) {
    for (const schema::ForeignKey& key : table.foreign_keys) {
      if (key.enforcement != schema::Enforcement::kVerified) return true;
    }
  }
  return false;
}

// Under the migration lock: no schema changes under the rows. Shards share it.
Status run_locked(const Session& session, const spec::Spec& spec, const SeedRequest& request,
                  const seed::LoadSettings& settings, SeedReport& report) {
  const auto share =
      request.shard.count > 1 ? database::LockShare::kShared : database::LockShare::kExclusive;
  DBX_TRY(const migrate::MigrationLock lock,
          migrate::MigrationLock::take(*session.connection, request.lock, share));
  schema::Schema live;
  SeedWork work;
  {
    DBX_TRY(const database::Transaction transaction,
            database::Transaction::begin(*session.connection));
    DBX_TRY(live, inspect(session));
    DBX_TRY(work, find_work(session, request, report.plan, spec, live));
  }
  for (const auto& [table, ranges] : work.loaded) {
    for (const database::RowRange& range : ranges) report.rows_before += range.count;
  }
  if (work.complete) {  // nothing to add, and what is there was proven
    report.content_hash = hash_of_all(all_loaded(report, work));
    return {};
  }
  migrate::Run run = new_run(report);
  // Whoever has the lock alone knows that no other run goes on.
  const auto alone = request.shard.count == 1 ? migrate::Alone::kYes : migrate::Alone::kNo;
  DBX_CHECK_OK(migrate::start_run(*session.connection, run, alone));
  const Stopwatch watch;
  const auto record_end = [&]() -> Status {
    report.content_hash = hash_of_all(all_loaded(report, work));
    report.seconds = watch.seconds();
    migrate::Run ended = run;
    describe_loaded(ended, report);
    ended.finished_at = utc_now();
    return migrate::finish_run(*session.connection, ended);
  };
  Status done = carry_out({session, request, spec, live}, work, settings, report, record_end);
  if (!done) migrate::fail_run(*session.connection, run, "", done.error());
  return done;
}

}  // namespace

unsigned threads_for(unsigned wanted) {
  return wanted > 0 ? wanted : std::max(1U, std::thread::hardware_concurrency());
}

std::string hash_of_all(const std::vector<seed::LoadedTable>& tables) {
  std::string text;
  for (const seed::LoadedTable& table : tables) {
    text += fmt::format("{} {} {}\n", table.name, table.rows, table.hash.text());
  }
  return sha256(text).substr(0, 32);
}

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
  Diagnostics remarks;
  const bool can_orphan = session.dialect == nullptr || !holds_foreign_keys(session, spec);
  DBX_TRY(PlannedSeed planned,
          plan_seed(spec, request.target, request.wishes, can_orphan, remarks));
  SeedReport report{.database = redact(url),
                    .plan = std::move(planned.plan),
                    .options = std::move(planned.options)};
  report.notes = std::move(remarks);
  if (!request.dry_run) {
    seed::LoadSettings settings;
    settings.threads = threads_for(request.threads);
    settings.progress = progress;
    settings.cancel = &cancel;
    DBX_CHECK_OK(wait_for_parents(session, request, report.plan, planned.spec, cancel));
    DBX_CHECK_OK(run_locked(session, planned.spec, request, settings, report));
  }
  return report;
}

}  // namespace dbx::app

// The story of a plan: both sides become schemas, their difference becomes statements, both ways.
#include "dbx/app/plan.h"

#include <fmt/format.h>

#include <filesystem>
#include <future>

#include "dbx/app/impact.h"
#include "dbx/app/rehearse.h"
#include "dbx/app/session.h"
#include "dbx/app/source.h"
#include "dbx/app/spec_file.h"
#include "dbx/app/steps.h"
#include "dbx/base/file.h"
#include "dbx/plan/plan.h"

namespace dbx::app {
namespace {

bool is_missing(const Diagnostics& problems) {
  return problems.front().code == Code::kNoConnection &&
         problems.front().message.starts_with("no database");
}

// Where the plan starts; a database that is not there yet is an empty one: `dbx apply` makes it.
Result<Source> start_of(const dialect::Dialect& dialect, const PlanRequest& request) {
  const std::string url = database_url(request.database);
  if (!request.current.empty()) return load_source(dialect, request.current, url);
  dialect::ConnectOptions options;
  options.access = dialect::Access::kReadOnly;
  options.create = false;
  Source start;
  auto connection = dialect.connect(url, options);
  if (!connection) {
    if (is_missing(connection.error())) return start;
    return fail(std::move(connection).error());
  }
  DBX_TRY(start.schema, dialect.inspect(**connection, start.notes));
  DBX_TRY(const auto recorded, recorded_spec(**connection));
  start.spec = recorded.value_or("");
  return start;
}

Result<const dialect::Dialect*> dialect_of(const PlanRequest& request) {
  if (!request.engine.empty()) return dialect::find(request.engine);
  return dialect::for_url(database_url(request.database));
}

PlannedChange to_planned(const plan::Change& change) {
  const plan::Described described = plan::describe(change);
  return {std::string(described.kind), described.object, std::string(plan::name(described.risk)),
          described.reason};
}

Result<migrate::Migration> write_migration(const dialect::Dialect& dialect, const plan::Plan& plan,
                                           std::string id, std::string spec, bool online) {
  migrate::Migration migration;
  migration.id = std::move(id);
  migration.engine = std::string(dialect.name());
  DBX_TRY(auto statements, online ? dialect.write_online(plan) : dialect.write(plan));
  migration.steps = to_steps(std::move(statements));
  migration.spec = std::move(spec);
  return migration;
}

// The plan's notes with the lines of the spec that they are about, where the target is a spec.
Diagnostics placed_notes(const plan::Plan& plan, const Source& target, const std::string& path) {
  Diagnostics notes = plan.notes;
  if (!target.is_spec) return notes;
  for (std::size_t i = 0; i < notes.size(); ++i) {
    const plan::Place& place = plan.note_places[i];
    notes[i].where.pointer = pointer_to(target.written, place.table, place.column);
  }
  return located(std::move(notes), path);
}

// A sandbox in memory costs milliseconds; one on a server, or of thousands of tables, is asked for.
bool wants_proof(const dialect::Dialect& dialect, const PlanRequest& request,
                 const Planned& planned) {
  constexpr std::size_t kTablesMax = 500;
  if (planned.changes.empty() || request.online) return false;
  const std::size_t tables =
      planned.whole.current.tables.size() + planned.whole.target.tables.size();
  return request.prove.value_or(dialect.is_embedded() && tables <= kTablesMax);
}

std::string migration_id(const std::string& out) {
  return out.empty() ? "plan" : std::filesystem::path(out).stem().string();
}

std::string down_path(const std::string& out) {
  const std::filesystem::path path(out);
  return (path.parent_path() / (path.stem().string() + ".down.sql")).string();
}

Status write_files(const PlanRequest& request, Planned& planned) {
  const std::string down = down_path(request.out);
  DBX_CHECK_OK(write_file(request.out, migrate::print(planned.forward)));
  planned.written.push_back(request.out);
  DBX_CHECK_OK(write_file(down, migrate::print(planned.down)));
  planned.written.push_back(down);
  if (!request.impact_meta) return {};
  DBX_TRY(const ImpactReport report, assess(planned, request));
  const std::string beside = request.out + ".impact.json";
  DBX_CHECK_OK(write_file(beside, dump(to_json(report), 2) + "\n"));
  planned.written.push_back(beside);
  return {};
}

}  // namespace

Result<Planned> plan(const PlanRequest& request) {
  Planned planned;
  if (request.impact_meta && request.out.empty()) {
    return fail(Code::kUsage, "--impact-meta writes beside M.sql, and no M.sql is to be written",
                "say --out FILE.sql too; `dbx impact` prints it");
  }
  DBX_TRY(const dialect::Dialect* dialect, dialect_of(request));
  // Of two databases on a server each is read while the other one is waited for.
  const bool at_once = !dialect->is_embedded() && is_url(request.target) &&
                       (request.current.empty() || is_url(request.current));
  auto start_later = std::async(at_once ? std::launch::async : std::launch::deferred,
                                [&] { return start_of(*dialect, request); });
  DBX_TRY(Source target, load_source(*dialect, request.target, database_url(request.database)));
  for (Diagnostic& note : target.notes) planned.notes.push_back(std::move(note));
  DBX_TRY(Source start, start_later.get());
  // A spec as a start was said before; what a live database holds and dbx does not is news.
  if (!start.is_spec) {
    for (Diagnostic& note : start.notes) planned.notes.push_back(std::move(note));
  }

  DBX_TRY(plan::Plan whole, plan::make(start.schema, target.schema, dialect->plan_options()));
  for (Diagnostic& note : placed_notes(whole, target, request.target)) {
    planned.notes.push_back(std::move(note));
  }
  for (const plan::Change& change : whole.changes) {
    if (plan::describe(change).breaking && !request.allow_breaking) {
      planned.left_out.push_back(to_planned(change));
    }
  }
  if (!planned.left_out.empty()) {
    DBX_TRY(whole, plan::make(start.schema, plan::keep_dropped(whole), dialect->plan_options()));
  }
  for (const plan::Change& change : whole.changes) planned.changes.push_back(to_planned(change));

  const std::string id = migration_id(request.out);
  // The way back is found while the way forward is written.
  auto back_later = std::async(std::launch::async, [&] { return plan::reverse(whole); });
  DBX_TRY(planned.forward, write_migration(*dialect, whole, id, target.spec, request.online));
  planned.forward.from = schema::fingerprint(whole.current);
  planned.forward.to = schema::fingerprint(whole.target);
  DBX_TRY(const plan::Plan back, back_later.get());
  DBX_TRY(planned.down, write_migration(*dialect, back, id + ".down", start.spec, request.online));
  planned.down.from = planned.forward.to;
  planned.down.to = planned.forward.from;
  planned.meaning_only =
      planned.changes.empty() && planned.left_out.empty() && start.spec != target.spec;
  planned.whole = std::move(whole);
  if (wants_proof(*dialect, request, planned)) {
    DBX_TRY(planned.proof, prove(*dialect, database_url(request.database), planned.whole,
                                 planned.forward, planned.down));
  }
  if (request.rehearse && !planned.changes.empty()) {
    DBX_TRY(planned.rehearsal, rehearse(*dialect, planned, request));
  }
  if (!request.out.empty() && !planned.empty()) DBX_CHECK_OK(write_files(request, planned));
  return planned;
}

}  // namespace dbx::app

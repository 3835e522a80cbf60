// The story of a plan: both sides become schemas, their difference becomes statements, both ways.
#include "dbx/app/plan.h"

#include <fmt/format.h>

#include <filesystem>

#include "dbx/app/session.h"
#include "dbx/app/spec_file.h"
#include "dbx/base/file.h"
#include "dbx/plan/plan.h"

namespace dbx::app {
namespace {

// Where the plan starts: a schema, and the spec that goes with it where there is one.
struct Start {
  schema::Schema schema;
  std::string spec;
};

Result<Start> start_from_spec(const dialect::Dialect& dialect, const std::string& path) {
  Start start;
  Diagnostics notes;
  DBX_TRY(const spec::Spec spec, load_spec(path, notes));
  DBX_TRY(dialect::Realised realised, dialect.realise(schema::lower(spec, dialect.name())));
  start.schema = std::move(realised.schema);
  start.spec = spec::print(spec);
  return start;
}

bool is_missing(const Diagnostics& problems) {
  return problems.front().code == Code::kNoConnection &&
         problems.front().message.starts_with("no database");
}

Result<Start> start_from_database(const dialect::Dialect& dialect, const std::string& url,
                                  Diagnostics& notes) {
  dialect::ConnectOptions options;
  options.access = dialect::Access::kReadOnly;
  options.create = false;
  Start start;
  auto connection = dialect.connect(url, options);
  if (!connection) {
    // `dbx apply` will make it: the plan starts from nothing.
    if (is_missing(connection.error())) return start;
    return fail(std::move(connection).error());
  }
  DBX_TRY(start.schema, dialect.inspect(**connection, notes));
  DBX_TRY(const auto recorded, recorded_spec(**connection));
  start.spec = recorded.value_or("");
  return start;
}

Result<const dialect::Dialect*> dialect_of(const PlanRequest& request) {
  if (!request.engine.empty()) return dialect::find(request.engine);
  return dialect::for_url(database_url(request.database));
}

std::vector<migrate::Step> to_steps(std::vector<dialect::Statement> statements) {
  std::vector<migrate::Step> steps;
  for (dialect::Statement& statement : statements) {
    steps.push_back({std::move(statement.kind), std::move(statement.object), statement.risk,
                     std::move(statement.sql)});
  }
  return steps;
}

PlannedChange to_planned(const plan::Change& change) {
  const plan::Described described = plan::describe(change);
  return {std::string(described.kind), described.object, std::string(plan::name(described.risk)),
          described.reason};
}

Result<migrate::Migration> write_migration(const dialect::Dialect& dialect, const plan::Plan& plan,
                                           std::string id, std::string spec) {
  migrate::Migration migration;
  migration.id = std::move(id);
  migration.engine = std::string(dialect.name());
  migration.from = schema::fingerprint(plan.current);
  migration.to = schema::fingerprint(plan.target);
  DBX_TRY(auto statements, dialect.write(plan));
  migration.steps = to_steps(std::move(statements));
  migration.spec = std::move(spec);
  return migration;
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
  return {};
}

}  // namespace

Result<Planned> plan(const PlanRequest& request) {
  Planned planned;
  DBX_TRY(const dialect::Dialect* dialect, dialect_of(request));
  DBX_TRY(const spec::Spec target_spec, load_spec(request.target, planned.notes));
  DBX_TRY(dialect::Realised target, dialect->realise(schema::lower(target_spec, dialect->name())));
  for (Diagnostic& note : target.notes) planned.notes.push_back(std::move(note));
  DBX_TRY(const Start start,
          request.current.empty()
              ? start_from_database(*dialect, database_url(request.database), planned.notes)
              : start_from_spec(*dialect, request.current));

  DBX_TRY(plan::Plan whole, plan::make(start.schema, target.schema));
  for (const plan::Change& change : whole.changes) {
    if (plan::describe(change).breaking && !request.allow_breaking) {
      planned.left_out.push_back(to_planned(change));
    }
  }
  if (!planned.left_out.empty()) {
    DBX_TRY(whole, plan::make(start.schema, plan::keep_dropped(whole)));
  }
  for (const plan::Change& change : whole.changes) planned.changes.push_back(to_planned(change));

  const std::string id = migration_id(request.out);
  const std::string spec_text = spec::print(target_spec);
  DBX_TRY(planned.forward, write_migration(*dialect, whole, id, spec_text));
  DBX_TRY(const plan::Plan back, plan::reverse(whole));
  DBX_TRY(planned.down, write_migration(*dialect, back, id + ".down", start.spec));
  planned.meaning_only =
      planned.changes.empty() && planned.left_out.empty() && start.spec != spec_text;
  if (!request.out.empty() && !planned.empty()) DBX_CHECK_OK(write_files(request, planned));
  return planned;
}

}  // namespace dbx::app

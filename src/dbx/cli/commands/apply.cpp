// dbx apply: run a migration exactly once.
#include <fmt/format.h>

#include <memory>

#include "dbx/app/apply.h"
#include "dbx/base/text.h"
#include "dbx/cli/commands.h"

namespace dbx::cli {
namespace {

Outcome run(const app::ApplyRequest& request) {
  auto report = app::apply(request);
  if (!report) return failed(std::move(report).error());
  Outcome outcome;
  const migrate::Applied& applied = report->applied;
  outcome.data = {{"id", report->id},
                  {"database", report->database},
                  {"already_applied", applied.already},
                  {"steps", applied.steps}};
  outcome.text =
      applied.already
          ? fmt::format("{} was applied before: nothing to do\n", report->id)
          : fmt::format("applied {} to {}: {} in {}\n", report->id, report->database,
                        text::plural(applied.steps, "step"), text::duration(applied.seconds));
  return outcome;
}

Action declare(CLI::App& app) {
  auto request = std::make_shared<app::ApplyRequest>();
  app.add_option("migration", request->file, "the M.sql that `dbx plan` wrote")->required();
  add_database_option(app, request->database);
  app.add_flag("--allow-breaking", request->allow_breaking, "run steps that lose data");
  return [request](Environment&) { return run(*request); };
}

}  // namespace

Command apply_command() {
  return {"apply", "run a migration exactly once",
          "  dbx apply migrations/0001_create.sql\n"
          "  dbx apply migrations/0001_create.down.sql --allow-breaking",
          declare};
}

}  // namespace dbx::cli

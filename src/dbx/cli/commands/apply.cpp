// dbx apply: run a migration exactly once.
#include <fmt/format.h>

#include <memory>

#include "dbx/app/apply.h"
#include "dbx/base/text.h"
#include "dbx/cli/commands.h"
#include "dbx/cli/commands/manner.h"

namespace dbx::cli {
namespace {

Outcome run(app::ApplyRequest request, const Environment& environment) {
  ask_at_terminal(request.manner, environment);
  auto report = app::apply(request);
  if (!report) return failed(std::move(report).error());
  Outcome outcome;
  const migrate::Applied& applied = report->applied;
  outcome.data = to_json(*report);
  if (!report->backup.empty()) {
    outcome.text = fmt::format("backup, restored and compared: {}\n", report->backup);
  }
  outcome.text += applied.already
                      ? fmt::format("{} was applied before: nothing to do\n", report->id)
                      : fmt::format("{} {} to {}: {} in {}\n",
                                    applied.resumed ? "went on and applied" : "applied", report->id,
                                    report->database, text::plural(applied.steps, "step"),
                                    text::duration(applied.seconds));
  append(outcome.problems, std::move(report->notes));
  return outcome;
}

Action declare(CLI::App& app) {
  auto request = std::make_shared<app::ApplyRequest>();
  app.add_option("migration", request->file, "the M.sql that `dbx plan` wrote")->required();
  add_database_option(app, request->database);
  add_manner_options(app, request->manner);
  return [request](Environment& environment) { return run(*request, environment); };
}

}  // namespace

Command apply_command() {
  return {"apply", "run a migration exactly once",
          "  dbx apply migrations/0001_create.sql\n"
          "  dbx apply migrations/0002_less.sql --allow-breaking --create-backup\n"
          "  dbx apply migrations/0003_index.sql --require-approval",
          declare};
}

}  // namespace dbx::cli

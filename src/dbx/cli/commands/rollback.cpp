// dbx rollback: undo the last migration, or the part of it that was applied.
#include <fmt/format.h>

#include <memory>

#include "dbx/app/rollback.h"
#include "dbx/base/text.h"
#include "dbx/cli/commands.h"
#include "dbx/cli/commands/manner.h"

namespace dbx::cli {
namespace {

std::string text_of(const app::RollbackReport& report, bool dry_run) {
  if (report.already) return fmt::format("{} was undone before: nothing to do\n", report.undone);
  std::string text;
  if (!report.applied.backup.empty()) {
    text = fmt::format("backup, restored and compared: {}\n", report.applied.backup);
  }
  const std::string what =
      report.was_partial ? fmt::format("the {} of {} that were applied",
                                       text::plural(report.steps_undone, "step"), report.undone)
                         : report.undone;
  if (dry_run) {
    text += fmt::format("would undo {}:\n", what);
    for (const std::string& step : report.steps) text += "  " + step + "\n";
  } else {
    text += fmt::format("undid {} in {}\n", what, text::duration(report.applied.applied.seconds));
  }
  for (const app::Loss& loss : report.losses) {
    const bool whole = loss.kind == "drop-table";
    text += fmt::format("{} {} of {}\n", dry_run ? "would lose" : "lost",
                        text::plural(loss.values, whole ? "row" : "value"), loss.object);
  }
  if (!report.emptied.empty()) {
    text +=
        fmt::format("{} without their values (a backup has them, where one was taken): {}\n",
                    dry_run ? "would come back" : "came back", text::join(report.emptied, ", "));
  }
  if (report.losses.empty()) text += dry_run ? "no row would be lost\n" : "no row was lost\n";
  return text;
}

Outcome run(app::RollbackRequest request, const Environment& environment) {
  ask_at_terminal(request.manner, environment);
  auto report = app::rollback(request);
  if (!report) return failed(std::move(report).error());
  Outcome outcome;
  Json losses = Json::array();
  for (const app::Loss& loss : report->losses) {
    losses.push_back({{"kind", loss.kind},
                      {"object", loss.object},
                      {"rows", loss.rows},
                      {"values", loss.values}});
  }
  outcome.data = {{"undone", report->undone},
                  {"already_undone", report->already},
                  {"was_partial", report->was_partial},
                  {"dry_run", request.dry_run},
                  {"steps", report->steps},
                  {"losses", losses},
                  {"emptied", report->emptied}};
  if (!request.dry_run && !report->already) outcome.data["applied"] = to_json(report->applied);
  outcome.text = text_of(*report, request.dry_run);
  append(outcome.problems, std::move(report->applied.notes));
  return outcome;
}

Action declare(CLI::App& app) {
  auto request = std::make_shared<app::RollbackRequest>();
  app.add_option("migration", request->migration,
                 "its id, as `dbx status` shows it (the last one in force)");
  add_database_option(app, request->database);
  app.add_flag("--dry-run", request->dry_run, "only say what it would do and lose");
  add_manner_options(app, request->manner);
  return [request](Environment& environment) { return run(*request, environment); };
}

}  // namespace

Command rollback_command() {
  return {"rollback", "undo the last migration, or the part of it that was applied",
          "  dbx rollback --dry-run\n  dbx rollback 0002_less\n"
          "  dbx rollback --allow-breaking --create-backup",
          declare};
}

}  // namespace dbx::cli

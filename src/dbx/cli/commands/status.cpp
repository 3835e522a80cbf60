// dbx status: what was applied, and whether the database still looks like it.
#include <fmt/format.h>

#include <memory>

#include "dbx/app/apply.h"
#include "dbx/base/text.h"
#include "dbx/cli/commands.h"
#include "dbx/cli/render.h"

namespace dbx::cli {
namespace {

struct Options {
  std::string database;
  bool verify = false;
};

std::string text_of(const app::StatusReport& report, bool verified) {
  std::string text =
      fmt::format("{}: {}, {}\n", report.database, text::plural(report.table_count, "table"),
                  text::plural(static_cast<std::int64_t>(report.migrations.size()), "migration"));
  if (report.migrations.empty()) return text + "dbx has not changed this database yet\n";
  Grid grid;
  grid.header = {"#", "migration", "status", "steps", "by", "finished"};
  grid.right = {true, false, false, true};
  for (const migrate::LedgerRow& row : report.migrations) {
    grid.rows.push_back({std::to_string(row.sequence), row.id, row.status,
                         fmt::format("{}/{}", row.steps_done, row.steps_total), row.applied_by,
                         row.finished_at});
  }
  text += render(grid);
  text += report.matches_ledger ? "the schema is what the last migration left\n"
                                : "the schema has changed since the last migration\n";
  if (verified) text += "the chain of hashes holds\n";
  return text;
}

Outcome run(const Options& options) {
  auto report = app::status(options.database, options.verify);
  if (!report) return failed(std::move(report).error());
  Outcome outcome;
  outcome.text = text_of(*report, options.verify);
  Json migrations = Json::array();
  for (const migrate::LedgerRow& row : report->migrations) {
    migrations.push_back({{"sequence", row.sequence},
                          {"id", row.id},
                          {"checksum", row.checksum},
                          {"plan", row.plan_hash},
                          {"from", row.from_schema},
                          {"to", row.to_schema},
                          {"status", row.status},
                          {"steps_done", row.steps_done},
                          {"steps_total", row.steps_total},
                          {"applied_by", row.applied_by},
                          {"tool_version", row.tool_version},
                          {"started_at", row.started_at},
                          {"finished_at", row.finished_at},
                          {"row_hash", row.row_hash}});
  }
  outcome.data = {{"database", report->database},
                  {"engine", report->engine},
                  {"tables", report->table_count},
                  {"fingerprint", report->fingerprint},
                  {"matches_ledger", report->matches_ledger},
                  {"migrations", migrations}};
  return outcome;
}

Action declare(CLI::App& app) {
  auto options = std::make_shared<Options>();
  add_database_option(app, options->database);
  app.add_flag("--verify", options->verify, "check the ledger's chain of hashes");
  return [options](Environment&) { return run(*options); };
}

}  // namespace

Command status_command() {
  return {"status", "what was applied, and whether it still holds",
          "  dbx status\n  dbx status --verify --json", declare};
}

}  // namespace dbx::cli

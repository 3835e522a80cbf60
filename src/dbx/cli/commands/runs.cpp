// dbx runs: the metrics of what dbx did to a database.
#include <fmt/format.h>

#include <memory>

#include "dbx/app/apply.h"
#include "dbx/base/text.h"
#include "dbx/cli/commands.h"
#include "dbx/cli/render.h"

namespace dbx::cli {
namespace {

Outcome run(const std::string& database) {
  auto runs = app::runs(database);
  if (!runs) return failed(std::move(runs).error());
  Outcome outcome;
  Json list = Json::array();
  Grid grid;
  grid.header = {"phase", "status", "started", "took", "rows", "seed", "content hash"};
  grid.right = {false, false, false, true, true, true};
  for (const migrate::Run& run : *runs) {
    Json json = {{"phase", run.phase},
                 {"status", run.status},
                 {"started_at", run.started_at},
                 {"seconds", run.seconds}};
    if (run.rows) json["rows"] = *run.rows;
    if (run.seed) json["seed"] = *run.seed;
    if (!run.content_hash.empty()) json["content_hash"] = run.content_hash;
    json["details"] = run.details;
    json["who"] = run.who;
    json["tool_version"] = run.tool_version;
    list.push_back(std::move(json));
    grid.rows.push_back({run.phase, run.status, run.started_at, text::duration(run.seconds),
                         run.rows ? text::group_digits(*run.rows) : "", run.seed.value_or(""),
                         run.content_hash.substr(0, 32)});
  }
  outcome.data = {{"runs", list}};
  outcome.text = grid.rows.empty() ? "no runs yet\n" : render(grid);
  return outcome;
}

Action declare(CLI::App& app) {
  auto database = std::make_shared<std::string>();
  add_database_option(app, *database);
  return [database](Environment&) { return run(*database); };
}

}  // namespace

Command runs_command() {
  return {"runs", "what dbx did to a database, with times and hashes",
          "  dbx runs\n  dbx runs --database duckdb:other.duckdb --json", declare};
}

}  // namespace dbx::cli

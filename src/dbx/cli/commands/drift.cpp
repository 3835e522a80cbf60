// dbx drift: what was done to a database beside dbx.
#include <fmt/format.h>

#include <memory>

#include "dbx/app/drift.h"
#include "dbx/base/file.h"
#include "dbx/base/text.h"
#include "dbx/cli/commands.h"
#include "dbx/cli/render.h"

namespace dbx::cli {
namespace {

constexpr int kExitChanges = 5;

struct Options {
  app::DriftRequest request;
  std::string format = "text";
  std::string out;
  bool exit_code = false;
};

std::string text_of(const app::DriftReport& report) {
  if (report.changes.empty()) {
    return fmt::format("no drift: {} is what {} left\n", report.database, report.against);
  }
  Grid grid;
  grid.header = {"done by hand", "to"};
  for (const app::PlannedChange& change : report.changes) {
    grid.rows.push_back({change.kind, change.object});
  }
  return fmt::format("{} has drifted from {}: {}\n{}", report.database, report.against,
                     text::plural(static_cast<std::int64_t>(report.changes.size()), "change"),
                     render(grid));
}

Outcome run(const Options& options) {
  auto report = app::drift(options.request);
  if (!report) return failed(std::move(report).error());
  Outcome outcome;
  Json changes = Json::array();
  for (const app::PlannedChange& change : report->changes) {
    changes.push_back({{"kind", change.kind}, {"object", change.object}});
  }
  outcome.data = {{"database", report->database},      {"against", report->against},
                  {"wanted", report->wanted},          {"found", report->found},
                  {"drift", !report->changes.empty()}, {"changes", changes}};
  std::string text = text_of(*report);
  if (options.format == "mermaid") text = to_mermaid(*report);
  if (options.format == "json") text = dump(outcome.data, 2) + "\n";
  if (options.out.empty()) {
    outcome.text = std::move(text);
  } else {
    const Status written = write_file(options.out, text);
    if (!written) return failed(written.error());
    outcome.text = fmt::format("wrote {}\n", options.out);
  }
  append(outcome.problems, std::move(report->notes));
  if (options.exit_code && !report->changes.empty()) outcome.exit_status = kExitChanges;
  return outcome;
}

Action declare(CLI::App& app) {
  auto options = std::make_shared<Options>();
  add_database_option(app, options->request.database);
  app.add_option("--target", options->request.target,
                 "a spec, a database URL or a file of SQL to compare with, instead of the ledger");
  app.add_option("--format", options->format, "text, json or mermaid")
      ->check(CLI::IsMember({"text", "json", "mermaid"}));
  app.add_option("--out", options->out, "write the report to a file");
  app.add_flag("--exit-code", options->exit_code, "exit with 5 where there is drift");
  return [options](Environment&) { return run(*options); };
}

}  // namespace

Command drift_command() {
  return {"drift", "what was done to a database beside dbx",
          "  dbx drift --exit-code\n  dbx drift --target warehouse.yml\n"
          "  dbx drift --format mermaid --out drift.mmd",
          declare};
}

}  // namespace dbx::cli

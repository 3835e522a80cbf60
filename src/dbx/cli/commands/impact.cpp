// dbx impact: how dangerous a plan is, to whom, and what would be safer; runs and writes nothing.
#include <fmt/format.h>

#include <memory>

#include "dbx/app/impact.h"
#include "dbx/base/text.h"
#include "dbx/cli/commands.h"
#include "dbx/cli/render.h"

namespace dbx::cli {
namespace {

struct Options {
  app::PlanRequest request;
  bool summary_only = false;
};

std::string risks_table(const app::ImpactReport& report) {
  Grid grid;
  grid.header = {"risk", "change", "object", "rows", "lock", "hazards"};
  grid.right = {false, false, false, true};
  for (const app::ImpactStep& step : report.steps) {
    const plan::Impact& impact = step.impact;
    std::vector<std::string> codes;
    for (const plan::Hazard& hazard : impact.hazards) codes.emplace_back(name(hazard.code));
    grid.rows.push_back({std::string(plan::name(impact.risk)), impact.kind, impact.object,
                         impact.rows ? text::group_digits(*impact.rows) : "", impact.lock,
                         text::join(codes, ", ")});
  }
  return render(grid);
}

std::string details(const app::ImpactReport& report) {
  std::string text;
  for (const app::ImpactStep& step : report.steps) {
    const plan::Impact& impact = step.impact;
    if (impact.hazards.empty()) continue;
    text += fmt::format("\n{} {}\n", impact.kind, impact.object);
    for (const plan::Hazard& hazard : impact.hazards) {
      text += fmt::format("  {} [{}]: {}\n    safer: {}\n", plan::name(hazard.risk),
                          name(hazard.code), hazard.reason, hazard.safer);
    }
    if (!impact.dependants.empty()) {
      text += fmt::format("  leaning on it: {}\n", text::join(impact.dependants, ", "));
    }
    if (!impact.reversible) text += fmt::format("  not to be undone: {}\n", impact.lost);
  }
  return text;
}

std::string summary(const app::ImpactReport& report) {
  if (report.steps.empty()) return "Nothing to do: no risk.\n";
  std::size_t lossy = 0;
  for (const app::ImpactStep& step : report.steps) lossy += step.impact.reversible ? 0 : 1;
  std::string text =
      fmt::format("{}: {} high, {} medium, {} low. Verdict: {} risk",
                  text::plural(static_cast<std::int64_t>(report.steps.size()), "change"),
                  report.by_risk[2], report.by_risk[1], report.by_risk[0], report.verdict());
  if (lossy > 0) {
    text += fmt::format("; {} cannot be undone in full",
                        text::plural(static_cast<std::int64_t>(lossy), "change"));
  }
  return text + ".\n";
}

Outcome run(const Options& options) {
  auto report = app::impact(options.request);
  if (!report) return failed(std::move(report).error());
  Outcome outcome;
  outcome.data = app::to_json(*report);
  if (options.summary_only) {
    outcome.data.erase("steps");
  } else if (!report->steps.empty()) {
    outcome.text = risks_table(*report) + details(*report) + "\n";
  }
  outcome.text += summary(*report);
  outcome.problems = std::move(report->notes);
  return outcome;
}

Action declare(CLI::App& app) {
  auto options = std::make_shared<Options>();
  app::PlanRequest& request = options->request;
  app.add_option("target", request.target, "what to reach: a spec, a database URL, a file of SQL")
      ->required();
  app.add_option("--current", request.current, "start from this spec, URL or SQL file");
  app.add_option("--dialect", request.engine, "with --current: the engine to plan for");
  add_database_option(app, request.database);
  app.add_flag("--online", request.online, "as `dbx plan --online` would write it");
  app.add_flag("--summary-only", options->summary_only, "only how many of which risk");
  return [options](Environment&) { return run(*options); };
}

}  // namespace

Command impact_command() {
  return {"impact", "how dangerous a plan is, and what would be safer",
          "  dbx impact warehouse.yml\n"
          "  dbx impact new.yml --current old.yml --dialect postgres --summary-only --json",
          declare};
}

}  // namespace dbx::cli

// dbx plan: what a spec would change, written as a migration and its way back.
#include <fmt/format.h>

#include <memory>

#include "dbx/app/plan.h"
#include "dbx/base/text.h"
#include "dbx/cli/commands.h"
#include "dbx/cli/render.h"

namespace dbx::cli {
namespace {

Json to_json(const std::vector<app::PlannedChange>& changes) {
  Json list = Json::array();
  for (const app::PlannedChange& change : changes) {
    list.push_back({{"kind", change.kind},
                    {"object", change.object},
                    {"risk", change.risk},
                    {"reason", change.reason}});
  }
  return list;
}

std::string table_of(const std::vector<app::PlannedChange>& changes) {
  Grid grid;
  grid.header = {"change", "object", "risk", "why"};
  for (const app::PlannedChange& change : changes) {
    if (change.kind == "set-comment" && changes.size() > 12) continue;
    grid.rows.push_back({change.kind, change.object, change.risk, change.reason});
  }
  std::string text = render(grid);
  const std::size_t comments = changes.size() - grid.rows.size();
  if (comments > 0) {
    text += fmt::format("and {}\n", text::plural(static_cast<std::int64_t>(comments), "comment"));
  }
  return text;
}

Diagnostic left_out_problem(const std::vector<app::PlannedChange>& left_out) {
  Diagnostic problem;
  problem.code = Code::kBreakingChange;
  std::vector<std::string> names;
  for (const app::PlannedChange& change : left_out) {
    names.push_back(fmt::format("{} {}", change.kind, change.object));
  }
  problem.message = fmt::format("left out because data would be lost: {}", text::join(names, ", "));
  problem.hint = "say --allow-breaking to plan them";
  return problem;
}

std::string text_of(const app::Planned& planned) {
  if (planned.empty() && planned.left_out.empty()) {
    return "Nothing to do: the database is what the spec says.\n";
  }
  std::string text;
  if (!planned.changes.empty()) text += table_of(planned.changes);
  if (planned.meaning_only) {
    text += "No physical change; the recorded spec (grain, measures, descriptions) changes.\n";
  }
  for (const std::string& file : planned.written) text += fmt::format("wrote {}\n", file);
  if (planned.written.empty() && !planned.empty()) {
    text += "nothing written: --out FILE.sql keeps this plan\n";
  }
  return text;
}

std::string text_of(const app::Proof& proof) {
  if (!proof.rows_problem.empty()) {
    return fmt::format("proven on empty tables only, forth and back; with rows: {}\n",
                       proof.rows_problem);
  }
  if (proof.rows == 0) return "proven on an empty sandbox, forth and back\n";
  return fmt::format("proven on a sandbox with {} in {}, forth and back\n",
                     text::plural(proof.rows, "row"), text::plural(proof.tables, "table"));
}

std::string text_of(const app::Rehearsal& rehearsal) {
  Grid grid;
  grid.header = {"step", "object", "rows"};
  grid.right = {false, false, true};
  for (const std::int64_t size : rehearsal.sizes) {
    grid.header.push_back("at " + text::group_digits(size));
    grid.right.push_back(true);
  }
  for (const char* header : {"expected", "8 of 10 times", "lock"}) grid.header.emplace_back(header);
  grid.right.push_back(true);
  for (const app::RehearsedStep& step : rehearsal.steps) {
    std::vector<std::string> row = {step.kind, step.object, text::group_digits(step.rows)};
    for (const double seconds : step.seconds) row.push_back(text::duration(seconds));
    row.push_back(text::duration(step.expected));
    row.push_back(fmt::format("{} to {}", text::duration(step.low), text::duration(step.high)));
    row.push_back(step.lock);
    grid.rows.push_back(std::move(row));
  }
  return fmt::format(
      "rehearsed on synthetic rows; the largest table has {} here\n{}all of it: {} "
      "({} to {})\n",
      text::plural(rehearsal.live, "row"), render(grid), text::duration(rehearsal.expected),
      text::duration(rehearsal.low), text::duration(rehearsal.high));
}

Json to_json(const std::optional<app::Rehearsal>& rehearsal) {
  if (!rehearsal) return {};
  Json steps = Json::array();
  for (const app::RehearsedStep& step : rehearsal->steps) {
    steps.push_back({{"step", step.number},
                     {"kind", step.kind},
                     {"object", step.object},
                     {"lock", step.lock},
                     {"rows", step.rows},
                     {"seconds", step.seconds},
                     {"expected", step.expected},
                     {"low", step.low},
                     {"high", step.high}});
  }
  return {{"sizes", rehearsal->sizes},       {"live", rehearsal->live}, {"steps", steps},
          {"expected", rehearsal->expected}, {"low", rehearsal->low},   {"high", rehearsal->high}};
}

Json to_json(const std::optional<app::Proof>& proof) {
  if (!proof) return {};
  return {{"forward", proof->forward},
          {"back", proof->back},
          {"tables", proof->tables},
          {"rows", proof->rows},
          {"rows_problem", proof->rows_problem}};
}

Outcome run(const app::PlanRequest& request, bool exit_code) {
  auto planned = app::plan(request);
  if (!planned) return failed(std::move(planned).error());
  Outcome outcome;
  outcome.text = text_of(*planned);
  if (planned->proof) outcome.text += text_of(*planned->proof);
  if (planned->rehearsal) outcome.text += text_of(*planned->rehearsal);
  outcome.data = {{"id", planned->forward.id},
                  {"engine", planned->forward.engine},
                  {"from", planned->forward.from},
                  {"to", planned->forward.to},
                  {"plan", migrate::plan_hash(planned->forward)},
                  {"changes", to_json(planned->changes)},
                  {"left_out", to_json(planned->left_out)},
                  {"meaning_only", planned->meaning_only},
                  {"proof", to_json(planned->proof)},
                  {"rehearsal", to_json(planned->rehearsal)},
                  {"files", planned->written}};
  outcome.problems = std::move(planned->notes);
  if (!planned->left_out.empty()) {
    outcome.problems.push_back(left_out_problem(planned->left_out));
  } else if (exit_code && !planned->empty()) {
    outcome.exit_status = 5;
  }
  return outcome;
}

Action declare(CLI::App& app) {
  auto request = std::make_shared<app::PlanRequest>();
  auto exit_code = std::make_shared<bool>(false);
  app.add_option("--target", request->target,
                 "what to reach: a spec, a database URL, or a file of SQL")
      ->required();
  app.add_option("--current", request->current,
                 "plan from this spec, URL or SQL file instead of the database");
  app.add_option("--dialect", request->engine, "with --current: the engine to plan for");
  add_database_option(app, request->database);
  app.add_option("--out", request->out, "write M.sql here, and M.down.sql beside it");
  app.add_flag("--allow-breaking", request->allow_breaking, "plan steps that lose data too");
  app.add_flag("--online", request->online,
               "postgres: statements during which others go on reading and writing");
  app.add_flag_callback(
      "--prove", [request] { request->prove = true; },
      "try it on a sandbox with rows, forth and back (default for duckdb and sqlite)");
  app.add_flag_callback(
      "--no-prove", [request] { request->prove = false; }, "write it untried");
  app.add_flag("--rehearse", request->rehearse,
               "time it on sandboxes of growing size: how long will it take here?");
  app.add_flag("--impact-meta", request->impact_meta, "write M.sql.impact.json beside M.sql");
  app.add_flag("--exit-code", *exit_code, "exit 5 when there is something to do");
  return [request, exit_code](Environment&) { return run(*request, *exit_code); };
}

}  // namespace

Command plan_command() {
  return {"plan", "what a spec would change, as a migration",
          "  dbx plan --target warehouse.yml --out migrations/0001_create.sql\n"
          "  dbx plan --target new.yml --current old.yml --dialect duckdb --json",
          declare};
}

}  // namespace dbx::cli

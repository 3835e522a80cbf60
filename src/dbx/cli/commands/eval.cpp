// dbx eval: many questions, and how many of the answers are right.
#include <fmt/format.h>

#include <memory>

#include "dbx/app/eval.h"
#include "dbx/base/text.h"
#include "dbx/cli/commands.h"
#include "dbx/cli/render.h"

namespace dbx::cli {
namespace {

constexpr std::size_t kShown = 10;

double share(std::size_t part, std::size_t whole) {
  return whole == 0 ? 0 : 100.0 * static_cast<double>(part) / static_cast<double>(whole);
}

Json data_of(const app::EvalReport& report) {
  Json items = Json::array();
  for (const app::EvalItem& item : report.items) {
    Json line = {{"id", item.id},
                 {"question", item.question},
                 {"standing", std::string(answer::name(item.standing))},
                 {"confidence", item.confidence},
                 {"sql", item.sql},
                 {"problem", item.problem},
                 {"milliseconds", item.milliseconds}};
    if (item.scored) line["right"] = item.right;
    items.push_back(std::move(line));
  }
  return {{"questions", report.items.size()},
          {"scored", report.scored},
          {"right", report.right},
          {"answered", report.answered},
          {"answered_right", report.answered_right},
          {"p50_ms", report.p50},
          {"p99_ms", report.p99},
          {"items", std::move(items)}};
}

std::string text_of(const app::EvalReport& report) {
  std::string text = fmt::format(
      "{}, {} scored\n", text::plural(static_cast<std::int64_t>(report.items.size()), "question"),
      report.scored);
  if (report.scored > 0) {
    text += fmt::format("right                {:.1f}% (execution accuracy)\n",
                        share(report.right, report.scored));
    text += fmt::format("answered             {:.1f}%\n", share(report.answered, report.scored));
    text += fmt::format("right when answered  {:.1f}%\n",
                        share(report.answered_right, report.answered));
  }
  text +=
      fmt::format("time a question      p50 {:.1f} ms, p99 {:.1f} ms\n", report.p50, report.p99);
  std::size_t shown = 0;
  for (const app::EvalItem& item : report.items) {
    if (!item.scored || item.right || shown == kShown) continue;
    if (shown++ == 0) text += "\nWrong, for example:\n";
    text += fmt::format("  {}: {}\n", item.id, item.question);
  }
  return text;
}

Outcome run(const app::EvalRequest& request, Environment& environment) {
  auto report = app::evaluate(request, [&](std::size_t done, std::size_t all) {
    environment.progress.show(fmt::format("{} of {} questions", done, all));
  });
  environment.progress.finish();
  if (!report) return failed(std::move(report).error());
  Outcome outcome;
  for (const app::EvalItem& item : report->items) {
    if (!item.gold_fails) continue;
    Diagnostic problem;
    problem.code = Code::kBadQuestions;
    problem.severity = Severity::kWarning;
    problem.message = fmt::format("{}: {}", item.id, item.problem);
    problem.hint = "it is not scored";
    outcome.problems.push_back(std::move(problem));
  }
  outcome.data = data_of(*report);
  outcome.text = text_of(*report);
  return outcome;
}

Action declare(CLI::App& app) {
  auto request = std::make_shared<app::EvalRequest>();
  app.add_option("questions", request->questions, "JSON lines: {\"question\", \"sql\"}")
      ->required();
  add_database_option(app, request->source.database);
  app.add_option("--databases", request->databases,
                 "a folder of SQLite files, for lines that name their database (\"db\")");
  app.add_option("--part", request->part, "only the lines of this \"part\"");
  app.add_option("--target", request->source.target, "a spec whose synonyms to use");
  app.add_option("--memory", request->source.memory,
                 "what `dbx teach` taught (default: .dbx/memory.json)");
  return [request](Environment& environment) { return run(*request, environment); };
}

}  // namespace

Command eval_command() {
  return {"eval", "ask many questions; score the answers where the right query is given",
          "  dbx eval questions.jsonl --database duckdb:warehouse.duckdb", declare};
}

}  // namespace dbx::cli

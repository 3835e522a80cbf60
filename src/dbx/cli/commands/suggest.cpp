// dbx suggest-queries: questions that this database has answers to.
#include <fmt/format.h>

#include <memory>

#include "dbx/app/suggest.h"
#include "dbx/cli/commands.h"
#include "dbx/cli/render.h"
#include "dbx/cli/results.h"

namespace dbx::cli {
namespace {

constexpr std::size_t kRowsShown = 10;

Json to_json(const app::SuggestedAnswer& item) {
  const Json result = cli::to_json(item.answer.result);
  return {{"question", item.answer.suggestion.question},
          {"topic", item.answer.suggestion.topic},
          {"sql", item.sql},
          {"columns", result["columns"]},
          {"rows", result["rows"]}};
}

Outcome run(const app::SuggestRequest& request, bool show_sql) {
  auto answers = app::suggest(request);
  if (!answers) return failed(std::move(answers).error());
  Outcome outcome;
  Json list = Json::array();
  int number = 0;
  for (const app::SuggestedAnswer& item : *answers) {
    list.push_back(to_json(item));
    outcome.text += fmt::format("{}{}. {}\n", number == 0 ? "" : "\n", number + 1,
                                item.answer.suggestion.question);
    ++number;
    if (show_sql) outcome.text += item.sql + "\n";
    outcome.text += render(to_grid(item.answer.result, kRowsShown));
    const std::size_t hidden = item.answer.result.rows.size() > kRowsShown
                                   ? item.answer.result.rows.size() - kRowsShown
                                   : 0;
    if (hidden > 0) outcome.text += fmt::format("... {} more rows\n", hidden);
  }
  outcome.data = {{"suggestions", list}};
  return outcome;
}

Action declare(CLI::App& app) {
  auto request = std::make_shared<app::SuggestRequest>();
  auto show_sql = std::make_shared<bool>(false);
  app.add_option("--target", request->target, "the spec (default: the one in the ledger)");
  add_database_option(app, request->database);
  app.add_option("--topic", request->topic, "only questions about this");
  app.add_option("--limit", request->limit, "how many (1 to 100)")->check(CLI::Range(1, 100));
  app.add_flag("--sql", *show_sql, "show the SQL too");
  return [request, show_sql](Environment&) { return run(*request, *show_sql); };
}

}  // namespace

Command suggest_command() {
  return {
      "suggest-queries", "questions that have answers, with the answers",
      "  dbx suggest-queries --limit 3 --sql\n  dbx suggest-queries --topic \"interest\" --json",
      declare};
}

}  // namespace dbx::cli

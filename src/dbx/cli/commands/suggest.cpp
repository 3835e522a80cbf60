// dbx suggest-queries: questions that this database has answers to.
#include <fmt/format.h>

#include <cmath>
#include <memory>

#include "dbx/app/suggest.h"
#include "dbx/cli/commands.h"
#include "dbx/cli/render.h"

namespace dbx::cli {
namespace {

constexpr std::size_t kRowsShown = 10;

Json to_json(const database::Value& value) {
  struct Converter {
    Json operator()(std::monostate) const { return nullptr; }
    Json operator()(bool truth) const { return truth; }
    Json operator()(std::int64_t number) const { return number; }
    Json operator()(double number) const { return number; }
    Json operator()(const std::string& text) const { return text; }
  };
  return std::visit(Converter{}, value);
}

Json to_json(const app::SuggestedAnswer& item) {
  Json rows = Json::array();
  for (const auto& row : item.answer.result.rows) {
    Json cells = Json::array();
    for (const database::Value& value : row) cells.push_back(to_json(value));
    rows.push_back(std::move(cells));
  }
  return {{"question", item.answer.suggestion.question},
          {"topic", item.answer.suggestion.topic},
          {"sql", item.sql},
          {"columns", item.answer.result.columns},
          {"rows", rows}};
}

// For people: a figure to four decimals; the whole of it is in --json.
std::string shown(const database::Value& value) {
  const double* number = std::get_if<double>(&value);
  if (number == nullptr || std::abs(*number) < 0.01) return database::to_text(value);
  std::string text = fmt::format("{:.4f}", *number);
  text.erase(text.find_last_not_of('0') + 1);
  if (text.ends_with('.')) text.pop_back();
  return text;
}

Grid to_grid(const database::ResultSet& result) {
  Grid grid;
  grid.header = result.columns;
  grid.right = result.is_numeric;
  for (const auto& row : result.rows) {
    if (grid.rows.size() == kRowsShown) break;
    std::vector<std::string> cells;
    for (const database::Value& value : row) cells.push_back(shown(value));
    grid.rows.push_back(std::move(cells));
  }
  return grid;
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
    outcome.text += render(to_grid(item.answer.result));
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

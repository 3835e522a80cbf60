// dbx teach: a word of yours for a table or column, or a question with its query.
#include <fmt/format.h>

#include <memory>

#include "dbx/app/teach.h"
#include "dbx/cli/commands.h"

namespace dbx::cli {
namespace {

Outcome run(const app::TeachRequest& request) {
  auto taught = app::teach(request);
  if (!taught) return failed(std::move(taught).error());
  Outcome outcome;
  outcome.data = {{"words", request.words}, {"means", request.means}, {"memory", taught->path}};
  outcome.text =
      fmt::format("\"{}\" {} {} (in {})\n", request.words,
                  request.is_question ? "is answered by" : "means", request.means, taught->path);
  return outcome;
}

Action declare(CLI::App& app) {
  auto request = std::make_shared<app::TeachRequest>();
  app.add_option("words", request->words, "\"clients\", or a whole question")->required();
  app.add_option("means", request->means, "dim_customer, dim_customer.segment, or a SELECT")
      ->required();
  add_database_option(app, request->database);
  app.add_option("--memory", request->memory, "where it is kept (default: .dbx/memory.json)");
  return [request](Environment&) {
    request->is_question = request->means.find(' ') != std::string::npos;
    return run(*request);
  };
}

}  // namespace

Command teach_command() {
  return {"teach", "teach a word, or the query that answers a question",
          "  dbx teach \"clients\" dim_customer\n"
          "  dbx teach \"our best month?\" \"SELECT max(month) FROM fact_sales\"",
          declare};
}

}  // namespace dbx::cli

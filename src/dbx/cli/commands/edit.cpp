// dbx edit: names, columns and tables of a spec, with the author's comments and order kept.
#include <fmt/format.h>

#include <memory>

#include "dbx/app/edit.h"
#include "dbx/cli/commands.h"

namespace dbx::cli {
namespace {

Outcome run(const app::EditRequest& request) {
  auto result = app::edit(request);
  if (!result) return failed(std::move(result).error());
  Outcome outcome;
  Json done = Json::array();
  for (const std::string& line : result->done) done.push_back(line);
  outcome.data = {{"done", done}, {"file", result->written}, {"spec", result->text}};
  if (result->written.empty()) {
    outcome.text = result->text;
  } else {
    for (const std::string& line : result->done) outcome.text += line + "\n";
    outcome.text += fmt::format("wrote {}\n", result->written);
  }
  outcome.problems = std::move(result->notes);
  return outcome;
}

Action declare(CLI::App& app) {
  auto request = std::make_shared<app::EditRequest>();
  app.add_option("spec", request->spec, "the spec's file, or - for standard input")->required();
  app.add_option("--remove", request->removals, "table or table.column that nothing else mentions")
      ->allow_extra_args(false);
  app.add_option("--rename", request->renamings,
                 "table=new or table.column=new; every mention follows, data survives")
      ->allow_extra_args(false);
  app.add_option("--add", request->additions,
                 "\"table.column TYPE [NOT NULL] [DEFAULT expression]\"")
      ->allow_extra_args(false);
  app.add_option("--out", request->out, "write here instead of in place");
  return [request](Environment&) { return run(*request); };
}

}  // namespace

Command edit_command() {
  return {"edit", "rename, add, remove; comments and order stay",
          "  dbx edit warehouse.yml --rename dim_company.region=area\n"
          "  dbx edit warehouse.yml --add \"dim_company.zip VARCHAR(10)\" --remove "
          "dim_company.industry\n"
          "  dbx edit - --rename fact_x=fact_y < warehouse.yml > renamed.yml",
          declare};
}

}  // namespace dbx::cli

// dbx init: a workspace to begin in.
#include <fmt/format.h>

#include <memory>

#include "dbx/app/init.h"
#include "dbx/cli/commands.h"

namespace dbx::cli {
namespace {

struct Options {
  app::InitRequest request;
  bool list = false;
};

Outcome list_templates() {
  Outcome outcome;
  outcome.data["templates"] = Json::array();
  for (const app::Template& known : app::templates()) {
    outcome.data["templates"].push_back({{"name", known.name}, {"description", known.description}});
    outcome.text += fmt::format("{:<22}{}\n", known.name, known.description);
  }
  return outcome;
}

Outcome run(const Options& options) {
  if (options.list) return list_templates();
  auto initialised = app::init(options.request);
  if (!initialised) return failed(std::move(initialised).error());
  Outcome outcome;
  outcome.data = {{"folder", initialised->folder}, {"files", initialised->files}};
  for (const std::string& file : initialised->files)
    outcome.text += fmt::format("wrote {}\n", file);
  outcome.text += fmt::format("README.md in {} says what to type next.\n", initialised->folder);
  return outcome;
}

Action declare(CLI::App& app) {
  auto options = std::make_shared<Options>();
  app.add_option("dir", options->request.folder, "the folder (default: this one)");
  app.add_option("--template", options->request.template_name,
                 "begin with this star schema instead of a minimal one");
  app.add_flag("--list", options->list, "list the templates");
  return [options](Environment&) { return run(*options); };
}

}  // namespace

Command init_command() {
  return {"init", "a workspace to begin in, from a template",
          "  dbx init --list\n  dbx init shop --template retail_sales", declare};
}

}  // namespace dbx::cli

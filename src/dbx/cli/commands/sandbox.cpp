// dbx sandbox: databases to play with, for a while.
#include <fmt/format.h>

#include <memory>

#include "dbx/app/sandbox.h"
#include "dbx/base/secret.h"
#include "dbx/cli/commands.h"
#include "dbx/cli/render.h"

namespace dbx::cli {
namespace {

struct Options {
  std::string action;
  app::SandboxRequest request;
};

Json to_json(const app::SandboxInfo& info) {
  return {
      {"name", info.name},     {"engine", info.engine},         {"url", redact(info.url)},
      {"target", info.target}, {"created_at", info.created_at}, {"expires_at", info.expires_at}};
}

Outcome create(const app::SandboxRequest& request) {
  const auto info = app::create_sandbox(request);
  if (!info) return failed(info.error());
  Outcome outcome;
  outcome.data = to_json(*info);
  outcome.text = fmt::format("sandbox {} until {}\n  --database {}\n", info->name, info->expires_at,
                             redact(info->url));
  return outcome;
}

Outcome list() {
  const auto all = app::list_sandboxes();
  if (!all) return failed(all.error());
  Outcome outcome;
  Json items = Json::array();
  Grid grid;
  grid.header = {"sandbox", "engine", "until", "of", "database"};
  for (const app::SandboxInfo& info : *all) {
    items.push_back(to_json(info));
    grid.rows.push_back({info.name, info.engine, info.expires_at, info.target, redact(info.url)});
  }
  outcome.data = {{"sandboxes", items}};
  outcome.text = grid.rows.empty() ? "no sandboxes\n" : render(grid);
  return outcome;
}

Outcome drop(const std::string& name) {
  const auto done = app::drop_sandbox(name);
  if (!done) return failed(done.error());
  Outcome outcome;
  outcome.data = {{"dropped", name}};
  outcome.text = fmt::format("dropped {}\n", name);
  return outcome;
}

Outcome run(const Options& options) {
  if (options.action == "list") return list();
  if (options.action == "drop") return drop(options.request.name);
  return create(options.request);
}

Action declare(CLI::App& app) {
  auto options = std::make_shared<Options>();
  app::SandboxRequest& request = options->request;
  app.add_option("action", options->action, "create, list or drop")
      ->required()
      ->check(CLI::IsMember({"create", "list", "drop"}));
  app.add_option("name", request.name, "its name");
  app.add_option("--target", request.target, "create: the spec to make it from");
  app.add_option("--engine", request.engine, "create: duckdb, sqlite or postgres")
      ->capture_default_str();
  app.add_option("--server", request.server, "create: the server's URL, for postgres");
  app.add_option("--hours", request.hours, "create: how long it lives")->capture_default_str();
  app.add_flag("--seed", request.seed, "create: with rows, as `dbx seed` makes them");
  app.add_option("--scale", request.scale, "create: multiplies the default row counts")
      ->capture_default_str();
  return [options](Environment&) { return run(*options); };
}

}  // namespace

Command sandbox_command() {
  return {"sandbox", "databases to play with, gone when their time is up",
          "  dbx sandbox create demo --target warehouse.yml --seed --scale 0.01\n"
          "  dbx sandbox list\n  dbx sandbox drop demo",
          declare};
}

}  // namespace dbx::cli

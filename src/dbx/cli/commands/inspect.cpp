// dbx inspect: a live database as a spec.
#include <fmt/format.h>

#include <memory>

#include "dbx/app/inspect.h"
#include "dbx/cli/commands.h"

namespace dbx::cli {
namespace {

struct Options {
  std::string database;
  std::string out;
  bool physical = false;
};

Outcome run(const Options& options) {
  auto inspected = app::inspect(options.database, options.physical, options.out);
  if (!inspected) return failed(std::move(inspected).error());
  Outcome outcome;
  outcome.data = {{"spec", inspected->yaml}, {"file", inspected->written}};
  outcome.text =
      inspected->written.empty() ? inspected->yaml : fmt::format("wrote {}\n", inspected->written);
  outcome.problems = std::move(inspected->notes);
  return outcome;
}

Action declare(CLI::App& app) {
  auto options = std::make_shared<Options>();
  add_database_option(app, options->database);
  app.add_option("--out", options->out, "write the spec here instead of to stdout");
  app.add_flag("--physical", options->physical,
               "the catalog alone, without the meaning recorded in the ledger");
  return [options](Environment&) { return run(*options); };
}

}  // namespace

Command inspect_command() {
  return {"inspect", "a live database as a spec",
          "  dbx inspect\n  dbx inspect --database duckdb:old.duckdb --out old.yml", declare};
}

}  // namespace dbx::cli

// dbx diagram: a spec as a picture in text.
#include <fmt/format.h>

#include <memory>

#include "dbx/app/diagram.h"
#include "dbx/cli/commands.h"

namespace dbx::cli {
namespace {

struct Options {
  std::string spec;
  std::string format = "mermaid";
  std::string out;
};

Outcome run(const Options& options) {
  auto diagram = app::diagram(options.spec, options.format, options.out);
  if (!diagram) return failed(std::move(diagram).error());
  Outcome outcome;
  outcome.data = {
      {"format", diagram->format}, {"diagram", diagram->text}, {"file", diagram->written}};
  outcome.text =
      diagram->written.empty() ? diagram->text : fmt::format("wrote {}\n", diagram->written);
  return outcome;
}

Action declare(CLI::App& app) {
  auto options = std::make_shared<Options>();
  app.add_option("spec", options->spec, "the spec's file")->required();
  app.add_option("--format", options->format, "mermaid");
  app.add_option("--out", options->out, "write it here instead of to stdout");
  return [options](Environment&) { return run(*options); };
}

}  // namespace

Command diagram_command() {
  return {"diagram", "a spec as a diagram", "  dbx diagram warehouse.yml --out diagram.mmd",
          declare};
}

}  // namespace dbx::cli

// dbx design: a sentence becomes a star schema.
#include <fmt/format.h>

#include <memory>

#include "dbx/app/design.h"
#include "dbx/base/text.h"
#include "dbx/cli/commands.h"

namespace dbx::cli {
namespace {

struct Options {
  std::vector<std::string> prompt;
  std::string out;
};

std::string summary_of(const app::Designed& designed) {
  const spec::Spec& spec = designed.design.spec;
  std::string text =
      fmt::format("{}: {}, {}\n", spec.warehouse,
                  text::plural(static_cast<std::int64_t>(spec.facts.size()), "fact"),
                  text::plural(static_cast<std::int64_t>(spec.dimensions.size()), "dimension"));
  for (const spec::Table& fact : spec.facts) {
    std::vector<std::string> measures;
    for (const spec::Column& measure : fact.measures) measures.push_back(measure.name);
    text += fmt::format("  {}: {}\n", fact.name,
                        measures.empty() ? "no measures" : text::join(measures, ", "));
  }
  for (const design::Decision& decision : designed.design.decisions) {
    if (decision.basis == design::Basis::kGuess)
      text += fmt::format("  guess: {}\n", decision.text);
  }
  return text + fmt::format("wrote {}\n", designed.written);
}

Outcome run(const Options& options) {
  auto designed = app::design(text::join(options.prompt, " "), options.out);
  if (!designed) return failed(std::move(designed).error());
  Outcome outcome;
  Json decisions = Json::array();
  for (const design::Decision& decision : designed->design.decisions) {
    decisions.push_back({{"pointer", decision.pointer},
                         {"basis", design::name(decision.basis)},
                         {"text", decision.text},
                         {"alternative", decision.alternative},
                         {"confidence", decision.confidence}});
  }
  outcome.data = {{"spec", designed->design.yaml},
                  {"confidence", designed->design.confidence},
                  {"decisions", decisions},
                  {"file", designed->written}};
  outcome.text = designed->written.empty() ? designed->design.yaml : summary_of(*designed);
  outcome.problems = std::move(designed->notes);
  return outcome;
}

Action declare(CLI::App& app) {
  auto options = std::make_shared<Options>();
  app.add_option("prompt", options->prompt, "what the warehouse is for, in English")->required();
  app.add_option("--out", options->out, "write the spec here instead of to stdout");
  return [options](Environment&) { return run(*options); };
}

}  // namespace

Command design_command() {
  return {"design", "a star schema from a sentence",
          "  dbx design \"loan risk by company and date\" --out loans.yml\n"
          "  dbx design \"retail sales with dimensions store (city, region) and product\"",
          declare};
}

}  // namespace dbx::cli

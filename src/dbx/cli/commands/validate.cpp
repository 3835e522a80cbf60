// dbx validate: every fault of a spec, in one run.
#include <fmt/format.h>

#include <memory>

#include "dbx/app/fix.h"
#include "dbx/app/spec_file.h"
#include "dbx/base/text.h"
#include "dbx/cli/commands.h"

namespace dbx::cli {
namespace {

struct Options {
  std::string spec;
  bool strict = false;
  bool fix = false;
  std::size_t bytes_max = kSpecBytesMax;
};

Json summary_of(const spec::Spec& spec) {
  return {{"warehouse", spec.warehouse},
          {"dimensions", spec.dimensions.size()},
          {"facts", spec.facts.size()},
          {"bridges", spec.bridges.size()},
          {"tables", spec.tables.size()}};
}

Outcome run(const Options& options) {
  Outcome outcome;
  Json fixes = Json::array();
  if (options.fix) {
    auto fixed = app::fix(options.spec);
    if (!fixed) return failed(std::move(fixed).error());
    for (const std::string& title : fixed->titles) {
      fixes.push_back(title);
      outcome.text += fmt::format("fixed: {}\n", title);
    }
  }
  auto validated = app::validate(options.spec, options.strict, options.bytes_max);
  if (!validated) return failed(std::move(validated).error());
  outcome.data = summary_of(validated->spec);
  if (options.fix) outcome.data["fixed"] = fixes;
  const auto errors =
      std::count_if(validated->problems.begin(), validated->problems.end(),
                    [](const Diagnostic& problem) { return problem.severity == Severity::kError; });
  outcome.data["errors"] = errors;
  if (errors == 0) {
    const auto count = [](const auto& list) { return static_cast<std::int64_t>(list.size()); };
    outcome.text += fmt::format("{} is valid: {}, {}\n", options.spec,
                                text::plural(count(validated->spec.dimensions), "dimension"),
                                text::plural(count(validated->spec.facts), "fact"));
  }
  outcome.problems = std::move(validated->problems);
  return outcome;
}

Action declare(CLI::App& app) {
  auto options = std::make_shared<Options>();
  app.add_option("spec", options->spec, "the spec's file, or - for standard input")->required();
  app.add_flag("--strict", options->strict, "warnings are errors");
  app.add_flag("--fix", options->fix, "apply the fixes that findings carry, in place");
  app.add_option("--max-bytes", options->bytes_max, "read specs of up to so many bytes")
      ->capture_default_str();
  return [options](Environment&) { return run(*options); };
}

}  // namespace

Command validate_command() {
  return {"validate", "find every fault of a spec",
          "  dbx validate warehouse.yml\n  dbx validate warehouse.yml --fix\n  dbx validate - "
          "--strict --json < warehouse.yml",
          declare};
}

}  // namespace dbx::cli

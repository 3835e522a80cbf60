// dbx schema: what a spec or a profile may hold, for editors.
#include <memory>

#include "dbx/app/seed_plan.h"
#include "dbx/app/spec_file.h"
#include "dbx/cli/commands.h"

namespace dbx::cli {
namespace {

Outcome run(const std::string& language) {
  Outcome outcome;
  outcome.data = language == "profile" ? spec::profile_json_schema() : spec::json_schema();
  outcome.text = dump(outcome.data, 2) + "\n";
  return outcome;
}

Action declare(CLI::App& app) {
  auto language = std::make_shared<std::string>("spec");
  app.add_option("language", *language, "spec (the default) or profile")
      ->check(CLI::IsMember({"spec", "profile"}));
  return [language](Environment&) { return run(*language); };
}

}  // namespace

Command schema_command() {
  return {"schema", "the languages of specs and profiles as JSON Schema, for editors",
          "  dbx schema > dbx.schema.json\n"
          "  dbx schema profile > profile.schema.json\n"
          "  # first line of a spec: # yaml-language-server: $schema=dbx.schema.json",
          declare};
}

}  // namespace dbx::cli

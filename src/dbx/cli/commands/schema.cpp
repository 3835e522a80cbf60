// dbx schema: what a spec may hold, for editors.
#include "dbx/app/spec_file.h"
#include "dbx/cli/commands.h"

namespace dbx::cli {
namespace {

Outcome run(Environment&) {
  Outcome outcome;
  outcome.data = spec::json_schema();
  outcome.text = dump(outcome.data, 2) + "\n";
  return outcome;
}

Action declare(CLI::App&) { return run; }

}  // namespace

Command schema_command() {
  return {"schema", "the spec language as JSON Schema, for editors",
          "  dbx schema > dbx.schema.json\n"
          "  # first line of a spec: # yaml-language-server: $schema=dbx.schema.json",
          declare};
}

}  // namespace dbx::cli

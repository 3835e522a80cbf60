// dbx convert: what people bring - SQL DDL, DBML - as a spec.
#include <fmt/format.h>

#include <memory>

#include "dbx/app/convert.h"
#include "dbx/base/text.h"
#include "dbx/cli/commands.h"

namespace dbx::cli {
namespace {

std::string summary_of(const app::Conversion& conversion) {
  const spec::Spec& spec = conversion.spec;
  const auto count = [](const auto& list, const char* noun) {
    return text::plural(static_cast<std::int64_t>(list.size()), noun);
  };
  return fmt::format("{}: {}, {}, {}, {}\nwrote {}\n", spec.warehouse,
                     count(spec.dimensions, "dimension"), count(spec.facts, "fact"),
                     count(spec.bridges, "bridge"), count(spec.tables, "table"),
                     conversion.written);
}

Outcome run(const app::ConvertRequest& request) {
  auto conversion = app::convert(request);
  if (!conversion) return failed(std::move(conversion).error());
  Outcome outcome;
  outcome.data = {{"spec", conversion->yaml}, {"file", conversion->written}};
  outcome.text = conversion->written.empty() ? conversion->yaml : summary_of(*conversion);
  outcome.problems = std::move(conversion->notes);
  return outcome;
}

Action declare(CLI::App& app) {
  auto request = std::make_shared<app::ConvertRequest>();
  app.add_option("file", request->file, "a file of SQL or DBML, or - for standard input")
      ->required();
  app.add_option("--from", request->from, "sql or dbml (default: by the file's extension)");
  app.add_option("--out", request->out, "write the spec here instead of to stdout");
  return [request](Environment&) { return run(*request); };
}

}  // namespace

Command convert_command() {
  return {"convert", "SQL DDL or DBML as a spec",
          "  dbx convert schema.sql --out warehouse.yml\n"
          "  pg_dump --schema-only shop | dbx convert - --from sql",
          declare};
}

}  // namespace dbx::cli

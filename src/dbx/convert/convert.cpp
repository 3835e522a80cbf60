// The registry of sources, and the way from any of them to a spec: read, fit, lift.
#include "dbx/convert/convert.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <tuple>

#include "dbx/base/text.h"
#include "dbx/convert/fit.h"

namespace dbx::convert {
namespace {

constexpr std::array kSources = {
    Source{"sql", ".sql", "DDL in PostgreSQL's syntax, as pg_dump writes it", read_sql},
    Source{"dbml", ".dbml", "Database Markup Language, as dbdiagram.io writes it", read_dbml},
};

}  // namespace

std::span<const Source> sources() { return kSources; }

Result<const Source*> find_source(std::string_view name, std::string_view file_name) {
  std::vector<std::string_view> names;
  const std::string file = text::to_lower(file_name);
  for (const Source& source : kSources) {
    if (name.empty() ? file.ends_with(source.extension) : source.name == name) return &source;
    names.push_back(source.name);
  }
  const std::string known = fmt::format("{}", fmt::join(names, ", "));
  if (!name.empty()) {
    return fail(Code::kUsage, fmt::format("no source '{}'", name),
                fmt::format("--from takes one of {}", known));
  }
  return fail(Code::kUsage, fmt::format("cannot tell from its name what '{}' is", file_name),
              fmt::format("say it with --from: {}", known));
}

Result<Converted> convert(const Source& source, std::string_view text, std::string_view file_name,
                          std::string_view warehouse) {
  DBX_TRY(Draft draft, source.read(text, file_name));
  const schema::Schema schema = fit(draft);
  if (schema.tables.empty()) {
    Diagnostic problem;
    problem.code = Code::kNoTables;
    problem.message = "the file defines no tables";
    problem.hint = fmt::format("it was read as {}", source.summary);
    problem.where.file = std::string(file_name);
    return fail(std::move(problem));
  }
  Converted converted;
  Names names;
  converted.spec = schema::lift(schema, names.fresh(warehouse, "warehouse"));
  converted.notes = std::move(draft.notes);
  std::stable_sort(
      converted.notes.begin(), converted.notes.end(), [](const Diagnostic& a, const Diagnostic& b) {
        return std::tie(a.where.line, a.where.column) < std::tie(b.where.line, b.where.column);
      });
  return converted;
}

}  // namespace dbx::convert

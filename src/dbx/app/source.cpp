// A schema from any place, by what the place is called.
#include "dbx/app/source.h"

#include <fmt/format.h>

#include <algorithm>

#include "dbx/app/session.h"
#include "dbx/app/spec_file.h"
#include "dbx/base/file.h"
#include "dbx/base/secret.h"

namespace dbx::app {
namespace {

Result<Source> from_inspection(const dialect::Dialect& dialect, database::Connection& connection) {
  Source source;
  DBX_TRY(source.schema, dialect.inspect(connection, source.notes));
  return source;
}

std::string lifted(const Source& source) {
  return spec::print(schema::lift(source.schema, "warehouse"));
}

Result<Source> from_database(const dialect::Dialect& dialect, const std::string& url) {
  DBX_TRY(const Session session, open(url, dialect::Access::kReadOnly, false));
  if (session.dialect != &dialect) {
    return fail(Code::kEngineMismatch,
                fmt::format("'{}' is {}, but the plan is for {}", redact(url),
                            session.dialect->name(), dialect.name()),
                "inspect it to a spec first: types differ from engine to engine");
  }
  DBX_TRY(Source source, from_inspection(dialect, *session.connection));
  DBX_TRY(const auto recorded, recorded_spec(*session.connection));
  source.spec = recorded ? *recorded : lifted(source);
  return source;
}

Result<Source> from_sql(const dialect::Dialect& dialect, const std::string& path,
                        const std::string& url) {
  DBX_TRY(const std::string text, read_file(path));
  DBX_TRY(dialect::Sandbox sandbox, dialect.sandbox(url));
  Status done = sandbox.connection().execute_script(text);
  if (!done) {
    Diagnostics problems = std::move(done).error();
    problems[0].code = Code::kStatementFailed;
    problems[0].message = fmt::format("{}: {}", path, problems[0].message);
    problems[0].hint = fmt::format("the file was run in an empty {} database", dialect.name());
    return fail(std::move(problems));
  }
  DBX_TRY(Source source, from_inspection(dialect, sandbox.connection()));
  source.spec = lifted(source);
  return source;
}

Result<Source> from_spec(const dialect::Dialect& dialect, const std::string& path) {
  Source source;
  DBX_TRY(const spec::Spec spec, load_spec(path, source.notes));
  DBX_TRY(dialect::Realised realised, dialect.realise(schema::lower(spec, dialect.name())));
  for (Diagnostic& note : realised.notes) source.notes.push_back(std::move(note));
  source.schema = std::move(realised.schema);
  source.spec = spec::print(spec);
  source.is_spec = true;
  source.written = spec;
  return source;
}

}  // namespace

bool is_url(const std::string& place) {
  const std::string scheme = place.substr(0, place.find(':'));
  if (scheme.size() == place.size()) return false;
  const auto all = dialect::dialects();
  return scheme == "postgresql" ||
         std::any_of(all.begin(), all.end(),
                     [&](const dialect::Dialect* dialect) { return dialect->name() == scheme; });
}

Result<Source> load_source(const dialect::Dialect& dialect, const std::string& place,
                           const std::string& url) {
  if (is_url(place)) return from_database(dialect, place);
  if (place.ends_with(".sql")) return from_sql(dialect, place, url);
  return from_spec(dialect, place);
}

std::string pointer_to(const spec::Spec& spec, const schema::Name& table,
                       const std::string& column) {
  for (const spec::TablePlace& place : spec::all_tables(spec)) {
    if (place.table->name != table.name || place.table->schema != table.schema) continue;
    const auto find = [&](std::string_view list, const std::vector<spec::Column>& columns) {
      for (std::size_t i = 0; i < columns.size(); ++i) {
        if (columns[i].name == column) return fmt::format("{}/{}/{}", place.pointer, list, i);
      }
      return std::string();
    };
    std::string pointer = find("columns", place.table->columns);
    if (pointer.empty()) pointer = find("measures", place.table->measures);
    const auto& keys = place.table->foreign_keys;
    for (std::size_t i = 0; pointer.empty() && i < keys.size(); ++i) {
      const auto& columns = keys[i].columns;
      if (std::find(columns.begin(), columns.end(), column) == columns.end()) continue;
      pointer = fmt::format("{}/foreign_keys/{}", place.pointer, i);
    }
    return pointer.empty() ? place.pointer : pointer;
  }
  return {};
}

}  // namespace dbx::app

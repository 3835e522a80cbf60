// Reading, checking and locating in one place, so that every command says the same of the same
// file.
#include "dbx/app/spec_file.h"

#include <algorithm>
#include <tuple>

#include "dbx/base/file.h"
#include "dbx/check/check.h"

namespace dbx::app {
namespace {

Result<spec::Spec> without_errors(Result<Validated> validated, Diagnostics& notes) {
  if (!validated) return fail(std::move(validated).error());
  if (has_errors(validated->problems)) return fail(std::move(validated->problems));
  for (Diagnostic& note : validated->problems) notes.push_back(std::move(note));
  return std::move(validated->spec);
}

}  // namespace

Result<Validated> validate_text(std::string text, const std::string& name, bool strict,
                                std::size_t bytes_max) {
  Validated validated;
  DBX_TRY(spec::Source source, spec::read(std::move(text), name, {.bytes_max = bytes_max}));
  validated.problems = std::move(source.notes);
  Diagnostics found = check::check(source.spec);
  // What could not be read is said once, by the reader.
  const bool shape_is_bad = has_errors(validated.problems);
  spec::locate(found, source.document);
  for (Diagnostic& finding : found) {
    const bool repeats =
        shape_is_bad && std::any_of(validated.problems.begin(), validated.problems.end(),
                                    [&](const Diagnostic& known) {
                                      return known.severity == Severity::kError &&
                                             known.where.line == finding.where.line;
                                    });
    if (!repeats) validated.problems.push_back(std::move(finding));
  }
  if (strict) check::make_strict(validated.problems);
  std::stable_sort(validated.problems.begin(), validated.problems.end(),
                   [](const Diagnostic& a, const Diagnostic& b) {
                     return std::tie(a.where.line, a.where.column) <
                            std::tie(b.where.line, b.where.column);
                   });
  validated.spec = std::move(source.spec);
  validated.text = std::move(source.document.source);  // its nodes are not read any more
  return validated;
}

Result<Validated> validate(const std::string& path, bool strict, std::size_t bytes_max) {
  DBX_TRY(std::string text, read_file(path, bytes_max));
  return validate_text(std::move(text), path == "-" ? "standard input" : path, strict, bytes_max);
}

Result<spec::Spec> load_spec(const std::string& path, Diagnostics& notes) {
  return without_errors(validate(path, false), notes);
}

Result<spec::Spec> load_spec_text(std::string_view text, const std::string& name) {
  Diagnostics notes;
  return without_errors(validate_text(std::string(text), name, false), notes);
}

Diagnostics located(Diagnostics problems, const std::string& path) {
  if (path.empty() || path == "-") return problems;  // nothing to read again
  const auto text = read_file(path);
  if (!text) return problems;
  const auto document = yaml::parse(*text, path);
  if (document) spec::locate(problems, *document);
  return problems;
}

}  // namespace dbx::app

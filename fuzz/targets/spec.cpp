// Reading and checking a spec: every finding has a place, and a spec prints and reads back.
#include "dbx/check/check.h"
#include "dbx/spec/parse.h"

#include "../targets.h"

namespace dbx::fuzz {

void fuzz_spec(std::string_view input) {
  auto source = spec::read(std::string(input), "input.yml");
  if (!source) return;
  Diagnostics findings = check::check(source->spec);
  spec::locate(findings, source->document);
  for (const auto* group : {&findings, &source->notes}) {
    for (const Diagnostic& finding : *group) {
      require(finding.where.line > 0, "a finding without a line");
      require(finding.where.end_offset <= input.size(), "a finding beyond the end");
    }
  }
  for (const Diagnostic& note : source->notes) {
    if (!note.fix) continue;
    const Fix& fix = *note.fix;
    require(fix.begin <= fix.end && fix.end <= input.size(), "a fix out of place");
  }
  if (has_errors(source->notes)) return;
  const std::string printed = spec::print(source->spec);
  const auto again = spec::parse(printed, "printed.yml");
  require(again.has_value(), "a printed spec is not read");
  require(*again == source->spec, "a printed spec reads otherwise");
}

}  // namespace dbx::fuzz

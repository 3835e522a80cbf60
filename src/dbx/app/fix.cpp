// Text edits from the back of the file to its front, so that offsets stay true.
#include "dbx/app/fix.h"

#include <algorithm>

#include "dbx/app/spec_file.h"
#include "dbx/base/file.h"

namespace dbx::app {
namespace {

// Each round mends at least one fault; more rounds than this would mean that fixes undo each other.
constexpr int kRoundsMax = 10;

std::vector<Fix> fixes_of(const Diagnostics& problems) {
  std::vector<Fix> fixes;
  for (const Diagnostic& problem : problems) {
    if (problem.fix) fixes.push_back(*problem.fix);
  }
  std::sort(fixes.begin(), fixes.end(),
            [](const Fix& a, const Fix& b) { return a.begin < b.begin; });
  // Where two overlap the first goes now, the other in the next round.
  std::vector<Fix> apart;
  for (Fix& fix : fixes) {
    if (apart.empty() || fix.begin >= apart.back().end) apart.push_back(std::move(fix));
  }
  return apart;
}

}  // namespace

Result<Fixed> fix(const std::string& path) {
  if (path == "-") {
    return fail(Code::kUsage, "standard input cannot be fixed in place", "name a file");
  }
  Fixed fixed;
  for (int round = 0; round < kRoundsMax; ++round) {
    DBX_TRY(Validated validated, validate(path, false));
    const std::vector<Fix> fixes = fixes_of(validated.problems);
    if (fixes.empty()) break;
    std::string text = std::move(validated.text);
    for (auto edit = fixes.rbegin(); edit != fixes.rend(); ++edit) {
      text.replace(edit->begin, edit->end - edit->begin, edit->replacement);
    }
    for (const Fix& edit : fixes) fixed.titles.push_back(edit.title);
    DBX_CHECK_OK(write_file(path, text));
  }
  return fixed;
}

}  // namespace dbx::app

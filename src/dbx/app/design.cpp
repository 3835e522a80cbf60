// Designs, holds the result against the checks, writes it.
#include "dbx/app/design.h"

#include <utility>

#include "dbx/base/file.h"
#include "dbx/check/check.h"

namespace dbx::app {

Result<Designed> design(const std::string& prompt, const std::string& out) {
  Designed designed;
  DBX_TRY(designed.design, design::design({prompt, {}}));
  designed.notes = check::check(designed.design.spec);
  if (has_errors(designed.notes)) return fail(std::move(designed.notes));
  if (!out.empty()) {
    DBX_CHECK_OK(write_file(out, designed.design.yaml));
    designed.written = out;
  }
  return designed;
}

}  // namespace dbx::app

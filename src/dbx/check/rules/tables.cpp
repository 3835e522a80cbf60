// A warehouse holds at least one table.
#include "dbx/check/context.h"

namespace dbx::check {

void check_tables(Context& context) {
  if (!context.tables().empty()) return;
  context.error(Code::kNoTables, "/entities", "the spec has no tables").hint =
      "add a dimension or a fact under 'entities'";
}

}  // namespace dbx::check

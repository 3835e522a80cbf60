// A fact measures something, unless it says that it only records that something happened.
#include <fmt/format.h>

#include "dbx/check/context.h"

namespace dbx::check {

void check_measures(Context& context) {
  for (const TableView& view : context.tables()) {
    const spec::Table& table = *view.table;
    if (table.kind != spec::TableKind::kFact || !table.measures.empty() ||
        table.type == spec::FactType::kFactless) {
      continue;
    }
    context
        .warning(Code::kFactWithoutMeasures, view.pointer + "/measures",
                 fmt::format("fact '{}' has no measures", table.name))
        .hint = "add some, or say 'type: factless'";
  }
}

}  // namespace dbx::check

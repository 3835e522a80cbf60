// A warehouse holds at least one table, and no more than dbx is tested with.
#include <fmt/format.h>

#include "dbx/base/text.h"
#include "dbx/check/context.h"

namespace dbx::check {
namespace {

constexpr std::size_t kTablesMax = 50'000;

}  // namespace

void check_tables(Context& context) {
  if (context.tables().size() > kTablesMax) {
    context
        .error(
            Code::kYamlSize, "/entities",
            fmt::format("{} are more than the cap of 50,000",
                        text::plural(static_cast<std::int64_t>(context.tables().size()), "table")))
        .hint = "split the warehouse";
  }
  if (!context.tables().empty()) return;
  context.error(Code::kNoTables, "/entities", "the spec has no tables").hint =
      "add a dimension or a fact under 'entities'";
}

}  // namespace dbx::check

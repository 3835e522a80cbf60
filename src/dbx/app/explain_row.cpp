// The plan, asked for a single row.
#include "dbx/app/explain_row.h"

#include <fmt/format.h>

#include "dbx/app/session.h"
#include "dbx/app/spec_file.h"
#include "dbx/base/text.h"
#include "dbx/seed/dirt.h"

namespace dbx::app {
namespace {

Result<spec::Spec> read_spec(const RowRequest& request) {
  Diagnostics notes;
  if (!request.target.empty()) return load_spec(request.target, notes);
  DBX_TRY(const Session session,
          open(database_url(request.database), dialect::Access::kReadOnly, false));
  return spec_of("", *session.connection, notes);
}

}  // namespace

Result<ExplainedRow> explain_row(const RowRequest& request) {
  DBX_TRY(const spec::Spec spec, read_spec(request));
  Diagnostics notes;
  DBX_TRY(const PlannedSeed planned, plan_seed(spec, request.target, request.wishes, true, notes));
  const seed::TablePlan* table = planned.plan.find(request.table);
  if (table == nullptr) {
    std::vector<std::string> names;
    for (const seed::TablePlan& known : planned.plan.tables()) names.push_back(known.name);
    const auto near = text::nearest(request.table, names);
    return fail(Code::kUnknownTable, fmt::format("no such table '{}'", request.table),
                near ? fmt::format("did you mean '{}'?", *near)
                     : fmt::format("there are {}", text::join(names, ", ")));
  }
  if (request.row < 1 || request.row > table->rows) {
    return fail(
        Code::kUnknownRow,
        fmt::format("{} has no row {}", table->name, text::group_digits(request.row)),
        fmt::format("ask for 1 to {}, or plan more with --rows", text::group_digits(table->rows)));
  }
  ExplainedRow explained{table->name, request.row, table->rows, planned.options.seed, {}, {}};
  const auto values = seed::sample(*table->source, {request.row - 1, 1});
  for (std::size_t c = 0; c < table->columns.size(); ++c) {
    const seed::ColumnPlan& column = table->columns[c];
    explained.cells.push_back({column.name, values[0][c], column.generator, column.why, {}, {}});
  }
  if (table->dirty == nullptr) return explained;
  for (const seed::Truth& truth : table->dirty->truth({request.row - 1, 1})) {
    if (truth.column.empty()) explained.repeats = truth.clean;
    for (ExplainedCell& cell : explained.cells) {
      if (cell.column != truth.column) continue;
      cell.defect = truth.defect;
      cell.clean = truth.clean;
    }
  }
  return explained;
}

}  // namespace dbx::app

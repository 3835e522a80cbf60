// Finds the table and lets quality look at it on a read-only session.
#include "dbx/app/report.h"

#include <fmt/format.h>

#include "dbx/app/session.h"
#include "dbx/base/text.h"

namespace dbx::app {

Result<quality::TableReport> report(const ReportRequest& request) {
  DBX_TRY(const Session session,
          open(database_url(request.database), dialect::Access::kReadOnly, false));
  Diagnostics ignored;
  DBX_TRY(const schema::Schema live, session.dialect->inspect(*session.connection, ignored));
  const schema::Table* table = schema::find_table(live, request.table);
  if (table == nullptr) {
    std::vector<std::string> names;
    for (const schema::Table& candidate : live.tables) names.push_back(candidate.name);
    const auto near = text::nearest(request.table, names);
    return fail(Code::kUnknownTable, fmt::format("no table '{}'", request.table),
                near            ? fmt::format("did you mean '{}'?", *near)
                : names.empty() ? "the database has no tables"
                                : fmt::format("there are {}", text::join(names, ", ")));
  }
  quality::ReportOptions options;
  if (!request.percentiles.empty()) options.percentiles = request.percentiles;
  return quality::report(*table, options, [&](const query::Select& select) {
    return session.connection->query(session.dialect->write(select));
  });
}

}  // namespace dbx::app

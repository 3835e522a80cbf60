// The commands apply, status and runs, without a terminal.
#include "dbx/app/apply.h"

#include <fmt/format.h>

#include "dbx/app/session.h"
#include "dbx/base/file.h"
#include "dbx/base/secret.h"

namespace dbx::app {

Result<ApplyReport> apply(const ApplyRequest& request) {
  DBX_TRY(const std::string text, read_file(request.file));
  DBX_TRY(const migrate::Migration migration, migrate::read(text, request.file));
  const std::string url = database_url(request.database);
  DBX_TRY(const dialect::Dialect* dialect, dialect::for_url(url));
  if (dialect->name() != migration.engine) {
    return fail(Code::kEngineMismatch,
                fmt::format("'{}' was planned for {}, the database is {}", request.file,
                            migration.engine, dialect->name()),
                "plan again for this engine");
  }
  DBX_TRY(const Session session, open(url, dialect::Access::kReadWrite, true));
  migrate::ApplyOptions options;
  options.allow_breaking = request.allow_breaking;
  options.who = migrate::current_user();
  ApplyReport report;
  report.id = migration.id;
  report.database = redact(url);
  DBX_TRY(report.applied, migrate::apply(
                              *session.connection, migration,
                              [&](database::Connection& connection) {
                                Diagnostics ignored;
                                return session.dialect->inspect(connection, ignored);
                              },
                              options));
  return report;
}

Result<StatusReport> status(const std::string& database, bool verify) {
  const std::string url = database_url(database);
  DBX_TRY(const Session session, open(url, dialect::Access::kReadOnly, false));
  StatusReport report;
  report.database = redact(url);
  report.engine = std::string(session.dialect->name());
  DBX_TRY(report.migrations, migrate::read_ledger(*session.connection));
  if (verify) DBX_CHECK_OK(migrate::verify_chain(report.migrations));
  Diagnostics ignored;
  DBX_TRY(const schema::Schema live, session.dialect->inspect(*session.connection, ignored));
  report.fingerprint = schema::fingerprint(live);
  report.table_count = static_cast<std::int64_t>(live.tables.size());
  report.matches_ledger =
      !report.migrations.empty() && report.migrations.back().to_schema == report.fingerprint;
  return report;
}

Result<std::vector<migrate::Run>> runs(const std::string& database) {
  DBX_TRY(const Session session, open(database_url(database), dialect::Access::kReadOnly, false));
  return migrate::read_runs(*session.connection);
}

}  // namespace dbx::app

// Opening databases and asking their ledger for the spec.
#include "dbx/app/session.h"

#include <cstdlib>

#include "dbx/app/spec_file.h"
#include "dbx/migrate/ledger.h"

namespace dbx::app {

std::string database_url(const std::string& given) {
  if (!given.empty()) return given;
  const char* environment = std::getenv("DBX_DATABASE");
  if (environment != nullptr && *environment != '\0') return environment;
  return "duckdb:warehouse.duckdb";
}

Result<Session> open(const std::string& url, dialect::Access access, bool create) {
  Session session;
  DBX_TRY(session.dialect, dialect::for_url(url));
  dialect::ConnectOptions options;
  options.access = access;
  options.create = create;
  DBX_TRY(session.connection, session.dialect->connect(url, options));
  return session;
}

Result<std::optional<std::string>> recorded_spec(database::Connection& connection) {
  DBX_TRY(const auto ledger, migrate::read_ledger(connection));
  for (auto row = ledger.rbegin(); row != ledger.rend(); ++row) {
    if (!row->spec.empty()) return std::optional<std::string>(row->spec);
  }
  return std::optional<std::string>();
}

Result<spec::Spec> spec_of(const std::string& path, database::Connection& connection,
                           Diagnostics& notes) {
  if (!path.empty()) return load_spec(path, notes);
  DBX_TRY(const auto recorded, recorded_spec(connection));
  if (recorded) return load_spec_text(*recorded, "the spec in the ledger");
  return fail(Code::kUsage, "this database has no recorded spec",
              "name one with --target SPEC, or plan and apply one first");
}

}  // namespace dbx::app

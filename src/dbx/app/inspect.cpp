// Catalog -> Schema -> Spec, with grain, measures and descriptions taken back from the ledger.
#include "dbx/app/inspect.h"

#include <filesystem>

#include "dbx/app/session.h"
#include "dbx/app/spec_file.h"
#include "dbx/base/file.h"

namespace dbx::app {
namespace {

std::string warehouse_name(const std::string& url) {
  const std::string place = url.substr(url.find(':') + 1);
  const std::string stem = std::filesystem::path(place.substr(0, place.find('?'))).stem().string();
  return stem.empty() || stem.front() == ':' ? "warehouse" : stem;
}

}  // namespace

Result<Inspected> inspect(const std::string& database, bool physical, const std::string& out) {
  const std::string url = database_url(database);
  DBX_TRY(const Session session, open(url, dialect::Access::kReadOnly, false));
  Inspected inspected;
  DBX_TRY(const schema::Schema live,
          session.dialect->inspect(*session.connection, inspected.notes));
  spec::Spec spec = schema::lift(live, warehouse_name(url));
  DBX_TRY(const auto recorded, recorded_spec(*session.connection));
  if (recorded && !physical) {
    DBX_TRY(const spec::Spec meaning, load_spec_text(*recorded, "the spec in the ledger"));
    DBX_TRY(const dialect::Realised realised,
            session.dialect->realise(schema::lower(meaning, session.dialect->name())));
    spec = schema::restore_meaning(spec, live, meaning, realised.schema);
  }
  inspected.yaml = spec::print(spec);
  if (!out.empty()) {
    DBX_CHECK_OK(write_file(out, inspected.yaml));
    inspected.written = out;
  }
  return inspected;
}

}  // namespace dbx::app

// Where a schema comes from: a spec, a live database, a file of SQL. Any of them becomes one by one
// call.
#pragma once

#include <string>

#include "dbx/base/result.h"
#include "dbx/dialect/dialect.h"
#include "dbx/schema/schema.h"

namespace dbx::app {

struct Source {
  schema::Schema schema;    // as the engine holds it
  std::string spec;         // the spec that goes with it; lifted where none was written
  bool is_spec = false;     // a spec was written
  spec::Spec written = {};  // that one
  Diagnostics notes;
};

// Is the place a database's URL (and not a file)?
bool is_url(const std::string& place);

// `place`: a database URL, NAME.sql (run in a sandbox beside `url`), else a spec file. Errors:
// those of the place; engine-mismatch for a database of another engine.
Result<Source> load_source(const dialect::Dialect& dialect, const std::string& place,
                           const std::string& url);

// Where a table, or a column of it, stands in a spec, as a JSON pointer; empty: nowhere.
std::string pointer_to(const spec::Spec& spec, const schema::Name& table,
                       const std::string& column);

}  // namespace dbx::app

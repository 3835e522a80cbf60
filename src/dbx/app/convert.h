// A file of SQL or DBML as a spec.
#pragma once

#include <string>

#include "dbx/base/result.h"
#include "dbx/spec/spec.h"

namespace dbx::app {

struct ConvertRequest {
  std::string file;  // "-": standard input
  std::string from;  // sql, dbml; empty: by the file's extension
  std::string out;   // a file for the spec, where one is wanted
};

struct Conversion {
  spec::Spec spec;
  std::string yaml;
  Diagnostics notes;    // what was left out or changed
  std::string written;  // the file, where one was asked for
};

// The spec always passes the checks. Errors: sql-syntax, dbml-syntax, no-tables, usage; nothing is
// written then.
Result<Conversion> convert(const ConvertRequest& request);

}  // namespace dbx::app

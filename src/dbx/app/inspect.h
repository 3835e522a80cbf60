// A live database as a spec.
#pragma once

#include <string>

#include "dbx/base/result.h"

namespace dbx::app {

struct Inspected {
  std::string yaml;
  Diagnostics notes;    // what is there and not modelled
  std::string written;  // the file, where one was asked for
};

// `physical`: the catalog alone, without the meaning that the ledger records.
Result<Inspected> inspect(const std::string& database, bool physical, const std::string& out);

}  // namespace dbx::app

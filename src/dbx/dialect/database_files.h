// Databases of embedded engines as files, with what the engine keeps beside them.
#pragma once

#include <string>

#include "dbx/base/result.h"

namespace dbx::dialect {

class Dialect;

// As Dialect::create_database and Dialect::drop_database.
Result<std::string> create_file(const Dialect& dialect, const std::string& folder,
                                const std::string& name);
Status drop_file(const std::string& url);

}  // namespace dbx::dialect

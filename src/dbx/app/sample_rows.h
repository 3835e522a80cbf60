// A few rows for any table: enough to see whether a plan keeps them. A value depends on its type
// and the row's number alone, so a foreign key of the key's type finds its row.
#pragma once

#include <cstdint>
#include <string>

#include "dbx/dialect/dialect.h"
#include "dbx/schema/schema.h"

namespace dbx::app {

// The row's values as an INSERT; empty where the table takes none (a partition).
std::string sample_insert(const dialect::Dialect& dialect, const schema::Schema& schema,
                          const schema::Table& table, int row);
// schema.table, quoted.
std::string quoted(const dialect::Dialect& dialect, const schema::Name& name);

}  // namespace dbx::app

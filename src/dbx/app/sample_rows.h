// A few rows for any table: enough to see whether a plan keeps them. A value depends on its type
// and the row's number alone, so a foreign key of the key's type finds its row.
#pragma once

#include <cstdint>
#include <string>

#include "dbx/dialect/dialect.h"
#include "dbx/schema/schema.h"

namespace dbx::app {

enum class Filled { kAll, kRequired };

// The row's values as an INSERT; empty where there is nothing to say. kRequired: only what has
// neither NULL nor a default, for tables with checks that a plain value does not meet.
std::string sample_insert(const dialect::Dialect& dialect, const schema::Schema& schema,
                          const schema::Table& table, int row, Filled filled);
// schema.table, quoted.
std::string quoted(const dialect::Dialect& dialect, const schema::Name& name);

}  // namespace dbx::app

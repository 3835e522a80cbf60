// Making a schema in an empty database.
#pragma once

#include "dbx/base/result.h"
#include "dbx/dialect/dialect.h"

namespace dbx::app {

// Returns the plan by which it was made: its changes are in the order of making.
Result<plan::Plan> create_schema(const dialect::Dialect& dialect, database::Connection& connection,
                                 const schema::Schema& schema);

}  // namespace dbx::app

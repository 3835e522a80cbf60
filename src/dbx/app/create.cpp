// A plan from nothing, run statement by statement.
#include "dbx/app/create.h"

namespace dbx::app {

Result<plan::Plan> create_schema(const dialect::Dialect& dialect, database::Connection& connection,
                                 const schema::Schema& schema) {
  DBX_TRY(plan::Plan creation, plan::make({}, schema, dialect.plan_options()));
  DBX_TRY(const auto statements, dialect.write(creation));
  for (const dialect::Statement& statement : statements) {
    DBX_CHECK_OK(connection.execute(statement.sql));
  }
  return creation;
}

}  // namespace dbx::app

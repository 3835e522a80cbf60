// What expressions mean to PostgreSQL, whatever way they are written.
#include "dbx/dialect/postgres/postgres.h"

namespace dbx::dialect::postgres {

void fill_meanings(schema::Schema& /*schema*/) {}

}  // namespace dbx::dialect::postgres

// How many rows tables have: inside this folder only.
#pragma once

#include <cstdint>
#include <map>

#include "dbx/dialect/postgres/connection.h"
#include "dbx/schema/schema.h"

namespace dbx::dialect::postgres {

// As Dialect::row_counts: what the server believes of large tables, counted for small ones.
Result<std::map<schema::Name, std::int64_t>> row_counts(PostgresConnection& connection,
                                                        const schema::Schema& schema);

}  // namespace dbx::dialect::postgres

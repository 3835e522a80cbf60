// PostgreSQL's road for rows in bulk: COPY FROM STDIN on the connection's own session.
#pragma once

#include <memory>

#include "dbx/database/database.h"
#include "dbx/dialect/postgres/connection.h"

namespace dbx::dialect::postgres {

// Borrows the connection, whose transaction it loads into; rows keep their order, one thread reads
// them. The table is one of schema public. Errors of load(): interrupted, no-space, no-connection,
// query-failed (the server's words).
std::unique_ptr<database::BulkLoader> make_bulk_loader(PostgresConnection& connection);

}  // namespace dbx::dialect::postgres

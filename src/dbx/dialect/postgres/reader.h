// PostgreSQL's reader session. Every query runs in a transaction of its own that is read-only (and
// can no longer be made anything else, for a statement ran in it) and always rolled back; one
// SELECT by the extended protocol; rows come one by one, so that the caps hold in this process. The
// role of the URL is the guard behind all that: give readers one that may read only what they
// should.
#pragma once

#include <memory>

#include "dbx/dialect/postgres/connection.h"
#include "dbx/dialect/reader.h"

namespace dbx::dialect::postgres {

// Takes over a session that is set up read-only.
Result<std::unique_ptr<ReaderSession>> make_reader_session(
    std::unique_ptr<PostgresConnection> connection, const Caps& caps);

}  // namespace dbx::dialect::postgres

// Rows counted one by one, for engines that keep no estimate.
#pragma once

#include <cstdint>
#include <map>

#include "dbx/dialect/dialect.h"

namespace dbx::dialect {

// As Dialect::row_counts, with count(*).
Result<std::map<schema::Name, std::int64_t>> count_rows(const Dialect& dialect,
                                                        database::Connection& connection,
                                                        const schema::Schema& schema);

}  // namespace dbx::dialect

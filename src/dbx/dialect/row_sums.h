// Comparing tables by their row sums, whatever the engine.
#pragma once

#include <map>

#include "dbx/dialect/dialect.h"

namespace dbx::dialect {

// Of every table of `schema`, one query each.
Result<std::map<schema::Name, RowSum>> row_sums(const Dialect& dialect,
                                                database::Connection& connection,
                                                const schema::Schema& schema);

// `columns` quoted and separated by commas; computed ones left out where `stored_only`.
std::string column_list(const Dialect& dialect, const schema::Table& table, bool stored_only);

// Do the tables have the same rows in both? Errors: backup-failed, naming the first that differs.
Status compare_rows(const Dialect& dialect, database::Connection& original,
                    database::Connection& copy, const schema::Schema& tables);

}  // namespace dbx::dialect

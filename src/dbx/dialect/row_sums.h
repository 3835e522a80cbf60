// Comparing tables by their row sums, whatever the engine.
#pragma once

#include <string>

#include "dbx/dialect/dialect.h"

namespace dbx::dialect {

// `columns` quoted and separated by commas; computed ones left out where `stored_only`.
std::string column_list(const Dialect& dialect, const schema::Table& table, bool stored_only);

// Do the tables have the same rows in both? Errors: backup-failed, naming the first that differs.
Status compare_rows(const Dialect& dialect, database::Connection& original,
                    database::Connection& copy, const schema::Schema& tables);

// What a backup came to: where it failed, its file is removed and the error is backup-failed.
Status keep_or_discard(Status done, const std::string& path);

}  // namespace dbx::dialect

// Schemas as the ledger recorded them.
#pragma once

#include <string>
#include <vector>

#include "dbx/base/result.h"
#include "dbx/dialect/dialect.h"
#include "dbx/migrate/ledger.h"

namespace dbx::app {

// The schema that LedgerRow::schema_before or schema_after tells of. Errors: ledger-damaged.
Result<schema::Schema> recorded_schema(const dialect::Dialect& dialect, const std::string& yaml);
// What the last migration left, by its schema, else (a row of ledger version 1) by its spec;
// nothing where the ledger is empty or knows neither.
Result<std::optional<schema::Schema>> schema_left(const dialect::Dialect& dialect,
                                                  const std::vector<migrate::LedgerRow>& ledger);

}  // namespace dbx::app

// Rows that a query returned, for people and as JSON.
#pragma once

#include <cstddef>
#include <string>

#include "dbx/app/session.h"
#include "dbx/base/json.h"
#include "dbx/cli/render.h"

namespace dbx::cli {

// {"columns": [...], "rows": [[...], ...]}
Json to_json(const database::ResultSet& result);
// Figures to four decimals; at most `rows`.
Grid to_grid(const database::ResultSet& result, std::size_t rows);
// Bars for a result of names and one figure each, 2 to 20 rows; else empty.
std::string chart(const database::ResultSet& result);

}  // namespace dbx::cli

// A parsed tree -> a tree that can be printed: every name is one of the schema's, with the alias of
// its table, every table stands with its schema, `*` is written out, USING and NATURAL have become
// conditions, and where the meaning depends on types it is said: `/` of whole numbers or of others,
// text beside a date, days added to a date. A division by 0 gives NULL on every engine. A common
// table that is called like a table of the schema gets another name. Thread-safe.
#pragma once

#include <optional>
#include <vector>

#include "dbx/query/catalog.h"
#include "dbx/query/query.h"

namespace dbx::query {

// Errors: unknown-table, unknown-column (with the nearest name), ambiguous-name (with the choices),
// refused-query: an engine's catalog, values that do not go together, an aggregate or window where
// none may stand, a column that is neither grouped nor aggregated.
Result<Select> resolve(Select select, const schema::Schema& schema,
                       const std::optional<Readable>& readable = {});

// The columns that come of it; `select` is resolved in place.
Result<std::vector<Column>> resolve_columns(Select& select, const Catalog& catalog);

}  // namespace dbx::query

// The guard: what a person or a model wrote as SQL -> a query that may run. What runs is printed
// from the tree (Dialect::write), on a reader's session (dialect::Access::kReader); the text never
// does. Three steps, each an allow-list: parse.h, resolve.h, a limit. Pure, thread-safe.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "dbx/base/result.h"
#include "dbx/query/catalog.h"
#include "dbx/query/query.h"
#include "dbx/schema/schema.h"

namespace dbx::query {

struct Policy {
  std::int64_t rows = 200;                // shown; one more is asked for, so that "more" is known
  std::optional<Readable> readable = {};  // absent: every table and column of the schema
};

// Errors: refused-write for what would change something, refused-query for any other text that is
// no query or is not allowed, sql-syntax, unknown-table, unknown-column, ambiguous-name.
// admit(PostgreSQL's print of what it returns) returns the same, where that print is within the
// bounds of parse.h.
Result<Select> admit(std::string_view text, const schema::Schema& schema,
                     const Policy& policy = {});
// The last two steps alone, of a tree that dbx made itself.
Result<Select> admit(Select select, const schema::Schema& schema, const Policy& policy = {});

}  // namespace dbx::query

// The three steps.
#include "dbx/query/guard.h"

#include <algorithm>

#include "dbx/query/parse.h"
#include "dbx/query/resolve.h"

namespace dbx::query {

Result<Select> admit(std::string_view text, const schema::Schema& schema, const Policy& policy) {
  DBX_TRY(Select select, parse(text));
  return admit(std::move(select), schema, policy);
}

Result<Select> admit(Select select, const schema::Schema& schema, const Policy& policy) {
  DBX_TRY(Select resolved, resolve(std::move(select), schema, policy.readable));
  const std::int64_t rows = policy.rows + 1;
  resolved.limit = std::min(resolved.limit.value_or(rows), rows);
  return resolved;
}

}  // namespace dbx::query

// One query a table.
#include "dbx/dialect/count_rows.h"

#include <fmt/format.h>

namespace dbx::dialect {

Result<std::map<schema::Name, std::int64_t>> count_rows(const Dialect& dialect,
                                                        database::Connection& connection,
                                                        const schema::Schema& schema) {
  std::map<schema::Name, std::int64_t> counts;
  for (const schema::Table& table : schema.tables) {
    const std::string prefix = table.schema.empty() ? "" : dialect.quote(table.schema) + ".";
    DBX_TRY(const database::ResultSet found,
            connection.query(
                fmt::format("SELECT count(*) FROM {}{}", prefix, dialect.quote(table.name))));
    if (found.rows.size() != 1) continue;
    const auto* count = std::get_if<std::int64_t>(&found.rows[0][0]);
    if (count != nullptr) counts.emplace(schema::name_of(table), *count);
  }
  return counts;
}

}  // namespace dbx::dialect

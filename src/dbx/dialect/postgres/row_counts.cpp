// Estimates from the catalog; small tables are counted, many in one query.
#include "dbx/dialect/postgres/row_counts.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "dbx/base/text.h"
#include "dbx/dialect/postgres/postgres.h"

namespace dbx::dialect::postgres {
namespace {

using schema::Name;

constexpr std::size_t kTablesPerQuery = 200;

// Estimate (-1: never analysed) and whether the table is small (4 MB) and all of it can be seen. A
// partitioned table is the sum of its partitions.
constexpr const char* kSizes =
    "SELECT CASE n.nspname WHEN 'public' THEN '' ELSE n.nspname END, c.relname, CASE WHEN "
    "s.unknown THEN -1 ELSE s.estimate END::bigint, s.bytes <= 4194304 AND NOT c.relrowsecurity "
    "AND pg_catalog.has_table_privilege(c.oid, 'SELECT') FROM pg_catalog.pg_class c JOIN "
    "pg_catalog.pg_namespace n ON n.oid = c.relnamespace CROSS JOIN LATERAL (SELECT "
    "coalesce(sum(pg_catalog.pg_relation_size(p.oid)), 0) AS bytes, "
    "coalesce(sum(greatest(p.reltuples, 0)), 0) AS estimate, "
    "coalesce(bool_or(p.reltuples < 0), false) AS unknown FROM pg_catalog.pg_class p WHERE p.oid = "
    "c.oid AND c.relkind = 'r' OR c.relkind = 'p' AND p.relkind <> 'p' AND p.oid IN (SELECT relid "
    "FROM pg_catalog.pg_partition_tree(c.oid))) s WHERE c.relkind IN ('r', 'p') AND n.nspname NOT "
    "LIKE 'pg\\_%' AND n.nspname <> 'information_schema'";

Status count(PostgresConnection& connection, const std::vector<Name>& tables,
             std::map<Name, std::int64_t>& counts) {
  for (std::size_t begin = 0; begin < tables.size(); begin += kTablesPerQuery) {
    const std::size_t end = std::min(begin + kTablesPerQuery, tables.size());
    std::vector<std::string> parts;
    for (std::size_t i = begin; i < end; ++i) {
      parts.push_back(fmt::format("SELECT {}, count(*) FROM {}", i, quote(tables[i])));
    }
    DBX_TRY(const Rows rows, connection.read("row counts", text::join(parts, " UNION ALL ")));
    for (int row = 0; row < rows.count(); ++row) {
      counts[tables[static_cast<std::size_t>(rows.integer(row, 0))]] = rows.integer(row, 1);
    }
  }
  return {};
}

}  // namespace

Result<std::map<Name, std::int64_t>> row_counts(PostgresConnection& connection,
                                                const schema::Schema& schema) {
  std::map<Name, std::int64_t> counts;
  std::set<Name> wanted;
  for (const schema::Table& table : schema.tables) wanted.insert(schema::name_of(table));
  if (wanted.empty()) return counts;
  DBX_TRY(const Rows rows, connection.read("the sizes of tables", kSizes));
  std::vector<Name> small;
  for (int row = 0; row < rows.count(); ++row) {
    Name name{rows.string(row, 0), rows.string(row, 1)};
    if (!wanted.contains(name)) continue;
    const std::int64_t estimate = rows.integer(row, 2);
    if (rows.truth(row, 3)) {
      small.push_back(std::move(name));
    } else if (estimate >= 0) {
      counts.emplace(std::move(name), estimate);
    }
  }
  DBX_CHECK_OK(count(connection, small, counts));
  return counts;
}

}  // namespace dbx::dialect::postgres

// The ledger's tables in plain SQL that every engine takes.
#include "dbx/migrate/layout.h"

#include <fmt/format.h>

#include <random>

#include "dbx/base/fault.h"
#include "dbx/base/text.h"

namespace dbx::migrate {
namespace {

using database::Connection;
using database::Value;

constexpr std::string_view kApprovals =
    "CREATE TABLE db_assistant_approvals (id BIGINT NOT NULL PRIMARY KEY, plan_hash VARCHAR(64) "
    "NOT "
    "NULL, fingerprint VARCHAR(64) NOT NULL, target VARCHAR(400) NOT NULL, expires_at VARCHAR(40) "
    "NOT NULL, approved_by VARCHAR(200), approved_at VARCHAR(40), approval_hash VARCHAR(64) NOT "
    "NULL, used_at VARCHAR(40), used_by VARCHAR(200))";

// What was loaded by which seed: a row of seed_chunks is committed with the rows that it tells of.
constexpr std::string_view kSeeds =
    "CREATE TABLE db_assistant_seeds (seed_key VARCHAR(64) NOT NULL PRIMARY KEY, status "
    "VARCHAR(20) NOT NULL, row_count BIGINT NOT NULL, started_at VARCHAR(40), finished_at "
    "VARCHAR(40), tool_version VARCHAR(40))";
constexpr std::string_view kSeedChunks =
    "CREATE TABLE db_assistant_seed_chunks (table_name VARCHAR(200) NOT NULL, first_row BIGINT NOT "
    "NULL, row_count BIGINT NOT NULL, seed_key VARCHAR(64) NOT NULL, content_hash VARCHAR(64) NOT "
    "NULL, loaded_at VARCHAR(40), PRIMARY KEY (table_name, first_row))";

std::string fresh_id() {
  std::random_device random;
  return fmt::format("{:08x}{:08x}{:08x}{:08x}", random(), random(), random(), random());
}

Status create(Connection& connection) {
  for (const std::string_view sql :
       {std::string_view(
            "CREATE TABLE db_assistant_meta (ledger_version BIGINT NOT NULL, tool_version "
            "VARCHAR(40), database_id VARCHAR(64))"),
        std::string_view(
            "CREATE TABLE db_assistant_migrations (sequence BIGINT NOT NULL PRIMARY KEY, id "
            "VARCHAR(200) NOT NULL, checksum VARCHAR(64) NOT NULL, plan_hash VARCHAR(64) NOT NULL, "
            "from_schema VARCHAR(64) NOT NULL, to_schema VARCHAR(64) NOT NULL, spec TEXT, status "
            "VARCHAR(20) NOT NULL, steps_done BIGINT NOT NULL, steps_total BIGINT NOT NULL, "
            "applied_by VARCHAR(200), tool_version VARCHAR(40), started_at VARCHAR(40), "
            "finished_at VARCHAR(40), previous_hash VARCHAR(64), row_hash VARCHAR(64) NOT NULL, "
            "format BIGINT, intent TEXT, down TEXT, schema_before TEXT, schema_after TEXT)"),
        std::string_view(
            "CREATE TABLE db_assistant_runs (sequence BIGINT NOT NULL PRIMARY KEY, phase "
            "VARCHAR(40) NOT NULL, status VARCHAR(20) NOT NULL, started_at VARCHAR(40), seconds "
            "DOUBLE PRECISION, row_count BIGINT, seed VARCHAR(40), content_hash VARCHAR(64), "
            "details TEXT, who VARCHAR(200), tool_version VARCHAR(40), finished_at VARCHAR(40), "
            "tokens BIGINT, cost DOUBLE PRECISION)"),
        kApprovals, kSeeds, kSeedChunks}) {
    DBX_CHECK_OK(connection.execute(sql));
  }
  const Value values[] = {kLedgerVersion, std::string(DBX_VERSION), fresh_id()};
  return connection.execute("INSERT INTO db_assistant_meta VALUES ($1, $2, $3)", values);
}

// Rows keep their hashes: those of version 1 are over the fields of version 1.
Status upgrade_to_2(Connection& connection) {
  for (const char* column :
       {"format BIGINT", "intent TEXT", "down TEXT", "schema_before TEXT", "schema_after TEXT"}) {
    DBX_CHECK_OK(connection.execute(
        fmt::format("ALTER TABLE db_assistant_migrations ADD COLUMN {}", column)));
  }
  fault("ledger.upgrading");
  for (const char* column : {"finished_at VARCHAR(40)", "tokens BIGINT", "cost DOUBLE PRECISION"}) {
    DBX_CHECK_OK(
        connection.execute(fmt::format("ALTER TABLE db_assistant_runs ADD COLUMN {}", column)));
  }
  DBX_CHECK_OK(
      connection.execute("ALTER TABLE db_assistant_meta ADD COLUMN database_id VARCHAR(64)"));
  DBX_CHECK_OK(connection.execute(kApprovals));
  const Value values[] = {std::int64_t{2}, std::string(DBX_VERSION), fresh_id()};
  return connection.execute(
      "UPDATE db_assistant_meta SET ledger_version = $1, tool_version = $2, database_id = $3",
      values);
}

Status upgrade_to_3(Connection& connection) {
  for (const std::string_view sql : {kSeeds, kSeedChunks}) {
    DBX_CHECK_OK(connection.execute(sql));
  }
  const Value values[] = {std::int64_t{3}, std::string(DBX_VERSION)};
  return connection.execute("UPDATE db_assistant_meta SET ledger_version = $1, tool_version = $2",
                            values);
}

Result<std::int64_t> read_version(Connection& connection) {
  DBX_TRY(const auto found,
          connection.query("SELECT ledger_version, tool_version FROM db_assistant_meta"));
  if (found.rows.size() != 1) {
    return fail(Code::kLedgerDamaged, "db_assistant_meta does not hold exactly one row",
                "restore the database from a backup; dbx changes nothing until then");
  }
  const std::int64_t version = number_or_zero(found.rows[0][0]);
  if (version >= 1 && version <= kLedgerVersion) return version;
  return fail(Code::kLedgerNewer,
              fmt::format("the ledger has version {}, written by dbx {}; this dbx knows {}",
                          version, text_or_empty(found.rows[0][1]), kLedgerVersion),
              "use the newer dbx; nothing was changed");
}

}  // namespace

std::string text_or_empty(const Value& value) {
  return std::holds_alternative<std::monostate>(value) ? "" : database::to_text(value);
}

std::int64_t number_or_zero(const Value& value) {
  return text::to_int64(text_or_empty(value)).value_or(0);
}

Result<std::int64_t> ledger_version(Connection& connection) {
  std::vector<std::string> missing;
  std::size_t there = 0;
  const auto look = [&](const char* table) -> Status {
    DBX_TRY(const bool found, connection.has_table(table));
    there += found ? 1 : 0;
    if (!found) missing.emplace_back(table);
    return {};
  };
  for (const char* table : {"db_assistant_meta", "db_assistant_migrations", "db_assistant_runs"}) {
    DBX_CHECK_OK(look(table));
  }
  if (there == 0) return 0;
  std::int64_t version = 0;
  if (missing.empty()) {
    DBX_TRY(version, read_version(connection));
    if (version >= 2) DBX_CHECK_OK(look("db_assistant_approvals"));
    if (version >= 3) {
      DBX_CHECK_OK(look("db_assistant_seeds"));
      DBX_CHECK_OK(look("db_assistant_seed_chunks"));
    }
  }
  if (missing.empty()) return version;
  return fail(Code::kLedgerDamaged,
              fmt::format("{} of the ledger is gone", text::join(missing, " and ")),
              "restore the missing db_assistant_* tables from a backup");
}

Status ensure_ledger(Connection& connection) {
  DBX_TRY(const std::int64_t version, ledger_version(connection));
  if (version == 0) return create(connection);
  if (version == 1) DBX_CHECK_OK(upgrade_to_2(connection));
  if (version <= 2) DBX_CHECK_OK(upgrade_to_3(connection));
  return {};
}

Result<std::string> target_id(Connection& connection) {
  DBX_TRY(const std::int64_t version, ledger_version(connection));
  DBX_TRY(const std::string name, connection.database_name());
  if (version < 2) return "/" + name;
  DBX_TRY(const auto found, connection.query("SELECT database_id FROM db_assistant_meta"));
  return text_or_empty(found.rows.at(0).at(0)) + "/" + name;
}

}  // namespace dbx::migrate

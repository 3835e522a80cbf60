// Rows of the ledger: reading, writing, linking.
#include "dbx/migrate/ledger.h"

#include <fmt/format.h>

#include "dbx/base/hash.h"
#include "dbx/base/json.h"
#include "dbx/migrate/layout.h"

namespace dbx::migrate {
namespace {

using database::Connection;
using database::Value;

constexpr std::string_view kColumns =
    "sequence, id, checksum, plan_hash, from_schema, to_schema, spec, status, steps_done, "
    "steps_total, applied_by, tool_version, started_at, finished_at, previous_hash, row_hash";
constexpr std::string_view kNewColumns = ", format, intent, down, schema_before, schema_after";

LedgerRow read_row(const std::vector<Value>& cells, std::int64_t version) {
  LedgerRow row;
  std::size_t i = 0;
  row.sequence = number_or_zero(cells[i++]);
  for (std::string* text : {&row.id, &row.checksum, &row.plan_hash, &row.from_schema,
                            &row.to_schema, &row.spec, &row.status}) {
    *text = text_or_empty(cells[i++]);
  }
  row.steps_done = number_or_zero(cells[i++]);
  row.steps_total = number_or_zero(cells[i++]);
  for (std::string* text : {&row.applied_by, &row.tool_version, &row.started_at, &row.finished_at,
                            &row.previous_hash, &row.row_hash}) {
    *text = text_or_empty(cells[i++]);
  }
  row.format = version < 2 ? 1 : std::max<std::int64_t>(number_or_zero(cells[i++]), 1);
  if (version < 2) return row;
  for (std::string* text : {&row.intent, &row.down, &row.schema_before, &row.schema_after}) {
    *text = text_or_empty(cells[i++]);
  }
  return row;
}

}  // namespace

std::string hash_of(const LedgerRow& row) {
  Json fields = Json::array({row.sequence, row.id, row.checksum, row.plan_hash, row.from_schema,
                             row.to_schema, row.spec, row.status, row.steps_done, row.steps_total,
                             row.applied_by, row.tool_version, row.started_at, row.finished_at,
                             row.previous_hash});
  if (row.format > 1) {
    for (Json field : {Json(row.format), Json(row.intent), Json(row.down), Json(row.schema_before),
                       Json(row.schema_after)}) {
      fields.push_back(std::move(field));
    }
  }
  return sha256(dump(fields));
}

Result<std::vector<LedgerRow>> read_ledger(Connection& connection) {
  std::vector<LedgerRow> rows;
  DBX_TRY(const std::int64_t version, ledger_version(connection));
  if (version == 0) return rows;
  DBX_TRY(const auto found,
          connection.query(fmt::format("SELECT {}{} FROM db_assistant_migrations ORDER BY sequence",
                                       kColumns, version < 2 ? "" : kNewColumns)));
  for (const auto& cells : found.rows) rows.push_back(read_row(cells, version));
  return rows;
}

Status append_ledger(Connection& connection, LedgerRow& row, const std::vector<LedgerRow>& before) {
  row.sequence = before.empty() ? 1 : before.back().sequence + 1;
  row.previous_hash = before.empty() ? "" : before.back().row_hash;
  row.row_hash = hash_of(row);
  const Value values[] = {row.sequence,    row.id,          row.checksum,      row.plan_hash,
                          row.from_schema, row.to_schema,   row.spec,          row.status,
                          row.steps_done,  row.steps_total, row.applied_by,    row.tool_version,
                          row.started_at,  row.finished_at, row.previous_hash, row.row_hash,
                          row.format,      row.intent,      row.down,          row.schema_before,
                          row.schema_after};
  return connection.execute(
      fmt::format("INSERT INTO db_assistant_migrations ({}{}) VALUES ($1, $2, $3, $4, $5, $6, $7, "
                  "$8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21)",
                  kColumns, kNewColumns),
      values);
}

Status update_ledger(Connection& connection, LedgerRow& row) {
  row.row_hash = hash_of(row);
  const Value values[] = {row.status,       row.steps_done, row.intent,  row.finished_at,
                          row.schema_after, row.row_hash,   row.sequence};
  return connection.execute(
      "UPDATE db_assistant_migrations SET status = $1, steps_done = $2, intent = $3, finished_at = "
      "$4, schema_after = $5, row_hash = $6 WHERE sequence = $7",
      values);
}

Status verify_chain(const std::vector<LedgerRow>& rows) {
  std::string previous;
  std::int64_t sequence = 0;
  for (const LedgerRow& row : rows) {
    const bool holds =
        row.sequence == ++sequence && row.previous_hash == previous && row.row_hash == hash_of(row);
    if (!holds) {
      return fail(Code::kLedgerDamaged,
                  fmt::format("entry {} ('{}') of the ledger was changed or one before it removed",
                              row.sequence, row.id),
                  "compare with a backup; the chain of hashes breaks here");
    }
    previous = row.row_hash;
  }
  return {};
}

}  // namespace dbx::migrate

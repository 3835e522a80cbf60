// The table, its rows, and their end.
#include "dbx/app/seed_truth.h"

namespace dbx::app {
namespace {

constexpr std::string_view kTable =
    "CREATE TABLE db_assistant_truth (table_name VARCHAR(200) NOT NULL, row_number BIGINT NOT "
    "NULL, "
    "row_key TEXT, column_name VARCHAR(200), defect VARCHAR(40) NOT NULL, clean TEXT, dirty TEXT)";

spec::Type type_of(spec::TypeKind kind) {
  spec::Type type;
  type.kind = kind;
  return type;
}

}  // namespace

TruthSource::TruthSource(std::string table, std::vector<seed::Truth> truths)
    : about_(std::move(table)), truths_(std::move(truths)) {
  for (const char* name :
       {"table_name", "row_number", "row_key", "column_name", "defect", "clean", "dirty"}) {
    const bool number = std::string_view(name) == "row_number";
    columns_.push_back({name, type_of(number ? spec::TypeKind::kBigInt : spec::TypeKind::kText)});
  }
}

void TruthSource::fill(database::RowRange rows, std::span<database::ColumnBatch> batch) const {
  for (database::ColumnBatch& column : batch) {
    column.valid.clear();
    column.integers.clear();
    column.arena.clear();
    column.offsets.assign(1, 0);
  }
  for (std::int64_t row = rows.begin; row < rows.begin + rows.count; ++row) {
    const seed::Truth& truth = truths_[static_cast<std::size_t>(row)];
    batch[0].append_text(about_);
    batch[1].integers.push_back(truth.row);
    batch[2].append_text(truth.key);
    batch[3].append_text(truth.column);
    batch[4].append_text(truth.defect);
    batch[5].append_text(truth.clean);
    batch[6].append_text(truth.dirty);
  }
}

Result<std::int64_t> record_truth(database::Connection& connection, database::BulkLoader& loader,
                                  const seed::DirtyTable& table, database::RowRange rows) {
  DBX_TRY(const bool there, connection.has_table("db_assistant_truth"));
  if (!there) DBX_CHECK_OK(connection.execute(kTable));
  const TruthSource source(table.table(), table.truth(rows));
  if (source.row_count() > 0) DBX_CHECK_OK(loader.load(source, {}));
  return source.row_count();
}

Status forget_truth(database::Connection& connection, const std::vector<std::string>& tables) {
  DBX_TRY(const bool there, connection.has_table("db_assistant_truth"));
  if (!there) return {};
  for (const std::string& table : tables) {
    const database::Value name[] = {table};
    DBX_CHECK_OK(connection.execute("DELETE FROM db_assistant_truth WHERE table_name = $1", name));
  }
  return {};
}

}  // namespace dbx::app

// Filling batches: values first, then NULLs from their own stream.
#include "dbx/seed/table_model.h"

#include <cassert>
#include <numeric>

#include "dbx/seed/batch_scope.h"

namespace dbx::seed {

TableModel::TableModel(std::string name, std::uint64_t key, std::int64_t rows,
                       std::vector<ColumnModel> columns)
    : name_(std::move(name)), rows_(rows), columns_(std::move(columns)) {
  for (const ColumnModel& model : columns_) {
    bulk_columns_.push_back({model.column.name, model.column.type});
    const std::uint64_t threshold = model.null_rate >= 1
                                        ? ~std::uint64_t{0}
                                        : static_cast<std::uint64_t>(model.null_rate * 0x1p64);
    nulls_.push_back({Random(key, model.null_stream, Stream::kNull), threshold});
  }
}

const ColumnModel* TableModel::find(std::string_view column) const {
  for (const ColumnModel& model : columns_) {
    if (model.column.name == column) return &model;
  }
  return nullptr;
}

void TableModel::fill(database::RowRange rows, std::span<Values> batch) const {
  assert(rows.count >= 0 && rows.count <= static_cast<std::int64_t>(kBatchRows));
  assert(batch.size() == columns_.size());
  const auto count = static_cast<std::size_t>(rows.count);
  std::array<std::int64_t, kBatchRows> numbers;
  std::iota(numbers.begin(), numbers.begin() + rows.count, rows.begin);
  BatchScope scope(Rows(numbers).first(count));
  for (std::size_t c = 0; c < columns_.size(); ++c) {
    batch[c].valid.clear();
    columns_[c].generator->fill(Rows(numbers).first(count), batch[c]);
    scope.add(columns_[c].generator.get(), &batch[c]);
    const Nulls& nulls = nulls_[c];
    if (nulls.threshold == 0) continue;
    batch[c].valid.resize(count, 1);
    for (std::size_t i = 0; i < count; ++i) {
      if (nulls.hold(numbers[i])) batch[c].valid[i] = 0;
    }
  }
}

}  // namespace dbx::seed

// Filling batches: values first, then NULLs from their own stream.
#include "dbx/seed/table_model.h"

#include <cassert>
#include <numeric>

#include "dbx/seed/batch_scope.h"

namespace dbx::seed {
namespace {

constexpr std::int64_t kStormRows = 512;

// Of 2^64.
std::uint64_t threshold_of(double rate) {
  return rate >= 1 ? ~std::uint64_t{0} : static_cast<std::uint64_t>(rate * 0x1p64);
}

}  // namespace

TableModel::TableModel(std::string name, std::uint64_t key, std::int64_t rows,
                       std::vector<ColumnModel> columns, const NullStorm& storm)
    : name_(std::move(name)),
      rows_(rows),
      columns_(std::move(columns)),
      storm_(storm.random),
      storm_threshold_(threshold_of(storm.rate)) {
  for (const ColumnModel& model : columns_) {
    bulk_columns_.push_back({model.column.name, model.column.type});
    nulls_.push_back(
        {Random(key, model.null_stream, Stream::kNull), threshold_of(model.null_rate)});
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
  std::array<std::int64_t, kBatchRows> numbers;
  std::iota(numbers.begin(), numbers.begin() + rows.count, rows.begin);
  fill_rows(Rows(numbers).first(static_cast<std::size_t>(rows.count)), batch);
}

void TableModel::fill_rows(Rows rows, std::span<Values> batch) const {
  assert(batch.size() == columns_.size());
  BatchScope scope(rows);
  for (std::size_t c = 0; c < columns_.size(); ++c) {
    batch[c].valid.clear();
    columns_[c].generator->fill(rows, batch[c]);
    scope.add(columns_[c].generator.get(), &batch[c]);
    const Nulls& nulls = nulls_[c];
    if (nulls.threshold == 0) continue;
    batch[c].valid.resize(rows.size(), 1);
    for (std::size_t i = 0; i < rows.size(); ++i) {
      if (nulls.hold(rows[i]) ||
          (storm_threshold_ != 0 && storm_.bits(rows[i] / kStormRows).first < storm_threshold_)) {
        batch[c].valid[i] = 0;
      }
    }
  }
}

}  // namespace dbx::seed

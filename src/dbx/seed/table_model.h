// A planned table: for each column a generator and how often it is NULL. It is the RowSource that
// loaders read. Immutable once built, thread-safe.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "dbx/seed/generator.h"
#include "dbx/seed/random.h"

namespace dbx::seed {

struct ColumnModel {
  spec::Column column;
  GeneratorPtr generator;      // fitted to the type
  std::string generator_name;  // "lognormal", "foreign key"
  std::string why;
  double null_rate = 0;     // 0..1
  std::string null_stream;  // columns with the same stream are NULL together, rarer within commoner
};

// Runs of rows in which every column that may be NULL is: rate of the runs, 0 for none.
struct NullStorm {
  Random random;
  double rate = 0;
};

class TableModel final : public database::RowSource {
 public:
  TableModel(std::string name, std::uint64_t key, std::int64_t rows,
             std::vector<ColumnModel> columns, const NullStorm& storm);

  const std::string& table() const override { return name_; }
  std::span<const database::BulkColumn> columns() const override { return bulk_columns_; }
  std::int64_t row_count() const override { return rows_; }
  void fill(database::RowRange rows, std::span<Values> batch) const override;
  // Any rows, in any order: at most kBatchRows of them.
  void fill_rows(Rows rows, std::span<Values> batch) const;

  const std::vector<ColumnModel>& models() const { return columns_; }
  // Nothing where there is no such column.
  const ColumnModel* find(std::string_view column) const;
  // Is the cell NULL, other than by its generator? `model` is one of models().
  bool is_null(const ColumnModel& model, std::int64_t row) const {
    const Nulls& nulls = nulls_[static_cast<std::size_t>(&model - columns_.data())];
    return nulls.hold(row);
  }

 private:
  struct Nulls {
    Random random;
    std::uint64_t threshold;  // of 2^64: NULL below it; the largest: always

    bool hold(std::int64_t row) const {
      return threshold == ~std::uint64_t{0} || random.bits(row).first < threshold;
    }
  };

  std::string name_;
  std::int64_t rows_;
  std::vector<ColumnModel> columns_;
  std::vector<database::BulkColumn> bulk_columns_;
  std::vector<Nulls> nulls_;
  Random storm_;
  std::uint64_t storm_threshold_;
};

}  // namespace dbx::seed

// Defects on demand: a table's rows with some cells spoiled, and the truth about each of them, so
// that tools that look for bad data can be scored. Which rows are hurt is drawn on a stream of its
// own: the clean cells are those of the seed without dirt. Keys of the row itself are never hurt.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "dbx/base/result.h"
#include "dbx/seed/table_model.h"
#include "dbx/spec/profile.h"
#include "dbx/spec/spec.h"

namespace dbx::seed {

// One spoiled cell, or a row that stands there twice.
struct Truth {
  std::int64_t row = 0;  // from 1
  std::string key;       // the row's primary key; of several columns, separated by '|'
  std::string column;    // empty for a duplicate
  std::string defect;    // missing, mistyped, ...
  std::string clean;     // what it should be; of a duplicate, the key of the row it repeats
  std::string dirty;     // what it is
};

// Immutable, thread-safe.
class DirtyTable final : public database::RowSource {
 public:
  // `clean` must outlive it. Dirt that the table cannot take (no NULL allowed, a key or check that
  // would refuse it) is left out and noted (dirt-not-possible).
  static DirtyTable make(const TableModel& clean, const spec::Spec& spec, const spec::Table& table,
                         std::uint64_t key, const std::vector<spec::Dirt>& dirt,
                         Diagnostics& notes);

  const std::string& table() const override { return clean_.table(); }
  std::span<const database::BulkColumn> columns() const override { return clean_.columns(); }
  std::int64_t row_count() const override { return clean_.row_count(); }
  void fill(database::RowRange rows, std::span<Values> batch) const override;

  // In order of rows, then of the profile.
  std::vector<Truth> truth(database::RowRange rows) const;
  bool is_clean() const { return spoilers_.empty(); }

 private:
  struct Spoiler {
    spec::Defect kind;
    std::size_t column;  // of columns(); unused for a duplicate
    Random random;
    std::uint64_t threshold;  // of 2^64
    std::int64_t days;
  };

  DirtyTable(const TableModel& clean, std::size_t key_column, std::vector<std::size_t> primary_key)
      : clean_(clean), key_column_(key_column), primary_key_(std::move(primary_key)) {}

  bool hits(const Spoiler& spoiler, std::int64_t row) const;
  void spoil(const Spoiler& spoiler, std::int64_t begin, std::size_t count, Values& values) const;
  void repeat_rows(const Spoiler& spoiler, database::RowRange rows, std::span<Values> batch) const;
  std::string key_of(std::span<const Values> batch, std::size_t row) const;

  const TableModel& clean_;
  std::size_t key_column_;  // the surrogate key; past the end where there is none
  std::vector<std::size_t> primary_key_;
  std::vector<Spoiler> spoilers_;
};

}  // namespace dbx::seed

// What a generator is: a pure function from row numbers to the values of one column. Row numbers
// come as a list, not a range, so that generators compose: a foreign key is the parent's key
// generator asked for the parents' rows, an attribute of an order is its generator asked for order
// numbers. Immutable after construction, thread-safe. To add a generator: see registry.h.
#pragma once

#include <array>
#include <cassert>
#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "dbx/base/result.h"
#include "dbx/database/database.h"
#include "dbx/seed/locale/share.h"
#include "dbx/spec/spec.h"

namespace dbx::seed {

constexpr std::size_t kBatchRows = 2048;
constexpr std::int64_t kRowsMax = std::int64_t{1} << 53U;

using Rows =
    std::span<const std::int64_t>;  // at most kBatchRows of them, any order, repeats allowed
using Values = database::ColumnBatch;

// What the values mean before they are fitted to a column's type (adapt.h).
enum class Nature {
  kInteger,    // integers
  kNumber,     // doubles
  kBoolean,    // integers: 0, 1
  kDate,       // integers: days since 1970-01-01
  kTimestamp,  // integers: microseconds since 1970-01-01
  kTime,       // integers: microseconds since midnight
  kText,       // arena and offsets
  kStored,     // already as the column stores them (database::storage_of)
};

class Generator {
 public:
  virtual ~Generator() = default;
  virtual Nature nature() const = 0;
  // Overwrites `out`; leaves out.valid alone unless the values themselves hold NULLs.
  virtual void fill(Rows rows, Values& out) const = 0;
};
using GeneratorPtr = std::unique_ptr<Generator>;

// From row numbers to other numbers: a parent's row, an order's number, a day.
class Index {
 public:
  virtual ~Index() = default;
  // Replaces each row by its image.
  virtual void map(std::span<std::int64_t> rows) const = 0;
};
using IndexPtr = std::shared_ptr<const Index>;

// Generators out of one function per row, compiled into the loop
// -----------------------------------

template <class Function>
class IntegerGenerator final : public Generator {
 public:
  IntegerGenerator(Nature nature, Function function)
      : nature_(nature), function_(std::move(function)) {}
  Nature nature() const override { return nature_; }
  void fill(Rows rows, Values& out) const override {
    out.integers.resize(rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i) out.integers[i] = function_(rows[i]);
  }

 private:
  Nature nature_;
  Function function_;
};

template <class Function>
class NumberGenerator final : public Generator {
 public:
  explicit NumberGenerator(Function function) : function_(std::move(function)) {}
  Nature nature() const override { return Nature::kNumber; }
  void fill(Rows rows, Values& out) const override {
    out.doubles.resize(rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i) out.doubles[i] = function_(rows[i]);
  }

 private:
  Function function_;
};

template <class Function>
class TextGenerator final : public Generator {
 public:
  explicit TextGenerator(Function function) : function_(std::move(function)) {}
  Nature nature() const override { return Nature::kText; }
  void fill(Rows rows, Values& out) const override {
    out.arena.clear();
    out.offsets.resize(rows.size() + 1);
    out.offsets[0] = 0;
    for (std::size_t i = 0; i < rows.size(); ++i) {
      function_(rows[i], out.arena);
      out.offsets[i + 1] = static_cast<std::uint32_t>(out.arena.size());
    }
  }

 private:
  Function function_;
};

template <class Function>
class FunctionIndex final : public Index {
 public:
  explicit FunctionIndex(Function function) : function_(std::move(function)) {}
  void map(std::span<std::int64_t> rows) const override {
    if (rows.empty()) return;
    // Rows of one entity come in runs, which have one image.
    std::int64_t known = rows.front();
    std::int64_t image = function_(known);
    for (std::int64_t& row : rows) {
      if (row != known) {
        known = row;
        image = function_(known);
      }
      row = image;
    }
  }

 private:
  Function function_;
};

// function: int64 row -> int64
template <class Function>
GeneratorPtr integers(Nature nature, Function function) {
  return std::make_unique<IntegerGenerator<Function>>(nature, std::move(function));
}
// function: int64 row -> double
template <class Function>
GeneratorPtr numbers(Function function) {
  return std::make_unique<NumberGenerator<Function>>(std::move(function));
}
// function: int64 row, std::string& to append to
template <class Function>
GeneratorPtr texts(Function function) {
  return std::make_unique<TextGenerator<Function>>(std::move(function));
}
// function: int64 -> int64
template <class Function>
IndexPtr index_by(Function function) {
  return std::make_shared<FunctionIndex<Function>>(std::move(function));
}

// second(first(row))
class ChainIndex final : public Index {
 public:
  ChainIndex(IndexPtr first, IndexPtr second)
      : first_(std::move(first)), second_(std::move(second)) {}
  void map(std::span<std::int64_t> rows) const override {
    first_->map(rows);
    second_->map(rows);
  }

 private:
  IndexPtr first_;
  IndexPtr second_;
};

// `inner` asked for index(row) instead of row. Keeps `inner` alive where it is owned, else borrows.
class ThroughIndex final : public Generator {
 public:
  ThroughIndex(IndexPtr index, GeneratorPtr owned)
      : index_(std::move(index)), owned_(std::move(owned)), inner_(owned_.get()) {}
  ThroughIndex(IndexPtr index, const Generator& borrowed)
      : index_(std::move(index)), inner_(&borrowed) {}
  Nature nature() const override { return inner_->nature(); }
  void fill(Rows rows, Values& out) const override {
    assert(rows.size() <= kBatchRows);
    std::array<std::int64_t, kBatchRows> images;
    const std::span<std::int64_t> mapped = std::span(images).first(rows.size());
    std::copy(rows.begin(), rows.end(), mapped.begin());
    index_->map(mapped);
    inner_->fill(mapped, out);
  }

 private:
  IndexPtr index_;
  GeneratorPtr owned_;
  const Generator* inner_;
};

// Values of `inner`, NULL in the rows where `is_null(row)` holds.
template <class Predicate>
class NullWhere final : public Generator {
 public:
  NullWhere(GeneratorPtr inner, Predicate is_null)
      : inner_(std::move(inner)), is_null_(std::move(is_null)) {}
  Nature nature() const override { return inner_->nature(); }
  void fill(Rows rows, Values& out) const override {
    inner_->fill(rows, out);
    for (std::size_t i = 0; i < rows.size(); ++i) {
      if (!is_null_(rows[i])) continue;
      out.valid.resize(rows.size(), 1);
      out.valid[i] = 0;
    }
  }

 private:
  GeneratorPtr inner_;
  Predicate is_null_;
};

template <class Predicate>
GeneratorPtr null_where(GeneratorPtr inner, Predicate is_null) {
  return std::make_unique<NullWhere<Predicate>>(std::move(inner), std::move(is_null));
}

// A value that is never seen: its column is NULL in every row, whatever its type.
class Nothing final : public Generator {
 public:
  Nature nature() const override { return Nature::kStored; }
  void fill(Rows rows, Values& out) const override {
    out.integers.assign(rows.size(), 0);
    out.doubles.assign(rows.size(), 0);
    out.arena.clear();
    out.offsets.assign(rows.size() + 1, 0);
  }
};
inline GeneratorPtr nothing() { return std::make_unique<Nothing>(); }

// What a factory is told
// ---------------------------------------------------------------------------

// Consecutive days, first included.
struct DateRange {
  std::int64_t begin = 0;  // days since 1970-01-01
  std::int64_t days = 1;
};

class FanOut;

// A column that another one reads: of the same row, or of a row that a foreign key of it leads to.
struct Reached {
  std::shared_ptr<const Generator> generator;  // asked for the row's number; nature kStored
  const Generator* own = nullptr;              // of the same row: what BatchScope knows it by
  spec::Type type;
  // Of a parent's column that may be NULL: is it, in the row of this table? Empty: never.
  std::function<bool(std::int64_t)> is_null = {};
  // Of a parent's column, where the rows are shared out among the parents exactly.
  std::shared_ptr<const FanOut> fan_out = {};
};

// When the rows of a table happen: row -> day of `days`, 0 the first. Empty: the table has no date.
struct Timeline {
  IndexPtr day = {};
  std::int64_t begin = 0;  // day 0, since 1970-01-01
  std::int64_t days = 0;   // with those of a top-up
};

// The other columns of the same row, fitted to their types (nature kStored).
class Siblings {
 public:
  virtual ~Siblings() = default;
  // Errors: bad-fill, where there is no such column or the two depend on each other.
  virtual Result<const Generator*> sibling(std::string_view column) = 0;
  virtual const spec::Column* find(std::string_view column) const = 0;
  // `column`, or `table.column` or `foreign_key_column.column` of a table that a foreign key of the
  // row refers to. Errors: bad-fill, with the nearest name.
  virtual Result<Reached> reach(std::string_view path) = 0;
  // Of the row's first date.
  virtual Timeline timeline() const = 0;
};

// A column's share in a Gaussian copula (copula.cpp): its normal score is the weighted sum of those
// of the cells of these columns in the same row.
struct LatentTerm {
  std::string column;
  double weight = 0;
};
struct Latent {
  std::vector<LatentTerm> terms;
};

struct Request {
  const spec::Column& column;
  std::uint64_t key;  // table_key
  std::int64_t rows;  // row numbers asked for are 0 <= row < rows
  bool unique;  // different rows, different values: fail with not-enough-values where impossible
  DateRange dates;  // of the table: what happens, happens then
  Siblings& siblings;
  // Not empty: row r lies at places()[distinct_places[r % size]], because some column is unique in
  // it.
  std::span<const std::size_t> distinct_places = {};
  std::span<const LocaleShare> locale = {};  // of the run; empty: none
  const Latent* latent = nullptr;            // of a correlated column; lives while it is planned
  IndexPtr index = {};  // row -> the row that draws its value; empty: itself (kReadsRow only)
};

}  // namespace dbx::seed

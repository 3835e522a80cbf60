// Seeding: rows from a spec (design: seeding). Every cell is a pure function of (seed, table,
// column, row), so the rows are the same for any number of threads, batch size or engine. More rows
// of a fact leave its earlier ones as they were, while its parents' row counts and the width of
// codes stay. make() plans and finds every fault before the first row.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "dbx/base/cancel.h"
#include "dbx/base/result.h"
#include "dbx/database/database.h"
#include "dbx/spec/spec.h"

namespace dbx::seed {

struct Options {
  std::map<std::string, std::int64_t> rows;  // by table: 1..2^53; the scale does not touch these
  double scale =
      1;  // multiplies the default rows of facts and bridges; of dimensions, its square root
  std::uint64_t seed = 42;
};

struct ColumnPlan {
  std::string name;
  spec::Type type;
  std::string
      generator;    // a name of generators(), or: foreign key, event, key part, calendar, version
  std::string why;  // one phrase, for `dbx seed --explain`
  double null_rate = 0;
};

struct TablePlan {
  std::string name;
  std::int64_t rows = 0;
  std::string rows_why;                         // "100,000 for a fact", "--rows"
  std::vector<ColumnPlan> columns;              // physical order
  const database::RowSource* source = nullptr;  // lives as long as the plan or a copy of it
};

// Immutable, thread-safe; copies share the sources.
class SeedPlan {
 public:
  // Parents before children.
  const std::vector<TablePlan>& tables() const { return *tables_; }
  // Nothing where there is no such table.
  const TablePlan* find(std::string_view table) const;
  // What is made otherwise than the spec asks, with JSON pointers; no errors: correlation-repaired.
  const Diagnostics& notes() const { return notes_; }

 private:
  friend Result<SeedPlan> make(const spec::Spec&, const Options&);
  SeedPlan() = default;

  std::vector<std::shared_ptr<const database::RowSource>> sources_;
  std::shared_ptr<const std::vector<TablePlan>> tables_;
  Diagnostics notes_;
};

// `spec` must be free of errors (check). Default rows: facts 100,000; bridges 2,000; a date
// dimension 1,096 days (three years ending 2025-12-31); other dimensions by what they are named
// after (countries 40, stores 50, customers 1,000, ...), else 300; fewer where a unique column has
// fewer values. Errors, every table's: unknown-table, bad-row-count, unknown-generator, bad-fill,
// not-enough-values, cannot-fill; with JSON pointers where the spec is at fault.
Result<SeedPlan> make(const spec::Spec& spec, const Options& options);

// The rows as text, as print_value in adapt.h writes them; NULL is "NULL".
std::vector<std::vector<std::string>> sample(const database::RowSource& source,
                                             database::RowRange rows);

// Order-independent: the sum over rows of a 128-bit mix of the row's cells, keyed by column name.
// Equal for equal multisets of rows, whatever the order, batches, threads or column order.
struct ContentHash {
  std::uint64_t high = 0;
  std::uint64_t low = 0;

  bool operator==(const ContentHash&) const = default;
  std::string text() const;  // 32 hexadecimal digits
};
ContentHash content_hash(const database::RowSource& source, database::RowRange rows);

struct Progress {
  std::string_view table;
  std::int64_t rows_done = 0;  // of the table
  std::int64_t rows_total = 0;
  double seconds = 0;  // since the table began
  bool finished = false;
};
// Called about ten times a second, and once at the end of each table; from another thread, one call
// at a time.
using ProgressSink = std::function<void(const Progress&)>;

struct LoadedTable {
  std::string name;
  std::int64_t rows = 0;
  double seconds = 0;
  ContentHash hash;
};

struct LoadSettings {
  unsigned threads = 1;
  ProgressSink progress;  // may be empty
  const CancelFlag* cancel = nullptr;
};

// Loads every table, parents first, within the caller's transaction, which the caller ends: after a
// failure what was loaded must be rolled back. Errors: the loader's; interrupted.
Result<std::vector<LoadedTable>> load(const SeedPlan& plan, database::BulkLoader& loader,
                                      const LoadSettings& settings);

}  // namespace dbx::seed

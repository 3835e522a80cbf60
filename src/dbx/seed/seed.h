// Seeding: rows from a spec (design: seeding). Every cell is a pure function of (seed, table,
// column, row), so the rows are the same for any number of threads, batch size or engine. More rows
// of a fact leave its earlier ones as they were, while its parents' row counts and the width of
// codes stay. make() plans and finds every fault before the first row.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dbx/base/cancel.h"
#include "dbx/base/result.h"
#include "dbx/database/database.h"
#include "dbx/seed/business_calendar.h"
#include "dbx/seed/generator.h"
#include "dbx/seed/locale/share.h"
#include "dbx/spec/profile.h"
#include "dbx/spec/spec.h"

namespace dbx::seed {

// Three years, ending 2025-12-31.
constexpr DateRange kDefaultDates = {19'358, 1096};

struct Options {
  std::map<std::string, std::int64_t> rows;  // by table: 1..2^53; the scale does not touch these
  double scale =
      1;  // multiplies the default rows of facts and bridges; of dimensions, its square root
  std::uint64_t seed = 42;
  DateRange dates = kDefaultDates;  // when facts happen; dimensions without a date key: before
  std::int64_t extra_days = 0;      // after `dates`: topped up with rows, no earlier row changes
  std::map<std::string, std::map<std::string, double>> null_rates;  // by table and column: 0..1
  std::map<std::string, std::vector<spec::Dirt>> dirt;              // by table
  // How rows are shared out exactly (fan_out.h), by table and column of a foreign key.
  std::map<std::string, std::map<std::string, spec::Fill>> fan_out;
  CalendarPtr calendar;  // of the days on which things happen; empty: none of them is special
  std::map<std::string, CalendarPtr> calendars;  // in its place, by table
  double fan_out_sigma = 0.8;  // spread of how often a parent is referred to; 2.5: hot keys
  double wide_rate = 0;        // of texts as long as their column allows
  double null_storm_rate = 0;  // of runs of 512 rows in which all is NULL that may be
  // Of columns without a `locale` of their own: one locale or a mixture, drawn once a row; empty:
  // names and places from all over the world, in English.
  std::vector<LocaleShare> locale;
};

// What a profile says of rows, in place of the options' own. Errors: bad-profile, with pointers
// into the profile.
Result<Options> with_profile(Options options, const spec::Profile& profile);

class DirtyTable;

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
  const DirtyTable* dirty = nullptr;            // the source, where some of its cells are spoiled
  std::int64_t base_rows = 0;                   // without those of a top-up
  bool shared_out = false;                      // exactly, among a parent's rows: more are others
};

// Immutable, thread-safe; copies share the sources.
class SeedPlan {
 public:
  // Parents before children.
  const std::vector<TablePlan>& tables() const { return *tables_; }
  // Nothing where there is no such table.
  const TablePlan* find(std::string_view table) const;
  // Says what the rows are: plans with the same key have the same rows, as far as both have them.
  // More rows of tables that nothing references leave it as it is. 64 hexadecimal digits.
  const std::string& key() const { return key_; }
  // What could not be done as asked, and is no error.
  const Diagnostics& notes() const { return notes_; }

 private:
  friend Result<SeedPlan> make(const spec::Spec&, const Options&);
  SeedPlan() = default;

  std::vector<std::shared_ptr<const database::RowSource>> sources_;
  std::shared_ptr<const std::vector<TablePlan>> tables_;
  std::string key_;
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

// What a table will come to, from a few of its rows.
struct Estimate {
  double bytes = 0;    // of all its cells in memory
  double seconds = 0;  // to make them on one thread, here
};
Estimate estimate(const TablePlan& table);

// Order-independent: the sum over rows of a 128-bit mix of the row's cells, keyed by column name.
// Equal for equal multisets of rows, whatever the order, batches, threads or column order.
struct ContentHash {
  std::uint64_t high = 0;
  std::uint64_t low = 0;

  bool operator==(const ContentHash&) const = default;
  ContentHash& operator+=(const ContentHash& other);
  std::string text() const;  // 32 hexadecimal digits
  // Nothing where the text is not such.
  static std::optional<ContentHash> parse(std::string_view text);
};
ContentHash content_hash(const database::RowSource& source, database::RowRange rows);

struct Progress {
  std::string_view table;
  std::int64_t rows_done = 0;  // of the table, with those that were there before
  std::int64_t rows_total = 0;
  std::int64_t all_done = 0;  // of what this run is to load, in all tables
  std::int64_t all_total = 0;
  double seconds = 0;  // since the run began to load
  bool finished = false;
};
// Called about ten times a second, and once at the end of each piece; from another thread, one call
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

// Rows [begin, begin + count) of the plan's table number `table`.
struct Piece {
  std::size_t table = 0;
  database::RowRange rows;
};
using Pieces = std::vector<Piece>;

// One run's loading: pieces of tables, hashed on their way, watched by a thread that reports. Used
// by one thread; keeps references to all it is given.
class Loading {
 public:
  // `rows_total`: what all calls of load() will come to.
  Loading(const SeedPlan& plan, database::BulkLoader& loader, const LoadSettings& settings,
          std::int64_t rows_total);
  Loading(const Loading&) = delete;
  Loading& operator=(const Loading&) = delete;
  ~Loading();
  // Within the caller's transaction, which the caller ends: after a failure what was loaded must be
  // rolled back. Errors: the loader's; interrupted.
  Result<LoadedTable> load(const Piece& piece);

 private:
  class Ticker;
  const SeedPlan& plan_;
  database::BulkLoader& loader_;
  LoadSettings settings_;
  std::unique_ptr<Ticker> ticker_;
};

// Every table, parents first, in the caller's one transaction. Errors: as Loading::load.
Result<std::vector<LoadedTable>> load(const SeedPlan& plan, database::BulkLoader& loader,
                                      const LoadSettings& settings);

}  // namespace dbx::seed

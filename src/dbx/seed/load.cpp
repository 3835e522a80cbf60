// Loading: each table in turn through the engine's bulk loader, hashed on its way, watched by a
// ticker.
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>

#include "dbx/base/clock.h"
#include "dbx/seed/adapt.h"
#include "dbx/seed/generator.h"
#include "dbx/seed/row_hash.h"
#include "dbx/seed/seed.h"

namespace dbx::seed {
namespace {

constexpr std::chrono::milliseconds kTick{100};

// Passes rows through and adds up their hash and number.
class HashingSource final : public database::RowSource {
 public:
  explicit HashingSource(const database::RowSource& inner)
      : inner_(inner), hasher_(inner.columns()) {}
  const std::string& table() const override { return inner_.table(); }
  std::span<const database::BulkColumn> columns() const override { return inner_.columns(); }
  std::int64_t row_count() const override { return inner_.row_count(); }
  void fill(database::RowRange rows, std::span<database::ColumnBatch> batch) const override {
    inner_.fill(rows, batch);
    const ContentHash part = hasher_.hash(batch, static_cast<std::size_t>(rows.count));
    high_.fetch_add(part.high, std::memory_order_relaxed);
    low_.fetch_add(part.low, std::memory_order_relaxed);
    filled_.fetch_add(rows.count, std::memory_order_relaxed);
  }

  ContentHash hash() const { return {high_.load(), low_.load()}; }
  std::int64_t filled() const { return filled_.load(); }

 private:
  const database::RowSource& inner_;
  RowHasher hasher_;
  mutable std::atomic<std::uint64_t> high_{0};
  mutable std::atomic<std::uint64_t> low_{0};
  mutable std::atomic<std::int64_t> filled_{0};
};

// Calls the sink ten times a second until it goes out of scope.
class Ticker {
 public:
  Ticker(const ProgressSink& sink, const TablePlan& table,
         const std::atomic<std::int64_t>& rows_done)
      : sink_(sink), table_(table), rows_done_(rows_done), thread_(start()) {}
  Ticker(const Ticker&) = delete;
  Ticker& operator=(const Ticker&) = delete;
  ~Ticker() {
    {
      const std::lock_guard lock(mutex_);
      stopped_ = true;
    }
    wake_.notify_all();
    if (thread_.joinable()) thread_.join();
  }
  double seconds() const { return watch_.seconds(); }

 private:
  std::thread start() {
    return sink_ ? std::thread([this] { run(); }) : std::thread();
  }
  void run() {
    std::unique_lock lock(mutex_);
    while (!wake_.wait_for(lock, kTick, [this] { return stopped_; })) {
      sink_({table_.name, rows_done_.load(), table_.rows, watch_.seconds(), false});
    }
  }

  const ProgressSink& sink_;
  const TablePlan& table_;
  const std::atomic<std::int64_t>& rows_done_;
  Stopwatch watch_;
  std::mutex mutex_;
  std::condition_variable wake_;
  bool stopped_ = false;
  std::thread thread_;  // last: it uses the others
};

Result<LoadedTable> load_table(const TablePlan& table, database::BulkLoader& loader,
                               const LoadSettings& settings) {
  const HashingSource source(*table.source);
  std::atomic<std::int64_t> rows_done{0};
  double seconds = 0;
  {
    const Ticker ticker(settings.progress, table, rows_done);
    DBX_CHECK_OK(loader.load(source, {settings.threads, settings.cancel, &rows_done}));
    seconds = ticker.seconds();
  }
  if (source.filled() != table.rows) {
    return fail(Code::kInternal, "the loader took " + std::to_string(source.filled()) + " of " +
                                     std::to_string(table.rows) + " rows of " + table.name);
  }
  if (settings.progress) settings.progress({table.name, table.rows, table.rows, seconds, true});
  return LoadedTable{table.name, table.rows, seconds, source.hash()};
}

}  // namespace

Result<std::vector<LoadedTable>> load(const SeedPlan& plan, database::BulkLoader& loader,
                                      const LoadSettings& settings) {
  std::vector<LoadedTable> loaded;
  for (const TablePlan& table : plan.tables()) {
    if (settings.cancel != nullptr && settings.cancel->cancelled()) {
      return fail(Code::kInterrupted, "interrupted before loading " + table.name);
    }
    DBX_TRY(LoadedTable result, load_table(table, loader, settings));
    loaded.push_back(std::move(result));
  }
  return loaded;
}

std::vector<std::vector<std::string>> sample(const database::RowSource& source,
                                             database::RowRange rows) {
  std::vector<std::vector<std::string>> out;
  const auto columns = source.columns();
  std::vector<database::ColumnBatch> batch(columns.size());
  const std::int64_t end = std::min(rows.begin + rows.count, source.row_count());
  for (std::int64_t begin = rows.begin; begin < end;) {
    const std::int64_t count = std::min<std::int64_t>(end - begin, kBatchRows);
    source.fill({begin, count}, batch);
    for (std::size_t i = 0; i < static_cast<std::size_t>(count); ++i) {
      std::vector<std::string> row;
      for (std::size_t c = 0; c < columns.size(); ++c) {
        row.push_back(print_value(batch[c], i, columns[c].type));
      }
      out.push_back(std::move(row));
    }
    begin += count;
  }
  return out;
}

}  // namespace dbx::seed

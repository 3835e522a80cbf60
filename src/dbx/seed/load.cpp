// Loading: piece after piece through the engine's bulk loader, hashed on its way, watched by a
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

// A run of another source's rows as a source of its own; adds up their hash and number.
class PieceSource final : public database::RowSource {
 public:
  PieceSource(const database::RowSource& inner, database::RowRange rows)
      : inner_(inner), rows_(rows), hasher_(inner.columns()) {}
  const std::string& table() const override { return inner_.table(); }
  std::span<const database::BulkColumn> columns() const override { return inner_.columns(); }
  std::int64_t row_count() const override { return rows_.count; }
  void fill(database::RowRange rows, std::span<database::ColumnBatch> batch) const override {
    inner_.fill({rows_.begin + rows.begin, rows.count}, batch);
    const ContentHash part = hasher_.hash(batch, static_cast<std::size_t>(rows.count));
    high_.fetch_add(part.high, std::memory_order_relaxed);
    low_.fetch_add(part.low, std::memory_order_relaxed);
    filled_.fetch_add(rows.count, std::memory_order_relaxed);
  }

  ContentHash hash() const { return {high_.load(), low_.load()}; }
  std::int64_t filled() const { return filled_.load(); }

 private:
  const database::RowSource& inner_;
  database::RowRange rows_;
  RowHasher hasher_;
  mutable std::atomic<std::uint64_t> high_{0};
  mutable std::atomic<std::uint64_t> low_{0};
  mutable std::atomic<std::int64_t> filled_{0};
};

}  // namespace

// Reports ten times a second until it goes out of scope.
class Loading::Ticker {
 public:
  Ticker(const ProgressSink& sink, std::int64_t all_total)
      : sink_(sink), all_total_(all_total), thread_(start()) {}
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
  std::atomic<std::int64_t>& rows_of_piece() { return rows_of_piece_; }

  void begin(const TablePlan& table, std::int64_t first_row) {
    const std::lock_guard lock(mutex_);
    table_ = &table;
    first_row_ = first_row;
    rows_of_piece_ = 0;
  }
  void end(std::int64_t rows) {
    const std::lock_guard lock(mutex_);
    rows_of_piece_ = rows;
    report(true);
    all_done_ += rows;
    rows_of_piece_ = 0;
    table_ = nullptr;
  }

 private:
  std::thread start() {
    return sink_ ? std::thread([this] { run(); }) : std::thread();
  }
  void run() {
    std::unique_lock lock(mutex_);
    while (!wake_.wait_for(lock, kTick, [this] { return stopped_; })) {
      if (table_ != nullptr) report(false);
    }
  }
  // With the lock.
  void report(bool finished) {
    const std::int64_t rows = rows_of_piece_.load();
    if (!sink_) return;
    sink_({table_->name, first_row_ + rows, table_->rows, all_done_ + rows, all_total_,
           watch_.seconds(), finished});
  }

  const ProgressSink& sink_;
  const std::int64_t all_total_;
  Stopwatch watch_;
  std::mutex mutex_;
  std::condition_variable wake_;
  bool stopped_ = false;
  const TablePlan* table_ = nullptr;
  std::int64_t first_row_ = 0;
  std::int64_t all_done_ = 0;
  std::atomic<std::int64_t> rows_of_piece_{0};
  std::thread thread_;  // last: it uses the others
};

Loading::Loading(const SeedPlan& plan, database::BulkLoader& loader, const LoadSettings& settings,
                 std::int64_t rows_total)
    : plan_(plan),
      loader_(loader),
      settings_(settings),
      ticker_(std::make_unique<Ticker>(settings_.progress, rows_total)) {}

Loading::~Loading() = default;

Result<LoadedTable> Loading::load(const Piece& piece) {
  const TablePlan& table = plan_.tables()[piece.table];
  if (settings_.cancel != nullptr && settings_.cancel->cancelled()) {
    return fail(Code::kInterrupted, "interrupted before loading " + table.name);
  }
  const PieceSource source(*table.source, piece.rows);
  const double began = ticker_->seconds();
  ticker_->begin(table, piece.rows.begin);
  DBX_CHECK_OK(
      loader_.load(source, {settings_.threads, settings_.cancel, &ticker_->rows_of_piece()}));
  if (source.filled() != piece.rows.count) {
    return fail(Code::kInternal, "the loader took " + std::to_string(source.filled()) + " of " +
                                     std::to_string(piece.rows.count) + " rows of " + table.name);
  }
  ticker_->end(piece.rows.count);
  return LoadedTable{table.name, piece.rows.count, ticker_->seconds() - began, source.hash()};
}

Result<std::vector<LoadedTable>> load(const SeedPlan& plan, database::BulkLoader& loader,
                                      const LoadSettings& settings) {
  std::int64_t rows = 0;
  for (const TablePlan& table : plan.tables()) rows += table.rows;
  Loading loading(plan, loader, settings, rows);
  std::vector<LoadedTable> loaded;
  for (std::size_t t = 0; t < plan.tables().size(); ++t) {
    DBX_TRY(LoadedTable result, loading.load({t, {0, plan.tables()[t].rows}}));
    loaded.push_back(std::move(result));
  }
  return loaded;
}

Estimate estimate(const TablePlan& table) {
  constexpr std::int64_t kParts = 4;  // over the table, lest its first rows be special
  const std::int64_t count =
      std::min<std::int64_t>(table.rows, static_cast<std::int64_t>(kBatchRows));
  std::vector<database::ColumnBatch> batch(table.source->columns().size());
  Estimate sum;
  const Stopwatch watch;
  for (std::int64_t part = 0; part < kParts; ++part) {
    table.source->fill({(table.rows - count) / kParts * part, count}, batch);
    for (std::size_t c = 0; c < batch.size(); ++c) {
      const bool text =
          database::storage_of(table.source->columns()[c].type) == database::Storage::kText;
      sum.bytes +=
          text ? static_cast<double>(batch[c].arena.size()) : 8.0 * static_cast<double>(count);
    }
  }
  const double times = static_cast<double>(table.rows) / static_cast<double>(kParts * count);
  return {sum.bytes * times, watch.seconds() * times};
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

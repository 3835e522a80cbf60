// Seeding, measured: the example of examples/contoso_finance with a million facts - made alone,
// loaded into a DuckDB file, and against DuckDB's own CREATE TABLE AS from a Parquet file of the
// same rows in the same run.
//
// What bounds what: making rows is spread over placing them in their entities, Philox, the normal
// quantile and the hash, none above a fifth; a load is bound by DuckDB's own statistics,
// compression and write of the file, which CREATE TABLE AS has too: rows and hash are about an
// eighth of it, as reading the Parquet file is of the other side, so that the ratio, not the rate,
// says whether dbx is in the way. Rates compare only within one run on one machine.
#include <benchmark/benchmark.h>

#include "seed_example.h"

namespace dbx::bench {
namespace {

// Of the columns in memory: what a loader has to read.
std::int64_t bytes_of(const database::ColumnBatch& batch, const spec::Type& type,
                      std::int64_t rows) {
  if (database::storage_of(type) != database::Storage::kText) return 8 * rows;
  return static_cast<std::int64_t>(batch.arena.size()) + 4 * rows;
}

// Arguments: 1 to hash the rows too, as a load does.
void make_rows(benchmark::State& state) {
  const database::RowSource& source = *example_plan().find(kFact)->source;
  const seed::RowHasher hasher(source.columns());
  std::vector<database::ColumnBatch> batch(source.columns().size());
  std::int64_t bytes = 0;
  for (auto _ : state) {
    for (std::int64_t begin = 0; begin < kFacts; begin += seed::kBatchRows) {
      const std::int64_t count = std::min<std::int64_t>(kFacts - begin, seed::kBatchRows);
      source.fill({begin, count}, batch);
      for (std::size_t c = 0; c < batch.size(); ++c) {
        bytes += bytes_of(batch[c], source.columns()[c].type, count);
      }
      if (state.range(0) == 1) {
        benchmark::DoNotOptimize(hasher.hash(batch, static_cast<std::size_t>(count)));
      }
      benchmark::ClobberMemory();
    }
  }
  state.SetItemsProcessed(state.iterations() * kFacts);
  state.SetBytesProcessed(bytes);
}
BENCHMARK(make_rows)->ArgName("hash")->Arg(0)->Arg(1)->Unit(benchmark::kMillisecond);

std::unique_ptr<database::Connection> open_file(const std::string& path) {
  std::filesystem::remove(path);
  std::filesystem::remove(path + ".wal");
  return take(take(dialect::find("duckdb"))->connect("duckdb:" + path, {}));
}

double load_seconds(const std::string& path, unsigned threads) {
  const dialect::Dialect& duckdb = *take(dialect::find("duckdb"));
  const auto connection = open_file(path);
  make_tables(duckdb, *connection);
  const auto loader = duckdb.bulk(*connection);
  const Stopwatch watch;
  check(connection->begin());
  take(seed::load(example_plan(), *loader, {threads, {}, nullptr}));
  check(connection->commit());
  check(connection->execute("CHECKPOINT"));
  return watch.seconds();
}

double create_table_as_seconds(const std::string& path, const std::string& parquet,
                               unsigned threads) {
  const auto connection = open_file(path);
  check(connection->execute("SET threads = " + std::to_string(threads)));
  check(connection->execute("SET preserve_insertion_order = false"));
  const Stopwatch watch;
  check(connection->execute(std::string("CREATE TABLE ") + kFact + " AS SELECT * FROM '" + parquet +
                            "'"));
  check(connection->execute("CHECKPOINT"));
  return watch.seconds();
}

// Argument: threads. The ratio is above 1 where dbx makes and loads faster than DuckDB reads.
void load_file(benchmark::State& state) {
  const auto threads = static_cast<unsigned>(state.range(0));
  const Folder folder;
  const std::string parquet = folder.file("rows.parquet");
  load_seconds(folder.file("rows.duckdb"), 2);
  {
    const auto connection =
        take(take(dialect::find("duckdb"))->connect("duckdb:" + folder.file("rows.duckdb"), {}));
    check(connection->execute(std::string("COPY ") + kFact + " TO '" + parquet +
                              "' (FORMAT PARQUET)"));
  }
  double ours = 0;
  double theirs = 0;
  for (auto _ : state) {
    const double seconds = load_seconds(folder.file("ours.duckdb"), threads);
    theirs += create_table_as_seconds(folder.file("theirs.duckdb"), parquet, threads);
    ours += seconds;
    state.SetIterationTime(seconds);
  }
  state.SetItemsProcessed(state.iterations() * kFacts);
  state.counters["create_table_as_rows_per_second"] =
      static_cast<double>(state.iterations() * kFacts) / theirs;
  state.counters["ratio_to_create_table_as"] = theirs / ours;
}
BENCHMARK(load_file)
    ->ArgName("threads")
    ->Arg(1)
    ->Arg(2)
    ->UseManualTime()
    ->Unit(benchmark::kMillisecond)
    ->MinTime(3);

}  // namespace
}  // namespace dbx::bench

BENCHMARK_MAIN();

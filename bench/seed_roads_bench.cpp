// Loading into PostgreSQL and SQLite, each beside the fastest way known to its engine for rows that
// are ready, and the Python stack beside ours; all in one run, so that the ratios say what dbx
// costs.
//
// What bounds what: PostgreSQL by its own COPY (parsing rows, writing them ahead), which a ready
// file reaches too; SQLite by building its records and pages, which a virtual table over rows that
// were made before reaches too.
#include <benchmark/benchmark.h>

#include <array>
#include <cstdio>

#include "seed_example.h"
#include "support/postgres.h"

namespace dbx::bench {
namespace {

// The fact alone: dimensions are loaded before the clock starts.
const database::RowSource& fact() { return *example_plan().find(kFact)->source; }

std::string output_of(const std::string& command) {
  std::string output;
  std::array<char, 4096> buffer;
  FILE* pipe = popen(command.c_str(), "r");
  if (pipe == nullptr) return output;
  while (fgets(buffer.data(), static_cast<int>(buffer.size()), pipe) != nullptr) {
    output += buffer.data();
  }
  pclose(pipe);
  return output;
}

void load_dimensions(const dialect::Dialect& dialect, database::Connection& connection) {
  const auto loader = dialect.bulk(connection);
  for (const seed::TablePlan& table : example_plan().tables()) {
    if (table.name != kFact) check(loader->load(*table.source, {2, nullptr, nullptr}));
  }
}

// With keys and indexes as the spec has them, put aside for the load as `dbx seed` does.
double load_fact(const dialect::Dialect& dialect, database::Connection& connection) {
  Diagnostics ignored;
  const schema::Schema live = take(dialect.inspect(connection, ignored));
  const auto loader = dialect.bulk(connection);
  const Stopwatch watch;
  check(connection.begin());
  const dialect::KeysAside keys = take(dialect.write_keys_aside(live, {kFact}));
  for (const auto& statement : keys.drop) check(connection.execute(statement.sql));
  check(loader->load(fact(), {2, nullptr, nullptr}));
  for (const auto& statement : keys.restore) check(connection.execute(statement.sql));
  check(connection.commit());
  return watch.seconds();
}

// postgres:///bench?host=... as psql takes it.
std::string libpq_url(std::string url) { return url.replace(0, url.find(':'), "postgresql"); }

void load_postgres(benchmark::State& state) {
  const auto url = test::postgres_url("bench");
  if (!url) return state.SkipWithError("no PostgreSQL server");
  const dialect::Dialect& dialect = *take(dialect::find("postgres"));
  const auto connection = take(dialect.connect(*url, {}));
  make_tables(dialect, *connection);
  load_dimensions(dialect, *connection);
  const Folder folder;
  const std::string file = folder.file("rows.bin");
  const std::string psql = "psql -q -v ON_ERROR_STOP=1 '" + libpq_url(*url) + "' -c \"";
  load_fact(dialect, *connection);
  output_of(psql + "\\copy (SELECT * FROM " + kFact + ") to '" + file + "' (format binary)\"");
  check(connection->execute(std::string("CREATE TABLE bare AS SELECT * FROM ") + kFact +
                            " WHERE false"));
  double ours = 0;
  double rows_only = 0;
  double theirs = 0;
  for (auto _ : state) {
    check(connection->execute(std::string("TRUNCATE ") + kFact));
    const double seconds = load_fact(dialect, *connection);
    // The same rows into a table without keys: ours and psql's.
    for (double* total : {&rows_only, &theirs}) {
      check(connection->execute("TRUNCATE bare"));
      check(connection->execute("CHECKPOINT"));
      const Stopwatch watch;
      if (total == &theirs) {
        output_of(psql + "\\copy bare from '" + file + "' (format binary)\"");
      } else {
        class Bare final : public database::RowSource {
         public:
          const std::string& table() const override { return name_; }
          std::span<const database::BulkColumn> columns() const override {
            return fact().columns();
          }
          std::int64_t row_count() const override { return fact().row_count(); }
          void fill(database::RowRange rows,
                    std::span<database::ColumnBatch> batch) const override {
            fact().fill(rows, batch);
          }

         private:
          std::string name_ = "bare";
        };
        check(dialect.bulk(*connection)->load(Bare(), {2, nullptr, nullptr}));
      }
      *total += watch.seconds();
    }
    ours += seconds;
    state.SetIterationTime(seconds);
  }
  const auto rows = static_cast<double>(state.iterations() * kFacts);
  state.SetItemsProcessed(state.iterations() * kFacts);
  state.counters["copy_rows_per_second"] = rows / theirs;
  state.counters["ratio_to_copy"] = theirs / rows_only;
  state.counters["ratio_with_keys_to_copy_without"] = theirs / ours;
}
BENCHMARK(load_postgres)->UseManualTime()->Unit(benchmark::kMillisecond)->Iterations(3);

// Rows that were made before: the ceiling of a virtual table.
class Ready final : public database::RowSource {
 public:
  explicit Ready(const database::RowSource& source) : source_(source) {
    for (std::int64_t begin = 0; begin < source.row_count(); begin += kBlock) {
      auto& batch = blocks_.emplace_back(source.columns().size());
      source.fill({begin, std::min(kBlock, source.row_count() - begin)}, batch);
    }
  }
  const std::string& table() const override { return source_.table(); }
  std::span<const database::BulkColumn> columns() const override { return source_.columns(); }
  std::int64_t row_count() const override { return source_.row_count(); }
  void fill(database::RowRange rows, std::span<database::ColumnBatch> batch) const override {
    const auto& made = blocks_[static_cast<std::size_t>(rows.begin / kBlock)];
    std::copy(made.begin(), made.end(), batch.begin());
  }

 private:
  static constexpr std::int64_t kBlock = 2048;
  const database::RowSource& source_;
  std::vector<std::vector<database::ColumnBatch>> blocks_;
};

double load_sqlite_once(const database::RowSource& source, const std::string& path) {
  std::filesystem::remove(path);
  const dialect::Dialect& dialect = *take(dialect::find("sqlite"));
  const auto connection = take(dialect.connect("sqlite:" + path, {}));
  make_tables(dialect, *connection);
  load_dimensions(dialect, *connection);
  const auto loader = dialect.bulk(*connection);
  const Stopwatch watch;
  check(connection->begin());
  check(loader->load(source, {2, nullptr, nullptr}));
  check(connection->commit());
  return watch.seconds();
}

void load_sqlite(benchmark::State& state) {
  const Folder folder;
  const Ready ready(fact());
  double ours = 0;
  double ceiling = 0;
  for (auto _ : state) {
    const double seconds = load_sqlite_once(fact(), folder.file("ours.db"));
    ceiling += load_sqlite_once(ready, folder.file("ready.db"));
    ours += seconds;
    state.SetIterationTime(seconds);
  }
  state.SetItemsProcessed(state.iterations() * kFacts);
  state.counters["ratio_to_virtual_table_ceiling"] = ceiling / ours;
}
BENCHMARK(load_sqlite)->UseManualTime()->Unit(benchmark::kMillisecond)->Iterations(3);

// numpy, pandas, Faker and SQLAlchemy, filling the same columns of the same table of a SQLite file.
void python_stack(benchmark::State& state) {
  constexpr int kRows = 20'000;
  const Folder folder;
  double ours = 0;
  double theirs = 0;
  for (auto _ : state) {
    const std::string said =
        output_of("/usr/bin/python3 " + std::string(DBX_SOURCE_DIR) + "/bench/python_stack.py " +
                  folder.file("python.db") + " " + std::to_string(kRows) + " 2>&1");
    const double seconds = std::atof(said.c_str());
    if (seconds <= 0) {
      return state.SkipWithError("no python3-pandas, python3-sqlalchemy or python3-fake-factory");
    }
    theirs += seconds * static_cast<double>(kFacts) / kRows;
    const double mine = load_sqlite_once(fact(), folder.file("ours.db"));
    ours += mine;
    state.SetIterationTime(mine);
  }
  state.SetItemsProcessed(state.iterations() * kFacts);
  state.counters["ratio_to_python_stack"] = theirs / ours;
}
BENCHMARK(python_stack)->UseManualTime()->Unit(benchmark::kMillisecond)->Iterations(1);

}  // namespace
}  // namespace dbx::bench

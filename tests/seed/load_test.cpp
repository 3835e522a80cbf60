// Loading into DuckDB: the same rows at any number of threads, cancelled in time, nothing half
// done.
#include <thread>

#include "dbx/base/clock.h"
#include "dbx/dialect/dialect.h"
#include "dbx/plan/plan.h"
#include "dbx/schema/schema.h"
#include "seed/support.h"

namespace dbx::seed {
namespace {

struct Warehouse {
  std::unique_ptr<database::Connection> connection;
  std::unique_ptr<database::BulkLoader> loader;
};

Warehouse open(const spec::Spec& spec) {
  const dialect::Dialect& duckdb = **dialect::find("duckdb");
  Warehouse warehouse;
  warehouse.connection = std::move(*duckdb.connect("duckdb::memory:", {}));
  const auto target = duckdb.realise(schema::lower(spec, "duckdb"))->schema;
  const auto statements = duckdb.write(*plan::make({}, target));
  for (const dialect::Statement& statement : *statements) {
    const Status status = warehouse.connection->execute(statement.sql);
    if (!status) ADD_FAILURE() << messages(status.error());
  }
  warehouse.loader = duckdb.bulk(*warehouse.connection);
  return warehouse;
}

TEST(load, same_hash_at_any_number_of_threads_and_rows_as_planned) {
  for (const char* folder : {"loan_payments", "loan_risk", "people_history", "retail_orders"}) {
    const spec::Spec spec = read_case(folder);
    const SeedPlan plan = plan_of(spec);
    for (const unsigned threads : {1U, 3U}) {
      Warehouse warehouse = open(spec);
      const auto loaded = load(plan, *warehouse.loader, {threads, {}, nullptr});
      ASSERT_TRUE(loaded) << messages(loaded.error());
      for (const LoadedTable& table : *loaded) {
        const TablePlan& planned = *plan.find(table.name);
        EXPECT_EQ(table.hash, content_hash(*planned.source, {0, planned.rows})) << table.name;
        const auto rows = warehouse.connection->query("SELECT count(*) FROM " + table.name);
        EXPECT_EQ(database::to_text(rows->rows[0][0]), std::to_string(planned.rows));
      }
    }
  }
}

TEST(load, stored_values_are_the_planned_ones) {
  const spec::Spec spec = read_case("people_history");
  const SeedPlan plan = plan_of(spec);
  Warehouse warehouse = open(spec);
  ASSERT_TRUE(load(plan, *warehouse.loader, {2, {}, nullptr}));
  const auto stored =
      warehouse.connection->query("SELECT * FROM dim_employee ORDER BY employee_key LIMIT 50");
  ASSERT_TRUE(stored) << messages(stored.error());
  const auto planned = sample(*plan.find("dim_employee")->source, {0, 50});
  for (std::size_t row = 0; row < 50; ++row) {
    for (std::size_t c = 0; c < planned[row].size(); ++c) {
      EXPECT_EQ(database::to_text(stored->rows[row][c]), planned[row][c]) << row << " " << c;
    }
  }
}

TEST(load, cancel_ends_within_two_seconds_and_rolls_back) {
  const spec::Spec spec = read_case("loan_payments");
  Options options;
  options.rows["fact_loan_payments"] = 2'000'000'000;
  const SeedPlan plan = plan_of(spec, options);
  Warehouse warehouse = open(spec);
  const std::string before = database::to_text(
      warehouse.connection->query("SELECT current_setting('threads')::BIGINT")->rows[0][0]);
  CancelFlag cancel;
  std::jthread canceller([&] {
    std::this_thread::sleep_for(std::chrono::milliseconds(200));
    cancel.cancel();
  });
  {
    auto transaction = database::Transaction::begin(*warehouse.connection);
    ASSERT_TRUE(transaction);
    const Stopwatch watch;
    int calls = 0;
    const auto loaded =
        load(plan, *warehouse.loader, {3, [&](const Progress&) { ++calls; }, &cancel});
    ASSERT_FALSE(loaded);
    EXPECT_EQ(loaded.error().front().code, Code::kInterrupted);
    EXPECT_LT(watch.seconds(), 2.2);
    EXPECT_GT(calls, 0);
  }
  const auto rows = warehouse.connection->query("SELECT count(*) FROM dim_company");
  ASSERT_TRUE(rows) << messages(rows.error());
  EXPECT_EQ(database::to_text(rows->rows[0][0]), "0");
  warehouse.loader.reset();
  const auto threads = warehouse.connection->query("SELECT current_setting('threads')::BIGINT");
  EXPECT_EQ(database::to_text(threads->rows[0][0]), before);
}

}  // namespace
}  // namespace dbx::seed

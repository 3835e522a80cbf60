// Planning, measured: schemas of 12 columns a table, each table with a primary key, an index and a
// foreign key; the target has 1% of the tables changed.
//
// In memory: the plan both ways with its statements, fingerprints, and the way from schema to spec
// and back. All must grow with the schema and no faster: `growth_exponent` compares with the next
// smaller size (1 is linear). Live: inspection against `pg_dump -s` of the same database in the
// same run, and what a plan between two databases adds to their inspections.
//
// What bounds what: an inspection of PostgreSQL waits for the server's catalog queries, a plan is
// bound by copies of the schemas that it keeps.
#include <benchmark/benchmark.h>
#include <fmt/format.h>
#include <malloc.h>

#include <cmath>
#include <ctime>
#include <iostream>
#include <map>
#include <tuple>

#include "dbx/app/plan.h"
#include "dbx/base/clock.h"
#include "dbx/dialect/dialect.h"
#include "dbx/plan/plan.h"
#include "dbx/schema/schema.h"
#include "support/command.h"
#include "support/postgres.h"

namespace dbx {
namespace {

constexpr const char* kEngines[] = {"postgres", "sqlite", "duckdb"};

[[noreturn]] void stop(const Diagnostics& problems) {
  for (const Diagnostic& problem : problems) std::cerr << "dbx_bench: " << problem.message << "\n";
  std::exit(1);
}
template <class T>
T take(Result<T> result) {
  if (!result) stop(result.error());
  return std::move(*result);
}
void check(const Status& status) {
  if (!status) stop(status.error());
}

// Of all threads of this process: a busy machine changes the time on the wall, not the growth.
double cpu_seconds() {
  timespec time{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
}

schema::Column column(std::string name, std::string_view type, std::string default_text = {}) {
  schema::Column made;
  made.name = std::move(name);
  made.type = spec::read_type(type).type;
  if (!default_text.empty()) made.default_value = default_text;
  return made;
}

schema::Table table_of(std::int64_t number) {
  const auto name_of = [](std::int64_t n) { return fmt::format("table_{:05}", n); };
  schema::Table table;
  table.name = name_of(number);
  table.columns = {column("id", "BIGINT"),
                   column("parent_id", "BIGINT"),
                   column("code", "VARCHAR(50)"),
                   column("label", "TEXT", "'none'"),
                   column("amount", "DECIMAL(18,2)", "0"),
                   column("quantity", "INT", "1"),
                   column("is_open", "BOOLEAN", "true"),
                   column("created_on", "DATE"),
                   column("updated_at", "TIMESTAMP"),
                   column("ratio", "DOUBLE"),
                   column("day", "DATE"),
                   column("note", "TEXT")};
  for (const std::size_t required : {0, 2, 4, 6}) table.columns[required].nullable = false;
  table.primary_key = schema::Key{table.name + "_pk", {"id"}, schema::Enforcement::kPhysical};
  schema::ForeignKey parent;
  parent.name = table.name + "_parent_fk";
  parent.columns = {"parent_id"};
  parent.table = name_of(number / 2);  // table 0 references itself
  parent.referenced_columns = {"id"};
  table.foreign_keys = {std::move(parent)};
  schema::Index index;
  index.name = table.name + "_code";
  index.columns = {"code", "day"};
  table.indexes = {std::move(index)};
  return table;
}

schema::Schema schema_of(const dialect::Dialect& dialect, std::int64_t tables) {
  schema::Schema schema;
  for (std::int64_t i = 0; i < tables; ++i) schema.tables.push_back(table_of(i));
  return take(dialect.realise(schema)).schema;
}

// A new column, a column of a wider type, another index in one table of a hundred.
schema::Schema changed(schema::Schema schema) {
  for (std::size_t i = 0; i < schema.tables.size(); i += 100) {
    schema::Table& table = schema.tables[i];
    table.columns.push_back(column("extra", "VARCHAR(20)"));
    table.columns[5].type = spec::read_type("BIGINT").type;
    table.indexes[0].columns = {"day"};
  }
  return schema;
}

// Sets `growth_exponent` against the next smaller size of the same benchmark.
void count_growth(benchmark::State& state, const char* what, std::int64_t engine,
                  std::int64_t tables, double seconds) {
  static std::map<std::tuple<std::string, std::int64_t, std::int64_t>, double> known;
  const auto at = known.insert_or_assign({what, engine, tables}, seconds).first;
  state.counters["cpu_seconds"] = seconds;
  if (at == known.begin()) return;
  const auto& [key, smaller] = *std::prev(at);
  const auto& [name, same_engine, size] = key;
  if (name != what || same_engine != engine) return;
  state.counters["growth_exponent"] =
      std::log(seconds / smaller) /
      std::log(static_cast<double>(tables) / static_cast<double>(size));
}

// The CPU seconds of the quickest run. Each run pays for its memory, as a process does: else a
// small schema would find all of it in the processor's cache, and growth would look steeper than it
// is.
template <class Run>
double measure(benchmark::State& state, Run run) {
  double best = 1e9;
  for (auto _ : state) {
    malloc_trim(0);
    const double begin = cpu_seconds();
    run();
    best = std::min(best, cpu_seconds() - begin);
  }
  return best;
}

std::size_t plan_and_write(const dialect::Dialect& dialect, const schema::Schema& current,
                           const schema::Schema& target) {
  const plan::Plan plan = take(plan::make(current, target, dialect.plan_options()));
  return take(dialect.write(plan)).size();
}

// Arguments: engine (as in kEngines), tables. DuckDB's foreign keys, which realise() leaves to be
// verified, are left out of its plans.
void plan_in_memory(benchmark::State& state) {
  const dialect::Dialect& dialect = *take(dialect::find(kEngines[state.range(0)]));
  schema::Schema current = schema_of(dialect, state.range(1));
  if (state.range(0) == 2) {
    for (schema::Table& table : current.tables) table.foreign_keys.clear();
  }
  const schema::Schema target = changed(current);
  const double seconds = measure(state, [&] {
    const plan::Plan plan = take(plan::make(current, target, dialect.plan_options()));
    benchmark::DoNotOptimize(take(dialect.write(plan)).size());
    benchmark::DoNotOptimize(take(dialect.write(take(plan::reverse(plan)))).size());
  });
  count_growth(state, "plan", state.range(0), state.range(1), seconds);
}

void create_in_memory(benchmark::State& state) {
  const dialect::Dialect& dialect = *take(dialect::find(kEngines[state.range(0)]));
  const schema::Schema target = schema_of(dialect, state.range(1));
  const double seconds =
      measure(state, [&] { benchmark::DoNotOptimize(plan_and_write(dialect, {}, target)); });
  count_growth(state, "create", state.range(0), state.range(1), seconds);
}

void fingerprint(benchmark::State& state) {
  const schema::Schema schema = schema_of(*take(dialect::find("postgres")), state.range(0));
  const double seconds =
      measure(state, [&] { benchmark::DoNotOptimize(schema::fingerprint(schema)); });
  count_growth(state, "fingerprint", 0, state.range(0), seconds);
}

// To a spec, to a schema again, and to what the engine holds of it.
void lift_lower_realise(benchmark::State& state) {
  const dialect::Dialect& dialect = *take(dialect::find(kEngines[state.range(0)]));
  const schema::Schema schema = schema_of(dialect, state.range(1));
  const double seconds = measure(state, [&] {
    const spec::Spec spec = schema::lift(schema, "big");
    benchmark::DoNotOptimize(take(dialect.realise(schema::lower(spec, dialect.name()))));
  });
  count_growth(state, "lift_lower_realise", state.range(0), state.range(1), seconds);
}

void in_memory_sizes(benchmark::internal::Benchmark* bench) {
  bench->ArgNames({"engine", "tables"})->Unit(benchmark::kMillisecond);
  for (const std::int64_t engine : {0, 1, 2}) {
    for (const std::int64_t tables : {500, 5'000, 50'000}) bench->Args({engine, tables});
  }
}
BENCHMARK(plan_in_memory)->Apply(in_memory_sizes);
BENCHMARK(create_in_memory)->Apply(in_memory_sizes);
BENCHMARK(fingerprint)
    ->ArgName("tables")
    ->Arg(500)
    ->Arg(5'000)
    ->Arg(50'000)
    ->Unit(benchmark::kMillisecond);
BENCHMARK(lift_lower_realise)
    ->ArgNames({"engine", "tables"})
    ->ArgsProduct({{0, 1}, {500, 5'000, 50'000}})
    ->Args({2, 500})
    ->Args({2, 5'000})  // DuckDB itself makes every table with a default, to spell it its way
    ->Unit(benchmark::kMillisecond);

// Live ------------------------------------------------------------------------------------------

// In several transactions: each table costs the server a few locks until its transaction ends.
void create(database::Connection& connection, const dialect::Dialect& dialect,
            const plan::Plan& plan) {
  constexpr std::size_t kStatementsMax = 500;
  std::size_t open = 0;
  for (const dialect::Statement& statement : take(dialect.write(plan))) {
    if (open == 0) check(connection.begin());
    check(connection.execute(statement.sql));
    if (++open < kStatementsMax) continue;
    check(connection.commit());
    open = 0;
  }
  if (open > 0) check(connection.commit());
}

// An embedded engine's inspection.
void inspect_embedded(benchmark::State& state) {
  const dialect::Dialect& dialect = *take(dialect::find(kEngines[state.range(0)]));
  dialect::Sandbox sandbox = take(dialect.sandbox(""));
  const schema::Schema schema = schema_of(dialect, state.range(1));
  create(sandbox.connection(), dialect, take(plan::make({}, schema, dialect.plan_options())));
  const double seconds = measure(state, [&] {
    Diagnostics notes;
    benchmark::DoNotOptimize(take(dialect.inspect(sandbox.connection(), notes)));
  });
  count_growth(state, "inspect", state.range(0), state.range(1), seconds);
}
BENCHMARK(inspect_embedded)
    ->ArgNames({"engine", "tables"})
    ->Args({1, 500})
    ->Args({1,
            2'000})  // SQLite itself takes 80 s to make 5,000: every CREATE reads its whole catalog
    ->Args({2, 500})
    ->Args({2, 5'000})
    ->Unit(benchmark::kMillisecond);

// Two databases of a throw-away cluster, the second one with 1% of its tables changed.
struct Pair {
  std::string current;
  std::string target;
};

const Pair* pair_of(std::int64_t tables) {
  static std::map<std::int64_t, Pair> pairs;
  if (const auto known = pairs.find(tables); known != pairs.end()) return &known->second;
  const dialect::Dialect& dialect = *take(dialect::find("postgres"));
  const schema::Schema schema = schema_of(dialect, tables);
  Pair pair;
  for (std::string* url : {&pair.current, &pair.target}) {
    const auto made = test::postgres_url("bench");
    if (!made) return nullptr;
    *url = *made;
    const auto connection = take(dialect.connect(*url, {}));
    const plan::Plan creation = take(plan::make({}, schema, dialect.plan_options()));
    create(*connection, dialect, creation);
    if (url == &pair.target) {
      create(*connection, dialect,
             take(plan::make(schema, changed(schema), dialect.plan_options())));
    }
    check(connection->execute("ANALYZE"));
  }
  return &pairs.emplace(tables, std::move(pair)).first->second;
}

schema::Schema inspect(const std::string& url) {
  const dialect::Dialect& dialect = *take(dialect::find("postgres"));
  const auto connection = take(dialect.connect(url, {}));
  Diagnostics notes;
  return take(dialect.inspect(*connection, notes));
}

template <class Run>
double wall_seconds(Run run) {
  const Stopwatch watch;
  run();
  return watch.seconds();
}

// Of the command; nothing where it is not installed.
std::optional<double> dump_seconds(const std::string& url) {
  std::string libpq_url = url;
  libpq_url.replace(0, libpq_url.find(':'), "postgresql");
  test::Finished done;
  const double seconds = wall_seconds(
      [&] { done = test::run(fmt::format("pg_dump -s '{}' > /dev/null", libpq_url)); });
  if (done.status != 0) return std::nullopt;
  return seconds;
}

// Argument: tables. Ratios above 1: how many times quicker than `pg_dump -s`.
void inspect_postgres(benchmark::State& state) {
  const Pair* pair = pair_of(state.range(0));
  if (pair == nullptr) return state.SkipWithError("no PostgreSQL server is installed");
  double ours = 0;
  double theirs = 0;
  const double cpu = measure(state, [&] {
    ours += wall_seconds([&] { benchmark::DoNotOptimize(inspect(pair->current)); });
    theirs += dump_seconds(pair->current).value_or(0);
  });
  count_growth(state, "inspect", 0, state.range(0), cpu);
  const auto rounds = static_cast<double>(state.iterations());
  state.counters["wall_seconds"] = ours / rounds;
  if (theirs > 0) state.counters["pg_dump_seconds"] = theirs / rounds;
  if (theirs > 0) state.counters["ratio_to_pg_dump"] = theirs / ours;
}
BENCHMARK(inspect_postgres)
    ->ArgName("tables")
    ->Arg(500)
    ->Arg(5'000)
    ->Iterations(5)
    ->Unit(benchmark::kMillisecond);

// The difference of two inspected schemas and its statements, without the inspections.
void plan_postgres(benchmark::State& state) {
  const Pair* pair = pair_of(state.range(0));
  if (pair == nullptr) return state.SkipWithError("no PostgreSQL server is installed");
  const dialect::Dialect& dialect = *take(dialect::find("postgres"));
  const schema::Schema current = inspect(pair->current);
  const schema::Schema target = inspect(pair->target);
  double ours = 0;
  const double cpu = measure(state, [&] {
    ours +=
        wall_seconds([&] { benchmark::DoNotOptimize(plan_and_write(dialect, current, target)); });
  });
  ours /= static_cast<double>(state.iterations());
  count_growth(state, "plan live", 0, state.range(0), cpu);
  state.counters["wall_seconds"] = ours;
  const double inspected = wall_seconds([&] { benchmark::DoNotOptimize(inspect(pair->current)); });
  state.counters["part_of_inspect"] = ours / inspected;
  if (const auto dump = dump_seconds(pair->current))
    state.counters["part_of_pg_dump"] = ours / *dump;
}
BENCHMARK(plan_postgres)->ArgName("tables")->Arg(500)->Arg(5'000)->Unit(benchmark::kMillisecond);

// All that `dbx plan --current URL --target URL2` does: both inspections, the plan and its way
// back, fingerprints, and the spec of either side.
void plan_command(benchmark::State& state) {
  const Pair* pair = pair_of(state.range(0));
  if (pair == nullptr) return state.SkipWithError("no PostgreSQL server is installed");
  app::PlanRequest request;
  request.current = pair->current;
  request.target = pair->target;
  request.database = pair->current;
  double ours = 0;
  double inspected = 0;
  double cpu = 0;
  measure(state, [&] {
    const double begin = cpu_seconds();
    ours += wall_seconds([&] { benchmark::DoNotOptimize(take(app::plan(request))); });
    cpu += cpu_seconds() - begin;
    inspected += wall_seconds([&] { benchmark::DoNotOptimize(inspect(pair->current)); });
  });
  const auto rounds = static_cast<double>(state.iterations());
  count_growth(state, "plan command", 0, state.range(0), cpu / rounds);
  state.counters["wall_seconds"] = ours / rounds;
  state.counters["inspections"] = ours / inspected;  // 2 would be nothing but inspecting
}
BENCHMARK(plan_command)
    ->ArgName("tables")
    ->Arg(500)
    ->Arg(5'000)
    ->Iterations(5)
    ->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace dbx

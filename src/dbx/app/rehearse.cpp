// The story: count, then three times fill a sandbox and run; then draw the line.
#include "dbx/app/rehearse.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "dbx/app/create.h"
#include "dbx/app/impact.h"
#include "dbx/app/session.h"
#include "dbx/base/clock.h"
#include "dbx/base/text.h"
#include "dbx/seed/seed.h"

namespace dbx::app {
namespace {

using Counts = std::map<schema::Name, std::int64_t>;

constexpr std::int64_t kRowsMax = 40'000;
// Student's t, two-sided 80 %, for 1 degree of freedom and more (three sizes leave one).
constexpr double kStudent[] = {3.078, 1.886, 1.638, 1.533};

tl::unexpected<Diagnostics> cannot(const std::string& why, std::string hint) {
  return fail(Code::kCannotRehearse, "the plan cannot be rehearsed: " + why, std::move(hint));
}

Result<Counts> live_counts(const dialect::Dialect& dialect, const plan::Plan& plan,
                           const std::string& url) {
  if (url.empty()) {
    return cannot("it starts from a file, which has no rows to count",
                  "start from a database, with --database or --current URL");
  }
  DBX_TRY(const Session session, open(url, dialect::Access::kReadOnly, false));
  return dialect.row_counts(*session.connection, plan.current);
}

std::int64_t largest(const Counts& counts) {
  std::int64_t most = 0;
  for (const auto& [name, count] : counts) most = std::max(most, count);
  return most;
}

Counts scaled(const Counts& counts, double share) {
  Counts result;
  for (const auto& [name, count] : counts) {
    const double rows = std::round(static_cast<double>(count) * share);
    result[name] = std::max<std::int64_t>(static_cast<std::int64_t>(rows), 1);
  }
  return result;
}

Status fill(const dialect::Dialect& dialect, database::Connection& connection,
            const plan::Plan& plan, const Counts& counts) {
  seed::Options options;
  for (const auto& [name, count] : counts) options.rows[name.name] = count;
  DBX_TRY(const seed::SeedPlan rows, seed::make(schema::lift(plan.current, "rehearsal"), options));
  DBX_TRY(database::Transaction transaction, database::Transaction::begin(connection));
  const auto loader = dialect.bulk(connection);
  DBX_CHECK_OK(seed::load(rows, *loader, {}));
  return transaction.commit();
}

// Seconds of each statement.
Result<std::vector<double>> run_steps(database::Connection& connection,
                                      const migrate::Migration& migration) {
  std::vector<double> seconds;
  const bool together = std::all_of(migration.steps.begin(), migration.steps.end(),
                                    [](const migrate::Step& step) { return step.transactional; });
  if (together) DBX_CHECK_OK(connection.begin());
  for (const migrate::Step& step : migration.steps) {
    const Stopwatch watch;
    DBX_CHECK_OK(connection.execute(step.sql));
    seconds.push_back(watch.seconds());
  }
  if (together) DBX_CHECK_OK(connection.commit());
  return seconds;
}

Result<std::vector<double>> trial(const dialect::Dialect& dialect, const std::string& url,
                                  const Planned& planned, const Counts& counts) {
  DBX_TRY(dialect::Sandbox sandbox, dialect.sandbox(url));
  DBX_CHECK_OK(create_schema(dialect, sandbox.connection(), planned.whole.current));
  DBX_CHECK_OK(fill(dialect, sandbox.connection(), planned.whole, counts));
  return run_steps(sandbox.connection(), planned.forward);
}

// The table that a step is about, by the name of it that it had before.
const schema::Name* table_of(const migrate::Step& step, const plan::Plan& plan,
                             const Counts& counts) {
  for (const auto& [name, count] : counts) {
    std::string called = schema::print(name);
    for (const plan::RenameTable& rename : plan.renamed_tables) {
      if (rename.from == name) called = schema::print(rename.to);
    }
    const bool is_it = step.object == called || step.object.starts_with(called + ".") ||
                       step.object == schema::print(name);
    if (is_it) return &name;
  }
  return nullptr;
}

std::int64_t rows_for(const schema::Name* table, const Counts& counts) {
  if (table != nullptr) return counts.at(*table);
  std::int64_t sum = 0;
  for (const auto& [name, count] : counts) sum += count;
  return sum;
}

// A table that the plan itself makes has no rows yet.
bool is_of_new_table(const migrate::Step& step, const plan::Plan& plan) {
  for (const plan::Change& change : plan.changes) {
    const auto* add = std::get_if<plan::AddTable>(&change);
    if (add == nullptr) continue;
    const std::string name = schema::print(schema::name_of(add->table));
    if (step.object == name || step.object.starts_with(name + ".")) return true;
  }
  return false;
}

void add_locks(const Planned& planned, const PlanRequest& request, Rehearsal& rehearsal) {
  const auto report = assess(planned, request);
  if (!report) return;
  for (const ImpactStep& step : report->steps) {
    for (const std::size_t number : step.statements) {
      if (number <= rehearsal.steps.size()) rehearsal.steps[number - 1].lock = step.impact.lock;
    }
  }
}

}  // namespace

Forecast forecast(std::span<const double> xs, std::span<const double> ys, double x) {
  const auto same = std::find(xs.begin(), xs.end(), x);
  const auto n = static_cast<double>(xs.size());
  if (same != xs.end()) {
    const double seen = ys[static_cast<std::size_t>(same - xs.begin())];
    return {seen, seen, seen};
  }
  double mean_x = 0;
  double mean_y = 0;
  for (std::size_t i = 0; i < xs.size(); ++i) {
    mean_x += xs[i] / n;
    mean_y += ys[i] / n;
  }
  double sxx = 0;
  double sxy = 0;
  for (std::size_t i = 0; i < xs.size(); ++i) {
    sxx += (xs[i] - mean_x) * (xs[i] - mean_x);
    sxy += (xs[i] - mean_x) * (ys[i] - mean_y);
  }
  // Work never gets less with more rows.
  const double slope = sxx > 0 ? std::max(sxy / sxx, 0.0) : 0;
  const double expected = std::max(mean_y + slope * (x - mean_x), 0.0);
  double squares = 0;
  for (std::size_t i = 0; i < xs.size(); ++i) {
    const double off = ys[i] - (mean_y + slope * (xs[i] - mean_x));
    squares += off * off;
  }
  if (xs.size() < 3 || sxx <= 0) return {expected, expected, expected};
  const std::size_t freedom = xs.size() - 2;
  const double t = kStudent[std::min(freedom, std::size(kStudent)) - 1];
  const double spread = t * std::sqrt(squares / static_cast<double>(freedom) *
                                      (1 + 1 / n + (x - mean_x) * (x - mean_x) / sxx));
  return {expected, std::max(expected - spread, 0.0), expected + spread};
}

Result<Rehearsal> rehearse(const dialect::Dialect& dialect, const Planned& planned,
                           const PlanRequest& request) {
  const std::string url = live_url(request);
  DBX_TRY(const Counts counts, live_counts(dialect, planned.whole, url));
  Rehearsal rehearsal;
  rehearsal.live = largest(counts);
  const std::int64_t top = std::clamp<std::int64_t>(rehearsal.live, 1, kRowsMax);
  std::vector<Counts> filled;
  std::vector<std::vector<double>> seconds;
  for (const std::int64_t part : {4, 2, 1}) {
    const std::int64_t size = std::max<std::int64_t>(top / part, 1);
    const double share =
        static_cast<double>(size) / static_cast<double>(std::max<std::int64_t>(rehearsal.live, 1));
    filled.push_back(scaled(counts, share));
    auto took = trial(dialect, url, planned, filled.back());
    if (!took) {
      return cannot(took.error().front().message,
                    "synthetic rows do not fit the schema or the plan; `--prove` tries a few rows");
    }
    rehearsal.sizes.push_back(size);
    seconds.push_back(std::move(*took));
  }
  for (std::size_t i = 0; i < planned.forward.steps.size(); ++i) {
    const migrate::Step& step = planned.forward.steps[i];
    const schema::Name* table = table_of(step, planned.whole, counts);
    const bool is_new = is_of_new_table(step, planned.whole);
    RehearsedStep rehearsed{i + 1, step.kind, step.object, "", is_new ? 0 : rows_for(table, counts),
                            {},    0,         0,           0};
    std::vector<double> xs;
    for (std::size_t k = 0; k < filled.size(); ++k) {
      xs.push_back(static_cast<double>(is_new ? 0 : rows_for(table, filled[k])));
      rehearsed.seconds.push_back(seconds[k][i]);
    }
    const Forecast at_live = forecast(xs, rehearsed.seconds, static_cast<double>(rehearsed.rows));
    rehearsed.expected = at_live.expected;
    rehearsed.low = at_live.low;
    rehearsed.high = at_live.high;
    rehearsal.expected += at_live.expected;
    rehearsal.low += at_live.low;
    rehearsal.high += at_live.high;
    rehearsal.steps.push_back(std::move(rehearsed));
  }
  add_locks(planned, request, rehearsal);
  return rehearsal;
}

}  // namespace dbx::app

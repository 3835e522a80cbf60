// dbx seed: believable rows, the same for the same seed everywhere.
#include <fmt/format.h>

#include <memory>

#include "dbx/app/seed.h"
#include "dbx/base/text.h"
#include "dbx/cli/commands.h"
#include "dbx/cli/render.h"

namespace dbx::cli {
namespace {

struct Options {
  app::SeedRequest request;
  std::vector<std::string> rows;  // table=count
  bool explain = false;
};

constexpr std::int64_t kSampleRows = 3;

Status read_rows(Options& options) {
  for (const std::string& setting : options.rows) {
    const std::size_t equals = setting.find('=');
    const auto count = equals == std::string::npos
                           ? std::nullopt
                           : text::to_int64(std::string_view(setting).substr(equals + 1));
    if (!count) {
      return fail(Code::kBadRowCount, fmt::format("--rows {} is not TABLE=COUNT", setting),
                  "write for example --rows fact_sales=100000");
    }
    options.request.options.rows[setting.substr(0, equals)] = *count;
  }
  return {};
}

std::string progress_text(const seed::Progress& progress) {
  const double rate =
      progress.seconds > 0 ? static_cast<double>(progress.rows_done) / progress.seconds : 0;
  const double left =
      rate > 0 ? static_cast<double>(progress.rows_total - progress.rows_done) / rate : 0;
  return fmt::format("{}: {} of {} rows, {} rows/s, {} left", progress.table,
                     text::group_digits(progress.rows_done),
                     text::group_digits(progress.rows_total),
                     text::group_digits(static_cast<std::int64_t>(rate)), text::duration(left));
}

std::string explanation_of(const seed::SeedPlan& plan) {
  std::string text;
  for (const seed::TablePlan& table : plan.tables()) {
    text +=
        fmt::format("{}: {} ({})\n", table.name, text::plural(table.rows, "row"), table.rows_why);
    Grid grid;
    grid.header = {"column", "type", "generator", "nulls", "why"};
    grid.right = {false, false, false, true};
    for (const seed::ColumnPlan& column : table.columns) {
      grid.rows.push_back(
          {column.name, spec::print(column.type), column.generator,
           column.null_rate > 0 ? fmt::format("{:.0f}%", column.null_rate * 100) : "", column.why});
    }
    text += render(grid) + "\n";
  }
  return text;
}

std::string samples_of(const seed::SeedPlan& plan) {
  std::string text;
  for (const seed::TablePlan& table : plan.tables()) {
    text += fmt::format("{}: {}\n", table.name, text::plural(table.rows, "row"));
    Grid grid;
    for (const seed::ColumnPlan& column : table.columns) grid.header.push_back(column.name);
    grid.rows = seed::sample(*table.source, {0, std::min(kSampleRows, table.rows)});
    text += render(grid) + "\n";
  }
  return text + "nothing was loaded (--dry-run)\n";
}

std::string loaded_text(const app::SeedReport& report) {
  Grid grid;
  grid.header = {"table", "rows", "took", "rows/s", "content hash"};
  grid.right = {false, true, true, true};
  std::int64_t rows = 0;
  for (const seed::LoadedTable& table : report.loaded) {
    rows += table.rows;
    const double rate = static_cast<double>(table.rows) / std::max(table.seconds, 1e-6);
    grid.rows.push_back({table.name, text::group_digits(table.rows), text::duration(table.seconds),
                         text::group_digits(static_cast<std::int64_t>(rate)), table.hash.text()});
  }
  return render(grid) + fmt::format("{} in {}, seed {}, content hash {}\n",
                                    text::plural(rows, "row"), text::duration(report.seconds),
                                    report.seed, report.content_hash);
}

Json data_of(const app::SeedReport& report) {
  Json tables = Json::array();
  for (const seed::TablePlan& table : report.plan.tables()) {
    Json columns = Json::array();
    for (const seed::ColumnPlan& column : table.columns) {
      columns.push_back({{"name", column.name},
                         {"generator", column.generator},
                         {"null_rate", column.null_rate},
                         {"why", column.why}});
    }
    tables.push_back({{"name", table.name}, {"rows", table.rows}, {"columns", columns}});
  }
  Json loaded = Json::array();
  for (const seed::LoadedTable& table : report.loaded) {
    loaded.push_back({{"name", table.name},
                      {"rows", table.rows},
                      {"seconds", table.seconds},
                      {"content_hash", table.hash.text()}});
  }
  return {{"database", report.database},
          {"seed", report.seed},
          {"tables", tables},
          {"loaded", loaded},
          {"seconds", report.seconds},
          {"content_hash", report.content_hash}};
}

Outcome run(Options options, Environment& environment) {
  if (Status rows = read_rows(options); !rows) return failed(std::move(rows).error());
  auto report = app::seed(
      options.request,
      [&](const seed::Progress& progress) {
        if (!progress.finished) environment.progress.show(progress_text(progress));
      },
      environment.cancel);
  if (!report) return failed(std::move(report).error());
  Outcome outcome;
  outcome.data = data_of(*report);
  outcome.problems = report->notes;
  if (options.explain) outcome.text += explanation_of(report->plan);
  outcome.text += options.request.dry_run ? samples_of(report->plan) : loaded_text(*report);
  return outcome;
}

Action declare(CLI::App& app) {
  auto options = std::make_shared<Options>();
  app::SeedRequest& request = options->request;
  app.add_option("--target", request.target, "the spec (default: the one in the ledger)");
  add_database_option(app, request.database);
  app.add_option("--rows", options->rows, "TABLE=COUNT, several times");
  app.add_option("--scale", request.options.scale, "multiplies the default row counts");
  app.add_option("--seed", request.options.seed, "the number that determines every cell");
  app.add_option("--threads", request.threads, "default: one a core")->check(CLI::Range(1, 256));
  app.add_flag("--replace", request.replace, "delete the rows that are there first");
  app.add_flag("--dry-run", request.dry_run, "show counts and sample rows, load nothing");
  app.add_flag("--explain", options->explain, "say which generator fills each column, and why");
  return [options](Environment& environment) { return run(*options, environment); };
}

}  // namespace

Command seed_command() {
  return {"seed", "fill a database with believable rows",
          "  dbx seed --rows fact_loan_payments=1000000\n"
          "  dbx seed --target warehouse.yml --dry-run --explain",
          declare};
}

}  // namespace dbx::cli

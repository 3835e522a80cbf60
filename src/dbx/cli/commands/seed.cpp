// dbx seed: believable rows, the same for the same seed everywhere.
#include <fmt/format.h>

#include <array>
#include <memory>

#include "dbx/app/seed.h"
#include "dbx/app/seed_files.h"
#include "dbx/base/text.h"
#include "dbx/cli/commands.h"
#include "dbx/cli/commands/wishes.h"
#include "dbx/cli/render.h"

namespace dbx::cli {
namespace {

struct Options {
  app::SeedRequest request;
  WishOptions wishes;
  std::string shard;  // K/N
  bool replace = false;
  bool append = false;
  bool resume = false;
  bool explain = false;
  std::string folder;
  std::string format = "parquet";
};

constexpr std::int64_t kSampleRows = 3;

Status read_shard(Options& options) {
  if (options.shard.empty()) return {};
  const std::size_t slash = options.shard.find('/');
  const auto number = text::to_int64(std::string_view(options.shard).substr(0, slash));
  const auto count = slash == std::string::npos
                         ? std::nullopt
                         : text::to_int64(std::string_view(options.shard).substr(slash + 1));
  if (!number || !count || *count < 1 || *count > 10'000 || *number < 1 || *number > *count) {
    return fail(Code::kBadShard, fmt::format("--shard {} is not K/N", options.shard),
                "write for example --shard 2/8: the second of eight parts");
  }
  options.request.shard = {static_cast<int>(*number), static_cast<int>(*count)};
  return {};
}

Status read_on_rows(Options& options) {
  if (int{options.replace} + int{options.append} + int{options.resume} > 1) {
    return fail(Code::kUsage, "--replace, --append and --resume exclude each other",
                "say one of them");
  }
  if (options.replace) options.request.on_rows = app::OnRows::kReplace;
  if (options.append) options.request.on_rows = app::OnRows::kAppend;
  if (options.resume) options.request.on_rows = app::OnRows::kResume;
  return {};
}

std::string progress_text(const seed::Progress& progress) {
  const double rate =
      progress.seconds > 0 ? static_cast<double>(progress.all_done) / progress.seconds : 0;
  const double left =
      rate > 0 ? static_cast<double>(progress.all_total - progress.all_done) / rate : 0;
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

// 1536 -> 1.5 KB
std::string bytes_text(double bytes) {
  constexpr std::array kUnits = {"bytes", "KB", "MB", "GB", "TB", "PB"};
  std::size_t unit = 0;
  while (bytes >= 1024 && unit + 1 < kUnits.size()) {
    bytes /= 1024;
    ++unit;
  }
  return fmt::format("{:.{}f} {}", bytes, unit == 0 || bytes >= 100 ? 0 : 1, kUnits[unit]);
}

std::string samples_of(const seed::SeedPlan& plan) {
  std::string text;
  seed::Estimate whole;
  for (const seed::TablePlan& table : plan.tables()) {
    const seed::Estimate part = seed::estimate(table);
    whole.bytes += part.bytes;
    whole.seconds += part.seconds;
    text += fmt::format("{}: {}, about {}\n", table.name, text::plural(table.rows, "row"),
                        bytes_text(part.bytes));
    Grid grid;
    for (const seed::ColumnPlan& column : table.columns) grid.header.push_back(column.name);
    grid.rows = seed::sample(*table.source, {0, std::min(kSampleRows, table.rows)});
    text += render(grid) + "\n";
  }
  return text + fmt::format(
                    "about {} of rows, made in {} on one thread; what the database adds "
                    "depends on it\nnothing was loaded (--dry-run)\n",
                    bytes_text(whole.bytes), text::duration(whole.seconds));
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
  std::string end =
      fmt::format("{} in {}, seed {}, content hash {}\n", text::plural(rows, "row"),
                  text::duration(report.seconds), report.options.seed, report.content_hash);
  if (report.rows_before > 0) {
    end += fmt::format("{} of the same seed were there before\n",
                       text::plural(report.rows_before, "row"));
  }
  if (report.spoiled > 0) {
    end += fmt::format("{} on purpose, listed in db_assistant_truth\n",
                       text::plural(report.spoiled, "defect"));
  }
  if (!report.complete) end += "other shards are still to load their part\n";
  return (report.loaded.empty() ? "" : render(grid)) + end;
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
          {"seed", report.options.seed},
          {"tables", tables},
          {"loaded", loaded},
          {"rows_before", report.rows_before},
          {"complete", report.complete},
          {"spoiled", report.spoiled},
          {"seconds", report.seconds},
          {"content_hash", report.content_hash}};
}

app::SeedFilesRequest files_request(const Options& options) {
  app::SeedFilesRequest request;
  request.target = options.request.target;
  request.database = options.request.database;
  request.folder = options.folder;
  request.format =
      options.format == "csv" ? dialect::FileFormat::kCsv : dialect::FileFormat::kParquet;
  request.wishes = options.request.wishes;
  request.shard = options.request.shard;
  request.threads = options.request.threads;
  request.replace = options.replace;
  return request;
}

Outcome run(Options options, Environment& environment) {
  auto wishes = read_wishes(options.wishes);
  if (!wishes) return failed(std::move(wishes).error());
  options.request.wishes = std::move(*wishes);
  for (const auto read : {read_shard, read_on_rows}) {
    if (Status status = read(options); !status) return failed(std::move(status).error());
  }
  const auto show = [&](const seed::Progress& progress) {
    if (!progress.finished) environment.progress.show(progress_text(progress));
  };
  const bool to_files = !options.folder.empty() && !options.request.dry_run;
  auto report = to_files ? app::seed_files(files_request(options), show, environment.cancel)
                         : app::seed(options.request, show, environment.cancel);
  if (!report) return failed(std::move(report).error());
  Outcome outcome;
  outcome.problems = report->notes;
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
  add_wish_options(app, options->wishes);
  app.add_option("--threads", request.threads, "default: one a core")->check(CLI::Range(1, 256));
  app.add_option("--batch-size", request.rows_per_load,
                 "rows in one transaction (default: as the engine likes it)")
      ->check(CLI::Range(std::int64_t{1}, std::int64_t{1} << 40U));
  app.add_option("--shard", options->shard, "K/N: load the K-th of N parts of the same rows");
  app.add_option("--lock-wait", request.lock.wait_seconds,
                 "seconds to wait for a migration to end, or for shard 1")
      ->check(CLI::Range(0.0, 86'400.0));
  app.add_flag("--replace", options->replace, "delete the rows that are there first");
  app.add_flag("--append", options->append, "add the rows that a larger seed has more");
  app.add_flag("--resume", options->resume, "go on with a seed that was cut off");
  app.add_option("--out", options->folder, "write files into this folder instead");
  app.add_option("--format", options->format, "of --out: parquet or csv")
      ->check(CLI::IsMember({"parquet", "csv"}));
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

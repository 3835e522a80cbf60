// dbx report: what is in a table, column by column.
#include "dbx/app/report.h"

#include <fmt/format.h>

#include <memory>

#include "dbx/base/text.h"
#include "dbx/cli/commands.h"
#include "dbx/cli/render.h"

namespace dbx::cli {
namespace {

struct Options {
  app::ReportRequest request;
  std::string percentiles;  // "90,95,99"
};

Status read_percentiles(Options& options) {
  if (options.percentiles.empty()) return {};
  for (const std::string_view part : text::split(options.percentiles, ',')) {
    const auto percent = text::to_double(text::trim(part));
    if (!percent || !(*percent > 0 && *percent < 100)) {
      return fail(Code::kUsage, fmt::format("'{}' is not a percentile", text::trim(part)),
                  "write numbers between 0 and 100: --percentiles 90,95,99");
    }
    options.request.percentiles.push_back(*percent);
  }
  return {};
}

std::string short_number(const std::optional<double>& value) {
  if (!value) return "";
  const double magnitude = *value < 0 ? -*value : *value;
  if (magnitude >= 1e15 || (magnitude < 0.001 && magnitude > 0))
    return fmt::format("{:.3g}", *value);
  std::string text = fmt::format("{:.2f}", *value);
  if (text.ends_with(".00")) text.resize(text.size() - 3);
  return text;
}

std::string value_text(const database::Value& value) {
  return std::holds_alternative<std::monostate>(value) ? "" : database::to_text(value);
}

Grid to_grid(const quality::TableReport& report) {
  Grid grid;
  grid.header = {"column", "type", "nulls", "distinct", "min", "max", "mean", "stddev"};
  grid.right = {false, false, true, true, true, true, true, true};
  if (!report.columns.empty()) {
    for (const quality::Percentile& percentile : report.columns[0].percentiles) {
      grid.header.push_back(fmt::format("p{:g}", percentile.percent));
      grid.right.push_back(true);
    }
  }
  for (const quality::ColumnReport& column : report.columns) {
    std::vector<std::string> cells = {
        column.name,
        spec::print(column.type),
        column.nulls == 0 ? "" : text::group_digits(column.nulls),
        column.distinct < 0 ? "" : text::group_digits(column.distinct),
        value_text(column.min),
        value_text(column.max),
        short_number(column.mean),
        short_number(column.stddev)};
    for (const quality::Percentile& percentile : column.percentiles) {
      cells.push_back(short_number(percentile.value));
    }
    cells.resize(grid.header.size());
    grid.rows.push_back(std::move(cells));
  }
  return grid;
}

std::string top_values(const quality::TableReport& report) {
  std::string text;
  for (const quality::ColumnReport& column : report.columns) {
    const bool nearly_unique = column.distinct * 2 > report.rows;
    if (column.top.empty() || nearly_unique) continue;
    std::vector<std::string> parts;
    for (const quality::TopValue& top : column.top) {
      const double share = 100.0 * static_cast<double>(top.rows) /
                           static_cast<double>(std::max<std::int64_t>(1, report.rows));
      parts.push_back(fmt::format("{} {:.1f}%", database::to_text(top.value), share));
    }
    text += fmt::format("{}: {}\n", column.name, text::join(parts, ", "));
  }
  return text;
}

Json optional_number(const std::optional<double>& value) { return value ? Json(*value) : Json(); }

Json data_of(const quality::TableReport& report) {
  Json columns = Json::array();
  for (const quality::ColumnReport& column : report.columns) {
    Json percentiles = Json::object();
    for (const quality::Percentile& percentile : column.percentiles) {
      percentiles[fmt::format("p{:g}", percentile.percent)] = optional_number(percentile.value);
    }
    Json top = Json::array();
    for (const quality::TopValue& value : column.top) {
      top.push_back({{"value", database::to_text(value.value)}, {"rows", value.rows}});
    }
    columns.push_back({{"name", column.name},
                       {"type", spec::print(column.type)},
                       {"nulls", column.nulls},
                       {"distinct", column.distinct},
                       {"min", value_text(column.min)},
                       {"max", value_text(column.max)},
                       {"mean", optional_number(column.mean)},
                       {"stddev", optional_number(column.stddev)},
                       {"percentiles", percentiles},
                       {"top", top}});
  }
  return {{"table", report.table}, {"rows", report.rows}, {"columns", columns}};
}

Outcome run(Options options) {
  if (Status read = read_percentiles(options); !read) return failed(std::move(read).error());
  auto report = app::report(options.request);
  if (!report) return failed(std::move(report).error());
  Outcome outcome;
  outcome.data = data_of(*report);
  outcome.text = fmt::format("{}: {}\n", report->table, text::plural(report->rows, "row")) +
                 render(to_grid(*report)) + top_values(*report);
  return outcome;
}

Action declare(CLI::App& app) {
  auto options = std::make_shared<Options>();
  app.add_option("table", options->request.table, "the table")->required();
  add_database_option(app, options->request.database);
  app.add_option("--percentiles", options->percentiles, "for numbers: 90,95,99");
  return [options](Environment&) { return run(*options); };
}

}  // namespace

Command report_command() {
  return {"report", "what is in a table, column by column",
          "  dbx report fact_loan_payments --percentiles 90,95,99\n  dbx report dim_company --json",
          declare};
}

}  // namespace dbx::cli

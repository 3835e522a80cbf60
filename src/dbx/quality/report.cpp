// The report of a table: one query for the rows, two or three for each column.
#include <fmt/format.h>

#include <algorithm>

#include "dbx/quality/quality.h"

namespace dbx::quality {
namespace {

using query::Expression;
using query::Function;
using schema::TypeKind;

query::Select select_from(const std::string& table) {
  query::Select select;
  select.from = {table, ""};
  return select;
}

Expression is_null(const std::string& column) {
  return query::operation(query::Operator::kIsNull, {query::column("", column)});
}

std::int64_t to_integer(const database::Value& value) {
  if (const auto* number = std::get_if<std::int64_t>(&value)) return *number;
  if (const auto* number = std::get_if<double>(&value)) return static_cast<std::int64_t>(*number);
  return 0;
}

std::optional<double> to_number(const database::Value& value) {
  if (const auto* number = std::get_if<double>(&value)) return *number;
  if (const auto* number = std::get_if<std::int64_t>(&value)) return static_cast<double>(*number);
  return {};
}

Result<std::vector<database::Value>> one_row(const query::Select& select, const Run& run) {
  DBX_TRY(database::ResultSet result, run(select));
  if (result.rows.size() != 1 || result.rows[0].size() != select.items.size()) {
    return fail(Code::kInternal, "a query for one row returned something else");
  }
  return std::move(result.rows[0]);
}

Result<std::int64_t> count_rows(query::Select select, const Run& run) {
  select.items = {{query::call(Function::kCount), "rows"}};
  DBX_TRY(const std::vector<database::Value> row, one_row(select, run));
  return to_integer(row[0]);
}

bool is_comparable(const schema::Type& type) {
  return !type.array && type.kind != TypeKind::kJson && type.kind != TypeKind::kBinary &&
         type.kind != TypeKind::kVarbinary && type.kind != TypeKind::kBlob &&
         type.kind != TypeKind::kEngine;
}

bool has_top_values(const schema::Type& type) {
  return !type.array && (type.is_text() || type.kind == TypeKind::kBoolean);
}

Status describe_values(const std::string& table, const ReportOptions& options, const Run& run,
                       ColumnReport& report) {
  const Expression value = query::column("", report.name);
  query::Select select = select_from(table);
  select.items = {{query::call(Function::kCountDistinct, {value}), "distinct_values"}};
  const bool ordered = report.type.kind != TypeKind::kBoolean;  // PostgreSQL has no min(boolean)
  const bool numeric = report.type.is_numeric() && !report.type.array;
  if (ordered) {
    select.items.push_back({query::call(Function::kMin, {value}), "minimum"});
    select.items.push_back({query::call(Function::kMax, {value}), "maximum"});
  }
  if (numeric) {
    const Expression number = query::call(Function::kToDouble, {value});
    select.items.push_back({query::call(Function::kAvg, {number}), "mean"});
    select.items.push_back({query::call(Function::kStddev, {number}), "stddev"});
    for (const double percent : options.percentiles) {
      select.items.push_back(
          {query::call(Function::kQuantile, {number, query::decimal(percent / 100.0)}),
           fmt::format("percentile_{}", select.items.size())});
    }
  }
  DBX_TRY(const std::vector<database::Value> row, one_row(select, run));
  report.distinct = to_integer(row[0]);
  if (ordered) {
    report.min = row[1];
    report.max = row[2];
  }
  if (numeric) {
    report.mean = to_number(row[3]);
    report.stddev = to_number(row[4]);
    for (std::size_t i = 0; i < options.percentiles.size(); ++i) {
      report.percentiles.push_back({options.percentiles[i], to_number(row[5 + i])});
    }
  }
  return {};
}

Status find_top_values(const std::string& table, const ReportOptions& options, const Run& run,
                       ColumnReport& report) {
  const Expression value = query::column("", report.name);
  query::Select select = select_from(table);
  select.items = {{value, "value"}, {query::call(Function::kCount), "rows"}};
  select.where = query::operation(query::Operator::kIsNotNull, {value});
  select.group_by = {value};
  select.order_by = {{query::call(Function::kCount), true}, {value, false}};
  select.limit = options.top_values;
  DBX_TRY(const database::ResultSet result, run(select));
  for (const auto& row : result.rows) report.top.push_back({row[0], to_integer(row[1])});
  return {};
}

Result<ColumnReport> describe_column(const std::string& table, const schema::Column& column,
                                     const ReportOptions& options, const Run& run) {
  ColumnReport report;
  report.name = column.name;
  report.type = column.type;
  query::Select nulls = select_from(table);
  nulls.where = is_null(column.name);
  DBX_TRY(report.nulls, count_rows(std::move(nulls), run));
  if (!is_comparable(column.type)) {
    report.distinct = -1;
    return report;
  }
  DBX_CHECK_OK(describe_values(table, options, run, report));
  if (has_top_values(column.type) && options.top_values > 0 && report.distinct > 0 &&
      report.distinct <= options.top_values_distinct_max) {
    DBX_CHECK_OK(find_top_values(table, options, run, report));
  }
  return report;
}

}  // namespace

Result<TableReport> report(const schema::Table& table, const ReportOptions& options,
                           const Run& run) {
  for (const double percent : options.percentiles) {
    if (percent > 0 && percent < 100) continue;
    return fail(Code::kUsage, fmt::format("{} is no percentile", percent),
                "percentiles are above 0 and below 100");
  }
  TableReport result;
  result.table = table.name;
  DBX_TRY(result.rows, count_rows(select_from(table.name), run));
  for (const schema::Column& column : table.columns) {
    DBX_TRY(ColumnReport described, describe_column(table.name, column, options, run));
    result.columns.push_back(std::move(described));
  }
  return result;
}

}  // namespace dbx::quality

// How DuckDB calls functions in a query.
#include <fmt/format.h>

#include "dbx/base/text.h"
#include "dbx/dialect/duckdb/duckdb.h"
#include "dbx/dialect/select_printer.h"

namespace dbx::dialect::duckdb {
namespace {

using query::Function;
using query::Operator;

std::string start_of(std::string_view part, std::string_view value) {
  return fmt::format("date_trunc('{}', {})::DATE", part, value);
}

std::string date_call(Function function, const std::vector<std::string>& arguments) {
  switch (function) {
    case Function::kDayStart:
      return start_of("day", arguments.at(0));
    case Function::kWeekStart:
      return start_of("week", arguments.at(0));
    case Function::kMonthStart:
      return start_of("month", arguments.at(0));
    case Function::kQuarterStart:
      return start_of("quarter", arguments.at(0));
    case Function::kYearStart:
      return start_of("year", arguments.at(0));
    case Function::kAddDays:
      return fmt::format("(CAST({} AS DATE) + CAST({} AS INTEGER))", arguments.at(0),
                         arguments.at(1));
    case Function::kAddMonths:
      return fmt::format("CAST(CAST({} AS DATE) + to_months(CAST({} AS INTEGER)) AS DATE)",
                         arguments.at(0), arguments.at(1));
    case Function::kDaysBetween:
      return fmt::format("date_diff('day', CAST({} AS DATE), CAST({} AS DATE))", arguments.at(0),
                         arguments.at(1));
    case Function::kToDate:
      return fmt::format("CAST({} AS DATE)", arguments.at(0));
    case Function::kToTimestamp:
      return fmt::format("CAST({} AS TIMESTAMP)", arguments.at(0));
    default:
      return {};
  }
}

std::string call(Function function, const std::vector<std::string>& arguments) {
  if (std::string date = date_call(function, arguments); !date.empty()) return date;
  switch (function) {
    // Of decimals it would be a decimal of their digits.
    case Function::kQuantile:
      return fmt::format("quantile_cont(CAST({} AS DOUBLE), {})", arguments.at(0), arguments.at(1));
    case Function::kStringJoin:
      return fmt::format("string_agg({0}, {1} ORDER BY {0})", arguments.at(0), arguments.at(1));
    case Function::kToText:
      return fmt::format("CAST({} AS VARCHAR)", arguments.at(0));
    case Function::kToInteger:
      return fmt::format("CAST(round({}) AS BIGINT)", arguments.at(0));
    case Function::kToDouble:
      return fmt::format("CAST({} AS DOUBLE)", arguments.at(0));
    default:
      return common_call(function, arguments);
  }
}

std::string operation(const query::Expression& expression,
                      const std::vector<std::string>& operands) {
  switch (expression.operation) {
    case Operator::kIntegerDivide:
      return fmt::format("{} // {}", operands.at(0), operands.at(1));
    case Operator::kLike:
      return with_escape(expression, "LIKE", operands);
    case Operator::kILike:
      return with_escape(expression, "ILIKE", operands);
    default:
      return {};
  }
}

}  // namespace

std::string write_select(const query::Select& select) {
  static constexpr SelectWords kWords{[](std::string_view name) { return quote(name); }, quote_text,
                                      call, operation};
  return SelectPrinter(kWords).write(select);
}

}  // namespace dbx::dialect::duckdb

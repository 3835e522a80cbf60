// How PostgreSQL calls functions in a query.
#include <fmt/format.h>

#include <algorithm>

#include "dbx/base/text.h"
#include "dbx/dialect/postgres/postgres.h"
#include "dbx/dialect/select_printer.h"

namespace dbx::dialect::postgres {
namespace {

using query::Function;
using query::Operator;

std::string part_of(std::string_view part, std::string_view value) {
  return fmt::format("extract({} FROM {})::integer", part, value);
}

std::string start_of(std::string_view part, std::string_view value) {
  return fmt::format("date_trunc('{}', {})::date", part, value);
}

// What takes an integer takes no bigint.
std::string as_integer(const std::string& value) {
  const bool is_literal =
      std::all_of(value.begin(), value.end(), [](char c) { return c >= '0' && c <= '9'; });
  return is_literal ? value : fmt::format("CAST({} AS integer)", value);
}

std::string as_numeric(std::string_view value) { return fmt::format("CAST({} AS numeric)", value); }

std::string date_call(Function function, const std::vector<std::string>& arguments) {
  switch (function) {
    case Function::kYear:
      return part_of("year", arguments.at(0));
    case Function::kQuarter:
      return part_of("quarter", arguments.at(0));
    case Function::kMonth:
      return part_of("month", arguments.at(0));
    case Function::kDay:
      return part_of("day", arguments.at(0));
    case Function::kWeekday:
      return part_of("dow", arguments.at(0));
    case Function::kHour:  // a date has none
      return part_of("hour", fmt::format("CAST({} AS timestamp)", arguments.at(0)));
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
      return fmt::format("(CAST({} AS date) + {})", arguments.at(0), as_integer(arguments.at(1)));
    case Function::kAddMonths:
      return fmt::format("CAST(CAST({} AS date) + make_interval(months => {}) AS date)",
                         arguments.at(0), as_integer(arguments.at(1)));
    case Function::kDaysBetween:
      return fmt::format("(CAST({} AS date) - CAST({} AS date))", arguments.at(1), arguments.at(0));
    case Function::kToDate:
      return fmt::format("CAST({} AS date)", arguments.at(0));
    case Function::kToTimestamp:
      return fmt::format("CAST({} AS timestamp)", arguments.at(0));
    default:
      return {};
  }
}

std::string call(Function function, const std::vector<std::string>& arguments) {
  if (std::string date = date_call(function, arguments); !date.empty()) return date;
  switch (function) {
    case Function::kQuantile:
      return fmt::format("percentile_cont({}) WITHIN GROUP (ORDER BY {})", arguments.at(1),
                         arguments.at(0));
    case Function::kStringJoin:
      return fmt::format("string_agg({0}, {1} ORDER BY ({0}) COLLATE \"C\")", arguments.at(0),
                         arguments.at(1));
    case Function::kLag:
    case Function::kLead:
    case Function::kNtile:
    case Function::kSubstring: {
      std::vector<std::string> numbered = arguments;
      for (std::size_t i = function == Function::kNtile ? 0 : 1; i < numbered.size(); ++i) {
        numbered[i] = as_integer(numbered[i]);
      }
      return common_call(function, numbered);
    }
    case Function::kToText:
      return fmt::format("CAST({} AS text)", arguments.at(0));
    case Function::kToInteger:
      return fmt::format("CAST(round({}) AS bigint)", as_numeric(arguments.at(0)));
    case Function::kToDouble:
      return fmt::format("CAST({} AS double precision)", arguments.at(0));
    // round(double precision) rounds halves to even, and takes no digits.
    case Function::kRound:
      return arguments.size() == 2
                 ? fmt::format("round({}, {})", as_numeric(arguments[0]), as_integer(arguments[1]))
                 : fmt::format("round({})", as_numeric(arguments.at(0)));
    default:
      return common_call(function, arguments);
  }
}

std::string operation(const query::Expression& expression,
                      const std::vector<std::string>& operands) {
  switch (expression.operation) {
    case Operator::kDivide:
      return fmt::format("CAST({} AS double precision) / {}", operands.at(0), operands.at(1));
    case Operator::kIntegerDivide:
      return fmt::format("CAST({} AS bigint) / CAST({} AS bigint)", operands.at(0), operands.at(1));
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

}  // namespace dbx::dialect::postgres

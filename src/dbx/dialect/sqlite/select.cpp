// How SQLite calls functions in a query. Dates are text there: 2026-11-26, 2026-11-26 10:00:00.
#include <fmt/format.h>

#include "dbx/base/text.h"
#include "dbx/dialect/select_printer.h"
#include "dbx/dialect/sqlite/functions.h"
#include "dbx/dialect/sqlite/sqlite.h"

namespace dbx::dialect::sqlite {
namespace {

using query::Function;
using query::Operator;

std::string part_of(std::string_view format, std::string_view value) {
  return fmt::format("CAST(strftime('{}', {}) AS INTEGER)", format, value);
}

std::string date_call(Function function, const std::vector<std::string>& arguments) {
  switch (function) {
    case Function::kYear:
      return part_of("%Y", arguments.at(0));
    case Function::kQuarter:
      return fmt::format("((strftime('%m', {}) + 2) / 3)", arguments.at(0));
    case Function::kMonth:
      return part_of("%m", arguments.at(0));
    case Function::kDay:
      return part_of("%d", arguments.at(0));
    case Function::kWeekday:
      return part_of("%w", arguments.at(0));
    case Function::kHour:
      return part_of("%H", arguments.at(0));
    case Function::kDayStart:
    case Function::kToDate:
      return fmt::format("date({})", arguments.at(0));
    case Function::kToTimestamp:
      return fmt::format("datetime({})", arguments.at(0));
    case Function::kWeekStart:
      return fmt::format("date({}, '-6 days', 'weekday 1')", arguments.at(0));
    case Function::kMonthStart:
      return fmt::format("date({}, 'start of month')", arguments.at(0));
    case Function::kYearStart:
      return fmt::format("date({}, 'start of year')", arguments.at(0));
    case Function::kAddDays:
      return fmt::format("date({}, ({}) || ' days')", arguments.at(0), arguments.at(1));
    case Function::kDaysBetween:
      return fmt::format("CAST(julianday(date({1})) - julianday(date({0})) AS INTEGER)",
                         arguments.at(0), arguments.at(1));
    case Function::kToday:
      return "date('now')";
    default:
      return {};
  }
}

std::string call(Function function, const std::vector<std::string>& arguments) {
  if (std::string date = date_call(function, arguments); !date.empty()) return date;
  switch (function) {
    case Function::kPosition:
      return fmt::format("instr({}, {})", arguments.at(0), arguments.at(1));
    case Function::kModulo:
      return fmt::format("modulo({}, {})", arguments.at(0), arguments.at(1));
    case Function::kToText:
      return fmt::format("CAST({} AS TEXT)", arguments.at(0));
    case Function::kToInteger:
      return fmt::format("CAST(round({}) AS INTEGER)", arguments.at(0));
    case Function::kToDouble:
      return fmt::format("CAST({} AS REAL)", arguments.at(0));
    case Function::kCoalesce:  // takes two or more
      return arguments.size() == 1 ? arguments[0] : common_call(function, arguments);
    default:  // add_months(), quarter_start(), greatest(), ... are ours (functions.cpp)
      return common_call(function, arguments);
  }
}

// LIKE does not tell upper from lower case here, GLOB does.
std::string like(const query::Expression& expression, const std::vector<std::string>& operands) {
  const query::Expression& pattern = expression.arguments.at(1);
  if (pattern.kind == query::Expression::Kind::kText) {
    return fmt::format("{} GLOB {}", operands.at(0), quote_text(glob_of(pattern.text)));
  }
  return fmt::format("{} GLOB like_to_glob({})", operands.at(0), operands.at(1));
}

std::string operation(const query::Expression& expression,
                      const std::vector<std::string>& operands) {
  switch (expression.operation) {
    case Operator::kDivide:
      return fmt::format("CAST({} AS REAL) / {}", operands.at(0), operands.at(1));
    case Operator::kIntegerDivide:
      return fmt::format("CAST({} AS INTEGER) / CAST({} AS INTEGER)", operands.at(0),
                         operands.at(1));
    case Operator::kLike:
      return like(expression, operands);
    case Operator::kILike:
      return with_escape(expression, "LIKE", operands);
    default:
      return {};
  }
}

SelectWords words() {
  SelectWords words{[](std::string_view name) { return quote(name); }, quote_text, call, operation};
  words.limit_before_offset = true;
  words.nulls_last = false;
  words.dates_are_text = true;
  words.nests_operands = false;
  return words;
}

}  // namespace

std::string write_select(const query::Select& select) {
  static const SelectWords kWords = words();
  return SelectPrinter(kWords).write(select);
}

}  // namespace dbx::dialect::sqlite

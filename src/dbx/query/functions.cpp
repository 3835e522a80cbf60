// The table of functions.
#include "dbx/query/functions.h"

#include <array>
#include <cassert>

namespace dbx::query {
namespace {

constexpr std::size_t kAny = 100;

constexpr std::array kFunctions = {
    FunctionInfo{Function::kCount, "count", 0, 1, FunctionKind::kAggregate},
    FunctionInfo{Function::kCountDistinct, "count", 1, 1, FunctionKind::kAggregate},
    FunctionInfo{Function::kSum, "sum", 1, 1, FunctionKind::kAggregate},
    FunctionInfo{Function::kAvg, "avg", 1, 1, FunctionKind::kAggregate},
    FunctionInfo{Function::kMin, "min", 1, 1, FunctionKind::kAggregate},
    FunctionInfo{Function::kMax, "max", 1, 1, FunctionKind::kAggregate},
    FunctionInfo{Function::kStddev, "stddev_samp", 1, 1, FunctionKind::kAggregate},
    FunctionInfo{Function::kQuantile, "quantile_cont", 2, 2, FunctionKind::kAggregate},
    FunctionInfo{Function::kStringJoin, "string_agg", 2, 2, FunctionKind::kAggregate},
    FunctionInfo{Function::kRowNumber, "row_number", 0, 0, FunctionKind::kPositional},
    FunctionInfo{Function::kRank, "rank", 0, 0, FunctionKind::kPositional},
    FunctionInfo{Function::kDenseRank, "dense_rank", 0, 0, FunctionKind::kPositional},
    FunctionInfo{Function::kLag, "lag", 1, 2, FunctionKind::kPositional},
    FunctionInfo{Function::kLead, "lead", 1, 2, FunctionKind::kPositional},
    FunctionInfo{Function::kFirstValue, "first_value", 1, 1, FunctionKind::kPositional},
    FunctionInfo{Function::kLastValue, "last_value", 1, 1, FunctionKind::kPositional},
    FunctionInfo{Function::kNtile, "ntile", 1, 1, FunctionKind::kPositional},
    FunctionInfo{Function::kPercentRank, "percent_rank", 0, 0, FunctionKind::kPositional},
    FunctionInfo{Function::kYear, "year", 1, 1},
    FunctionInfo{Function::kQuarter, "quarter", 1, 1},
    FunctionInfo{Function::kMonth, "month", 1, 1},
    FunctionInfo{Function::kDay, "day", 1, 1},
    FunctionInfo{Function::kWeekday, "dayofweek", 1, 1},
    FunctionInfo{Function::kHour, "hour", 1, 1},
    FunctionInfo{Function::kDayStart, "day_start", 1, 1},
    FunctionInfo{Function::kWeekStart, "week_start", 1, 1},
    FunctionInfo{Function::kMonthStart, "month_start", 1, 1},
    FunctionInfo{Function::kQuarterStart, "quarter_start", 1, 1},
    FunctionInfo{Function::kYearStart, "year_start", 1, 1},
    FunctionInfo{Function::kAddDays, "add_days", 2, 2},
    FunctionInfo{Function::kAddMonths, "add_months", 2, 2},
    FunctionInfo{Function::kDaysBetween, "days_between", 2, 2},
    FunctionInfo{Function::kToDate, "to_date", 1, 1},
    FunctionInfo{Function::kToTimestamp, "to_timestamp", 1, 1},
    FunctionInfo{Function::kToday, "current_date", 0, 0},
    FunctionInfo{Function::kLower, "lower", 1, 1},
    FunctionInfo{Function::kUpper, "upper", 1, 1},
    FunctionInfo{Function::kTrim, "trim", 1, 1},
    FunctionInfo{Function::kLength, "length", 1, 1},
    FunctionInfo{Function::kSubstring, "substr", 2, 3},
    FunctionInfo{Function::kReplace, "replace", 3, 3},
    FunctionInfo{Function::kPosition, "strpos", 2, 2},
    FunctionInfo{Function::kToText, "to_text", 1, 1},
    FunctionInfo{Function::kAbs, "abs", 1, 1},
    FunctionInfo{Function::kRound, "round", 1, 2},
    FunctionInfo{Function::kFloor, "floor", 1, 1},
    FunctionInfo{Function::kCeiling, "ceil", 1, 1},
    FunctionInfo{Function::kSqrt, "sqrt", 1, 1},
    FunctionInfo{Function::kPower, "power", 2, 2},
    FunctionInfo{Function::kLn, "ln", 1, 1},
    FunctionInfo{Function::kExp, "exp", 1, 1},
    FunctionInfo{Function::kSign, "sign", 1, 1},
    FunctionInfo{Function::kModulo, "mod", 2, 2},
    FunctionInfo{Function::kToInteger, "to_integer", 1, 1},
    FunctionInfo{Function::kToDouble, "to_double", 1, 1},
    FunctionInfo{Function::kNullIf, "nullif", 2, 2},
    FunctionInfo{Function::kCoalesce, "coalesce", 1, kAny},
    FunctionInfo{Function::kGreatest, "greatest", 1, kAny},
    FunctionInfo{Function::kLeast, "least", 1, kAny},
};

constexpr bool is_in_order() {
  for (std::size_t i = 0; i < kFunctions.size(); ++i) {
    if (static_cast<std::size_t>(kFunctions[i].function) != i) return false;
  }
  return true;
}
static_assert(is_in_order(), "one line a function, in the order of Function");
static_assert(kFunctions.back().function == Function::kLeast);

}  // namespace

std::span<const FunctionInfo> functions() { return kFunctions; }

const FunctionInfo& info(Function function) {
  return kFunctions.at(static_cast<std::size_t>(function));
}

bool is_aggregate(Function function) { return info(function).kind == FunctionKind::kAggregate; }

}  // namespace dbx::query

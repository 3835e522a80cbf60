// What functions take and give, and what they become where the engines' own differ by type.
#include <fmt/format.h>

#include <array>
#include <map>
#include <utility>

#include "dbx/query/functions.h"
#include "dbx/query/literals.h"
#include "dbx/query/resolver.h"

namespace dbx::query {
namespace {

// Conditions and CASE repeat what they are made of; the tree must not outgrow its text by much.
constexpr std::size_t kRepeatsMax = 5000;

// Arguments by letter: a anything, n number, i whole number, l whole number written out, t text,
// d date or timestamp. `gives`: a type, or the first argument's.
struct Signature {
  std::string_view takes;
  Type gives = Type::kAny;
  bool gives_first = false;
};

const std::map<Function, Signature>& signatures() {
  static const std::map<Function, Signature> kSignatures = {
      {Function::kCount, {"a", Type::kBigInt}},
      {Function::kCountDistinct, {"a", Type::kBigInt}},
      {Function::kSum, {"n", Type::kAny, true}},
      {Function::kAvg, {"n", Type::kDouble}},
      {Function::kMin, {"a", Type::kAny, true}},
      {Function::kMax, {"a", Type::kAny, true}},
      {Function::kStddev, {"n", Type::kDouble}},
      {Function::kQuantile, {"nn", Type::kDouble}},
      {Function::kStringJoin, {"st", Type::kText}},
      {Function::kRowNumber, {"", Type::kBigInt}},
      {Function::kRank, {"", Type::kBigInt}},
      {Function::kDenseRank, {"", Type::kBigInt}},
      {Function::kLag, {"al", Type::kAny, true}},
      {Function::kLead, {"al", Type::kAny, true}},
      {Function::kFirstValue, {"a", Type::kAny, true}},
      {Function::kLastValue, {"a", Type::kAny, true}},
      {Function::kNtile, {"l", Type::kInteger}},
      {Function::kPercentRank, {"", Type::kDouble}},
      {Function::kYear, {"d", Type::kInteger}},
      {Function::kQuarter, {"d", Type::kInteger}},
      {Function::kMonth, {"d", Type::kInteger}},
      {Function::kDay, {"d", Type::kInteger}},
      {Function::kWeekday, {"d", Type::kInteger}},
      {Function::kHour, {"d", Type::kInteger}},
      {Function::kDayStart, {"d", Type::kDate}},
      {Function::kWeekStart, {"d", Type::kDate}},
      {Function::kMonthStart, {"d", Type::kDate}},
      {Function::kQuarterStart, {"d", Type::kDate}},
      {Function::kYearStart, {"d", Type::kDate}},
      {Function::kAddDays, {"di", Type::kDate}},
      {Function::kAddMonths, {"di", Type::kDate}},
      {Function::kDaysBetween, {"dd", Type::kInteger}},
      {Function::kToday, {"", Type::kDate}},
      {Function::kLower, {"t", Type::kText}},
      {Function::kUpper, {"t", Type::kText}},
      {Function::kTrim, {"t", Type::kText}},
      {Function::kLength, {"t", Type::kInteger}},
      {Function::kSubstring, {"tii", Type::kText}},
      {Function::kReplace, {"ttt", Type::kText}},
      {Function::kPosition, {"tt", Type::kInteger}},
      {Function::kAbs, {"n", Type::kAny, true}},
      {Function::kFloor, {"n", Type::kDecimal}},
      {Function::kCeiling, {"n", Type::kDecimal}},
      {Function::kSqrt, {"n", Type::kDouble}},
      {Function::kPower, {"nn", Type::kDouble}},
      {Function::kLn, {"n", Type::kDouble}},
      {Function::kExp, {"n", Type::kDouble}},
      {Function::kSign, {"n", Type::kDecimal}},
      {Function::kModulo, {"nn", Type::kAny, true}},
  };
  return kSignatures;
}

bool is_call_of(const Expression& expression, Function function) {
  return expression.kind == Expression::Kind::kCall && expression.function == function;
}

// A date is computed of its day: a cast to a date before it says nothing.
void strip_date(Expression& expression) {
  if (is_call_of(expression, Function::kToDate) || is_call_of(expression, Function::kToTimestamp)) {
    expression = Expression(std::move(expression.arguments[0]));
  }
}

}  // namespace

void strip_cast(Expression& expression, Type& type) {
  if (type != Type::kCastNumber) return;
  expression = Expression(std::move(expression.arguments[0]));
  type = Type::kDecimal;
}

Status Resolver::fit(Expression& argument, Type& type, char wanted, std::string_view function) {
  const bool any = type == Type::kAny || wanted == 'a';
  if (wanted == 's' && type != Type::kText && !any) {
    argument = query::call(Function::kToText, {std::move(argument)});
    DBX_TRY(type, conversion(argument, type));
  }
  if (wanted == 'd' && is_literal(argument)) {
    Expression day = date("2026-11-26");
    Type day_type = Type::kDate;
    if (adapt(argument, type, day, day_type)) return {};
  }
  if (wanted == 'd' && type == Type::kText && !is_literal(argument)) {
    argument = query::call(Function::kToDate, {std::move(argument)});
    type = Type::kDate;
  }
  const std::optional<std::int64_t> value = whole(argument);
  const bool fits = any || (wanted == 'n' && is_number(type)) ||
                    (wanted == 'i' && is_integer(type) && value.value_or(0) >= 0) ||
                    (wanted == 'l' && value && *value >= 0) ||
                    ((wanted == 't' || wanted == 's') && type == Type::kText) ||
                    (wanted == 'd' && is_temporal(type)) ||
                    (wanted == 'b' && type == Type::kBoolean);
  if (fits && !(wanted == 'l' && !value)) return {};
  static const std::map<char, std::string_view> kWanted = {{'n', "a number"},
                                                           {'i', "a whole number, not below 0"},
                                                           {'l', "a number as it is"},
                                                           {'t', "text"},
                                                           {'d', "a date"},
                                                           {'b', "a condition"}};
  return refuse(fmt::format("{} of {}", function, print(type)),
                fmt::format("it takes {}", kWanted.at(wanted)));
}

Result<Type> Resolver::unify(std::vector<Expression>& values, std::vector<Type>& types) const {
  // What is no literal says what the literals are.
  std::size_t leader = 0;
  for (std::size_t i = 0; i < values.size(); ++i) {
    const bool typed = types[i] != Type::kAny && !is_literal(values[i]);
    const bool led = types[leader] != Type::kAny && !is_literal(values[leader]);
    if (typed && !led) leader = i;
  }
  // Twice, for the leader may become a timestamp on the way.
  for (int round = 0; round < 2; ++round) {
    for (std::size_t i = 0; i < values.size(); ++i) {
      if (i == leader) continue;
      if (!adapt(values[leader], types[leader], values[i], types[i])) {
        return refuse(fmt::format("{} beside {}", print(types[leader]), print(types[i])),
                      is_literal(values[i]) || is_literal(values[leader])
                          ? "write the text as the other value is: DATE '2026-11-26', 12.5"
                          : "CAST one of them");
      }
    }
  }
  Type type = Type::kAny;
  for (const Type one : types) type = wider(type, one);
  return type;
}

Result<Expression> Resolver::spelled(Expression condition, Expression yes, Expression no) {
  repeats_ += size_of(condition);
  if (repeats_ > kRepeatsMax) return refuse("the query repeats too much", "ask for less at once");
  Expression choice;
  choice.kind = Expression::Kind::kCase;
  Expression opposite = query::operation(Operator::kNot, {condition});
  choice.arguments = {std::move(condition), std::move(yes), std::move(opposite), std::move(no)};
  return choice;
}

// kToText, kToInteger, kToDouble, kToDate, kToTimestamp
Result<Type> Resolver::conversion(Expression& expression, Type type) {
  Expression& value = expression.arguments[0];
  const Function function = expression.function;
  const auto become_value = [&](Type same) -> Result<Type> {
    expression = Expression(std::move(value));
    return same;
  };
  if (function == Function::kToDate || function == Function::kToTimestamp) {
    const bool to_date = function == Function::kToDate;
    const Type wanted = to_date ? Type::kDate : Type::kTimestamp;
    if (type == wanted) return become_value(wanted);
    if (is_literal(value)) {
      Expression beside = to_date ? date("2026-11-26") : timestamp("2026-11-26 00:00:00");
      Type beside_type = wanted;
      if (adapt(value, type, beside, beside_type) && type == wanted) return become_value(wanted);
    }
    if (type == Type::kAny || type == Type::kText || is_temporal(type)) return wanted;
    return refuse(fmt::format("{} as a date", print(type)), "text and timestamps may be");
  }
  if (function == Function::kToText) {
    if (type == Type::kText) return become_value(type);
    if (type != Type::kBoolean) return Type::kText;
    DBX_TRY(expression, spelled(Expression(value), text("true"), text("false")));
    return Type::kText;
  }
  const bool to_integer = function == Function::kToInteger;
  if (is_temporal(type)) {
    return refuse(fmt::format("{} as a number", print(type)),
                  "subtract dates, or take extract(year FROM x)");
  }
  if (type == Type::kBoolean) {
    DBX_TRY(expression, spelled(Expression(value), number(1), number(0)));
    return Type::kInteger;
  }
  if (to_integer && is_integer(type)) return become_value(type);
  if (!to_integer && (type == Type::kDouble || type == Type::kCastNumber))
    return become_value(type);
  if (!to_integer) return type == Type::kText ? Type::kDouble : Type::kCastNumber;
  if (type == Type::kText) value = query::call(Function::kToDouble, {std::move(value)});
  strip_cast(value, type);
  if (is_call_of(value, Function::kRound) && value.arguments.size() == 1) {
    value = Expression(std::move(value.arguments[0]));
  }
  return Type::kInteger;
}

// Digits below 0 are hundreds, thousands, ...: not every engine knows them.
Result<Type> Resolver::rounding(Expression& expression, std::vector<Type>& types) {
  std::vector<Expression>& arguments = expression.arguments;
  DBX_CHECK_OK(fit(arguments[0], types[0], 'n', "round()"));
  strip_cast(arguments[0], types[0]);
  if (arguments.size() == 1) return Type::kDecimal;
  const std::optional<std::int64_t> digits = whole(arguments[1]);
  if (!digits || *digits < -15 || *digits > 15) {
    return refuse("round() to digits that are not a number as it is", "write round(x, 2)");
  }
  if (*digits >= 0) return Type::kDecimal;
  std::int64_t unit = 1;
  for (std::int64_t i = 0; i > *digits; --i) unit *= 10;
  Expression quotient =
      query::operation(Operator::kDivide, {std::move(arguments[0]), number(unit)});
  expression = query::operation(
      Operator::kMultiply, {query::call(Function::kRound, {std::move(quotient)}), number(unit)});
  return Type::kDecimal;
}

Result<Type> Resolver::function(Expression& expression, std::vector<Type>& types) {
  std::vector<Expression>& arguments = expression.arguments;
  const Function function = expression.function;
  switch (function) {
    case Function::kToText:
    case Function::kToInteger:
    case Function::kToDouble:
    case Function::kToDate:
    case Function::kToTimestamp:
      return conversion(expression, types[0]);
    case Function::kRound:
      return rounding(expression, types);
    case Function::kNullIf:
    case Function::kCoalesce:
    case Function::kGreatest:
    case Function::kLeast:
      return unify(arguments, types);
    default:
      break;
  }
  const bool timeless =
      function == Function::kHour && (types[0] == Type::kDate || types[0] == Type::kText);
  if (timeless) {
    arguments[0] = query::call(Function::kToTimestamp, {std::move(arguments[0])});
    DBX_TRY(types[0], conversion(arguments[0], types[0]));
  }
  const FunctionInfo& known = info(function);
  const Signature& signature = signatures().at(function);
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    // Moving a timestamp by days would take its time away without a word.
    const bool moves = function == Function::kAddDays || function == Function::kAddMonths;
    if (moves && i == 0 && types[0] == Type::kTimestamp) {
      return refuse("days or months are added to a timestamp", "CAST it AS date first");
    }
    const bool signed_number = moves && i == 1 && is_integer(types[1]);
    if (!signed_number) {
      DBX_CHECK_OK(
          fit(arguments[i], types[i], signature.takes[i], fmt::format("{}()", known.name)));
    }
    if (function == Function::kDaysBetween && is_temporal(types[i])) strip_date(arguments[i]);
  }
  if (function == Function::kSum && types[0] == Type::kInteger) return Type::kBigInt;
  if (function == Function::kSum && types[0] == Type::kBigInt) return Type::kDecimal;
  const bool orders_truth = function == Function::kMin || function == Function::kMax;
  if (orders_truth && types[0] == Type::kBoolean) {
    return refuse(fmt::format("{}() of a condition", known.name),
                  "write max(CASE WHEN x THEN 1 ELSE 0 END)");
  }
  if (function == Function::kModulo) {
    const Type type = wider(types[0], types[1]);
    guard_divisor(arguments[1]);
    if (type != Type::kDouble) return type;
    return refuse("mod() of floating-point numbers", "round() them first");
  }
  return signature.gives_first ? wider(types[0], types[0]) : signature.gives;
}

}  // namespace dbx::query

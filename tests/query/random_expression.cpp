// Making expressions up, by the kind of value they give.
#include "query/random_query.h"

#include <fmt/format.h>

namespace dbx::test {

using query::call;
using query::Expression;
using query::Function;
using query::Operator;
using query::Select;

namespace {

Expression op(Operator kind, std::vector<Expression> operands) {
  return query::operation(kind, std::move(operands));
}

Expression choice(std::vector<Expression> parts) {
  Expression expression;
  expression.kind = Expression::Kind::kCase;
  expression.arguments = std::move(parts);
  return expression;
}

}  // namespace

Expression RandomQuery::field(Kind kind) {
  std::vector<Expression> fitting;
  for (const Field& one : fields_) {
    if (one.kind == kind) fitting.push_back(one.column);
  }
  if (fitting.empty()) return literal(kind);
  return fitting[static_cast<std::size_t>(below(static_cast<int>(fitting.size())))];
}

Expression RandomQuery::literal(Kind kind) {
  static const std::vector<std::string> kTexts = {"open", "Ada", "", "a%b", "it's", "C", "\\"};
  switch (kind) {
    case Kind::kWhole:
      return query::number(below(30) - 8);
    case Kind::kNumber:
      return query::decimal(below(400) / 4.0);
    case Kind::kText:
      return query::text(kTexts[static_cast<std::size_t>(below(7))]);
    case Kind::kDate:
      return query::date(fmt::format("2026-{:02}-{:02}", 1 + below(12), 1 + below(28)));
    case Kind::kTime:
      return query::timestamp(fmt::format("2026-01-{:02} {:02}:30:00", 1 + below(28), below(24)));
    case Kind::kTruth:
      return query::boolean(chance(50));
  }
  return query::null();
}

Expression RandomQuery::value(Kind kind, int depth) {
  switch (kind) {
    case Kind::kWhole:
      return whole(depth);
    case Kind::kNumber:
      return number(depth);
    case Kind::kText:
      return text(depth);
    case Kind::kDate:
      return date(depth);
    case Kind::kTime:
      return field(Kind::kTime);
    case Kind::kTruth:
      return truth(depth);
  }
  return query::null();
}

Expression RandomQuery::whole(int depth) {
  if (depth == 0) return chance(70) ? field(Kind::kWhole) : literal(Kind::kWhole);
  switch (below(12)) {
    case 0:
      return op(static_cast<Operator>(below(2)), {whole(depth - 1), whole(depth - 1)});
    case 1:
      return op(Operator::kMultiply, {whole(0), whole(0)});
    case 2:
      return op(Operator::kIntegerDivide, {whole(depth - 1), whole(depth - 1)});
    case 3:
      return call(Function::kModulo, {whole(depth - 1), literal(Kind::kWhole)});
    case 4:
      return call(static_cast<Function>(static_cast<int>(Function::kYear) + below(6)),
                  {date(depth - 1)});
    case 5:
      return call(Function::kLength, {text(depth - 1)});
    case 6:
      return call(Function::kDaysBetween, {date(depth - 1), date(depth - 1)});
    case 7:
      return call(Function::kCoalesce, {whole(depth - 1), literal(Kind::kWhole)});
    case 8:
      return choice({truth(depth - 1), whole(depth - 1), truth(depth - 1), whole(depth - 1)});
    case 9:
      return call(Function::kPosition, {text(depth - 1), query::text("a")});
    case 10:
      return call(chance(50) ? Function::kGreatest : Function::kLeast,
                  {whole(depth - 1), whole(0), query::number(below(5))});
    default:
      return op(Operator::kNegate, {whole(depth - 1)});
  }
}

Expression RandomQuery::number(int depth) {
  if (depth == 0) return chance(80) ? field(Kind::kNumber) : literal(Kind::kNumber);
  switch (below(7)) {
    case 0:
      return op(static_cast<Operator>(below(3)), {number(depth - 1), whole(0)});
    case 1:
      return op(Operator::kDivide, {chance(50) ? whole(0) : number(depth - 1), whole(0)});
    case 2:
      return call(Function::kRound, {field(Kind::kNumber), query::number(below(4) - 1)});
    case 3:
      return call(chance(50) ? Function::kFloor : Function::kCeiling, {field(Kind::kNumber)});
    case 4:
      return call(Function::kSqrt, {call(Function::kAbs, {number(0)})});
    case 5:
      return choice({truth(depth - 1), number(depth - 1), number(0)});
    default:
      return call(Function::kToDouble, {number(0)});
  }
}

Expression RandomQuery::text(int depth) {
  if (depth == 0) return chance(70) ? field(Kind::kText) : literal(Kind::kText);
  switch (below(7)) {
    case 0:
      return op(Operator::kConcat, {text(depth - 1), text(depth - 1)});
    case 1:
      return call(Function::kToText, {chance(50) ? whole(0) : date(0)});
    case 2:
      return call(Function::kSubstring,
                  {text(depth - 1), query::number(1 + below(3)), query::number(below(4))});
    case 3:
      return call(chance(50) ? Function::kLower : Function::kUpper, {text(depth - 1)});
    case 4:
      return call(Function::kReplace, {text(depth - 1), query::text("a"), query::text("--")});
    case 5:
      return call(Function::kNullIf, {text(depth - 1), literal(Kind::kText)});
    default:
      return choice({truth(depth - 1), text(depth - 1), text(0)});
  }
}

Expression RandomQuery::date(int depth) {
  if (depth == 0) return chance(70) ? field(Kind::kDate) : literal(Kind::kDate);
  switch (below(5)) {
    case 0:
      return call(Function::kAddDays, {date(depth - 1), whole(0)});
    case 1:
      return call(Function::kAddMonths, {date(depth - 1), literal(Kind::kWhole)});
    case 2:
      return call(static_cast<Function>(static_cast<int>(Function::kDayStart) + below(5)),
                  {chance(50) ? field(Kind::kTime) : date(depth - 1)});
    case 3:
      return call(Function::kToDate, {field(Kind::kTime)});
    default:
      return call(Function::kCoalesce, {date(depth - 1), literal(Kind::kDate)});
  }
}

Expression RandomQuery::comparison(int depth) {
  static const std::vector<Kind> kComparable = {Kind::kWhole, Kind::kText, Kind::kDate};
  const Kind of = kComparable[static_cast<std::size_t>(below(3))];
  const auto kind =
      static_cast<Operator>(static_cast<int>(Operator::kEqual) + below(8));  // to IS NOT DISTINCT
  if (chance(10)) return op(kind, {field(Kind::kTime), date(depth)});
  if (chance(10)) return op(kind, {field(Kind::kNumber), literal(Kind::kNumber)});
  return op(kind, {value(of, depth), value(of, depth)});
}

Expression RandomQuery::truth(int depth) {
  if (depth == 0) return chance(20) ? field(Kind::kTruth) : comparison(0);
  switch (below(9)) {
    case 0:
      return query::all_of({truth(depth - 1), truth(depth - 1), truth(0)});
    case 1:
      return query::any_of({truth(depth - 1), truth(depth - 1)});
    case 2:
      return op(Operator::kNot, {truth(depth - 1)});
    case 3:
      return op(chance(50) ? Operator::kIsNull : Operator::kIsNotNull, {value(kind(), depth - 1)});
    case 4:
      return op(Operator::kBetween, {date(depth - 1), date(0), date(0)});
    case 5:
      return op(Operator::kIn, {whole(depth - 1), literal(Kind::kWhole), literal(Kind::kWhole)});
    case 6:
      return op(chance(50) ? Operator::kLike : Operator::kILike,
                {text(depth - 1), query::text(chance(50) ? "%a%" : "_p\\%%")});
    case 7: {
      const std::vector<Field> outer = fields_;
      Select inner;
      from(inner, 0);
      inner.items = {{whole(0), "c0"}};
      if (chance(50)) inner.where = comparison(0);
      fields_ = outer;
      return chance(50) ? query::exists(std::move(inner)) : query::in(whole(0), std::move(inner));
    }
    default:
      return comparison(depth - 1);
  }
}

Expression RandomQuery::aggregate() {
  switch (below(9)) {
    case 0:
      return call(Function::kCount);
    case 1:
      return call(Function::kCount, {value(kind(), 1)});
    case 2:
      return call(Function::kCountDistinct, {chance(50) ? whole(1) : text(1)});
    case 3:
      return call(Function::kSum, {chance(50) ? whole(1) : number(1)});
    case 4:
      return call(Function::kAvg, {chance(50) ? whole(1) : number(1)});
    case 5:
      return call(chance(50) ? Function::kMin : Function::kMax, {chance(50) ? text(1) : date(1)});
    case 6:
      return call(Function::kStddev, {whole(1)});
    case 7:
      return call(Function::kQuantile, {number(1), query::decimal(below(5) / 4.0)});
    default:
      return call(Function::kStringJoin, {text(1), query::text(", ")});
  }
}

// Nothing that depends on the order of equals.
Expression RandomQuery::windowed() {
  Expression made;
  switch (below(4)) {
    case 0:
      made = call(Function::kRank);
      break;
    case 1:
      made = call(Function::kDenseRank);
      break;
    case 2:
      made = call(Function::kSum, {whole(1)});
      break;
    default:
      made = call(Function::kCount, {whole(0)});
  }
  query::Window window;
  if (chance(60)) window.partition_by.push_back(text(0));
  window.order_by.push_back({fields_.front().column, chance(50), chance(30)});
  made.window.push_back(std::move(window));
  return made;
}

}  // namespace dbx::test

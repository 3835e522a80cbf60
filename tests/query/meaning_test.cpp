// Every function and operator of a query tree means the same on every engine.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "dbx/query/functions.h"
#include "query/engines.h"

namespace dbx::query {
namespace {

Expression op(Operator kind, std::vector<Expression> operands) {
  return operation(kind, std::move(operands));
}

struct Meaning {
  Expression expression;
  std::string expected;
};

std::vector<Meaning> dates() {
  const Expression day = date("2026-11-26");  // a Thursday
  const Expression time = timestamp("2026-11-26 23:10:05");
  std::vector<Meaning> meanings;
  for (const Expression& value : {day, time}) {
    meanings.push_back({call(Function::kYear, {value}), "2026"});
    meanings.push_back({call(Function::kQuarter, {value}), "4"});
    meanings.push_back({call(Function::kMonth, {value}), "11"});
    meanings.push_back({call(Function::kDay, {value}), "26"});
    meanings.push_back({call(Function::kWeekday, {value}), "4"});
    meanings.push_back({call(Function::kDayStart, {value}), "2026-11-26"});
    meanings.push_back({call(Function::kWeekStart, {value}), "2026-11-23"});
    meanings.push_back({call(Function::kMonthStart, {value}), "2026-11-01"});
    meanings.push_back({call(Function::kQuarterStart, {value}), "2026-10-01"});
    meanings.push_back({call(Function::kYearStart, {value}), "2026-01-01"});
    meanings.push_back({call(Function::kToDate, {value}), "2026-11-26"});
    meanings.push_back({call(Function::kToTimestamp, {value}),
                        value == day ? "2026-11-26" : "2026-11-26 23:10:05"});
    meanings.push_back({call(Function::kAddDays, {value, number(5)}), "2026-12-01"});
    meanings.push_back({call(Function::kAddDays, {value, number(-26)}), "2026-10-31"});
    meanings.push_back({call(Function::kAddMonths, {value, number(14)}), "2028-01-26"});
    meanings.push_back({call(Function::kDaysBetween, {date("2026-02-27"), value}), "272"});
    meanings.push_back({call(Function::kDaysBetween, {value, date("2026-11-25")}), "-1"});
  }
  meanings.push_back({call(Function::kHour, {time}), "23"});
  meanings.push_back({call(Function::kHour, {day}), "0"});
  meanings.push_back({call(Function::kWeekday, {date("2026-11-29")}), "0"});
  meanings.push_back({call(Function::kWeekStart, {date("2026-11-29")}), "2026-11-23"});
  meanings.push_back({call(Function::kWeekStart, {date("2026-11-23")}), "2026-11-23"});
  meanings.push_back({call(Function::kAddMonths, {date("2026-01-31"), number(1)}), "2026-02-28"});
  meanings.push_back({call(Function::kAddMonths, {date("2028-03-31"), number(-1)}), "2028-02-29"});
  meanings.push_back({call(Function::kAddMonths, {date("2026-01-31"), number(-12)}), "2025-01-31"});
  meanings.push_back({call(Function::kAddMonths, {date("2026-01-31"), null()}), "NULL"});
  meanings.push_back(
      {call(Function::kDaysBetween, {call(Function::kToday), call(Function::kToday)}), "0"});
  return meanings;
}

std::vector<Meaning> texts() {
  return {
      {call(Function::kLower, {text("AbC")}), "abc"},
      {call(Function::kUpper, {text("AbC")}), "ABC"},
      {call(Function::kTrim, {text("  a b ")}), "a b"},
      {call(Function::kLength, {text("Zürich")}), "6"},
      {call(Function::kSubstring, {text("Zürich"), number(2)}), "ürich"},
      {call(Function::kSubstring, {text("Zürich"), number(2), number(3)}), "üri"},
      {call(Function::kReplace, {text("a-b-c"), text("-"), text("")}), "abc"},
      {call(Function::kPosition, {text("Zürich"), text("rich")}), "3"},
      {call(Function::kPosition, {text("Zürich"), text("x")}), "0"},
      {call(Function::kToText, {number(42)}), "42"},
      {call(Function::kLength, {call(Function::kToText, {date("2026-11-26")})}), "10"},
      {op(Operator::kConcat, {text("it's "), text("\\ \"so\"")}), "it's \\ \"so\""},
      {op(Operator::kConcat, {text("a"), null()}), "NULL"},
  };
}

std::vector<Meaning> numbers() {
  return {
      {call(Function::kAbs, {number(-3)}), "3"},
      {call(Function::kRound, {decimal(2.5)}), "3"},
      {call(Function::kRound, {decimal(-2.5)}), "-3"},
      {call(Function::kRound, {call(Function::kToDouble, {decimal(0.5)})}), "1"},
      {call(Function::kRound, {decimal(1234.567), number(1)}), "1234.6"},
      {call(Function::kRound, {call(Function::kToDouble, {decimal(2.125)}), number(2)}), "2.13"},
      {call(Function::kFloor, {decimal(-2.5)}), "-3"},
      {call(Function::kCeiling, {decimal(-2.5)}), "-2"},
      {call(Function::kSqrt, {number(16)}), "4"},
      {call(Function::kPower, {number(2), number(10)}), "1024"},
      {call(Function::kLn, {call(Function::kExp, {number(2)})}), "2"},
      {call(Function::kSign, {decimal(-0.5)}), "-1"},
      {call(Function::kModulo, {number(-7), number(3)}), "-1"},
      {call(Function::kModulo, {decimal(7.5), number(2)}), "1.5"},
      {call(Function::kToInteger, {decimal(2.5)}), "3"},
      {call(Function::kToInteger, {call(Function::kToDouble, {decimal(2.5)})}), "3"},
      {call(Function::kToInteger, {decimal(-2.5)}), "-3"},
      {call(Function::kToDouble, {number(1)}), "1"},
      {call(Function::kNullIf, {number(1), number(1)}), "NULL"},
      {call(Function::kCoalesce, {null(), number(2), number(3)}), "2"},
      {call(Function::kCoalesce, {number(2)}), "2"},
      {call(Function::kGreatest, {number(1), null(), decimal(2.5)}), "2.5"},
      {call(Function::kLeast, {null(), number(3), number(2)}), "2"},
      {call(Function::kGreatest, {text("a"), text("b")}), "b"},
      {call(Function::kGreatest, {number(7)}), "7"},
      {op(Operator::kAdd, {number(1), number(2)}), "3"},
      {op(Operator::kSubtract, {number(1), number(-2)}), "3"},
      {op(Operator::kMultiply, {number(3), decimal(1.5)}), "4.5"},
      {op(Operator::kDivide, {number(7), number(2)}), "3.5"},
      {op(Operator::kDivide, {op(Operator::kAdd, {number(3), number(4)}),
                              op(Operator::kSubtract, {number(4), number(2)})}),
       "3.5"},
      {op(Operator::kIntegerDivide, {number(7), number(2)}), "3"},
      {op(Operator::kIntegerDivide, {number(-7), number(2)}), "-3"},
      {op(Operator::kNegate, {op(Operator::kNegate, {number(5)})}), "5"},
  };
}

// Of conditions: 1, 0 or NULL.
std::vector<Meaning> conditions() {
  const Expression one = number(1);
  const Expression two = number(2);
  const auto like = [](std::string value, std::string pattern) {
    return op(Operator::kLike, {text(std::move(value)), text(std::move(pattern))});
  };
  const auto ilike = [](std::string value, std::string pattern) {
    return op(Operator::kILike, {text(std::move(value)), text(std::move(pattern))});
  };
  const auto computed = [](Operator kind, std::string value, std::string begin, std::string end) {
    return op(kind, {text(std::move(value)),
                     op(Operator::kConcat, {text(std::move(begin)), text(std::move(end))})});
  };
  Select some;
  some.items = {{one, "a"}};
  return {
      {op(Operator::kEqual, {one, one}), "1"},
      {op(Operator::kNotEqual, {one, one}), "0"},
      {op(Operator::kLess, {one, two}), "1"},
      {op(Operator::kLessOrEqual, {two, one}), "0"},
      {op(Operator::kGreater, {two, one}), "1"},
      {op(Operator::kGreaterOrEqual, {one, null()}), "NULL"},
      {op(Operator::kIsDistinctFrom, {one, null()}), "1"},
      {op(Operator::kIsNotDistinctFrom, {null(), null()}), "1"},
      {op(Operator::kAnd, {op(Operator::kEqual, {one, one}), op(Operator::kIsNull, {one})}), "0"},
      {op(Operator::kOr, {op(Operator::kEqual, {one, one}), op(Operator::kIsNull, {one})}), "1"},
      {op(Operator::kIsNotNull, {one}), "1"},
      {op(Operator::kNot, {op(Operator::kEqual, {one, two})}), "1"},
      {op(Operator::kBetween, {two, one, two}), "1"},
      {op(Operator::kIn, {one, number(3), one}), "1"},
      {op(Operator::kNot, {in(two, some)}), "1"},
      {in(one, some), "1"},
      {exists(some), "1"},
      {like("Apple", "A%"), "1"},
      {like("Apple", "a%"), "0"},
      {like("Apple", "A__le"), "1"},
      {like("Apple", "A_le"), "0"},
      {like("a*b[c]?", "a*%[c]?"), "1"},
      {like("axb", "a*b"), "0"},
      {like("50%", "50\\%"), "1"},
      {like("500", "50\\%"), "0"},
      {like("a\\b", "a\\\\b"), "1"},
      {ilike("APPLE", "a%E"), "1"},
      {ilike("50%", "50\\%"), "1"},
      {ilike("50X", "50\\%"), "0"},
      {computed(Operator::kLike, "50%!", "50\\%", "_"), "1"},
      {computed(Operator::kLike, "Apple", "a", "%"), "0"},
      {computed(Operator::kILike, "Apple", "a", "%"), "1"},
      {computed(Operator::kILike, "a*", "a*", "\\%"), "0"},
  };
}

Expression as_number(Expression condition) {
  Expression choice;
  choice.kind = Expression::Kind::kCase;
  choice.arguments = {condition, number(1), op(Operator::kNot, {condition}), number(0)};
  return choice;
}

void note(const Expression& expression, std::set<Function>& functions, std::set<Operator>& ops) {
  if (expression.kind == Expression::Kind::kCall) functions.insert(expression.function);
  if (expression.kind == Expression::Kind::kOperation) ops.insert(expression.operation);
  for (const Expression& argument : expression.arguments) note(argument, functions, ops);
}

class meaning : public testing::Test {
 protected:
  void expect(const Expression& expression, const std::string& expected) {
    note(expression, functions_, operators_);
    Select select;
    select.items = {{expression, "value"}};
    for (test::Engine& engine : engines_) {
      EXPECT_EQ(test::answer(engine, select), expected + "\n")
          << engine.dialect->name() << ": " << engine.dialect->write(select);
    }
  }

  std::vector<test::Engine> engines_ = test::open_engines("query_meaning");
  std::set<Function> functions_;
  std::set<Operator> operators_;
};

TEST_F(meaning, is_the_same_on_every_engine) {
  for (const auto& list : {dates(), texts(), numbers()}) {
    for (const Meaning& item : list) expect(item.expression, item.expected);
  }
  for (const Meaning& item : conditions()) expect(as_number(item.expression), item.expected);
  for (const FunctionInfo& item : functions()) {
    if (item.kind != FunctionKind::kScalar) continue;
    EXPECT_TRUE(functions_.contains(item.function)) << item.name << " is not looked at";
  }
  for (int i = 0; i <= static_cast<int>(Operator::kIn); ++i) {
    EXPECT_TRUE(operators_.contains(static_cast<Operator>(i))) << "operator " << i;
  }
}

// Rows (k, v, t): two groups, a NULL in each column.
Select rows() {
  Select all;
  const auto row = [](Expression k, Expression v, Expression t) {
    Select select;
    select.items = {{std::move(k), "k"}, {std::move(v), "v"}, {std::move(t), "t"}};
    return select;
  };
  all = row(text("a"), number(1), text("y"));
  for (const Select& other :
       {row(text("a"), number(2), text("x")), row(text("a"), number(4), text("x")),
        row(text("b"), number(8), null()), row(text("b"), null(), text("z"))}) {
    all.combined.push_back({SetOperator::kUnionAll, other});
  }
  return all;
}

Select from_rows() {
  Select select;
  select.from.subquery = {rows()};
  select.from.alias = "r";
  return select;
}

TEST_F(meaning, of_aggregates_is_the_same) {
  const Expression v = column("r", "v");
  const Expression t = column("r", "t");
  const std::vector<Meaning> meanings = {
      {call(Function::kCount), "3|2"},
      {call(Function::kCount, {v}), "3|1"},
      {call(Function::kCountDistinct, {t}), "2|1"},
      {call(Function::kSum, {v}), "7|8"},
      {call(Function::kAvg, {v}), "2.33333333|8"},
      {call(Function::kMin, {v}), "1|8"},
      {call(Function::kMax, {t}), "y|z"},
      {call(Function::kStddev, {v}), "1.52752523|NULL"},
      {call(Function::kQuantile, {v, decimal(0.75)}), "3|8"},
      {call(Function::kStringJoin, {t, text(", ")}), "x, x, y|z"},
  };
  std::set<Function> seen;
  for (const Meaning& item : meanings) {
    seen.insert(item.expression.function);
    Select select = from_rows();
    select.items = {{item.expression, "value"}};
    select.group_by = {column("r", "k")};
    select.order_by = {{column("r", "k")}};
    for (test::Engine& engine : engines_) {
      std::string answer = test::answer(engine, select);
      std::replace(answer.begin(), answer.end(), '\n', '|');
      EXPECT_EQ(answer, item.expected + "|")
          << engine.dialect->name() << ": " << engine.dialect->write(select);
    }
  }
  for (const FunctionInfo& item : functions()) {
    EXPECT_EQ(item.kind == FunctionKind::kAggregate, seen.contains(item.function)) << item.name;
  }
}

TEST_F(meaning, of_windows_is_the_same) {
  const Expression v = column("r", "v");
  Window by_value;
  by_value.order_by = {{v}};
  Window running = by_value;
  running.partition_by = {column("r", "k")};
  running.frame = Frame{-1, 0};
  Window whole;
  whole.order_by = {{v, true, true}};
  whole.frame = Frame{};
  struct Case {
    Expression expression;
    Window window;
    std::string expected;  // by v, NULL last
  };
  const std::vector<Case> cases = {
      {call(Function::kRowNumber), by_value, "1 2 3 4 5"},
      {call(Function::kRank), by_value, "1 2 3 4 5"},
      {call(Function::kDenseRank), by_value, "1 2 3 4 5"},
      {call(Function::kPercentRank), by_value, "0 0.25 0.5 0.75 1"},
      {call(Function::kNtile, {number(2)}), by_value, "1 1 1 2 2"},
      {call(Function::kLag, {v}), by_value, "NULL 1 2 4 8"},
      {call(Function::kLead, {v, number(2)}), by_value, "4 8 NULL NULL NULL"},
      {call(Function::kFirstValue, {v}), whole, "NULL NULL NULL NULL NULL"},
      {call(Function::kLastValue, {v}), whole, "1 1 1 1 1"},
      {call(Function::kSum, {v}), running, "1 3 6 8 8"},
      {call(Function::kStddev, {v}), running, "NULL 0.707106781 1.41421356 NULL NULL"},
      {call(Function::kCount), whole, "5 5 5 5 5"},
  };
  std::set<Function> seen;
  for (const Case& item : cases) {
    seen.insert(item.expression.function);
    Select select = from_rows();
    select.items = {{item.expression, "value"}};
    select.items[0].expression.window = {item.window};
    select.order_by = {{v}};
    for (test::Engine& engine : engines_) {
      std::string answer = test::answer(engine, select);
      std::replace(answer.begin(), answer.end(), '\n', ' ');
      EXPECT_EQ(answer, item.expected + " ")
          << engine.dialect->name() << ": " << engine.dialect->write(select);
    }
  }
  for (const FunctionInfo& item : functions()) {
    EXPECT_TRUE(item.kind != FunctionKind::kPositional || seen.contains(item.function))
        << item.name;
  }
}

Select one(std::int64_t value) {
  Select select;
  select.items = {{number(value), "a"}};
  return select;
}

TEST_F(meaning, of_set_operations_goes_from_left_to_right) {
  Select limited = one(3);
  limited.combined = {{SetOperator::kUnionAll, one(2)}};
  limited.order_by = {{column("", "a"), true}};
  limited.limit = 1;
  const auto with = [](Select first, std::vector<SetOperand> combined) {
    first.combined = std::move(combined);
    first.order_by = {{number(1)}};
    return first;
  };
  const std::vector<std::pair<Select, std::string>> cases = {
      {with(one(1), {{SetOperator::kUnion, one(1)}, {SetOperator::kUnionAll, one(1)}}), "1\n1\n"},
      {with(one(1), {{SetOperator::kUnion, one(2)}, {SetOperator::kIntersect, one(2)}}), "2\n"},
      {with(one(1), {{SetOperator::kExcept, one(1)}, {SetOperator::kUnion, one(2)}}), "2\n"},
      {with(one(1), {{SetOperator::kUnion, limited}, {SetOperator::kExcept, one(1)}}), "3\n"},
  };
  for (const auto& [select, expected] : cases) {
    for (test::Engine& engine : engines_) {
      EXPECT_EQ(test::answer(engine, select), expected)
          << engine.dialect->name() << ": " << engine.dialect->write(select);
    }
  }
}

TEST_F(meaning, of_order_limit_and_joins_is_the_same) {
  Select last;
  last.from.subquery = {rows()};
  last.from.alias = "r";
  last.items = {{column("r", "v"), "v"}};
  const auto ask = [&](const Select& select, const std::string& expected) {
    for (test::Engine& engine : engines_) {
      EXPECT_EQ(test::answer(engine, select), expected)
          << engine.dialect->name() << ": " << engine.dialect->write(select);
    }
  };
  last.order_by = {{column("r", "v"), true}};
  ask(last, "8\n4\n2\n1\nNULL\n");
  last.order_by = {{number(1), false, true}};
  last.limit = 2;
  ask(last, "NULL\n1\n");
  last.limit.reset();
  last.offset = 3;
  last.order_by = {{number(1)}};
  ask(last, "8\nNULL\n");
  for (const auto& [kind, expected] :
       {std::pair{JoinKind::kInner, "1|1\n"}, std::pair{JoinKind::kLeft, "1|1\n2|NULL\n"},
        std::pair{JoinKind::kRight, "1|1\nNULL|3\n"},
        std::pair{JoinKind::kFull, "1|1\n2|NULL\nNULL|3\n"},
        std::pair{JoinKind::kCross, "1|1\n1|3\n2|1\n2|3\n"}}) {
    const auto pair = [](std::int64_t a, std::int64_t b, const std::string& alias) {
      TableUse use;
      Select select = one(a);
      select.combined = {{SetOperator::kUnionAll, one(b)}};
      use.subquery = {select};
      use.alias = alias;
      return use;
    };
    Select joined;
    joined.from = pair(1, 2, "l");
    joined.joins = {
        {kind, pair(1, 3, "r"), op(Operator::kEqual, {column("l", "a"), column("r", "a")})}};
    joined.items = {{column("l", "a"), "la"}, {column("r", "a"), "ra"}};
    joined.order_by = {{number(1)}, {number(2)}};
    ask(joined, expected);
  }
}

}  // namespace
}  // namespace dbx::query

// Making queries up.
#include "query/random_query.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

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

}  // namespace

Select RandomQuery::make() {
  fields_.clear();
  names_ = 0;
  Select made = select(2);
  order(made);
  return made;
}

Select RandomQuery::select(int depth) {
  const int which = below(10);
  if (depth > 0 && which == 0) return common(depth - 1);
  if (depth > 0 && which == 1) return set_operation(depth - 1);
  return which < 5 ? grouped(depth) : plain(depth);
}

// By every column, so that a limit cuts the same rows off everywhere.
void RandomQuery::order(Select& select) {
  if (chance(30)) return;
  for (std::size_t i = 1; i <= select.items.size(); ++i) {
    select.order_by.push_back(
        {query::number(static_cast<std::int64_t>(i)), chance(50), chance(30)});
  }
  if (chance(50)) select.limit = below(8);
  if (chance(20)) select.offset = below(3);
}

Select RandomQuery::plain(int depth) {
  const std::vector<Field> outer = fields_;
  Select made;
  from(made, depth);
  made.distinct = chance(20);
  const int count = 1 + below(4);
  for (int i = 0; i < count; ++i) {
    Expression item = chance(15) && !made.distinct ? windowed() : value(kind(), 2);
    made.items.push_back({std::move(item), fmt::format("c{}", i)});
  }
  if (chance(60)) made.where = truth(2);
  fields_ = outer;
  return made;
}

Select RandomQuery::grouped(int depth) {
  const std::vector<Field> outer = fields_;
  Select made;
  from(made, depth);
  if (chance(50)) made.where = truth(1);
  const int groups = below(3);
  for (int i = 0; i < groups; ++i) {
    const Kind of = kind();
    Expression group = chance(60) ? field(of) : value(of, 1);
    const bool constant =
        group.kind != Expression::Kind::kColumn && group.kind != Expression::Kind::kCall &&
        (group.kind != Expression::Kind::kOperation || group.operation == Operator::kNegate);
    if (constant) group = fields_.front().column;
    made.group_by.push_back(group);
    made.items.push_back({std::move(group), fmt::format("g{}", i)});
  }
  const int aggregates = 1 + below(3);
  for (int i = 0; i < aggregates; ++i) made.items.push_back({aggregate(), fmt::format("a{}", i)});
  if (chance(30)) {
    made.having = op(Operator::kGreater, {call(Function::kCount), query::number(below(3))});
  }
  fields_ = outer;
  return made;
}

Select RandomQuery::common(int depth) {
  Select inner = select(depth);
  const std::vector<query::Item> items = inner.items;
  const std::string name = chance(20) ? "orders" : fmt::format("common{}", ++names_);
  Select made;
  made.with.push_back({name, std::move(inner)});
  made.from = query::TableUse(name, fmt::format("t{}", ++names_));
  for (const query::Item& item : items) {
    made.items.push_back({query::column(made.from.alias, item.alias), item.alias});
  }
  made.distinct = chance(30);
  return made;
}

// Of whole numbers.
Select RandomQuery::set_operation(int depth) {
  const auto side = [&] {
    const std::vector<Field> outer = fields_;
    Select made;
    from(made, depth);
    made.items = {{whole(1), "c0"}, {whole(0), "c1"}};
    if (chance(50)) made.where = truth(1);
    fields_ = outer;
    return made;
  };
  Select made = side();
  const int count = 1 + below(3);
  for (int i = 0; i < count; ++i) {
    Select operand = side();
    if (chance(30)) order(operand);
    made.combined.push_back({static_cast<query::SetOperator>(below(4)), std::move(operand)});
  }
  return made;
}

std::vector<RandomQuery::Field> RandomQuery::add(query::TableUse& use, int depth) {
  const std::string alias = fmt::format("t{}", ++names_);
  const auto all = [&](std::vector<std::pair<std::string, Kind>> columns) {
    std::vector<Field> fields;
    for (auto& [name, kind] : columns) fields.push_back({query::column(alias, name), kind});
    return fields;
  };
  if (depth > 0 && chance(25)) {
    const std::vector<Field> outer = std::exchange(fields_, {});
    Select inner;
    const std::vector<Field> inside = add(inner.from, depth - 1);
    fields_ = inside;
    inner.items = {{whole(1), "w"}, {text(1), "x"}, {date(1), "d"}};
    if (chance(40)) inner.where = truth(1);
    fields_ = outer;
    use.subquery.push_back(std::move(inner));
    use.alias = alias;
    return all({{"w", Kind::kWhole}, {"x", Kind::kText}, {"d", Kind::kDate}});
  }
  switch (below(5)) {
    case 0:
      use = query::TableUse("customers", alias);
      return all({{"id", Kind::kWhole},
                  {"name", Kind::kText},
                  {"since", Kind::kDate},
                  {"active", Kind::kTruth},
                  {"credit", Kind::kNumber}});
    case 1:
      use = query::TableUse("products", alias);
      return all({{"id", Kind::kWhole},
                  {"name", Kind::kText},
                  {"category", Kind::kText},
                  {"price", Kind::kNumber},
                  {"weight", Kind::kNumber}});
    case 2:
      use = query::TableUse("orders", alias);
      return all({{"id", Kind::kWhole},
                  {"customer_id", Kind::kWhole},
                  {"ordered_on", Kind::kDate},
                  {"shipped_at", Kind::kTime},
                  {"status", Kind::kText}});
    case 3:
      use = query::TableUse("lines", alias);
      return all({{"order_id", Kind::kWhole},
                  {"product_id", Kind::kWhole},
                  {"quantity", Kind::kWhole},
                  {"price", Kind::kNumber}});
    default:
      use = query::TableUse("StockLevels", alias);
      return all({{"ProductId", Kind::kWhole}, {"OnHand", Kind::kWhole}, {"order", Kind::kText}});
  }
}

Expression RandomQuery::join_condition(const std::vector<Field>& left,
                                       const std::vector<Field>& right) {
  const auto key = [&](const std::vector<Field>& fields) {
    const auto found = std::find_if(fields.begin(), fields.end(),
                                    [](const Field& one) { return one.kind == Kind::kWhole; });
    return found->column;
  };
  return op(Operator::kEqual, {key(left), key(right)});
}

void RandomQuery::from(Select& select, int depth) {
  const std::vector<Field> outer = fields_;
  std::vector<Field> all = add(select.from, depth);
  for (int joins = below(3); joins > 0; --joins) {
    query::Join join;
    join.kind = static_cast<query::JoinKind>(below(5));
    const std::vector<Field> right = add(join.table, depth);
    if (join.kind != query::JoinKind::kCross) join.condition = join_condition(all, right);
    all.insert(all.end(), right.begin(), right.end());
    select.joins.push_back(std::move(join));
  }
  fields_ = std::move(all);
  // Columns of the SELECT around this one are in sight too.
  if (chance(50)) fields_.insert(fields_.end(), outer.begin(), outer.end());
}

}  // namespace dbx::test

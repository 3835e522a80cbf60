// See shapes.h.
#include "dbx/answer/shapes.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace dbx::answer {
namespace {

using query::Expression;
using query::Function;
using query::Operator;

Expression over(Expression call, const Course& course) {
  query::Window window;
  window.partition_by = course.partition;
  for (const Expression& by : course.order) window.order_by.push_back({by, false, false});
  call.window.push_back(std::move(window));
  return call;
}

Expression not_zero(Expression divisor) {
  return query::call(Function::kNullIf, {std::move(divisor), query::number(0)});
}

Expression percent(Expression dividend, Expression divisor) {
  return query::operation(
      Operator::kDivide,
      {query::operation(Operator::kMultiply, {query::decimal(100), std::move(dividend)}),
       not_zero(std::move(divisor))});
}

Expression where(Expression condition, Expression value, std::optional<Expression> otherwise) {
  Expression made;
  made.kind = Expression::Kind::kCase;
  made.arguments = {std::move(condition), std::move(value)};
  if (otherwise) made.arguments.push_back(std::move(*otherwise));
  return made;
}

// The name that an item is known by outside of its query.
void name_items(query::Select& select) {
  std::vector<std::string> names;
  for (query::Item& item : select.items) {
    std::string name = item.alias.empty() ? item.expression.text : item.alias;
    if (std::find(names.begin(), names.end(), name) != names.end()) {
      name = fmt::format("{}_{}", item.expression.table, name);
    }
    item.alias = name;
    names.push_back(std::move(name));
  }
}

query::Select around(query::Select inner, const std::string& alias) {
  query::Select outer;
  outer.from.alias = alias;
  outer.from.subquery.push_back(std::move(inner));
  return outer;
}

}  // namespace

Expression share_of_whole(Expression figure) {
  Expression whole = over(query::call(Function::kSum, {figure}), {});
  return percent(std::move(figure), std::move(whole));
}

Expression percent_of_part(const Expression& figure, Expression part) {
  Expression of_part = figure;
  if (figure.arguments.empty()) {
    of_part =
        query::call(Function::kSum, {where(std::move(part), query::number(1), query::number(0))});
  } else {
    of_part.arguments[0] = where(std::move(part), figure.arguments[0], std::nullopt);
  }
  return percent(std::move(of_part), figure);
}

Expression ratio(Expression dividend, Expression divisor) {
  return query::operation(Operator::kDivide, {std::move(dividend), not_zero(std::move(divisor))});
}

Expression running_sum(Expression figure, const Course& course) {
  return over(query::call(Function::kSum, {std::move(figure)}), course);
}

Expression figure_before(Expression figure, const Course& course) {
  return over(query::call(Function::kLag, {std::move(figure)}), course);
}

Expression change(const Expression& figure, const Course& course) {
  return percent(query::operation(Operator::kSubtract, {figure, figure_before(figure, course)}),
                 figure_before(figure, course));
}

query::Select first_of_each(query::Select select, const std::vector<Expression>& partition,
                            std::int64_t limit) {
  name_items(select);
  query::Window window;
  window.partition_by = partition;
  window.order_by = std::exchange(select.order_by, {});
  for (const query::Item& item : select.items) {
    if (item.expression.kind == Expression::Kind::kColumn) {
      window.order_by.push_back({item.expression, false, false});  // ties have an order, too
    }
  }
  select.limit.reset();
  const std::size_t shown = select.items.size();
  Expression place = query::call(Function::kRowNumber);
  place.window.push_back(std::move(window));
  select.items.push_back({std::move(place), "place"});
  query::Select outer = around(std::move(select), "ranked");
  const query::Select& inner = outer.from.subquery[0];
  for (std::size_t i = 0; i < shown; ++i) {
    outer.items.push_back({query::column("ranked", inner.items[i].alias), ""});
    if (i < partition.size()) outer.order_by.push_back({outer.items[i].expression, false, false});
  }
  outer.where = query::operation(Operator::kLessOrEqual,
                                 {query::column("ranked", "place"), query::number(limit)});
  outer.order_by.push_back({query::column("ranked", "place"), false, false});
  return outer;
}

query::Select count_over(query::Select select, std::string name) {
  name_items(select);
  query::Select outer = around(std::move(select), "counted");
  outer.items.push_back({query::call(Function::kCount), std::move(name)});
  return outer;
}

query::Select average_over(query::Select select) {
  select.items[0].alias = "figure";
  query::Select outer = around(std::move(select), "figures");
  outer.items.push_back({query::call(Function::kAvg, {query::column("figures", "figure")}), ""});
  return outer;
}

}  // namespace dbx::answer

// After aggregation a column is there only where it is grouped by.
#include <fmt/format.h>

#include <algorithm>

#include "dbx/query/functions.h"
#include "dbx/query/resolver.h"

namespace dbx::query {
namespace {

using Kind = Expression::Kind;

// The columns of the sources of one SELECT that stand outside of aggregates and groups.
class Walk {
 public:
  Walk(const std::vector<Expression>& groups, const Scope& scope)
      : groups_(groups), scope_(scope) {}

  void visit(const Expression& expression) {
    if (std::find(groups_.begin(), groups_.end(), expression) != groups_.end()) return;
    const bool aggregates = expression.kind == Kind::kCall && is_aggregate(expression.function) &&
                            expression.window.empty();
    if (aggregates) return;
    if (expression.kind == Kind::kColumn && scope_.has_alias(expression.table) &&
        !is_hidden(expression.table)) {
      loose_.push_back(expression);
    }
    for (const Expression& argument : expression.arguments) visit(argument);
    for (const Window& window : expression.window) {
      for (const Expression& part : window.partition_by) visit(part);
      for (const Order& order : window.order_by) visit(order.expression);
    }
    for (const Select& select : expression.subquery) visit(select);
  }

  const std::vector<Expression>& loose() const { return loose_; }

 private:
  // A subquery may look at the outer columns; its own tables stand before them.
  void visit(const Select& select) {
    const std::size_t hidden = hidden_.size();
    const auto enter = [&](const TableUse& use) {
      hidden_.push_back(use.alias);
      for (const Select& inner : use.subquery) visit(inner);
    };
    for (const CommonTable& table : select.with) visit(table.select);
    enter(select.from);
    for (const Join& join : select.joins) {
      enter(join.table);
      visit(join.condition);
    }
    for (const Item& item : select.items) visit(item.expression);
    if (select.where) visit(*select.where);
    for (const Expression& group : select.group_by) visit(group);
    if (select.having) visit(*select.having);
    for (const Order& order : select.order_by) visit(order.expression);
    hidden_.resize(hidden);
    for (const SetOperand& operand : select.combined) visit(operand.select);
  }

  bool is_hidden(const std::string& alias) const {
    return std::any_of(hidden_.begin(), hidden_.end(),
                       [&](const std::string& one) { return same_name(one, alias); });
  }

  const std::vector<Expression>& groups_;
  const Scope& scope_;
  std::vector<std::string> hidden_;
  std::vector<Expression> loose_;
};

}  // namespace

Status Resolver::check_grouping(const Select& select, const Scope& scope) const {
  const auto aggregates = [](const auto& one) { return has_aggregate(one.expression); };
  const bool grouped = !select.group_by.empty() || select.having ||
                       std::any_of(select.items.begin(), select.items.end(), aggregates) ||
                       std::any_of(select.order_by.begin(), select.order_by.end(), aggregates);
  if (!grouped) return {};
  Walk walk(select.group_by, scope);
  for (const Item& item : select.items) walk.visit(item.expression);
  if (select.having) walk.visit(*select.having);
  for (const Order& order : select.order_by) walk.visit(order.expression);
  if (walk.loose().empty()) return {};
  const Expression& first = walk.loose().front();
  return refuse(fmt::format("{}.{} is neither grouped by nor aggregated", first.table, first.text),
                fmt::format("add it to GROUP BY, or write max({})", first.text));
}

}  // namespace dbx::query

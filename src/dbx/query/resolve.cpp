// SELECT by SELECT: WITH, FROM, columns, groups, order.
#include "dbx/query/resolve.h"

#include <fmt/format.h>

#include <algorithm>

#include "dbx/base/text.h"
#include "dbx/query/resolver.h"

namespace dbx::query {
namespace {

std::string name_of(const Item& item) {
  return item.alias.empty() ? item.expression.text : item.alias;
}

// The place, from 1, of the only column of this name; 0: none; -1: several.
std::int64_t place_of(const std::vector<Column>& columns, std::string_view name) {
  std::int64_t place = 0;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    if (!same_name(columns[i].name, name)) continue;
    if (place != 0) return -1;
    place = static_cast<std::int64_t>(i) + 1;
  }
  return place;
}

bool is_bare_name(const Expression& expression) {
  return expression.kind == Expression::Kind::kColumn && expression.table.empty();
}

bool is_constant(const Expression& expression) {
  using Kind = Expression::Kind;
  return expression.kind == Kind::kNumber || expression.kind == Kind::kText ||
         expression.kind == Kind::kBoolean || expression.kind == Kind::kNull ||
         expression.kind == Kind::kDate || expression.kind == Kind::kTimestamp;
}

}  // namespace

tl::unexpected<Diagnostics> refuse(std::string message, std::string hint) {
  return fail(Code::kRefusedQuery, std::move(message), std::move(hint));
}

Result<std::vector<Column>> Resolver::select(Select& select, const Scope* outer) {
  const std::size_t known = known_.size();
  DBX_CHECK_OK(with(select, outer));
  DBX_TRY(std::vector<Column> columns, body(select, outer));
  known_.resize(known);
  return columns;
}

Result<std::vector<Column>> Resolver::body(Select& select, const Scope* outer) {
  Scope scope(outer);
  DBX_CHECK_OK(from(select, scope));
  if (select.where) {
    DBX_CHECK_OK(condition(*select.where, {&scope, "WHERE", false, false}));
  }
  DBX_TRY(std::vector<Column> columns, items(select, scope));
  DBX_CHECK_OK(groups(select, columns, scope));
  if (select.having) {
    DBX_CHECK_OK(condition(*select.having, {&scope, "HAVING", true, false}));
  }
  DBX_CHECK_OK(combine(select, columns, outer));
  DBX_CHECK_OK(orders(select, columns, select.combined.empty() ? &scope : nullptr));
  DBX_CHECK_OK(check_grouping(select, scope));
  return columns;
}

Status Resolver::with(Select& select, const Scope* outer) {
  std::set<std::string> here;
  for (CommonTable& table : select.with) {
    if (!here.insert(text::to_lower(table.name)).second) {
      return fail(Code::kAmbiguousName, fmt::format("'{}' stands twice in WITH", table.name),
                  "give one of them another name");
    }
    DBX_TRY(std::vector<Column> columns, this->select(table.select, outer));
    KnownTable known{table.name, fresh_name(table.name), std::move(columns)};
    table.name = known.printed;
    known_.push_back(std::move(known));
  }
  return {};
}

// Neither a table's nor another common table's: engines differ in which of them is meant.
std::string Resolver::fresh_name(const std::string& name) {
  std::string fresh = name;
  for (int i = 1; catalog_.has(fresh) || printed_.contains(text::to_lower(fresh)); ++i) {
    fresh = fmt::format("{}_{}", name, i);
  }
  printed_.insert(text::to_lower(fresh));
  return fresh;
}

Status Resolver::from(Select& select, Scope& scope) {
  const bool reads = !select.from.table.empty() || !select.from.subquery.empty();
  if (reads) DBX_CHECK_OK(add(select.from, scope));
  for (Join& one : select.joins) DBX_CHECK_OK(join(one, scope));
  return {};
}

Status Resolver::add(TableUse& use, Scope& scope) {
  Source source;
  if (!use.subquery.empty()) {
    DBX_TRY(source.columns, select(use.subquery.front(), scope.outer()));
  } else {
    const auto known = std::find_if(known_.rbegin(), known_.rend(), [&](const KnownTable& one) {
      return use.schema.empty() && same_name(one.name, use.table);
    });
    if (known != known_.rend()) {
      if (use.alias.empty()) use.alias = use.table;
      use.table = known->printed;
      source.columns = known->columns;
    } else {
      DBX_TRY(Relation relation, catalog_.find(use.schema, use.table));
      if (use.alias.empty()) use.alias = relation.name.name;
      use.schema = relation.name.schema;
      use.table = relation.name.name;
      source.columns = std::move(relation.columns);
    }
  }
  source.alias = use.alias;
  return scope.add(std::move(source));
}

Status Resolver::join(Join& join, Scope& scope) {
  DBX_CHECK_OK(add(join.table, scope));
  const Place place{&scope, "ON", false, false};
  if (join.natural || !join.using_columns.empty()) {
    DBX_TRY(std::vector<Expression> equal, scope.merge(join.kind, join.using_columns));
    for (Expression& one : equal) DBX_CHECK_OK(expression(one, place));
    join.condition = all_of(std::move(equal));
    join.natural = false;
    join.using_columns.clear();
    return {};
  }
  if (join.kind != JoinKind::kCross) DBX_CHECK_OK(condition(join.condition, place));
  return {};
}

Result<std::vector<Column>> Resolver::items(Select& select, Scope& scope) {
  std::vector<Item> resolved;
  std::vector<Column> columns;
  for (Item& item : select.items) {
    const bool is_column = item.expression.kind == Expression::Kind::kColumn;
    if (is_column && item.expression.text == "*") {
      if (!scope.has_sources()) return refuse("* without a table", "name one in FROM");
      DBX_TRY(const std::vector<MergedColumn> all, scope.expand(item.expression.table));
      for (const MergedColumn& one : all) {
        const bool plain = one.expression.kind == Expression::Kind::kColumn;
        const bool same = plain && one.expression.text == one.name;
        resolved.push_back({one.expression, same ? "" : one.name});
        columns.push_back({one.name, one.type});
      }
      continue;
    }
    const std::string written = is_column ? item.expression.text : "";
    DBX_TRY(const Type type, expression(item.expression, {&scope, "SELECT", true, true}));
    if (item.alias.empty() && item.expression.kind != Expression::Kind::kColumn) {
      item.alias = is_column ? written : fmt::format("column_{}", resolved.size() + 1);
    }
    columns.push_back({name_of(item), wider(type, type)});
    resolved.push_back(std::move(item));
  }
  select.items = std::move(resolved);
  return columns;
}

// A number is the column of that place, a name a column of FROM before one of SELECT.
Status Resolver::groups(Select& select, const std::vector<Column>& columns, Scope& scope) {
  for (Expression& group : select.group_by) {
    std::int64_t place = whole(group).value_or(0);
    const bool counted = place != 0;
    if (is_bare_name(group) && !scope.find("", group.text)) {
      place = std::max<std::int64_t>(0, place_of(columns, group.text));
    }
    if (place < 0 || place > static_cast<std::int64_t>(select.items.size())) {
      return refuse(fmt::format("GROUP BY {} is no column's place", place), "count from 1");
    }
    if (place == 0) {
      DBX_CHECK_OK(expression(group, {&scope, "GROUP BY", false, false}));
    } else {
      group = select.items[static_cast<std::size_t>(place) - 1].expression;
      if (has_aggregate(group)) {
        return refuse("GROUP BY of an aggregate", "group by columns; filter in HAVING");
      }
    }
    if (is_constant(group)) {
      return refuse(counted ? "GROUP BY of a column that is a constant" : "GROUP BY of a constant",
                    "leave it out");
    }
  }
  return {};
}

Status Resolver::combine(Select& select, std::vector<Column>& columns, const Scope* outer) {
  for (SetOperand& operand : select.combined) {
    DBX_TRY(const std::vector<Column> right, this->select(operand.select, outer));
    if (right.size() != columns.size()) {
      return refuse(
          fmt::format("a set operation of {} and {} columns", columns.size(), right.size()),
          "name as many on both sides");
    }
    for (std::size_t i = 0; i < columns.size(); ++i) {
      Expression left_column = column("", columns[i].name);
      Expression right_column = column("", right[i].name);
      Type left_type = columns[i].type;
      Type right_type = right[i].type;
      const bool literal =
          operand.select.combined.empty() && is_literal(operand.select.items[i].expression);
      Expression& adapted = literal ? operand.select.items[i].expression : right_column;
      const bool fits = adapt(left_column, left_type, adapted, right_type) &&
                        left_column.kind == Expression::Kind::kColumn;
      if (!fits || (!literal && right_column.kind != Expression::Kind::kColumn)) {
        return refuse(fmt::format("column {} of a set operation is {} and {}", i + 1,
                                  print(columns[i].type), print(right[i].type)),
                      "CAST one of them");
      }
      columns[i].type = wider(left_type, right_type);
    }
  }
  return {};
}

// A name is a column of SELECT before one of FROM.
Status Resolver::orders(Select& select, const std::vector<Column>& columns, Scope* scope) {
  for (Order& order : select.order_by) {
    Expression& by = order.expression;
    std::int64_t place = whole(by).value_or(0);
    if (is_bare_name(by)) {
      place = place_of(columns, by.text);
      if (place < 0 && (scope == nullptr || !scope->find("", by.text))) {
        return fail(Code::kAmbiguousName,
                    fmt::format("ORDER BY '{}' may be several columns", by.text),
                    "write the place of the column, from 1");
      }
      place = std::max<std::int64_t>(place, 0);
    }
    if (place < 0 || place > static_cast<std::int64_t>(columns.size())) {
      return refuse(fmt::format("ORDER BY {} is no column's place", place), "count from 1");
    }
    if (place == 0) {
      if (scope == nullptr) {
        return refuse("ORDER BY of a set operation by what is no column of it",
                      "write the name or the place of a column");
      }
      DBX_CHECK_OK(expression(by, {scope, "ORDER BY", true, true}));
      if (is_constant(by)) return refuse("ORDER BY of a constant", "leave it out");
      for (std::size_t i = 0; select.distinct && i < select.items.size(); ++i) {
        if (select.items[i].expression == by) place = static_cast<std::int64_t>(i) + 1;
      }
      if (select.distinct && place == 0) {
        return refuse("SELECT DISTINCT is ordered by what it does not select",
                      "add that to SELECT, or leave DISTINCT out");
      }
    }
    if (place > 0) by = number(place);
  }
  return {};
}

Result<std::vector<Column>> resolve_columns(Select& select, const Catalog& catalog) {
  return Resolver(catalog).select(select, nullptr);
}

Result<Select> resolve(Select select, const schema::Schema& schema,
                       const std::optional<Readable>& readable) {
  const Catalog catalog(schema, readable);
  DBX_CHECK_OK(resolve_columns(select, catalog));
  return select;
}

}  // namespace dbx::query

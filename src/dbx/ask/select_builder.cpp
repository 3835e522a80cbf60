// Joins and grouping; see select_builder.h.
#include "dbx/ask/select_builder.h"

#include <utility>

namespace dbx::ask {

using query::Expression;
using query::Operator;

SelectBuilder::SelectBuilder(const spec::Table& fact) : fact_(fact.name) {
  select_.from = {fact.name, {}};
}

std::string SelectBuilder::join(const Path& path, bool keep_all) {
  const spec::ForeignKey& key = *path.key;
  // The role tells several ways to one dimension apart.
  const std::string alias = key.role.empty() ? std::string() : key.role;
  const std::string name = alias.empty() ? path.dimension->name : alias;
  for (const query::Join& held : select_.joins) {
    const query::TableUse& use = held.table;
    if ((use.alias.empty() ? use.table : use.alias) == name) return name;
  }
  std::vector<Expression> conditions;
  for (std::size_t i = 0; i < key.columns.size(); ++i) {
    conditions.push_back(query::operation(
        Operator::kEqual, {own(key.columns[i]), query::column(name, key.references.columns[i])}));
  }
  query::Join added;
  if (keep_all && key.optional) added.kind = query::JoinKind::kLeft;
  added.table = {path.dimension->name, alias};
  added.condition = query::all_of(std::move(conditions));
  select_.joins.push_back(std::move(added));
  return name;
}

Expression SelectBuilder::column(const Path& path, const std::string& name, bool keep_all) {
  if (path.dimension == nullptr) return own(name);
  return query::column(join(path, keep_all), name);
}

Expression SelectBuilder::own(const std::string& name) const { return query::column(fact_, name); }

void SelectBuilder::item(Expression expression, std::string alias) {
  select_.items.push_back({std::move(expression), std::move(alias)});
}

void SelectBuilder::group(const Expression& expression, const std::string& alias) {
  item(expression, alias);
  select_.group_by.push_back(expression);
}

void SelectBuilder::order(Expression expression, bool descending) {
  select_.order_by.push_back({std::move(expression), descending});
}

}  // namespace dbx::ask

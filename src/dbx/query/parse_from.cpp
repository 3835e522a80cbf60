// FROM: tables, subqueries, joins. Joins lean to the left, as the tree's do.
#include <fmt/format.h>

#include "dbx/query/reader.h"

namespace dbx::query {
namespace {

using sql::flag_of;
using sql::kind_of;
using sql::member;
using sql::text_of;

bool turns_around(const Join& join) {
  return join.kind == JoinKind::kRight || join.kind == JoinKind::kFull;
}

}  // namespace

Status Reader::from(const Json& list, Select& into) {
  bool first = true;
  for (const Json& item : list) {
    const std::size_t before = into.joins.size();
    DBX_CHECK_OK(from_item(item, first, into));
    // A comma binds looser than JOIN: what stands before it takes no part in these.
    for (std::size_t i = before; !first && i < into.joins.size(); ++i) {
      if (turns_around(into.joins[i]) || into.joins[i].natural) {
        return refuse(0, "after a comma in FROM stands a RIGHT, FULL or NATURAL JOIN",
                      "write CROSS JOIN instead of the comma, after that join");
      }
    }
    first = false;
  }
  return {};
}

Status Reader::from_item(const Json& node, bool first, Select& into) {
  if (kind_of(node) == "JoinExpr") {
    if (++depth_ > kDepthMax) return refuse(0, "too many joins", "ask for less at once");
    const Json& join_node = sql::inside(node);
    DBX_CHECK_OK(from_item(member(join_node, "larg"), first, into));
    DBX_CHECK_OK(join(join_node, into));
    --depth_;
    return {};
  }
  DBX_TRY(TableUse use, table(node));
  if (first) {
    into.from = std::move(use);
  } else {
    into.joins.push_back({JoinKind::kCross, std::move(use), {}});
  }
  return {};
}

Status Reader::join(const Json& node, Select& into) {
  DBX_CHECK_OK(
      only(node, "JOIN", {"jointype", "isNatural", "larg", "rarg", "usingClause", "quals"}, 0));
  Join join;
  DBX_TRY(join.table, table(member(node, "rarg")));
  join.natural = flag_of(node, "isNatural");
  join.using_columns = sql::strings_of(member(node, "usingClause"));
  const std::string type = text_of(node, "jointype");
  const bool has_condition = node.contains("quals");
  if (type == "JOIN_LEFT") {
    join.kind = JoinKind::kLeft;
  } else if (type == "JOIN_RIGHT") {
    join.kind = JoinKind::kRight;
  } else if (type == "JOIN_FULL") {
    join.kind = JoinKind::kFull;
  } else if (type != "JOIN_INNER") {
    return refuse(0, fmt::format("{} is not allowed", type), "write JOIN, LEFT JOIN, ...");
  } else if (!has_condition && !join.natural && join.using_columns.empty()) {
    join.kind = JoinKind::kCross;
  }
  if (has_condition) {
    DBX_TRY(join.condition, expression(member(node, "quals")));
  }
  into.joins.push_back(std::move(join));
  return {};
}

Result<TableUse> Reader::table(const Json& node) {
  const std::string kind = kind_of(node);
  const Json& inside = sql::inside(node);
  if (kind == "RangeVar") return table_name(inside);
  if (kind == "RangeSubselect") return subquery(inside);
  if (kind == "JoinExpr") {
    return refuse(0, "a join stands in parentheses on the right of a join",
                  "write the joins one after another, or a subquery");
  }
  if (kind == "RangeFunction") {
    const Json& call = member(member(inside, "functions").empty()
                                  ? inside
                                  : member(member(inside, "functions").front(), "List"),
                              "items");
    const std::size_t at = call.empty() ? 0 : sql::place_of(sql::inside(call.front()));
    return refuse(at, "a function stands where a table is due", "name a table of the database");
  }
  return refuse(0, fmt::format("{} is not allowed in FROM", kind), "name a table or a subquery");
}

Result<TableUse> Reader::table_name(const Json& node) {
  const std::size_t at = sql::place_of(node);
  DBX_CHECK_OK(only(node, "a table",
                    {"schemaname", "relname", "inh", "relpersistence", "alias", "location"}, at));
  if (!flag_of(node, "inh")) return refuse(at, "ONLY is not allowed", "leave it out");
  TableUse use;
  use.schema = text_of(node, "schemaname");
  use.table = text_of(node, "relname");
  const Json& alias = member(node, "alias");
  use.alias = text_of(alias, "aliasname");
  if (alias.contains("colnames")) {
    return refuse(at, "columns of a table are renamed", "rename them in the query with AS");
  }
  return use;
}

Result<TableUse> Reader::subquery(const Json& node) {
  DBX_CHECK_OK(only(node, "a subquery", {"subquery", "alias"}, 0));
  TableUse use;
  const Json& alias = member(node, "alias");
  use.alias = text_of(alias, "aliasname");
  if (use.alias.empty()) return refuse(0, "a subquery has no name", "write AS name after it");
  if (kind_of(member(node, "subquery")) != "SelectStmt") {
    return refuse(0, "a subquery is no SELECT", "write a SELECT", Code::kRefusedWrite);
  }
  DBX_TRY(Select inner, select(sql::inside(member(node, "subquery"))));
  DBX_CHECK_OK(rename(member(alias, "colnames"), 0, inner));
  use.subquery.push_back(std::move(inner));
  return use;
}

}  // namespace dbx::query

// SELECT, set operations, WITH; ORDER BY, LIMIT, OFFSET.
#include <fmt/format.h>

#include "dbx/query/reader.h"

namespace dbx::query {
namespace {

using sql::flag_of;
using sql::member;
using sql::text_of;

constexpr std::initializer_list<const char*> kEnds = {"sortClause", "limitCount", "limitOffset",
                                                      "withClause"};

bool has_ends(const Json& node) {
  for (const char* end : kEnds) {
    if (node.contains(end)) return true;
  }
  return false;
}

bool is_plain(const Json& node) { return text_of(node, "op") == "SETOP_NONE"; }

// The select as a table of its own, for what cannot stand first in a set operation.
Select operand(Select select) {
  Select outer;
  outer.items = {{column("", "*"), ""}};
  outer.from.alias = "operand";
  outer.from.subquery.push_back(std::move(select));
  return outer;
}

}  // namespace

Result<Select> Reader::select(const Json& node) {
  if (++depth_ > kDepthMax) return refuse(0, "the query nests too deep", "ask for less at once");
  auto result = is_plain(node) ? plain_select(node) : set_operation(node);
  --depth_;
  return result;
}

Result<Select> Reader::set_operation(const Json& node) {
  std::vector<const Json*> operations;  // from right to left
  const Json* left = &node;
  while (!is_plain(*left) && (left == &node || !has_ends(*left))) {
    DBX_CHECK_OK(only(*left, "a set operation",
                      {"op", "all", "larg", "rarg", "sortClause", "limitCount", "limitOffset",
                       "limitOption", "withClause"},
                      0));
    operations.push_back(left);
    left = &member(*left, "larg");
  }
  DBX_TRY(Select first, select(*left));
  if (!is_plain(*left) || has_ends(*left)) first = operand(std::move(first));
  for (auto at = operations.rbegin(); at != operations.rend(); ++at) {
    const std::string op = text_of(**at, "op");
    const bool all = flag_of(**at, "all");
    if (all && op != "SETOP_UNION") {
      return refuse(0, "ALL is allowed in UNION ALL only", "leave ALL out");
    }
    SetOperand right;
    right.op = op == "SETOP_EXCEPT"      ? SetOperator::kExcept
               : op == "SETOP_INTERSECT" ? SetOperator::kIntersect
               : all                     ? SetOperator::kUnionAll
                                         : SetOperator::kUnion;
    DBX_TRY(right.select, select(member(**at, "rarg")));
    if (!right.select.with.empty()) {
      return refuse(0, "WITH stands inside a set operation", "write WITH before the whole query");
    }
    first.combined.push_back(std::move(right));
  }
  DBX_CHECK_OK(with(node, first));
  DBX_CHECK_OK(ends(node, first));
  return first;
}

Result<Select> Reader::plain_select(const Json& node) {
  DBX_CHECK_OK(only(node, "SELECT",
                    {"distinctClause", "targetList", "fromClause", "whereClause", "groupClause",
                     "havingClause", "windowClause", "sortClause", "limitCount", "limitOffset",
                     "limitOption", "withClause", "op"},
                    0));
  Select select;
  DBX_CHECK_OK(with(node, select));
  Named& named = windows_.emplace_back();
  for (const Json& window : member(node, "windowClause")) {
    const Json& definition = sql::inside(window);
    named[text_of(definition, "name")] = &definition;
  }
  DBX_CHECK_OK(distinct(node, select));
  DBX_CHECK_OK(from(member(node, "fromClause"), select));
  DBX_CHECK_OK(items(node, select));
  if (node.contains("whereClause")) {
    DBX_TRY(select.where, expression(member(node, "whereClause")));
  }
  DBX_TRY(select.group_by, expressions(member(node, "groupClause")));
  if (node.contains("havingClause")) {
    DBX_TRY(select.having, expression(member(node, "havingClause")));
  }
  DBX_CHECK_OK(ends(node, select));
  windows_.pop_back();
  return select;
}

Status Reader::distinct(const Json& node, Select& into) {
  const Json& clause = member(node, "distinctClause");
  if (clause.is_null()) return {};
  for (const Json& on : clause) {
    if (!on.empty()) {
      return refuse(sql::place_of(sql::inside(on)), "DISTINCT ON is not allowed",
                    "rank the rows with row_number() in a subquery and keep the first");
    }
  }
  into.distinct = true;
  return {};
}

Status Reader::with(const Json& node, Select& into) {
  const Json& clause = member(node, "withClause");
  if (clause.is_null()) return {};
  if (flag_of(clause, "recursive")) {
    return refuse(sql::place_of(clause), "WITH RECURSIVE is not allowed",
                  "leave RECURSIVE out; hierarchies of a fixed depth can be joined");
  }
  for (const Json& entry : member(clause, "ctes")) {
    const Json& table = member(entry, "CommonTableExpr");
    const std::size_t at = sql::place_of(table);
    DBX_CHECK_OK(only(table, "WITH",
                      {"ctename", "aliascolnames", "ctematerialized", "ctequery", "location"}, at));
    if (sql::kind_of(member(table, "ctequery")) != "SelectStmt") {
      return refuse(at, "WITH holds a statement that changes rows", "only SELECT may stand in WITH",
                    Code::kRefusedWrite);
    }
    CommonTable common;
    common.name = text_of(table, "ctename");
    DBX_TRY(common.select, select(sql::inside(member(table, "ctequery"))));
    DBX_CHECK_OK(rename(member(table, "aliascolnames"), at, common.select));
    into.with.push_back(std::move(common));
  }
  return {};
}

// WITH t(a, b) AS ..., (SELECT ...) AS t(a, b)
Status Reader::rename(const Json& names, std::size_t at, Select& select) {
  if (names.is_null() || names.empty()) return {};
  const std::vector<std::string> columns = sql::strings_of(names);
  bool known = columns.size() == select.items.size();
  for (const Item& item : select.items) known = known && item.expression.text != "*";
  if (!known) {
    return refuse(at, "columns are renamed that do not stand one by one in the query",
                  "name each column of the query with AS");
  }
  for (std::size_t i = 0; i < columns.size(); ++i) select.items[i].alias = columns[i];
  return {};
}

Status Reader::items(const Json& node, Select& into) {
  for (const Json& target : member(node, "targetList")) {
    const Json& item = member(target, "ResTarget");
    DBX_CHECK_OK(only(item, "a column", {"name", "val", "location"}, sql::place_of(item)));
    const Json& value = member(item, "val");
    std::string alias = text_of(item, "name");
    const Json& fields = member(member(value, "ColumnRef"), "fields");
    if (!fields.empty() && fields.back().contains("A_Star") && fields.size() <= 2) {
      const std::string table = text_of(member(fields.front(), "String"), "sval");
      into.items.push_back({column(table, "*"), ""});
      continue;
    }
    DBX_TRY(Expression read, expression(value));
    if (alias.empty() && read.kind != Expression::Kind::kColumn) alias = name_of_item(value);
    into.items.push_back({std::move(read), std::move(alias)});
  }
  if (into.items.empty()) return refuse(0, "SELECT names no column", "name at least one");
  return {};
}

Status Reader::ends(const Json& node, Select& into) {
  for (const Json& entry : member(node, "sortClause")) {
    DBX_TRY(Order read, order(member(entry, "SortBy")));
    into.order_by.push_back(std::move(read));
  }
  const std::string option = text_of(node, "limitOption");
  if (option == "LIMIT_OPTION_WITH_TIES") {
    return refuse(0, "WITH TIES is not allowed", "rank the rows with rank() in a subquery");
  }
  DBX_TRY(into.limit, row_count(member(node, "limitCount"), "LIMIT"));
  DBX_TRY(into.offset, row_count(member(node, "limitOffset"), "OFFSET"));
  return {};
}

Result<std::optional<std::int64_t>> Reader::row_count(const Json& node, const char* word) {
  if (node.is_null()) return std::nullopt;
  const Json& value = member(node, "A_Const");
  if (flag_of(value, "isnull")) return std::nullopt;  // LIMIT ALL
  const std::size_t at = sql::place_of(value);
  if (!value.contains("ival")) {
    return refuse(at, fmt::format("{} is not a whole number", word), "write the number itself");
  }
  DBX_TRY(const Expression count, whole_number(member(value, "ival"), at));
  const std::int64_t rows = std::stoll(count.text);
  if (rows < 0) return refuse(at, fmt::format("{} is negative", word), "write 0 or more");
  return rows;
}

Result<Order> Reader::order(const Json& node) {
  DBX_CHECK_OK(only(node, "ORDER BY", {"node", "sortby_dir", "sortby_nulls", "location"}, 0));
  Order order;
  DBX_TRY(order.expression, expression(member(node, "node")));
  const std::string direction = text_of(node, "sortby_dir");
  if (direction == "SORTBY_USING") {
    return refuse(0, "ORDER BY ... USING is not allowed", "write ASC or DESC");
  }
  order.descending = direction == "SORTBY_DESC";
  order.nulls_first = text_of(node, "sortby_nulls") == "SORTBY_NULLS_FIRST";
  return order;
}

}  // namespace dbx::query

// Defaults, checks and what else goes into DDL as written are expressions: no statement, no
// comment, no unbalanced quote gets into DDL.
#include <fmt/format.h>

#include "dbx/check/context.h"
#include "dbx/spec/expression.h"

namespace dbx::check {
namespace {

void check_expression(Context& context, const std::string& expression, const std::string& pointer) {
  const std::string problem = spec::expression_problem(expression);
  if (problem.empty()) return;
  context.error(Code::kUnsafeExpression, pointer, fmt::format("not an expression: {}", problem))
      .hint = "write one SQL expression, for example 0 or amount >= 0";
}

void check_columns(Context& context, const std::vector<spec::Column>& columns,
                   const std::string& group) {
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const std::string pointer = fmt::format("{}/{}", group, i);
    if (columns[i].default_value) {
      check_expression(context, *columns[i].default_value, pointer + "/default");
    }
    check_expression(context, columns[i].check, pointer + "/check");
    check_expression(context, columns[i].generated, pointer + "/generated");
    check_expression(context, columns[i].collation, pointer + "/collation");
    check_expression(context, columns[i].type.engine_text, pointer + "/type");
  }
}

}  // namespace

void check_expressions(Context& context) {
  for (const TableView& view : context.tables()) {
    check_columns(context, view.table->columns, view.pointer + "/columns");
    check_columns(context, view.table->measures, view.pointer + "/measures");
    for (std::size_t i = 0; i < view.table->checks.size(); ++i) {
      check_expression(context, view.table->checks[i].expression,
                       fmt::format("{}/checks/{}", view.pointer, i));
    }
    for (std::size_t i = 0; i < view.table->indexes.size(); ++i) {
      const std::string pointer = fmt::format("{}/indexes/{}", view.pointer, i);
      check_expression(context, view.table->indexes[i].where, pointer + "/where");
      check_expression(context, view.table->indexes[i].method, pointer + "/method");
    }
  }
}

}  // namespace dbx::check

// The inside of parse(): reads libpg_query's JSON node by node. Each node kind has one function
// that names the members it knows; a member or kind that nobody names is refused, so that what a
// newer parser adds is refused too.
#pragma once

#include <initializer_list>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "dbx/query/functions.h"
#include "dbx/query/parse.h"
#include "dbx/sql/parse.h"

namespace dbx::query {

class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text) {}

  // A SelectStmt without its wrapper.
  Result<Select> select(const Json& node);

  // At a byte of the text.
  tl::unexpected<Diagnostics> refuse(std::size_t at, std::string message, std::string hint,
                                     Code code = Code::kRefusedQuery) const;

 private:
  using Named = std::map<std::string, const Json*>;  // the windows of WINDOW w AS (...)

  // parse_select.cpp
  Result<Select> set_operation(const Json& node);
  Result<Select> plain_select(const Json& node);
  Status with(const Json& node, Select& into);
  Status items(const Json& node, Select& into);
  Status ends(const Json& node, Select& into);  // ORDER BY, LIMIT, OFFSET
  Result<std::optional<std::int64_t>> row_count(const Json& node, const char* word);
  Result<Order> order(const Json& node);
  Status distinct(const Json& node, Select& into);
  Status rename(const Json& names, std::size_t at, Select& select);
  // parse_from.cpp
  Status from(const Json& list, Select& into);
  Status from_item(const Json& node, bool first, Select& into);
  Status join(const Json& node, Select& into);
  Result<TableUse> table(const Json& node);
  Result<TableUse> table_name(const Json& node);
  Result<TableUse> subquery(const Json& node);

  // parse_expression.cpp
  Result<Expression> expression(const Json& node);
  Result<Expression> expression_inside(const Json& node);
  Result<std::vector<Expression>> expressions(const Json& list);
  Result<Expression> column_name(const Json& node);
  Result<Expression> constant(const Json& node);
  Result<Expression> whole_number(const Json& node, std::size_t at);
  Result<Expression> logic(const Json& node);
  Result<Expression> boolean_test(const Json& node);
  Result<Expression> null_test(const Json& node);
  Result<Expression> choice(const Json& node);
  Result<Expression> choice_of_values(const Json& node);
  Result<Expression> nested_select(const Json& node);
  // parse_operator.cpp
  Result<Expression> operator_of(const Json& node);
  Result<Expression> binary(const Json& node, std::string_view sign);
  Result<Expression> range(const Json& node, bool negated);
  Result<Expression> list_membership(const Json& node, bool negated);
  Result<Expression> any_membership(const Json& node);
  Result<Expression> like(const Json& node, Operator op, bool negated);
  Result<Expression> pattern(const Json& node);
  // parse_interval.cpp
  struct Interval {  // added to a date
    Expression months;
    Expression days;
    bool has_months = false;
    bool has_days = false;
  };
  Result<std::optional<Interval>> interval(const Json& node);
  Result<Interval> interval_literal(const Json& cast);
  Result<Interval> made_interval(const Json& call);
  Result<Expression> moved(Expression date, Interval interval, bool back) const;
  // parse_call.cpp
  Result<Expression> call_of(const Json& node);
  Result<Expression> called(std::string_view name, const Json& node);
  Result<Expression> plain_call(std::string_view name, const Json& node);
  Result<Expression> part_of_date(std::string_view name, const Json& node);
  Result<Expression> count(const Json& node);
  Result<Expression> quantile(const Json& node);
  Result<Expression> joined_text(const Json& node);
  Status filter(const Json& node, Expression& call);
  Result<Expression> today(const Json& node);
  // parse_window.cpp
  Status over(const Json& node, Expression& call);
  Result<Window> window(const Json& node);
  Result<std::optional<Frame>> frame(const Json& node);
  Result<std::int64_t> frame_rows(const Json& node);
  // parse_cast.cpp
  Result<Expression> cast(const Json& node);
  Result<Expression> cast_to(std::string_view type, const Json& type_name, Expression value);

  // Refuses a member that is not on the list.
  Status only(const Json& node, std::string_view what, std::initializer_list<const char*> members,
              std::size_t at) const;

  std::string_view text_;
  std::vector<Named> windows_;  // of the selects that are being read
  int depth_ = 0;
  std::size_t repeats_ = 0;  // nodes that simple CASEs have added
};

// What PostgreSQL calls the column of this item where nobody says; empty: it has no name.
std::string name_of_item(const Json& value);

}  // namespace dbx::query

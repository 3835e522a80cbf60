// The inside of resolve(): one walk over the tree, names first, then types, from the inside out.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "dbx/query/catalog.h"
#include "dbx/query/scope.h"

namespace dbx::query {

// A common table as it is asked for, and as it is printed.
struct KnownTable {
  std::string name;
  std::string printed;
  std::vector<Column> columns;
};

class Resolver {
 public:
  explicit Resolver(const Catalog& catalog) : catalog_(catalog) {}
  // Of the SELECTs around it: nothing, or one. Returns its columns.
  Result<std::vector<Column>> select(Select& select, const Scope* outer);

 private:
  // What may stand where.
  struct Place {
    Scope* scope;
    std::string_view clause;  // WHERE
    bool aggregates = false;
    bool windows = false;
  };

  // resolve.cpp
  Result<std::vector<Column>> body(Select& select, const Scope* outer);
  Status with(Select& select, const Scope* outer);
  Status from(Select& select, Scope& scope);
  Status add(TableUse& use, Scope& scope);
  Status join(Join& join, Scope& scope);
  Result<std::vector<Column>> items(Select& select, Scope& scope);
  Status groups(Select& select, const std::vector<Column>& columns, Scope& scope);
  Status combine(Select& select, std::vector<Column>& columns, const Scope* outer);
  Status orders(Select& select, const std::vector<Column>& columns, Scope* scope);
  Status check_grouping(const Select& select, const Scope& scope) const;
  std::string fresh_name(const std::string& name);

  // resolve_expression.cpp
  Result<Type> expression(Expression& expression, const Place& place);
  static Result<Type> literal_type(const Expression& expression);
  Result<Type> name(Expression& expression, const Place& place);
  Result<Type> call(Expression& expression, const Place& place);
  Result<Type> choice(Expression& expression, std::vector<Type>& types);
  Result<Type> membership(Expression& expression, std::vector<Type>& types, const Place& place);
  Status window(Window& window, const Place& place);
  Result<Type> condition(Expression& expression, const Place& place);
  Result<std::vector<Column>> nested(Select& select, const Place& place);
  Result<Type> subquery(Select& select, const Place& place);

  // resolve_operator.cpp
  Result<Type> operation(Expression& expression, std::vector<Type>& types);
  Result<Type> addition(Expression& expression, std::vector<Type>& types);
  Result<Type> division(Expression& expression, std::vector<Type>& types);
  Result<Type> arithmetic(const std::vector<Type>& types) const;
  // resolve_function.cpp
  Result<Type> function(Expression& expression, std::vector<Type>& types);
  Result<Type> conversion(Expression& expression, Type type);
  Result<Type> rounding(Expression& expression, std::vector<Type>& types);
  Status fit(Expression& argument, Type& type, char wanted, std::string_view function);
  // All of them as one type.
  Result<Type> unify(std::vector<Expression>& values, std::vector<Type>& types) const;
  // CASE WHEN x THEN yes WHEN NOT x THEN no END
  Result<Expression> spelled(Expression condition, Expression yes, Expression no);

  const Catalog& catalog_;
  std::vector<KnownTable> known_;  // common tables in sight, the nearest last
  std::set<std::string> printed_;  // names of common tables, in lower case
  std::size_t repeats_ = 0;
  bool in_aggregate_ = false;
};

// NULL instead of 0, where it may be 0.
void guard_divisor(Expression& divisor);
// CAST(x AS double precision) of a number -> x
void strip_cast(Expression& expression, Type& type);

tl::unexpected<Diagnostics> refuse(std::string message, std::string hint);

// Is there an aggregate, not over a window, in it, subqueries left out?
bool has_aggregate(const Expression& expression);

}  // namespace dbx::query

// Puts a SELECT together from a reading; see compile.h.
#include "dbx/answer/compile.h"

#include <algorithm>
#include <utility>

#include "dbx/answer/joins.h"

namespace dbx::answer {
namespace {

using query::Expression;
using query::Function;
using query::Operator;

void add(std::vector<int>& tables, int table) {
  if (table >= 0 && std::find(tables.begin(), tables.end(), table) == tables.end()) {
    tables.push_back(table);
  }
}

class Compiler {
 public:
  Compiler(const Model& model, const std::vector<double>& costs, const Reading& reading)
      : model_(model), costs_(costs), reading_(reading) {}

  std::optional<Compiled> run() {
    if (reading_.select.empty() || !from()) return std::nullopt;
    query::Select& select = result_.select;
    select.distinct = reading_.distinct;
    for (const Term& term : reading_.select) select.items.push_back({print(term), ""});
    if (!conditions(reading_.where, select.where)) return std::nullopt;
    if (!conditions(reading_.having, select.having)) return std::nullopt;
    group();
    if (reading_.combined_by && !combine()) return std::nullopt;
    for (const Ordering& order : reading_.order) {
      select.order_by.push_back({print(order.term), order.descending, false});
    }
    select.limit = reading_.limit;
    return std::move(result_);
  }

 private:
  Expression print(const Field& field) const {
    return query::column(model_.table(field.table).name,
                         model_.column(field.table, field.column).name);
  }

  Expression print(const Term& term) const {
    if (term.field.is_row()) return query::call(Function::kCount);
    const Expression value = print(term.field);
    switch (term.aggregate) {
      case Aggregate::kNone:
        return value;
      case Aggregate::kCount:
        return query::call(term.distinct ? Function::kCountDistinct : Function::kCount, {value});
      case Aggregate::kSum:
        return query::call(Function::kSum, {value});
      case Aggregate::kAvg:
        return query::call(Function::kAvg, {value});
      case Aggregate::kMin:
        return query::call(Function::kMin, {value});
      case Aggregate::kMax:
        return query::call(Function::kMax, {value});
    }
    return value;
  }

  bool from() {
    std::vector<int> tables = tables_of(reading_);
    if (tables.empty()) return false;
    const std::optional<JoinTree> tree = join(model_, costs_, tables);
    if (!tree) return false;
    result_.join_cost = tree->cost;
    result_.select.from = use(tree->tables[0]);
    for (std::size_t i = 0; i < tree->links.size(); ++i) {
      const Link& link = *tree->links[i];
      query::Join join;
      join.table = use(tree->tables[i + 1]);
      join.condition = query::operation(
          Operator::kEqual,
          {print(Field{link.table, link.column}), print(Field{link.to_table, link.to_column})});
      result_.select.joins.push_back(std::move(join));
    }
    return true;
  }

  query::TableUse use(int table) const {
    query::TableUse result;
    result.schema = model_.table(table).schema;
    result.table = model_.table(table).name;
    if (!result.schema.empty()) result.alias = result.table;
    return result;
  }

  static Expression literal(const Literal& value) {
    if (!value.is_number) return query::text(value.text);
    Expression expression = query::number(0);
    expression.text = value.text;
    return expression;
  }

  bool conditions(const std::vector<Condition>& list, std::optional<Expression>& result) {
    std::vector<Expression> all;
    for (const Condition& condition : list) {
      std::optional<Expression> made = print(condition);
      if (!made) return false;
      if (condition.either && !all.empty()) {
        all.back() = query::operation(Operator::kOr, {std::move(all.back()), std::move(*made)});
      } else {
        all.push_back(std::move(*made));
      }
    }
    if (!all.empty()) result = query::all_of(std::move(all));
    return true;
  }

  std::optional<Expression> print(const Condition& condition) {
    Expression left = print(condition.left);
    std::vector<Expression> right;
    for (const Literal& value : condition.values) right.push_back(literal(value));
    if (!condition.nested.empty()) {
      std::optional<Compiled> nested = compile(model_, costs_, condition.nested[0]);
      if (!nested) return std::nullopt;
      if (condition.comparator == Comparator::kIn || condition.comparator == Comparator::kNotIn) {
        Expression in = query::in(std::move(left), std::move(nested->select));
        if (condition.comparator == Comparator::kIn) return in;
        return query::operation(Operator::kNot, {std::move(in)});
      }
      right.push_back(query::scalar(std::move(nested->select)));
    }
    return compare(condition.comparator, std::move(left), std::move(right));
  }

  static std::optional<Expression> compare(Comparator comparator, Expression left,
                                           std::vector<Expression> right) {
    constexpr std::pair<Comparator, Operator> kOperators[] = {
        {Comparator::kEqual, Operator::kEqual},
        {Comparator::kNotEqual, Operator::kNotEqual},
        {Comparator::kLess, Operator::kLess},
        {Comparator::kLessOrEqual, Operator::kLessOrEqual},
        {Comparator::kGreater, Operator::kGreater},
        {Comparator::kGreaterOrEqual, Operator::kGreaterOrEqual},
        {Comparator::kBetween, Operator::kBetween},
        {Comparator::kLike, Operator::kILike},
        {Comparator::kNotLike, Operator::kILike},
        {Comparator::kIsNull, Operator::kIsNull},
        {Comparator::kIsNotNull, Operator::kIsNotNull}};
    for (const auto& [held, op] : kOperators) {
      if (held != comparator) continue;
      std::vector<Expression> operands = {std::move(left)};
      for (Expression& value : right) operands.push_back(std::move(value));
      const std::size_t wanted = op == Operator::kIsNull || op == Operator::kIsNotNull ? 1
                                 : op == Operator::kBetween                            ? 3
                                                                                       : 2;
      if (operands.size() != wanted) return std::nullopt;
      Expression made = query::operation(op, std::move(operands));
      if (comparator != Comparator::kNotLike) return made;
      return query::operation(Operator::kNot, {std::move(made)});
    }
    return std::nullopt;
  }

  // What is shown or sorted by beside an aggregate is grouped by.
  void group() {
    std::vector<Field> fields = reading_.group;
    const auto is_aggregate = [](const Term& term) { return term.aggregate != Aggregate::kNone; };
    bool grouped = !fields.empty() || !reading_.having.empty();
    bool plain = false;
    for (const Term& term : reading_.select) {
      grouped = grouped || is_aggregate(term);
      plain = plain || !is_aggregate(term);
    }
    for (const Ordering& order : reading_.order) grouped = grouped || is_aggregate(order.term);
    if (!grouped || (!plain && fields.empty())) return;
    const auto add_field = [&](const Term& term) {
      if (is_aggregate(term) || term.field.is_row()) return;
      if (std::find(fields.begin(), fields.end(), term.field) == fields.end()) {
        fields.push_back(term.field);
      }
    };
    for (const Term& term : reading_.select) add_field(term);
    for (const Ordering& order : reading_.order) add_field(order.term);
    for (const Field& field : fields) {
      if (!field.is_row()) result_.select.group_by.push_back(print(field));
    }
  }

  bool combine() {
    std::optional<Compiled> other = compile(model_, costs_, reading_.other.at(0));
    if (!other) return false;
    result_.join_cost = std::max(result_.join_cost, other->join_cost);
    result_.select.combined.push_back({*reading_.combined_by, std::move(other->select)});
    return true;
  }

  const Model& model_;
  const std::vector<double>& costs_;
  const Reading& reading_;
  Compiled result_;
};

}  // namespace

bool Condition::operator==(const Condition& other) const {
  return left == other.left && comparator == other.comparator && values == other.values &&
         nested == other.nested && either == other.either;
}

std::vector<int> tables_of(const Reading& reading) {
  std::vector<int> tables;
  for (const Term& term : reading.select) add(tables, term.field.table);
  for (const Field& field : reading.group) add(tables, field.table);
  for (const Condition& condition : reading.where) add(tables, condition.left.field.table);
  for (const Condition& condition : reading.having) add(tables, condition.left.field.table);
  for (const Ordering& order : reading.order) add(tables, order.term.field.table);
  for (const int table : reading.tables) add(tables, table);
  return tables;
}

std::optional<Compiled> compile(const Model& model, const std::vector<double>& link_costs,
                                const Reading& reading) {
  return Compiler(model, link_costs, reading).run();
}

}  // namespace dbx::answer

// Puts a SELECT together from a reading; see compile.h.
#include "dbx/answer/compile.h"

#include <algorithm>
#include <utility>

#include "dbx/answer/joins.h"
#include "dbx/answer/periods.h"
#include "dbx/answer/shapes.h"
#include "dbx/base/text.h"

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
    if (!items()) return std::nullopt;
    if (!conditions(reading_.where, select.where)) return std::nullopt;
    if (!conditions(reading_.having, select.having)) return std::nullopt;
    group();
    if (reading_.combined_by && !combine()) return std::nullopt;
    if (!order()) return std::nullopt;
    select.limit = reading_.limit;
    if (reading_.shape == Shape::kTopOfEach) {
      select = first_of_each(std::move(select), print(reading_.partition), *reading_.limit);
    }
    if (reading_.count_of_groups) {
      const std::string name =
          "number_of_" + (reading_.select[0].field.is_row()
                              ? model_.table(reading_.select[0].field.table).name
                              : model_.column(reading_.select[0].field).name);
      select = count_over(std::move(select), name);
    }
    if (reading_.average_of_groups) select = average_over(std::move(select));
    return std::move(result_);
  }

 private:
  Expression print(const Field& field) const {
    Expression made = query::column(model_.table(field.table).name, model_.column(field).name);
    if (!field.start) return made;
    constexpr Function kStarts[] = {Function::kDayStart, Function::kWeekStart,
                                    Function::kMonthStart, Function::kQuarterStart,
                                    Function::kYearStart};
    return query::call(kStarts[static_cast<std::size_t>(*field.start)], {std::move(made)});
  }

  // What an aggregate is called in the answer; a column keeps its own name.
  std::string name(const Term& term) const {
    if (!term.is_aggregate()) {
      constexpr std::string_view kPeriods[] = {"day", "week", "month", "quarter", "year"};
      return term.field.start ? std::string(kPeriods[static_cast<std::size_t>(*term.field.start)])
                              : std::string();
    }
    const std::string table = model_.table(term.field.table).name;
    if (term.field.is_row()) return "number_of_" + table;
    const std::string column = model_.column(term.field.table, term.field.column).name;
    switch (term.aggregate) {
      case Aggregate::kCount:
        return "number_of_" + column;
      case Aggregate::kSum:
        return "total_" + column;
      case Aggregate::kAvg:
        return "average_" + column;
      case Aggregate::kMin:
        return "lowest_" + column;
      default:
        return "highest_" + column;
    }
  }

  Expression print(const Term& term) const {
    if (term.field.is_row()) return query::call(Function::kCount);
    Expression value = print(term.field);
    if (term.as_number) value = query::call(Function::kToDouble, {std::move(value)});
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

  Expression literal(const Literal& value, const Field& field) const {
    const bool is_date = !field.is_row() && model_.column(field).kind == ValueKind::kDate;
    if (is_date && !value.is_number && is_day(value.text)) {
      return query::date(value.text);
    }
    // A number is printed as it stands: nothing else may pass for one.
    if (!value.is_number || !text::to_double(value.text)) return query::text(value.text);
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
    for (const Literal& value : condition.values)
      right.push_back(literal(value, condition.left.field));
    if (condition.comparator == Comparator::kNull) {
      return query::operation(Operator::kIsNull, {std::move(left)});
    }
    if (condition.column) right.push_back(print(*condition.column));
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
        {Comparator::kNotLike, Operator::kILike}};
    for (const auto& [held, op] : kOperators) {
      if (held != comparator) continue;
      std::vector<Expression> operands = {std::move(left)};
      for (Expression& value : right) operands.push_back(std::move(value));
      const std::size_t wanted = op == Operator::kBetween ? 3 : 2;
      if (operands.size() != wanted) return std::nullopt;
      Expression made = query::operation(op, std::move(operands));
      if (comparator != Comparator::kNotLike) return made;
      return query::operation(Operator::kNot, {std::move(made)});
    }
    return std::nullopt;
  }

  std::vector<Expression> print(const std::vector<Field>& fields) const {
    std::vector<Expression> made;
    for (const Field& field : fields) {
      if (!field.is_row()) made.push_back(print(field));
    }
    return made;
  }

  // Periods in their order; what else is grouped by begins anew.
  Course course() const {
    Course result;
    for (const Field& field : reading_.group) {
      if (field.is_row()) continue;
      const bool period = field.start || (model_.calendar && field.table == model_.calendar->table);
      (period ? result.order : result.partition).push_back(print(field));
    }
    if (result.order.empty()) std::swap(result.order, result.partition);
    return result;
  }

  bool items() {
    std::vector<query::Item>& items = result_.select.items;
    std::vector<query::Item> figures;
    for (const Term& term : reading_.select) {
      query::Item item{print(term), name(term)};
      (term.is_aggregate() && reading_.shape != Shape::kPlain ? figures : items)
          .push_back(std::move(item));
    }
    return shape(figures);
  }

  // Adds the figures in their shape.
  bool shape(std::vector<query::Item>& figures) {
    std::vector<query::Item>& items = result_.select.items;
    const bool of_two = reading_.shape == Shape::kRatio || reading_.shape == Shape::kDifference;
    if (of_two && figures.size() != 2) return false;
    if (reading_.shape == Shape::kDifference) {
      items.push_back(
          {query::operation(Operator::kSubtract, {figures[0].expression, figures[1].expression}),
           figures[0].alias + "_less_" + figures[1].alias});
      return true;
    }
    if (reading_.shape == Shape::kRatio) {
      items.push_back({ratio(figures[0].expression, figures[1].expression),
                       figures[0].alias + "_over_" + figures[1].alias});
      return true;
    }
    for (query::Item& figure : figures) {
      const Expression& value = figure.expression;
      switch (reading_.shape) {
        case Shape::kShare:
          items.push_back({share_of_whole(value), "percent_of_" + figure.alias});
          break;
        case Shape::kPercent: {
          std::optional<Expression> part;
          if (!conditions(reading_.part, part) || !part) return false;
          items.push_back({percent_of_part(value, std::move(*part)), "percent_of_" + figure.alias});
          break;
        }
        case Shape::kChange:
          items.push_back(figure);
          items.push_back({figure_before(value, course()), figure.alias + "_before"});
          items.push_back({change(value, course()), "change_in_percent"});
          break;
        case Shape::kRunning:
          items.push_back(figure);
          items.push_back({running_sum(value, course()), "running_" + figure.alias});
          break;
        default:
          items.push_back(figure);
      }
    }
    return true;
  }

  // What is shown or sorted by beside an aggregate is grouped by.
  void group() {
    std::vector<Field> fields = reading_.group;
    bool grouped = !fields.empty() || !reading_.having.empty();
    bool plain = false;
    for (const Term& term : reading_.select) {
      grouped = grouped || term.is_aggregate();
      plain = plain || !term.is_aggregate();
    }
    for (const Ordering& order : reading_.order) grouped = grouped || order.term.is_aggregate();
    if (!grouped || (!plain && fields.empty())) return;
    const auto add_field = [&](const Term& term) {
      if (term.is_aggregate() || term.field.is_row()) return;
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

  // Of a combined query only what is shown can be sorted by, by its place.
  bool order() {
    for (const Ordering& order : reading_.order) {
      Expression by = print(order.term);
      if (reading_.combined_by) {
        const auto& shown = reading_.select;
        const auto found = std::find(shown.begin(), shown.end(), order.term);
        if (found == shown.end()) return false;
        by = query::number(found - shown.begin() + 1);
      }
      result_.select.order_by.push_back({std::move(by), order.descending, false});
    }
    return true;
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
         column == other.column && nested == other.nested && either == other.either;
}

std::vector<int> tables_of(const Reading& reading) {
  std::vector<int> tables;
  for (const Term& term : reading.select) add(tables, term.field.table);
  for (const Field& field : reading.group) add(tables, field.table);
  for (const Condition& condition : reading.where) {
    add(tables, condition.left.field.table);
    if (condition.column) add(tables, condition.column->table);
  }
  for (const Condition& condition : reading.having) add(tables, condition.left.field.table);
  for (const Ordering& order : reading.order) add(tables, order.term.field.table);
  for (const Condition& condition : reading.part) add(tables, condition.left.field.table);
  for (const int table : reading.tables) add(tables, table);
  return tables;
}

std::optional<Compiled> compile(const Model& model, const std::vector<double>& link_costs,
                                const Reading& reading) {
  return Compiler(model, link_costs, reading).run();
}

}  // namespace dbx::answer

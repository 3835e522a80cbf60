// expression: a formula over the row's other columns (formula.h): `formula: round(quantity *
// unit_price * (1 - discount_rate), 2)`. The result is fitted to the column: a DECIMAL rounded half
// away from zero, exactly where the formula is exact. NULLs of the columns are looked through.
#include <algorithm>
#include <optional>

#include "dbx/seed/adapt.h"
#include "dbx/seed/batch_scope.h"
#include "dbx/seed/formula.h"
#include "dbx/seed/generators/generators.h"
#include "dbx/seed/registry.h"

namespace dbx::seed {
namespace {

struct Operand {
  std::string name;
  const Generator* generator = nullptr;
  spec::Type type;

  FormulaValue value(const Values& values, std::size_t i) const {
    FormulaValue out;
    switch (database::storage_of(type)) {
      case database::Storage::kText:
        out.kind = FormulaKind::kText;
        out.text = std::string(values.text(i));
        break;
      case database::Storage::kDouble:
        out.exact = false;
        out.number = values.doubles[i];
        break;
      case database::Storage::kInt64:
        out.units = values.integers[i];
        if (type.kind == spec::TypeKind::kBoolean) out.kind = FormulaKind::kBoolean;
        if (type.kind == spec::TypeKind::kDecimal) out.scale = std::clamp(type.scale, 0, 18);
        break;
    }
    return out;
  }
};

// Text, truth value or number; dates are the number of their day.
std::optional<FormulaKind> kind_of(const spec::Type& type) {
  if (type.array) return {};
  if (type.is_text()) return FormulaKind::kText;
  if (type.kind == spec::TypeKind::kBoolean) return FormulaKind::kBoolean;
  if (type.is_numeric() || type.kind == spec::TypeKind::kDate) return FormulaKind::kNumber;
  return {};
}

class Formula final : public Generator {
 public:
  Formula(std::vector<Operand> operands, FormulaNode node, spec::Type type)
      : operands_(std::move(operands)), node_(std::move(node)), type_(std::move(type)) {}
  Nature nature() const override { return Nature::kStored; }
  void fill(Rows rows, Values& out) const override {
    std::vector<Values> scratch(operands_.size());
    std::vector<const Values*> columns(operands_.size());
    for (std::size_t o = 0; o < operands_.size(); ++o) {
      columns[o] = BatchScope::find(operands_[o].generator, rows);
      if (columns[o] != nullptr) continue;
      operands_[o].generator->fill(rows, scratch[o]);
      columns[o] = &scratch[o];
    }
    start(rows.size(), out);
    std::vector<FormulaValue> values(operands_.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
      for (std::size_t o = 0; o < operands_.size(); ++o) {
        values[o] = operands_[o].value(*columns[o], i);
      }
      store(evaluate(node_, values), i, out);
    }
  }

 private:
  void start(std::size_t rows, Values& out) const {
    out.integers.resize(rows);
    out.doubles.resize(rows);
    out.arena.clear();
    out.offsets.assign(1, 0);
  }
  void store(const FormulaValue& value, std::size_t i, Values& out) const {
    switch (database::storage_of(type_)) {
      case database::Storage::kText: {
        const std::string& text = value.text;
        out.append_text(cut_utf8(text, text_bytes_max(type_)));
        return;
      }
      case database::Storage::kDouble:
        out.doubles[i] = value.as_double();
        return;
      case database::Storage::kInt64:
        out.integers[i] = value.kind == FormulaKind::kBoolean ? value.units : units_of(value);
        return;
    }
  }
  std::int64_t units_of(const FormulaValue& value) const {
    const bool is_date = type_.kind == spec::TypeKind::kDate;
    const std::int64_t limit = is_date ? 2'932'896 : stored_max(type_);  // to the year 9999
    const int scale = type_.kind == spec::TypeKind::kDecimal ? std::clamp(type_.scale, 0, 18) : 0;
    FormulaValue rounded = round_to(value, scale);
    if (!rounded.exact) return rounded.number < 0 ? -limit : limit;
    std::int64_t units = 0;
    if (__builtin_mul_overflow(rounded.units, power_of_ten(scale - rounded.scale), &units)) {
      return rounded.units < 0 ? -limit : limit;
    }
    return std::clamp(units, -limit, limit);
  }

  std::vector<Operand> operands_;
  FormulaNode node_;
  spec::Type type_;
};

}  // namespace

Result<GeneratorPtr> make_expression(const Request& request, FillParameters& parameters) {
  parameters.require(parameters.has("formula"), "'formula' is missing: quantity * unit_price");
  const std::string formula = parameters.text("formula", "0");
  if (!parameters.problems().empty()) return fail(parameters.problems());
  if (request.unique) return fail(never_unique(request, "expression"));
  std::vector<Operand> operands;
  const auto find = [&](const std::string& name) -> Result<FormulaColumn> {
    for (std::size_t i = 0; i < operands.size(); ++i) {
      if (operands[i].name == name) return FormulaColumn{*kind_of(operands[i].type), i};
    }
    DBX_TRY(const Generator* generator, request.siblings.sibling(name));
    const spec::Type type = request.siblings.find(name)->type;
    const auto kind = kind_of(type);
    if (!kind) {
      return fail(Code::kBadFill, "expression: '" + name + "' is " + spec::print(type) +
                                      ", of which formulas know nothing");
    }
    operands.push_back({name, generator, type});
    return FormulaColumn{*kind, operands.size() - 1};
  };
  DBX_TRY(FormulaNode node, parse_formula(formula, find));
  const auto wanted = kind_of(request.column.type);
  if (!wanted || *wanted != node.kind) {
    parameters.complain(
        "the formula does not give a " + spec::print(request.column.type),
        node.kind == FormulaKind::kNumber ? "concat(...) makes text of numbers" : "");
    return fail(parameters.problems());
  }
  return GeneratorPtr(
      std::make_unique<Formula>(std::move(operands), std::move(node), request.column.type));
}

}  // namespace dbx::seed

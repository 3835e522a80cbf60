// Evaluating formulas: exact in 64 bits while it lasts, then in doubles.
#include "dbx/seed/formula.h"

#include <fmt/format.h>

#include <algorithm>

#include "dbx/base/text.h"
#include "dbx/seed/adapt.h"

namespace dbx::seed {
namespace {

using Operation = FormulaNode::Operation;
constexpr int kScaleMax = 18;

FormulaValue of_double(double number) {
  FormulaValue out;
  out.exact = false;
  out.number = number;
  return out;
}
FormulaValue of_units(std::int64_t units, int scale) {
  FormulaValue out;
  out.units = units;
  out.scale = scale;
  return out;
}
FormulaValue of_truth(bool truth) {
  FormulaValue out;
  out.kind = FormulaKind::kBoolean;
  out.units = truth ? 1 : 0;
  return out;
}
FormulaValue of_text(std::string text) {
  FormulaValue out;
  out.kind = FormulaKind::kText;
  out.text = std::move(text);
  return out;
}

// Both with the larger scale; false where one is not exact or gets too large.
bool align(FormulaValue& a, FormulaValue& b) {
  if (!a.exact || !b.exact) return false;
  FormulaValue& coarse = a.scale < b.scale ? a : b;
  const int scale = std::max(a.scale, b.scale);
  if (__builtin_mul_overflow(coarse.units, power_of_ten(scale - coarse.scale), &coarse.units)) {
    return false;
  }
  coarse.scale = scale;
  return true;
}

FormulaValue add(FormulaValue a, FormulaValue b, bool minus) {
  const double sum = minus ? a.as_double() - b.as_double() : a.as_double() + b.as_double();
  std::int64_t units = 0;
  if (!align(a, b)) return of_double(sum);
  const bool over = minus ? __builtin_sub_overflow(a.units, b.units, &units)
                          : __builtin_add_overflow(a.units, b.units, &units);
  return over ? of_double(sum) : of_units(units, a.scale);
}

FormulaValue multiply(const FormulaValue& a, const FormulaValue& b) {
  std::int64_t units = 0;
  const bool exact = a.exact && b.exact && a.scale + b.scale <= kScaleMax &&
                     !__builtin_mul_overflow(a.units, b.units, &units);
  return exact ? of_units(units, a.scale + b.scale) : of_double(a.as_double() * b.as_double());
}

double whole_part(double value) {  // towards zero
  if (value >= 0x1p52 || value <= -0x1p52) return value;
  return static_cast<double>(static_cast<std::int64_t>(value));
}

FormulaValue remainder(FormulaValue a, FormulaValue b) {
  if (align(a, b)) return b.units == 0 ? of_units(0, 0) : of_units(a.units % b.units, a.scale);
  const double divisor = b.as_double();
  if (divisor == 0) return of_units(0, 0);
  return of_double(a.as_double() - divisor * whole_part(a.as_double() / divisor));
}

FormulaValue floor_of(const FormulaValue& value, bool up) {
  if (value.exact) {
    const std::int64_t unit = power_of_ten(value.scale);
    const std::int64_t rest = value.units % unit;
    std::int64_t whole = value.units / unit;
    if (!up && rest < 0) --whole;
    if (up && rest > 0) ++whole;
    return of_units(whole, 0);
  }
  const double whole = whole_part(value.number);
  if (!up && whole > value.number) return of_double(whole - 1);
  return of_double(up && whole < value.number ? whole + 1 : whole);
}

int compare(const FormulaValue& a, const FormulaValue& b) {
  if (a.kind == FormulaKind::kText) return a.text.compare(b.text);
  return compare_numbers(a, b);
}

std::string as_text(const FormulaValue& value) {
  if (value.kind == FormulaKind::kText) return value.text;
  if (value.kind == FormulaKind::kBoolean) return value.units != 0 ? "true" : "false";
  return print_number(value);
}

FormulaValue best_of(const FormulaNode& node, std::span<const FormulaValue> columns, int sign) {
  FormulaValue best = evaluate(node.operands[0], columns);
  for (std::size_t i = 1; i < node.operands.size(); ++i) {
    FormulaValue other = evaluate(node.operands[i], columns);
    if (compare_numbers(other, best) * sign > 0) best = std::move(other);
  }
  return best;
}

// Of operations whose operands are all needed.
FormulaValue apply(Operation operation, std::vector<FormulaValue>& values) {
  const FormulaValue& a = values[0];
  switch (operation) {
    case Operation::kEqual:
      return of_truth(compare(a, values[1]) == 0);
    case Operation::kUnequal:
      return of_truth(compare(a, values[1]) != 0);
    case Operation::kLess:
      return of_truth(compare(a, values[1]) < 0);
    case Operation::kLessOrEqual:
      return of_truth(compare(a, values[1]) <= 0);
    case Operation::kAdd:
      return add(a, values[1], false);
    case Operation::kSubtract:
      return add(a, values[1], true);
    case Operation::kMultiply:
      return multiply(a, values[1]);
    case Operation::kDivide: {
      const double divisor = values[1].as_double();
      return divisor == 0 ? of_units(0, 0) : of_double(a.as_double() / divisor);
    }
    case Operation::kRemainder:
      return remainder(a, values[1]);
    case Operation::kAbs:
      return compare_numbers(a, {}) < 0 ? add({}, a, true) : a;
    case Operation::kRound:
      return round_to(a, values.size() < 2
                             ? 0
                             : static_cast<int>(std::clamp(values[1].as_double(), 0.0, 18.0)));
    case Operation::kFloor:
      return floor_of(a, false);
    case Operation::kCeil:
      return floor_of(a, true);
    case Operation::kLower:
      return of_text(text::to_lower(a.text));
    case Operation::kUpper:
      return of_text(text::to_upper(a.text));
    case Operation::kLength:
      return of_units(static_cast<std::int64_t>(a.text.size()), 0);
    default: {
      std::string out;
      for (const FormulaValue& value : values) out += as_text(value);
      return of_text(std::move(out));
    }
  }
}

}  // namespace

double FormulaValue::as_double() const {
  return exact ? static_cast<double>(units) / static_cast<double>(power_of_ten(scale)) : number;
}

int compare_numbers(const FormulaValue& a, const FormulaValue& b) {
  FormulaValue left = a;
  FormulaValue right = b;
  if (align(left, right)) {
    return left.units < right.units ? -1 : left.units > right.units ? 1 : 0;
  }
  const double x = a.as_double();
  const double y = b.as_double();
  return x < y ? -1 : x > y ? 1 : 0;
}

FormulaValue round_to(const FormulaValue& value, int digits) {
  if (value.exact && value.scale <= digits) return value;
  if (value.exact) {
    const std::int64_t unit = power_of_ten(value.scale - digits);
    std::int64_t rounded = value.units / unit;
    const std::int64_t rest = value.units % unit;
    if (rest >= unit - rest) ++rounded;
    if (-rest >= unit + rest) --rounded;
    return of_units(rounded, digits);
  }
  const double scaled = value.number * static_cast<double>(power_of_ten(digits));
  if (!(scaled < 9e17 && scaled > -9e17)) return value;
  return of_units(static_cast<std::int64_t>(scaled < 0 ? scaled - 0.5 : scaled + 0.5), digits);
}

std::string print_number(const FormulaValue& value) {
  if (!value.exact) return fmt::format("{}", value.number);
  const std::int64_t unit = power_of_ten(value.scale);
  const std::int64_t whole = value.units / unit;
  const std::int64_t rest = value.units % unit;
  if (value.scale == 0) return std::to_string(whole);
  return fmt::format("{}{}.{:0{}}", value.units < 0 ? "-" : "", whole < 0 ? -whole : whole,
                     rest < 0 ? -rest : rest, value.scale);
}

FormulaValue evaluate(const FormulaNode& node, std::span<const FormulaValue> columns) {
  const auto truth = [&](std::size_t i) { return evaluate(node.operands[i], columns).units != 0; };
  switch (node.operation) {
    case Operation::kConstant:
      return node.constant;
    case Operation::kColumn:
      return columns[node.column];
    case Operation::kOr:
      return of_truth(truth(0) || truth(1));
    case Operation::kAnd:
      return of_truth(truth(0) && truth(1));
    case Operation::kNot:
      return of_truth(!truth(0));
    case Operation::kIf:
      return evaluate(node.operands[truth(0) ? 1 : 2], columns);
    case Operation::kMin:
      return best_of(node, columns, -1);
    case Operation::kMax:
      return best_of(node, columns, 1);
    default: {
      std::vector<FormulaValue> values;
      values.reserve(node.operands.size());
      for (const FormulaNode& operand : node.operands) values.push_back(evaluate(operand, columns));
      return apply(node.operation, values);
    }
  }
}

}  // namespace dbx::seed

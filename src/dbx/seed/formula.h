// Formulas over the columns of a row: `quantity * unit_price * (1 - discount)`, `if(tier = 'gold',
// 0.2, 0)`, `case when days > 30 then 'late' else 'in time' end`. Numbers with 18 digits are exact
// through + - * comparisons and round, so money adds up; past that, and after a division, they are
// doubles. x / 0 is 0. Parsed and checked while planning, evaluated row by row; immutable,
// thread-safe.
//
//   or and not   = <> != < <= > >=   + - ||   * / %   -x   ( )
//   if(c, a, b)  case when c then a ... else b end  min max abs round(x[, digits]) floor ceil
//   concat lower upper length   12.50 'text' true false column "column"
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "dbx/base/result.h"

namespace dbx::seed {

enum class FormulaKind { kNumber, kText, kBoolean };

struct FormulaValue {
  FormulaKind kind = FormulaKind::kNumber;
  bool exact = true;
  std::int64_t units = 0;  // exact: units / 10^scale; kBoolean: 0, 1
  int scale = 0;           // 0..18
  double number = 0;       // not exact
  std::string text = {};

  double as_double() const;
};

struct FormulaNode {
  enum class Operation {
    kConstant,
    kColumn,
    kOr,
    kAnd,
    kNot,
    kEqual,
    kUnequal,
    kLess,
    kLessOrEqual,
    kAdd,
    kSubtract,
    kMultiply,
    kDivide,
    kRemainder,
    kIf,
    kMin,
    kMax,
    kAbs,
    kRound,
    kFloor,
    kCeil,
    kConcat,
    kLower,
    kUpper,
    kLength
  };
  Operation operation = Operation::kConstant;
  FormulaKind kind = FormulaKind::kNumber;
  FormulaValue constant = {};  // kConstant
  std::size_t column = 0;      // kColumn: position among those named
  std::vector<FormulaNode> operands = {};
};

// What a name stands for: its kind, and its position among the columns that evaluate() is given.
struct FormulaColumn {
  FormulaKind kind;
  std::size_t position;
};
using FindColumn = std::function<Result<FormulaColumn>(const std::string&)>;

// Errors: bad-fill, with what was expected where; those of `find`.
Result<FormulaNode> parse_formula(std::string_view formula, const FindColumn& find);
// columns[position]: of one row.
FormulaValue evaluate(const FormulaNode& node, std::span<const FormulaValue> columns);
// Exact: to `digits` after the point, half away from zero.
FormulaValue round_to(const FormulaValue& value, int digits);
// Two numbers: negative, 0 or positive.
int compare_numbers(const FormulaValue& a, const FormulaValue& b);
// 12.50
std::string print_number(const FormulaValue& value);

}  // namespace dbx::seed

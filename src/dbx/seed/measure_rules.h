// How measures of one row follow from each other, by their names: expected loss is exposure times
// probability times severity, a profit is sales less cost, a fee is a part of a payment. To add a
// rule: a line in measure_rules.cpp. Pure.
#pragma once

#include <array>
#include <span>
#include <string_view>

namespace dbx::seed {

constexpr std::size_t kRuleOperands = 3;

// Patterns as in infer.h; those of an operand after '?' are for one that may be missing.
struct MeasureRule {
  std::string_view result;
  std::string_view generator;  // product_of, sum_of, share
  std::array<std::string_view, kRuleOperands> of;
  std::array<std::string_view, kRuleOperands> minus = {};
  double low = 0;  // of a share
  double high = 0;
  std::string_view where = {};  // of a share: 0 where this column is 0
};

// In order: the first rule whose operands are all there counts.
std::span<const MeasureRule> measure_rules();

// What part of the row's main amount a column with such a name is.
struct PartRule {
  std::string_view patterns;
  double low;
  double high;
};
std::span<const PartRule> part_rules();

// What part of its denominator a numerator is, by the name of the rate.
PartRule numerator_rule(std::string_view rate_name);

}  // namespace dbx::seed

// Rows shared out among parents, and numbers that add up to a parent's: exact sums, and the
// distributions of what is left free.
#include "dbx/seed/fan_out.h"
#include "dbx/seed/special.h"
#include "seed/proofs.h"

namespace dbx::seed {
namespace {

long cents(const std::string& text) { return std::lround(std::stod(text) * 100); }

// Of each parent: its number of rows.
std::map<std::string, long> sizes_of(const SeedPlan& plan) {
  std::map<std::string, long> sizes;
  for (const std::string& key : values_of(plan, "dim_thing", "whole_key")) ++sizes[key];
  return sizes;
}

// The lines of every parent add up to its total, whatever its number of lines.
void adds_up(const SeedPlan& plan) {
  const auto keys = values_of(plan, "dim_thing", "whole_key");
  const auto parts = values_of(plan, "dim_thing", "v");
  const auto wholes = values_of(plan, "dim_whole", "whole_key");
  const auto totals = values_of(plan, "dim_whole", "total");
  std::map<std::string, long> left;
  for (std::size_t i = 0; i < wholes.size(); ++i) left[wholes[i]] = cents(totals[i]);
  for (std::size_t i = 0; i < keys.size(); ++i) {
    left.at(keys[i]) -= cents(parts[i]);
    ASSERT_GT(cents(parts[i]), 0);
  }
  for (const auto& [key, rest] : left) ASSERT_EQ(rest, 0) << key;
}

// With three lines each and totals so large that cents do not matter, a share is Beta(alpha,
// 2 alpha).
void shares_are_beta(double alpha) {
  const std::string column =
      "        - " +
      column_of("v", "DECIMAL(14,2)",
                "sum_to_total, of: dim_whole.total, alpha: " + std::to_string(alpha)) +
      "\n";
  const std::int64_t wholes = 4'000;
  spec::Spec spec = parts_and_wholes("fan_out, exact: 3", column);
  spec.dimensions[0].columns[0].fill = spec::Fill{"constant", {{"value", {"1000000"}, {}, false}}};
  Options options;
  options.rows = {{"dim_thing", 3 * wholes}, {"dim_whole", wholes}};
  const SeedPlan plan = plan_of(spec, options);
  adds_up(plan);
  const auto parts = values_of(plan, "dim_thing", "v");
  std::vector<double> shares;
  for (std::size_t i = 0; i < parts.size(); i += 3) shares.push_back(std::stod(parts[i]) / 1e6);
  EXPECT_LT(theory::kolmogorov(
                shares, [alpha](double x) { return beta_below(alpha, 2 * alpha, x, 1 - x); }),
            theory::kolmogorov_limit(shares.size()))
      << alpha;
}

}  // namespace

Proofs shared_proofs() {
  return {
      {"sum_to_total",
       [] {
         adds_up(plan_of_example("sum_to_total", kRows));
         for (const double alpha : {0.5, 2.0, 30.0}) shares_are_beta(alpha);
       }},
      {"fan_out",
       [] {
         const SeedPlan plan = plan_of_example("fan_out", kRows);
         const auto sizes = sizes_of(plan);
         EXPECT_EQ(sizes.size(), static_cast<std::size_t>(kRows / 3));
         // Every number from min to max, as the maximum of entropy has it: a geometric series.
         std::map<long, double> counts;
         for (const auto& [key, size] : sizes) ++counts[size];
         ASSERT_EQ(counts.size(), 6U);
         ASSERT_TRUE(counts.begin()->first == 1 && counts.rbegin()->first == 6);
         const double ratio = counts[2] / counts[1];
         for (long size = 2; size < 6; ++size) {
           EXPECT_NEAR(counts[size + 1] / counts[size], ratio, 0.01) << size;
         }
       }},
  };
}

}  // namespace dbx::seed

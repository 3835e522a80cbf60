// Correlation within a row, and values that depend on other columns and on parents.
#include <set>

#include "dbx/seed/correlation.h"
#include "dbx/seed/inverse_table.h"
#include "dbx/seed/special.h"
#include "seed/examples.h"
#include "seed/theory.h"

namespace dbx::seed {
namespace {

constexpr std::int64_t kRows = 20'000;

SeedPlan plan_of_table(const std::vector<std::string>& columns, std::int64_t rows = kRows) {
  Options options;
  options.rows["dim_thing"] = rows;
  return plan_of(one_table(columns), options);
}
std::vector<double> numbers_of(const SeedPlan& plan, std::string_view column) {
  std::vector<double> out;
  for (const std::string& text : values_of(plan, "dim_thing", column)) {
    out.push_back(text == "true" ? 1 : text == "false" ? 0 : std::stod(text));
  }
  return out;
}
double rank_correlation_of(double rho) { return 6 / std::numbers::pi * std::asin(rho / 2); }

// Every pair of continuous marginals has the rank correlation that rho implies, whatever they are.
TEST(copula, continuous_columns_have_the_rank_correlation_of_rho) {
  for (const double rho : {-0.8, -0.3, 0.5, 0.95}) {
    const std::string tie = ", with: a, rho: " + std::to_string(rho);
    for (const char* fill :
         {"normal", "lognormal, sigma: 2", "gamma, shape: 0.4", "beta, alpha: 0.6, beta: 3",
          "pareto", "weibull", "student_t, degrees: 2", "uniform", "triangular", "exponential",
          "logit_normal", "empirical, quantiles: [1, 5, 100]", "histogram, edges: [0, 1, 9]"}) {
      const SeedPlan plan = plan_of_table({column_of("a", "DOUBLE", "lognormal"),
                                           column_of("b", "DOUBLE", std::string(fill) + tie)});
      const double found = theory::correlation(theory::ranks(numbers_of(plan, "a")),
                                               theory::ranks(numbers_of(plan, "b")));
      EXPECT_LT(theory::fisher_distance(found, rank_correlation_of(rho), kRows), 5)
          << fill << " " << rho << " " << found;
      EXPECT_TRUE(plan.notes().empty());
    }
  }
}

TEST(copula, normal_columns_have_the_correlation_itself_and_keep_their_distribution) {
  const SeedPlan plan = plan_of_table(
      {column_of("a", "DOUBLE", "normal"), column_of("b", "DOUBLE", "normal, with: a, rho: 0.6"),
       column_of("c", "DOUBLE", "normal, with: [a, b], rho: [-0.4, 0.2]")});
  const auto a = numbers_of(plan, "a");
  const auto b = numbers_of(plan, "b");
  const auto c = numbers_of(plan, "c");
  EXPECT_LT(theory::fisher_distance(theory::correlation(a, b), 0.6, kRows), 5);
  EXPECT_LT(theory::fisher_distance(theory::correlation(a, c), -0.4, kRows), 5);
  EXPECT_LT(theory::fisher_distance(theory::correlation(b, c), 0.2, kRows), 5);
  for (const auto& sample : {a, b, c}) {
    EXPECT_LT(theory::kolmogorov(sample, theory::normal), theory::kolmogorov_limit(kRows));
  }
}

TEST(copula, ordinal_columns_join_by_thresholds) {
  for (const char* fill :
       {"poisson, mean: 6", "binomial", "geometric, probability: 0.2", "zipf, max: 50",
        "negative_binomial", "uniform, min: 1, max: 9", "bernoulli, probability: 0.4",
        "categorical, values: {1: 3, 2: 5, 3: 2, 4: 1}",
        "mixture, of: [{generator: poisson, mean: 5}, {generator: binomial, trials: 9}]"}) {
    const SeedPlan free =
        plan_of_table({column_of("a", "DOUBLE", "normal"), column_of("b", "INT", fill)});
    const SeedPlan tied =
        plan_of_table({column_of("a", "DOUBLE", "normal"),
                       column_of("b", "INT", std::string(fill) + ", with: a, rho: 0.7")});
    const double none = theory::correlation(theory::ranks(numbers_of(free, "a")),
                                            theory::ranks(numbers_of(free, "b")));
    const double some = theory::correlation(theory::ranks(numbers_of(tied, "a")),
                                            theory::ranks(numbers_of(tied, "b")));
    EXPECT_LT(theory::fisher_distance(none, 0, kRows), 5) << fill;
    EXPECT_TRUE(some > 0.3 && some < rank_correlation_of(0.7) + 0.02) << fill << " " << some;
  }
}

TEST(copula, impossible_correlations_are_repaired_with_a_note) {
  const SeedPlan plan = plan_of_table(
      {column_of("a", "DOUBLE", "normal"), column_of("b", "DOUBLE", "normal, with: a, rho: 0.9"),
       column_of("c", "DOUBLE", "normal, with: [a, b], rho: [0.9, -0.9]")});
  ASSERT_EQ(plan.notes().size(), 1U);
  EXPECT_EQ(plan.notes()[0].code, Code::kCorrelationRepaired);
  EXPECT_EQ(plan.notes()[0].severity, Severity::kWarning);
  EXPECT_TRUE(plan.notes()[0].where.pointer.starts_with("/entities/dimensions/0/columns/"));
  const double found = theory::correlation(numbers_of(plan, "a"), numbers_of(plan, "b"));
  EXPECT_LT(theory::fisher_distance(found, 0.5, kRows), 5);  // by symmetry all three come to 0.5
}

TEST(copula, what_cannot_be_tied_is_refused) {
  for (const char* fill :
       {"normal, with: a, rho: 1.1", "normal, with: a, rho: nan", "normal, with: a, rho: x",
        "normal, with: a", "normal, rho: 0.5", "normal, with: z, rho: 0.5",
        "normal, with: b, rho: 0.5", "normal, with: [a, a], rho: [0.1, 0.1]",
        "normal, with: a, rho: [0.1, 0.2]", "normal, with: name, rho: 0.5"}) {
    const auto plan =
        make(one_table({column_of("a", "DOUBLE", "normal"), column_of("name", "TEXT", "full_name"),
                        column_of("b", "DOUBLE", fill)}),
             {});
    ASSERT_FALSE(plan) << fill;
    EXPECT_EQ(plan.error()[0].code, Code::kBadFill) << fill;
    EXPECT_FALSE(plan.error()[0].where.pointer.empty()) << fill;
  }
}

// Higham's example (2002, section 1): the nearest to ((1, 1, 0), (1, 1, 1), (0, 1, 1)).
TEST(correlation, nearest_matrix_is_that_of_the_paper) {
  Matrix matrix = Matrix::identity(3);
  matrix.at(0, 1) = matrix.at(1, 0) = matrix.at(1, 2) = matrix.at(2, 1) = 1;
  EXPECT_FALSE(cholesky(matrix));
  const Matrix nearest = nearest_correlation(matrix);
  EXPECT_NEAR(nearest.at(0, 1), 0.7607, 1e-4);
  EXPECT_NEAR(nearest.at(0, 2), 0.1573, 1e-4);
  EXPECT_TRUE(cholesky(nearest));
}

TEST(correlation, a_factor_times_itself_is_the_matrix) {
  Matrix matrix = Matrix::identity(3);
  matrix.at(0, 1) = matrix.at(1, 0) = 0.5;
  matrix.at(0, 2) = matrix.at(2, 0) = -0.2;
  matrix.at(1, 2) = matrix.at(2, 1) = 0.3;
  const Matrix factor = *cholesky(matrix);
  for (std::size_t i = 0; i < 3; ++i) {
    for (std::size_t j = 0; j < 3; ++j) {
      double sum = 0;
      for (std::size_t k = 0; k < 3; ++k) sum += factor.at(i, k) * factor.at(j, k);
      EXPECT_NEAR(sum, matrix.at(i, j), 1e-15);
    }
  }
  matrix.at(0, 1) = matrix.at(1, 0) = 1;
  matrix.at(1, 2) = matrix.at(2, 1) = -0.2;
  EXPECT_TRUE(cholesky(matrix)) << "a correlation of one is possible";
}

TEST(special, agrees_with_the_library_and_with_itself) {
  for (double z = -37; z < 37; z += 0.173) {
    EXPECT_NEAR(normal_below(z) / (0.5 * std::erfc(-z / std::sqrt(2.0))), 1, 1e-11) << z;
  }
  for (const double x : {0.05, 0.3, 1.0, 2.5, 10.0, 171.0, 1e4, 1e6}) {
    EXPECT_NEAR(log_gamma(x), std::lgamma(x), 2e-15 * std::max(1.0, std::fabs(std::lgamma(x))))
        << x;
  }
  for (const double x : {0.01, 0.5, 1.0, 3.0, 20.0}) {
    EXPECT_NEAR(gamma_below(0.5, x), std::erf(std::sqrt(x)), 1e-14);
    EXPECT_NEAR(gamma_below(2.5, x) + gamma_above(2.5, x), 1, 1e-14);
  }
  for (const double x : {0.001, 0.2, 0.5, 0.9}) {
    EXPECT_NEAR(beta_below(0.5, 0.5, x, 1 - x), 2 / std::numbers::pi * std::asin(std::sqrt(x)),
                1e-13);
  }
}

// From a table of knots: within 1e-9 in probability at both ends and between.
TEST(inverse_table, is_the_inverse_of_its_law) {
  class Exponential final : public Law {  // of y = log X
   public:
    double below(double y) const override { return -std::expm1(-std::exp(y)); }
    double above(double y) const override { return std::exp(-std::exp(y)); }
    double log_density(double y) const override { return y - std::exp(y); }
  };
  const InverseTable table(Exponential{}, -50, 10);
  for (double u = 1e-12; u < 1; u = u < 0.001 ? u * 1.7 : u + 0.00037) {
    EXPECT_NEAR(-std::expm1(-std::exp(table(u))), u, 1e-9 * std::min(1.0, 10 * u)) << u;
  }
  EXPECT_NEAR(std::exp(table(0.5)), std::log(2.0), 1e-12);
}

TEST(conditional, values_follow_the_row_and_its_parent) {
  Options options;
  options.rows["fact_order"] = 2'000;
  const SeedPlan plan = plan_of(read_case("family"), options);
  std::map<std::string, std::set<std::string>> countries;
  for (const auto& row :
       sample(*plan.find("dim_place")->source, {0, plan.find("dim_place")->rows})) {
    countries[row[0]].insert(row[1]);
    const std::string pair = row[0] + row[1];
    EXPECT_TRUE(pair == "EUDE"   ? row[2] == "low"
                : pair == "USCA" ? row[2] != "none" && row[2] != "low"
                                 : row[2] == "none")
        << pair << row[2];
  }
  EXPECT_EQ(countries["EU"], (std::set<std::string>{"DE", "FR"}));
  EXPECT_EQ(countries["US"], (std::set<std::string>{"US", "CA"}));
  const auto keys = values_of(plan, "fact_order", "company_key");
  const auto amounts = values_of(plan, "fact_order", "amount");
  const auto tiers = values_of(plan, "fact_order", "tier");
  const auto sectors = values_of(plan, "fact_order", "sector");
  const auto of_parent = values_of(plan, "dim_company", "tier");
  const auto sector_of_parent = values_of(plan, "dim_company", "sector");
  for (std::size_t i = 0; i < keys.size(); ++i) {
    const std::size_t parent = std::stoul(keys[i]) - 1;
    ASSERT_EQ(tiers[i], of_parent[parent]);
    ASSERT_EQ(sectors[i], sector_of_parent[parent]) << "NULL where the parent is";
    ASSERT_EQ(std::stod(amounts[i]) >= 900, tiers[i] == "gold") << amounts[i];
  }
}

TEST(conditional, what_cannot_be_is_refused) {
  for (const char* fill :
       {"conditional",
        "conditional, on: tier",
        "conditional, on: tire, cases: {gold: 1}, else: 2",
        "conditional, on: tier, cases: {silver: 1}",
        "conditional, on: tier, cases: {gold: {generator: nromal}}, else: 1",
        "conditional, on: tier, cases: {gold: {generator: normal, stddev: -1}}, else: 1",
        "conditional, on: n, cases: {gold: 1}, else: 2",
        "conditional, on: [tier, n], cases: {gold: 1}, else: 2",
        "conditional, on: dim_nothing.x, cases: {gold: 1}, else: 2",
        "conditional, on: v, cases: {1: 1}, else: 2",
        "lookup",
        "lookup, of: tier",
        "lookup, of: dim_other.x",
        "expression",
        "expression, formula: n +",
        "expression, formula: n + tier",
        "expression, formula: nn + 1",
        "expression, formula: tier",
        "expression, formula: sqr(n)",
        "expression, formula: (n",
        "mixture",
        "mixture, of: [a, b]",
        "mixture, of: [{generator: normal, weight: -1}]",
        "mixture, of: [{generator: normal, null_rate: 0.5}]",
        "gamma, shape: 0",
        "gamma, shape: nan",
        "beta, alpha: -1",
        "pareto, scale: 0",
        "weibull, shape: inf",
        "triangular, min: 2, max: 1",
        "student_t, degrees: 0",
        "poisson, mean: -3",
        "poisson, mean: 5, min: 9, max: 8",
        "binomial, trials: 0",
        "geometric, probability: 1",
        "negative_binomial, dispersion: 0",
        "histogram, edges: [1]",
        "histogram, edges: [1, 2], weights: [-1]",
        "histogram, edges: [2, 1]",
        "empirical",
        "empirical, quantiles: {0: 1, 0.5: 0, 1: 2}",
        "empirical, quantiles: {0.1: 1, 1: 2}",
        "normal, min: 50",
        "regex, pattern: '['"}) {
    const auto plan = make(one_table({column_of("v", "INT", fill), column_of("n", "INT", "uniform"),
                                      column_of("tier", "TEXT", "categorical, values: [gold]")}),
                           {});
    ASSERT_FALSE(plan) << fill;
    EXPECT_TRUE(plan.error()[0].code == Code::kBadFill ||
                plan.error()[0].code == Code::kUnknownGenerator)
        << fill << " " << messages(plan.error());
    EXPECT_TRUE(plan.error()[0].where.pointer.starts_with("/entities/dimensions/0/columns/0"))
        << fill << " " << messages(plan.error());
  }
}

}  // namespace
}  // namespace dbx::seed

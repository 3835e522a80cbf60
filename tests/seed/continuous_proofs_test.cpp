// Continuous distributions: Kolmogorov-Smirnov at 1 percent, whole and between two ends.
#include "seed/proofs.h"

namespace dbx::seed {
namespace {

using theory::Cumulative;

// Continuous: the example, then the same between two ends.
void follows(std::string_view generator, const Cumulative& cumulative, double low, double high) {
  const Example example = example_of(generator);
  const std::string fill = std::string(generator) + example.settings;
  std::vector<double> whole = numbers_of(plan_of_example(generator, kRows), "v");
  EXPECT_LT(theory::kolmogorov(whole, cumulative), theory::kolmogorov_limit(whole.size())) << fill;
  const std::string cut = fill + ", min: " + std::to_string(low) + ", max: " + std::to_string(high);
  const std::vector<double> part =
      numbers_of(plan_of_columns({column_of("v", example.type, cut)}, kRows), "v");
  EXPECT_LT(theory::kolmogorov(part, theory::truncated(cumulative, low, high)),
            theory::kolmogorov_limit(part.size()))
      << cut;
  EXPECT_TRUE(
      std::all_of(part.begin(), part.end(), [&](double x) { return x >= low && x <= high; }));
}
void follows(std::string_view fill, const Cumulative& cumulative) {
  const std::vector<double> sample =
      numbers_of(plan_of_columns({column_of("v", "DOUBLE", fill)}, kRows), "v");
  EXPECT_LT(theory::kolmogorov(sample, cumulative), theory::kolmogorov_limit(sample.size()))
      << fill;
}

const Cumulative kNormal = [](double x) { return theory::normal((x - 10) / 2); };
const Cumulative kEmpirical = [](double x) {  // at its knots, straight between: see below
  return x <= 10 ? x / 20 : x <= 50 ? 0.5 + (x - 10) / 100 : 0.9 + (x - 50) / 500;
};

Proofs some_continuous_proofs() {
  return {
      {"uniform",
       [] { follows("uniform, min: -3, max: 5", [](double x) { return (x + 3) / 8; }); }},
      {"normal", [] { follows("normal", kNormal, 9, 15); }},
      {"lognormal",
       [] {
         follows(
             "lognormal", [](double x) { return theory::normal(std::log(x / 40) / 0.7); }, 10, 60);
       }},
      {"logit_normal",
       [] {
         follows(
             "logit_normal",
             [](double x) {
               return theory::normal((std::log(x / (1 - x)) - std::log(0.25)) / 0.8);
             },
             0.1, 0.5);
       }},
      {"exponential",
       [] {
         follows(
             "exponential", [](double x) { return 1 - std::exp(-x / 3); }, 1, 4);
         const auto values = numbers_of(
             plan_of_columns({column_of("v", "DOUBLE", "exponential, zeros: 0.4, min: 1")}, kRows),
             "v");
         const auto zeros = std::count(values.begin(), values.end(), 0.0);
         EXPECT_NEAR(static_cast<double>(zeros), 0.4 * kRows, 5 * std::sqrt(kRows * 0.24));
       }},
      {"gamma",
       [] {
         follows(
             "gamma", [](double x) { return 1 - std::exp(-x / 2) * (1 + x / 2 + x * x / 8); }, 3,
             9);
         follows("gamma, shape: 0.5", [](double x) { return std::erf(std::sqrt(x)); });
       }},
      {"beta",
       [] {
         follows(
             "beta", [](double x) { return 1 - std::pow(1 - x, 5) * (1 + 5 * x); }, 0.1, 0.4);
         follows("beta, alpha: 0.5, beta: 0.5, scale: 100",
                 [](double x) { return 2 / std::numbers::pi * std::asin(std::sqrt(x / 100)); });
       }},
  };
}

Proofs more_continuous_proofs() {
  return {
      {"pareto",
       [] {
         follows(
             "pareto", [](double x) { return 1 - std::pow(3 / x, 2.5); }, 3.5, 8);
       }},
      {"weibull",
       [] {
         follows(
             "weibull", [](double x) { return 1 - std::exp(-std::pow(x / 4, 1.7)); }, 1, 5);
       }},
      {"triangular",
       [] {
         follows("triangular, min: 1, mode: 2, max: 6", [](double x) {
           return x < 2 ? (x - 1) * (x - 1) / 5 : 1 - (6 - x) * (6 - x) / 20;
         });
       }},
      {"student_t",
       [] {
         follows(
             "student_t",
             [](double t) {
               const double s = 1 + t * t / 4;
               return 0.5 + 0.375 * t / std::sqrt(s) * (1 - t * t / s / 12);
             },
             -1, 3);
         follows("student_t, degrees: 1",
                 [](double t) { return 0.5 + std::atan(t) / std::numbers::pi; });
       }},
      {"histogram",
       [] {
         follows(
             "histogram",
             [](double x) {
               return x < 10 ? x / 20 : x < 20 ? 0.5 + (x - 10) * 0.03 : 0.8 + (x - 20) / 150;
             },
             5, 30);
       }},
      {"empirical",
       [] {  // the quantiles are met, and between them the curve rises without an overshoot
         const auto values = numbers_of(plan_of_example("empirical", kRows), "v");
         for (const double knot : {10.0, 50.0}) {
           const auto below =
               std::count_if(values.begin(), values.end(), [&](double x) { return x < knot; });
           const double share = kEmpirical(knot);
           EXPECT_NEAR(static_cast<double>(below), share * kRows,
                       5 * std::sqrt(kRows * share * (1 - share)));
         }
         EXPECT_TRUE(std::all_of(values.begin(), values.end(),
                                 [](double x) { return x >= 0 && x <= 100; }));
         follows("empirical, quantiles: [2, 4, 6, 8]", [](double x) { return (x - 2) / 6; });
       }},
      {"mixture",
       [] {
         follows("mixture" + example_of("mixture").settings, [](double x) {
           return 0.75 * theory::normal(x) + 0.25 * std::clamp((x - 5) / 4, 0.0, 1.0);
         });
       }},
  };
}

}  // namespace

Proofs continuous_proofs() {
  Proofs out = some_continuous_proofs();
  out.merge(more_continuous_proofs());
  return out;
}

}  // namespace dbx::seed

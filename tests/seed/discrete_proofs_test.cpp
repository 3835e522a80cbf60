// Counts, choices, days: chi-square at 0.1 percent, whole and between two ends.
#include "seed/proofs.h"

namespace dbx::seed {
namespace {

// Whole numbers from..to.
void counts(std::string_view fill, const std::function<double(long)>& probability, long from,
            long to) {
  std::map<long, long> observed;
  for (const double value :
       numbers_of(plan_of_columns({column_of("v", "INT", fill)}, kRows), "v")) {
    ++observed[std::lround(value)];
  }
  const theory::ChiSquare test = theory::chi_square(observed, probability, from, to);
  EXPECT_LT(test.value, test.limit) << fill;
}
void counts_of(std::string_view generator, const std::function<double(long)>& probability,
               long from, long to, long low, long high) {
  const std::string fill = std::string(generator) + example_of(generator).settings;
  counts(fill, probability, from, to);
  double between = 0;
  for (long k = low; k <= high; ++k) between += probability(k);
  counts(
      fill + ", min: " + std::to_string(low) + ", max: " + std::to_string(high),
      [&](long k) { return probability(k) / between; }, low, high);
}

double choose(double n, double k) {
  return std::exp(std::lgamma(n + 1) - std::lgamma(k + 1) - std::lgamma(n - k + 1));
}

void uniform_days(std::string_view generator) {
  std::map<long, long> observed;
  for (const std::string& text : texts_of(generator)) {
    ASSERT_TRUE(text.starts_with("2025-01-")) << text;
    ++observed[std::stol(text.substr(8, 2))];
  }
  const auto test = theory::chi_square(
      observed, [](long) { return 1.0 / 31; }, 1, 31);
  EXPECT_LT(test.value, test.limit) << generator;
}

Proofs some_discrete_proofs() {
  return {
      {"poisson",
       [] {
         const auto p = [](long k) {
           return std::exp(static_cast<double>(k) * std::log(4.5) - 4.5 -
                           std::lgamma(static_cast<double>(k) + 1));
         };
         counts_of("poisson", p, 0, 60, 3, 7);
         counts(
             "poisson, mean: 2000, min: 1995, max: 2005",
             [](long k) {
               double sum = 0;
               const auto weight = [](long j) {
                 return std::exp(static_cast<double>(j) * std::log(2000.0) - 2000 -
                                 std::lgamma(static_cast<double>(j) + 1));
               };
               for (long j = 1995; j <= 2005; ++j) sum += weight(j);
               return weight(k) / sum;
             },
             1995, 2005);
       }},
      {"binomial",
       [] {
         counts_of(
             "binomial",
             [](long k) {
               const auto x = static_cast<double>(k);
               return choose(12, x) * std::pow(0.3, x) * std::pow(0.7, 12 - x);
             },
             0, 12, 2, 5);
       }},
      {"geometric",
       [] {
         counts_of(
             "geometric", [](long k) { return 0.35 * std::pow(0.65, static_cast<double>(k)); }, 0,
             100, 1, 6);
       }},
      {"negative_binomial",
       [] {
         counts_of(
             "negative_binomial",
             [](long k) {
               const auto x = static_cast<double>(k);
               const double p = 2.5 / (2.5 + 5);
               return std::exp(std::lgamma(x + 2.5) - std::lgamma(2.5) - std::lgamma(x + 1)) *
                      std::pow(p, 2.5) * std::pow(1 - p, x);
             },
             0, 200, 2, 9);
       }},
  };
}

Proofs more_discrete_proofs() {
  return {
      {"zipf",
       [] {
         double total = 0;
         for (int k = 1; k <= 20; ++k) total += std::pow(k, -1.3);
         counts(
             "zipf, max: 20, exponent: 1.3",
             [&](long k) { return std::pow(static_cast<double>(k), -1.3) / total; }, 1, 20);
       }},
      {"bernoulli",
       [] {
         const auto values = numbers_of(plan_of_example("bernoulli", kRows), "v");
         const auto yes = std::count(values.begin(), values.end(), 1.0);
         EXPECT_NEAR(static_cast<double>(yes), 0.3 * kRows, 5 * std::sqrt(kRows * 0.21));
       }},
      {"categorical",
       [] {
         std::map<long, long> observed;
         for (const std::string& text : texts_of("categorical")) ++observed[text[0] - 'a'];
         const auto test = theory::chi_square(
             observed, [](long k) { return k == 0 ? 0.5 : 0.25; }, 0, 2);
         EXPECT_LT(test.value, test.limit);
       }},
      {"constant",
       [] {
         for (const std::string& text : texts_of("constant")) ASSERT_EQ(text, "x");
       }},
      {"sequence",
       [] {
         const auto values = numbers_of(plan_of_example("sequence", kRows), "v");
         for (std::size_t i = 0; i < values.size(); ++i) {
           ASSERT_EQ(values[i], static_cast<double>(i + 1));
         }
       }},
      {"date", [] { uniform_days("date"); }},
      {"timestamp", [] { uniform_days("timestamp"); }},
      {"time",
       [] {
         for (const std::string& text : texts_of("time")) {
           ASSERT_TRUE(text.size() >= 8 && text < "24" && text >= "00") << text;
         }
         has_values("time", 1'000);
       }},
  };
}

}  // namespace

Proofs discrete_proofs() {
  Proofs out = some_discrete_proofs();
  out.merge(more_discrete_proofs());
  return out;
}

}  // namespace dbx::seed

// Each generator against the distribution that it declares, or the property that makes it what it
// is. Noise floors: Kolmogorov-Smirnov at 1 percent, chi-square at 0.1 percent, five standard
// errors elsewhere; the seed is fixed, so that nothing flickers. A generator of the registry
// without such a proof fails.
#include <set>

#include "seed/examples.h"
#include "seed/theory.h"

namespace dbx::seed {
namespace {

using theory::Cumulative;
constexpr std::int64_t kRows = 20'000;

std::vector<double> numbers_of(const SeedPlan& plan, std::string_view column) {
  std::vector<double> out;
  for (const std::string& text : values_of(plan, "dim_thing", column)) {
    out.push_back(text == "true" ? 1 : text == "false" ? 0 : std::stod(text));
  }
  return out;
}
std::vector<std::string> texts_of(std::string_view generator, std::int64_t rows = kRows) {
  return values_of(plan_of_example(generator, rows), "dim_thing", "v");
}

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

void has_values(std::string_view generator, std::size_t at_least) {
  std::set<std::string> seen;
  for (const std::string& text : texts_of(generator, 5'000)) {
    ASSERT_FALSE(text.empty()) << generator;
    seen.insert(text);
  }
  EXPECT_GE(seen.size(), at_least) << generator;
}
// In every row the value of `part` says what that of `whole` is.
void decides(std::string_view part, std::string_view whole) {
  const SeedPlan plan =
      plan_of_columns({column_of("part", "TEXT", part), column_of("whole", "TEXT", whole)}, 5'000);
  const auto parts = values_of(plan, "dim_thing", "part");
  const auto wholes = values_of(plan, "dim_thing", "whole");
  std::map<std::string, std::string> known;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    ASSERT_EQ(known.emplace(parts[i], wholes[i]).first->second, wholes[i]) << parts[i];
  }
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

const Cumulative kNormal = [](double x) { return theory::normal((x - 10) / 2); };
const Cumulative kEmpirical = [](double x) {  // at its knots, straight between: see below
  return x <= 10 ? x / 20 : x <= 50 ? 0.5 + (x - 10) / 100 : 0.9 + (x - 50) / 500;
};

using Proof = std::function<void()>;
std::map<std::string_view, Proof> continuous() {
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

std::map<std::string_view, Proof> discrete() {
  return {
      {"poisson",
       [] {
         const auto p = [](long k) {
           return std::exp(static_cast<double>(k) * std::log(4.5) - 4.5 - std::lgamma(k + 1.0));
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
             "geometric", [](long k) { return 0.35 * std::pow(0.65, k); }, 0, 100, 1, 6);
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
      {"zipf",
       [] {
         double total = 0;
         for (int k = 1; k <= 20; ++k) total += std::pow(k, -1.3);
         counts(
             "zipf, max: 20, exponent: 1.3", [&](long k) { return std::pow(k, -1.3) / total; }, 1,
             20);
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

void unique_texts(std::string_view generator, std::int64_t rows) {
  const auto texts = texts_of(generator, rows);
  EXPECT_EQ(std::set<std::string>(texts.begin(), texts.end()).size(), texts.size()) << generator;
}

std::map<std::string_view, Proof> wordy() {
  std::map<std::string_view, Proof> proofs = {
      {"distinct", [] { unique_texts("distinct", 1'000); }},
      {"code", [] { unique_texts("code", kRows); }},
      {"uuid",
       [] {
         unique_texts("uuid", kRows);
         for (const std::string& text : texts_of("uuid", 100)) {
           ASSERT_TRUE(text.size() == 36 && text[14] == '4') << text;
           ASSERT_NE(std::string("89ab").find(text[19]), std::string::npos) << text;
         }
       }},
      {"text",
       [] {
         for (const std::string& text : texts_of("text", 100))
           ASSERT_TRUE(text.starts_with("thing "));
       }},
      {"city", [] { has_values("city", 30), decides("city", "country_code"); }},
      {"state", [] { has_values("state", 20), decides("city", "state"); }},
      {"country", [] { has_values("country", 8), decides("country", "country_code"); }},
      {"country_code", [] { has_values("country_code", 8), decides("country_code", "currency"); }},
      {"region", [] { has_values("region", 2), decides("country", "region"); }},
      {"currency", [] { has_values("currency", 4), decides("country", "currency"); }},
      {"company", [] { has_values("company", 500); }},
      {"industry", [] { has_values("industry", 5); }},
      {"product", [] { has_values("product", 100); }},
      {"product_category",
       [] {
         has_values("product_category", 3), decides("product_subcategory", "product_category");
       }},
      {"product_subcategory", [] { has_values("product_subcategory", 8); }},
      {"diagnosis", [] { has_values("diagnosis", 10), decides("diagnosis", "diagnosis_code"); }},
      {"diagnosis_code",
       [] { has_values("diagnosis_code", 10), decides("diagnosis_code", "diagnosis_chapter"); }},
      {"diagnosis_chapter", [] { has_values("diagnosis_chapter", 3); }},
  };
  for (const std::string_view name :
       {"first_name", "last_name", "full_name", "email", "url", "phone", "postal_code", "street"}) {
    proofs[name] = [name] { has_values(name, 50); };
  }
  return proofs;
}

// Each row of a plan: v and the columns beside it.
void each_row(std::string_view generator,
              const std::function<void(const std::string& v, double n, double m, double price,
                                       const std::string& tier)>& check) {
  const SeedPlan plan = plan_of_example(generator, 2'000);
  for (const auto& row : sample(*plan.find("dim_thing")->source, {0, 2'000})) {
    check(row[0], std::stod(row[1]), std::stod(row[2]), std::stod(row[3]), row[4]);
  }
}

std::map<std::string_view, Proof> derived() {
  return {
      {"share",
       [] {
         std::vector<double> shares;
         each_row("share", [&](const std::string& v, double n, double, double, const std::string&) {
           shares.push_back(std::stod(v) / n);
         });
         EXPECT_LT(theory::kolmogorov(shares, [](double x) { return (x - 0.2) / 0.5; }),
                   theory::kolmogorov_limit(shares.size()));
       }},
      {"product_of",
       [] {
         each_row("product_of", [](const std::string& v, double n, double m, double,
                                   const std::string&) { ASSERT_EQ(std::stod(v), n * m); });
       }},
      {"sum_of",
       [] {
         each_row("sum_of", [](const std::string& v, double n, double m, double,
                               const std::string&) { ASSERT_EQ(std::stod(v), n - m); });
       }},
      {"ratio",
       [] {
         each_row("ratio", [](const std::string& v, double n, double m, double,
                              const std::string&) { ASSERT_NEAR(std::stod(v), n / m, 1e-9); });
       }},
      {"expression",
       [] {  // exact: whole hundredths times whole units times 19, halves away from zero
         each_row("expression",
                  [](const std::string& v, double n, double, double price, const std::string&) {
                    const long cents = std::lround(price * 100) * std::lround(n) * 19;
                    ASSERT_EQ(std::lround(std::stod(v) * 100), (cents + 50) / 100);
                  });
       }},
      {"conditional",
       [] {
         each_row("conditional",
                  [](const std::string& v, double, double, double, const std::string& tier) {
                    const long value = std::stol(v);
                    if (tier == "gold") {
                      ASSERT_TRUE(value >= 100 && value <= 199);
                    } else if (tier == "silver") {
                      ASSERT_TRUE(value == 7 || value == 8);
                    } else {
                      ASSERT_EQ(value, 1);
                    }
                  });
       }},
      {"lookup",
       [] {
         each_row("lookup", [](const std::string& v, double, double, double,
                               const std::string& tier) { ASSERT_EQ(v, tier); });
       }},
      {"regex",
       [] {
         std::set<std::string> seen;
         for (const std::string& text : texts_of("regex")) {
           std::size_t at = 0;
           const auto one_of = [&](std::string_view set) {
             return at < text.size() && set.find(text[at]) != set.npos && ++at > 0;
           };
           ASSERT_TRUE(one_of("ABC") && one_of("ABC") && one_of("-") && one_of("0123456789"))
               << text;
           while (one_of("0123456789")) continue;
           const std::string rest = text.substr(at);
           ASSERT_TRUE(at <= 6 && (rest.empty() || rest == "x" || rest == "yz")) << text;
           seen.insert(text);
         }
         EXPECT_GT(seen.size(), 9'000U);
       }},
  };
}

const std::map<std::string_view, Proof>& proofs() {
  static const std::map<std::string_view, Proof> all = [] {
    std::map<std::string_view, Proof> out = continuous();
    for (auto part : {discrete(), wordy(), derived()}) out.merge(part);
    return out;
  }();
  return all;
}

class statistics : public testing::TestWithParam<std::string> {};

TEST_P(statistics, is_what_it_declares) {
  const auto proof = proofs().find(GetParam());
  ASSERT_NE(proof, proofs().end()) << "no proof says what " << GetParam() << " makes";
  proof->second();
}

// The same bytes for any size and order of batches.
TEST_P(statistics, does_not_depend_on_batches) {
  constexpr std::int64_t kSome = 300;
  const SeedPlan plan = plan_of_example(GetParam(), kSome);
  const database::RowSource& source = *plan.find("dim_thing")->source;
  const auto whole = sample(source, {0, kSome});
  for (const std::int64_t size : {1LL, 7LL, 64LL}) {
    for (std::int64_t begin = (kSome - 1) / size * size; begin >= 0; begin -= size) {
      const auto part = sample(source, {begin, std::min(size, kSome - begin)});
      for (std::size_t i = 0; i < part.size(); ++i) {
        ASSERT_EQ(part[i], whole[static_cast<std::size_t>(begin) + i]) << begin << " " << size;
      }
    }
  }
}

std::vector<std::string> all_names() {
  std::vector<std::string> names;
  for (const GeneratorEntry& entry : generators()) names.emplace_back(entry.name);
  return names;
}
INSTANTIATE_TEST_SUITE_P(seed, statistics, testing::ValuesIn(all_names()),
                         [](const auto& instance) { return instance.param; });

TEST(statistics_of_nulls, null_rate_is_kept_by_every_bond) {
  for (const std::string fill :
       {"normal, null_rate: 0.25", "poisson, null_rate: 0.25",
        "conditional, on: tier, cases: {gold: 1}, else: 2, null_rate: 0.25"}) {
    const SeedPlan plan =
        plan_of_columns({"{name: v, type: INT, fill: {generator: " + fill + "}}"}, kRows);
    const auto texts = values_of(plan, "dim_thing", "v");
    const auto nulls = std::count(texts.begin(), texts.end(), "NULL");
    EXPECT_NEAR(static_cast<double>(nulls), 0.25 * kRows, 5 * std::sqrt(kRows * 0.1875)) << fill;
  }
}

TEST(regex, unique_columns_use_every_match_once) {
  Options options;
  options.rows["dim_thing"] = 3 * 3 * 110;
  const std::string column =
      "{name: v, type: TEXT, unique: true, nullable: false, fill: {generator: regex, pattern: "
      "'[A-C]{2}-\\d{1,2}|[AB]B-\\d'}}";  // the second branch matches nothing new
  const auto texts = values_of(plan_of(one_table({column}), options), "dim_thing", "v");
  EXPECT_EQ(std::set<std::string>(texts.begin(), texts.end()).size(), 990U);
  options.rows["dim_thing"] = 991;
  const auto plan = make(one_table({column}), options);
  ASSERT_FALSE(plan);
  EXPECT_EQ(plan.error()[0].code, Code::kNotEnoughValues);
}

}  // namespace
}  // namespace dbx::seed

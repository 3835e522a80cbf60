// What follows from other columns, row by row; and regular expressions, letter by letter.
#include "seed/proofs.h"

namespace dbx::seed {
namespace {

// Each row of a plan: v and the columns beside it.
void each_row(std::string_view generator,
              const std::function<void(const std::string& v, double n, double m, double price,
                                       const std::string& tier)>& check) {
  const SeedPlan plan = plan_of_example(generator, 2'000);
  for (const auto& row : sample(*plan.find("dim_thing")->source, {0, 2'000})) {
    check(row[0], std::stod(row[1]), std::stod(row[2]), std::stod(row[3]), row[4]);
  }
}

Proofs some_derived_proofs() {
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
  };
}

Proofs more_derived_proofs() {
  return {
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
         EXPECT_GT(seen.size(), 8'000U);
       }},
  };
}

}  // namespace

Proofs derived_proofs() {
  Proofs out = some_derived_proofs();
  out.merge(more_derived_proofs());
  return out;
}

}  // namespace dbx::seed

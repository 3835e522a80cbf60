// Values as an expert of the subject would expect them: fractions are fractions, sums add up,
// snapshots end their periods, levels carry over. Statistics have a noise floor of five standard
// errors; the seed is fixed, so they never flicker.
#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "seed/support.h"

namespace dbx::seed {
namespace {

using Texts = std::vector<std::string>;

std::vector<double> numbers_of(const SeedPlan& plan, std::string_view table,
                               std::string_view column) {
  std::vector<double> out;
  for (const std::string& text : values_of(plan, table, column)) {
    out.push_back(text == "NULL" ? -1 : std::stod(text));
  }
  return out;
}

double mean(const std::vector<double>& values) {
  double sum = 0;
  for (const double value : values) sum += value;
  return sum / static_cast<double>(values.size());
}

const SeedPlan& loan_risk() {
  static const SeedPlan plan = plan_of(read_case("loan_risk"));
  return plan;
}

TEST(values, probabilities_and_shares_are_fractions) {
  const auto chances = numbers_of(loan_risk(), "fact_loan_risk", "probability_of_default");
  const auto losses = numbers_of(loan_risk(), "fact_loan_risk", "loss_given_default");
  for (std::size_t i = 0; i < chances.size(); ++i) {
    ASSERT_TRUE(chances[i] >= 0 && chances[i] <= 1 && losses[i] >= 0 && losses[i] <= 1);
  }
  // Right-skewed around 3 percent: 1,000 loans of standard deviation 0.03 leave 0.001 of noise.
  EXPECT_NEAR(mean(chances), 0.025, 0.012);
  std::vector<double> sorted = chances;
  std::sort(sorted.begin(), sorted.end());
  EXPECT_LT(sorted[sorted.size() / 2], mean(chances));
}

TEST(values, expected_loss_is_exposure_times_chance_times_severity) {
  const auto exposure = numbers_of(loan_risk(), "fact_loan_risk", "exposure_at_default");
  const auto chance = numbers_of(loan_risk(), "fact_loan_risk", "probability_of_default");
  const auto severity = numbers_of(loan_risk(), "fact_loan_risk", "loss_given_default");
  const auto expected = numbers_of(loan_risk(), "fact_loan_risk", "expected_loss");
  for (std::size_t i = 0; i < expected.size(); ++i) {
    ASSERT_NEAR(expected[i], exposure[i] * chance[i] * severity[i], 0.006) << i;
  }
}

TEST(values, a_payment_is_principal_plus_interest) {
  const auto payment = numbers_of(loan_risk(), "fact_loan_payments", "payment_amount");
  const auto principal = numbers_of(loan_risk(), "fact_loan_payments", "principal_paid");
  const auto interest = numbers_of(loan_risk(), "fact_loan_payments", "interest_paid");
  const auto fee = numbers_of(loan_risk(), "fact_loan_payments", "late_fee_amount");
  const auto late = numbers_of(loan_risk(), "fact_loan_payments", "days_late");
  for (std::size_t i = 0; i < payment.size(); ++i) {
    if (payment[i] >= 0 && principal[i] >= 0 && interest[i] >= 0) {
      ASSERT_NEAR(payment[i], principal[i] + interest[i], 0.006) << i;
    }
    if (late[i] == 0 && fee[i] > 0) FAIL() << "a fee without delay in row " << i;
  }
}

TEST(values, a_monthly_snapshot_has_every_loan_at_every_month_end) {
  EXPECT_EQ(loan_risk().find("fact_loan_risk")->rows, 36 * 1000);
  const Texts days = values_of(loan_risk(), "fact_loan_risk", "date_key");
  const std::set<std::string> ends(days.begin(), days.end());
  EXPECT_EQ(ends.size(), 36U);
  for (const std::string& day : ends)
    ASSERT_TRUE(day >= "20230131" && day.substr(6) >= "28") << day;
  Options more;
  more.rows["fact_loan_risk"] = 36'001;
  const Result<SeedPlan> plan = make(read_case("loan_risk"), more);
  ASSERT_FALSE(plan);
  EXPECT_EQ(plan.error()[0].code, Code::kNotEnoughValues);
}

TEST(values, levels_carry_over_and_contracts_keep_their_holder) {
  const Texts loans = values_of(loan_risk(), "fact_loan_risk", "loan_key");
  const Texts companies = values_of(loan_risk(), "fact_loan_risk", "company_key");
  const auto balances = numbers_of(loan_risk(), "fact_loan_risk", "outstanding_balance");
  const auto lent = numbers_of(loan_risk(), "dim_loan", "original_amount");
  std::map<std::string, std::string> holder;
  std::map<std::string, double> before;
  for (std::size_t i = 0; i < loans.size(); ++i) {
    ASSERT_EQ(holder.emplace(loans[i], companies[i]).first->second, companies[i]);
    const double principal = lent[std::stoul(loans[i]) - 1];
    if (principal >= 0) {
      ASSERT_LE(balances[i], principal) << i;
    }
    const auto [found, first] = before.emplace(loans[i], balances[i]);
    if (!first && balances[i] >= 0 && found->second > 0) {
      ASSERT_NEAR(balances[i] / found->second, 1, 0.12) << i;
      found->second = balances[i];
    }
  }
  const Texts paying = values_of(loan_risk(), "fact_loan_payments", "loan_key");
  const Texts payers = values_of(loan_risk(), "fact_loan_payments", "company_key");
  for (std::size_t i = 0; i < paying.size(); ++i) ASSERT_EQ(holder[paying[i]], payers[i]);
}

TEST(values, names_units_and_descriptions_decide_the_range) {
  const SeedPlan plan = plan_of(
      one_table({"{name: occupancy_rate, type: 'DECIMAL(5,2)', nullable: false}",
                 "{name: churn_rate, type: 'DECIMAL(9,6)', nullable: false}",
                 "{name: scroll_depth_percent, type: DOUBLE, nullable: false}",
                 "{name: churned, type: SMALLINT, description: 1 where it ended, nullable: false}",
                 "{name: views, type: INT, description: 1 a row, nullable: false}",
                 "{name: mood, type: INT, description: \"The mark, 1 to 5\", nullable: false}",
                 "{name: discount_percent, type: 'DECIMAL(5,2)', nullable: false}"}));
  for (const Texts& row : sample(*plan.find("dim_thing")->source, {0, 300})) {
    EXPECT_TRUE(std::stod(row[0]) > 1 && std::stod(row[0]) <= 100) << row[0];
    EXPECT_TRUE(std::stod(row[1]) >= 0 && std::stod(row[1]) < 0.5) << row[1];
    EXPECT_TRUE(std::stod(row[2]) >= 0 && std::stod(row[2]) <= 100) << row[2];
    EXPECT_TRUE(row[3] == "0" || row[3] == "1") << row[3];
    EXPECT_EQ(row[4], "1");
    EXPECT_TRUE(row[5] >= "1" && row[5] <= "5") << row[5];
    EXPECT_TRUE(std::stod(row[6]) >= 5 && std::stod(row[6]) <= 50) << row[6];
  }
}

TEST(values, identifiers_are_not_what_they_identify_and_labels_differ) {
  const SeedPlan plan = plan_of(
      one_table({"{name: plan_id, type: VARCHAR(20), nullable: false}",
                 "{name: department_name, type: VARCHAR(40), nullable: false, display: true}",
                 "{name: postal_code, type: VARCHAR(12), nullable: false}",
                 "{name: country_code, type: CHAR(2), nullable: false}"}));
  std::set<std::string> labels;
  for (const Texts& row : sample(*plan.find("dim_thing")->source, {0, 300})) {
    EXPECT_TRUE(row[0].starts_with("PLAN-")) << row[0];
    EXPECT_TRUE(labels.insert(row[1]).second) << row[1];
    const std::size_t digits = row[3] == "US" ? 5 : row[3] == "GB" ? 7 : row[2].size();
    EXPECT_EQ(row[2].size(), digits) << row[2];
  }
}

TEST(logit_normal, median_and_bounds) {
  Options many;
  many.rows["dim_thing"] = 20'000;
  const SeedPlan large = plan_of(
      one_table({"{name: v, type: DOUBLE, nullable: false, fill: {generator: logit_normal, median: "
                 "20, scale: 100, sigma: 1}}"}),
      many);
  const auto values = numbers_of(large, "dim_thing", "v");
  const auto below = std::count_if(values.begin(), values.end(), [](double v) { return v < 20; });
  // Half of them, give or take five standard errors of a binomial count.
  EXPECT_NEAR(static_cast<double>(below), 10'000, 5 * std::sqrt(20'000 * 0.25));
  EXPECT_TRUE(std::all_of(values.begin(), values.end(), [](double v) { return v > 0 && v < 100; }));
}

}  // namespace
}  // namespace dbx::seed

// Parameters that move with the row's date: as fast as declared, whatever months follow; and what
// cannot drift.
#include <cmath>
#include <numeric>

#include "seed/support.h"

namespace dbx::seed {
namespace {

spec::Spec visits(const std::string& fill, const std::string& type = "DOUBLE",
                  const std::string& date = "{name: visited_on, type: DATE, nullable: false}") {
  return read_spec(R"yaml(version: 1
warehouse: w
entities:
  facts:
    - name: fact_visit
      surrogate_key: visit_key
      grain: one row per visit
      grain_columns: [visit_key]
      columns:
        - )yaml" + date +
                   "\n        - {name: v, nullable: false, type: '" + type +
                   "', fill: {generator: " + fill + "}}\n");
}

SeedPlan plan_of_visits(const std::string& fill, std::int64_t rows, std::int64_t extra_days = 0,
                        const std::string& type = "DOUBLE") {
  Options options;
  options.rows["fact_visit"] = rows;
  options.extra_days = extra_days;
  return plan_of(visits(fill, type), options);
}

// The values of each month, 0 the first.
std::map<int, std::vector<std::string>> by_month(const SeedPlan& plan) {
  std::map<int, std::vector<std::string>> months;
  for (const auto& row :
       sample(*plan.find("fact_visit")->source, {0, plan.find("fact_visit")->rows})) {
    const int month = std::stoi(row[1].substr(0, 4)) * 12 + std::stoi(row[1].substr(5, 2)) - 1;
    months[month - 2023 * 12].push_back(row[2]);
  }
  return months;
}

TEST(drift, a_mean_grows_by_its_rate) {
  const auto months =
      by_month(plan_of_visits("normal, mean: 100, stddev: 10, drift: {mean: 0.2}", 100'000));
  ASSERT_EQ(months.size(), 36U);
  for (const auto& [month, values] : months) {
    double sum = 0;
    double squares = 0;
    for (const std::string& text : values) {
      sum += std::stod(text);
      squares += std::stod(text) * std::stod(text);
    }
    const auto n = static_cast<double>(values.size());
    const double expected = 100 * std::pow(1.2, month / 12.0);
    EXPECT_NEAR(sum / n, expected, 5 * 10 / std::sqrt(n)) << month;
    EXPECT_NEAR(std::sqrt(squares / n - (sum / n) * (sum / n)), 10, 5 * 10 / std::sqrt(2 * n))
        << "the spread stays";
  }
}

TEST(drift, weights_of_categories_move) {
  const auto months = by_month(plan_of_visits(
      "categorical, values: {store: 3, online: 1}, drift: {online: 1.0, store: -0.2}", 100'000, 0,
      "TEXT"));
  ASSERT_EQ(months.size(), 36U);
  for (const auto& [month, values] : months) {
    const auto online = static_cast<double>(std::count(values.begin(), values.end(), "online"));
    const auto n = static_cast<double>(values.size());
    const double odds = std::pow(2, month / 12.0) / (3 * std::pow(0.8, month / 12.0));
    const double share = odds / (1 + odds);
    EXPECT_NEAR(online / n, share, 5 * std::sqrt(share * (1 - share) / n)) << month;
  }
}

TEST(drift, months_added_later_change_nothing_before_them) {
  const std::string fill = "gamma, shape: 2, scale: 3, drift: {scale: 0.5, shape: -0.1}";
  const SeedPlan base = plan_of_visits(fill, 5'000);
  const SeedPlan february = plan_of_visits(fill, 5'000, 59);
  const SeedPlan march = plan_of_visits(fill, 5'000, 90);
  EXPECT_EQ(base.key(), march.key());
  const std::int64_t rows = february.find("fact_visit")->rows;
  EXPECT_GT(march.find("fact_visit")->rows, rows);
  const auto all = sample(*march.find("fact_visit")->source, {0, rows});
  EXPECT_EQ(all, sample(*february.find("fact_visit")->source, {0, rows}));
  const auto first = sample(*base.find("fact_visit")->source, {0, 5'000});
  EXPECT_TRUE(std::equal(first.begin(), first.end(), all.begin()));
}

TEST(drift, does_not_depend_on_batches_and_keeps_its_draws) {
  const SeedPlan plan = plan_of_visits("normal, mean: 100, stddev: 10, drift: {mean: 0.2}", 300);
  const SeedPlan plain = plan_of_visits("normal, mean: 100, stddev: 10", 300);
  const database::RowSource& source = *plan.find("fact_visit")->source;
  const auto whole = sample(source, {0, 300});
  const auto without = values_of(plain, "fact_visit", "v");
  for (std::int64_t row = 0; row < 300; ++row) {
    const auto at = static_cast<std::size_t>(row);
    EXPECT_EQ(sample(source, {row, 1})[0], whole[at]);
    EXPECT_GE(std::stod(whole[at][2]), std::stod(without[at]) - 1e-9) << "the same draw, shifted";
  }
}

TEST(drift, what_cannot_drift_is_said_where_it_stands) {
  const auto wrong = [](const std::string& fill, const std::string& date) -> std::string {
    const auto plan = make(visits(fill, "DOUBLE", date), {});
    if (plan) return "nothing";
    const Diagnostic& first = plan.error().front();
    EXPECT_EQ(first.code, Code::kBadFill);
    EXPECT_EQ(first.where.pointer, "/entities/facts/0/columns/1/fill");
    return first.message;
  };
  const std::string day = "{name: visited_on, type: DATE, nullable: false}";
  const std::pair<const char*, const char*> cases[] = {
      {"normal, mean: 3, drift: 0.1",
       "normal: 'drift' takes a mapping: {mean: 0.05} is five percent more a year"},
      {"normal, mean: 3, drift: {men: 0.1}",
       "normal: 'drift' of 'men', which the fill does not give"},
      {"normal, drift: {mean: 0.1}", "normal: 'drift' of 'mean', which the fill does not give"},
      {"normal, mean: 0, drift: {mean: 0.1}", "normal: 'drift' of 'mean', which is 0 and stays so"},
      {"normal, mean: 3, drift: {mean: -1}",
       "normal: 'drift' of 'mean' takes a number above -1, at most 10: 0.05 is five percent more a "
       "year, not '-1'"},
      {"normal, mean: 3, drift: {mean: fast}",
       "normal: 'drift' of 'mean' takes a number above -1, at most 10: 0.05 is five percent more a "
       "year, not 'fast'"},
      {"categorical, values: {1: 1, 2: 1}, drift: {3: 0.1}",
       "categorical: 'drift' names '3', which is none of the values"},
      {"beta, alpha: 900000, beta: 2, drift: {alpha: 0.2}",
       "beta: 'alpha' must be from 0.1 to 1,000,000 - after 7 months of 'drift'"},
      {"sequence, start: 5, drift: {start: 0.1}", "sequence has no parameter 'drift'"},
  };
  for (const auto& [fill, expected] : cases) EXPECT_EQ(wrong(fill, day), expected) << fill;
  EXPECT_EQ(wrong("normal, mean: 3, drift: {mean: 0.1}", "{name: place, type: TEXT}"),
            "normal: 'drift' needs a date in the row to go by");
}

}  // namespace
}  // namespace dbx::seed

// Rows in time: more days change no earlier row, facts refer to the version of their day, snapshots
// fill their periods.
#include <algorithm>
#include <map>
#include <set>

#include "seed/support.h"

namespace dbx::seed {
namespace {

using Grid = std::vector<std::vector<std::string>>;

Grid rows_of(const SeedPlan& plan, const std::string& table, std::int64_t count) {
  return sample(*plan.find(table)->source, {0, count});
}

TEST(time, added_days_add_rows_and_change_none) {
  for (const char* folder : {"loan_risk", "retail_orders", "people_history"}) {
    const spec::Spec spec = read_case(folder);
    Options shorter;
    shorter.scale = 0.05;
    Options longer = shorter;
    longer.extra_days = 90;
    Options longest = shorter;
    longest.extra_days = 181;
    const SeedPlan base = plan_of(spec, shorter);
    const SeedPlan more = plan_of(spec, longer);
    const SeedPlan most = plan_of(spec, longest);
    EXPECT_EQ(base.key(), more.key());
    bool any = false;
    for (const TablePlan& table : base.tables()) {
      const std::int64_t rows = table.rows;
      const std::int64_t topped = more.find(table.name)->rows;
      EXPECT_GE(topped, rows);
      EXPECT_GE(most.find(table.name)->rows, topped);
      any = any || (topped > rows && table.name.starts_with("fact"));
      EXPECT_EQ(rows_of(base, table.name, rows), rows_of(more, table.name, rows)) << table.name;
      EXPECT_EQ(rows_of(more, table.name, topped), rows_of(most, table.name, topped)) << table.name;
    }
    EXPECT_EQ(any, std::string(folder) != "people_history") << folder;
  }
}

TEST(time, added_rows_lie_on_the_added_days_and_reach_the_last) {
  const spec::Spec spec = read_spec(R"yaml(version: 1
warehouse: w
entities:
  facts:
    - name: fact_visit
      surrogate_key: visit_key
      grain: one row per visit
      grain_columns: [visit_key]
      columns:
        - {name: visited_on, type: DATE, nullable: false}
      measures:
        - {name: minutes, type: INT}
)yaml");
  Options options;
  options.rows["fact_visit"] = 30'000;
  options.extra_days = 31;
  const SeedPlan plan = plan_of(spec, options);
  const auto days = values_of(plan, "fact_visit", "visited_on");
  const auto added = std::vector<std::string>(days.begin() + 30'000, days.end());
  // A month of a thousand days of 30,000 rows, and growth of a half over them.
  ASSERT_GT(added.size(), 700U);
  EXPECT_LT(added.size(), 2'000U);
  EXPECT_TRUE(std::is_sorted(added.begin(), added.end()));
  EXPECT_EQ(added.front(), "2026-01-01");
  EXPECT_EQ(added.back(), "2026-01-31");
  EXPECT_LE(*std::max_element(days.begin(), days.begin() + 30'000), "2025-12-31");
}

TEST(time, a_fact_whose_days_are_its_key_is_said_to_stay) {
  const spec::Spec spec = read_case("loan_payments");
  Options options;
  options.extra_days = 31;
  const SeedPlan plan = plan_of(spec, options);
  ASSERT_EQ(plan.notes().size(), 1U);
  EXPECT_EQ(plan.notes().front().code, Code::kCannotTopUp);
}

constexpr const char* kHistory = R"yaml(version: 1
warehouse: w
entities:
  dimensions:
    - name: dim_customer
      surrogate_key: customer_key
      natural_key: customer_id
      history: type2
      columns:
        - {name: customer_id, type: VARCHAR(20), nullable: false}
        - {name: segment, type: VARCHAR(20)}
    - name: dim_date
      surrogate_key: date_key
      columns:
        - {name: date_key, type: INT, nullable: false}
        - {name: calendar_date, type: DATE, nullable: false}
  facts:
    - name: fact_order
      surrogate_key: order_key
      grain: one row per order
      grain_columns: [order_key]
      foreign_keys:
        - {column: customer_key, references: dim_customer(customer_key)}
        - {column: order_date_key, references: dim_date(date_key)}
      measures:
        - {name: amount, type: "DECIMAL(12,2)"}
)yaml";

TEST(time, facts_refer_to_the_version_that_was_valid_on_their_day) {
  const spec::Spec spec = read_spec(kHistory);
  Options options;
  options.rows["fact_order"] = 20'000;
  const SeedPlan plan = plan_of(spec, options);
  const auto keys = values_of(plan, "dim_customer", "customer_key");
  const auto from = values_of(plan, "dim_customer", "valid_from");
  const auto to = values_of(plan, "dim_customer", "valid_to");
  std::map<std::string, std::pair<std::string, std::string>> valid;
  for (std::size_t i = 0; i < keys.size(); ++i) valid[keys[i]] = {from[i], to[i]};
  const auto customers = values_of(plan, "fact_order", "customer_key");
  const auto days = values_of(plan, "fact_order", "order_date_key");
  std::set<bool> current;
  for (std::size_t i = 0; i < customers.size(); ++i) {
    const std::string& yyyymmdd = days[i];
    const std::string day =
        yyyymmdd.substr(0, 4) + "-" + yyyymmdd.substr(4, 2) + "-" + yyyymmdd.substr(6);
    const auto& [begins, ends] = valid.at(customers[i]);
    EXPECT_LE(begins, day);
    EXPECT_TRUE(ends == "NULL" || day < ends) << begins << " " << day << " " << ends;
    current.insert(ends == "NULL");
  }
  EXPECT_EQ(current.size(), 2U);  // older versions are referred to as well
}

TEST(time, a_daily_snapshot_reaches_the_last_day) {
  const spec::Spec spec = read_spec(R"yaml(version: 1
warehouse: w
entities:
  dimensions:
    - name: dim_product
      surrogate_key: product_key
      columns:
        - {name: product_name, type: VARCHAR(60), nullable: false}
    - name: dim_date
      surrogate_key: date_key
      columns:
        - {name: date_key, type: INT, nullable: false}
        - {name: calendar_date, type: DATE, nullable: false}
  facts:
    - name: fact_stock
      type: periodic_snapshot
      grain: one row per product and day
      grain_columns: [product_key, date_key]
      foreign_keys:
        - {column: product_key, references: dim_product(product_key)}
        - {column: date_key, references: dim_date(date_key)}
      measures:
        - {name: quantity_on_hand, type: INT, additivity: semi_additive}
)yaml");
  const SeedPlan plan = plan_of(spec);
  const auto days = values_of(plan, "fact_stock", "date_key");
  const std::set<std::string> all(days.begin(), days.end());
  EXPECT_EQ(all.size(), 1096U);
  EXPECT_EQ(*all.rbegin(), "20251231");
  EXPECT_EQ(days.size() % all.size(), 0U);  // every product on every day
  Options topped;
  topped.extra_days = 10;
  const SeedPlan more = plan_of(spec, topped);
  EXPECT_EQ(more.find("fact_stock")->rows, plan.find("fact_stock")->rows / 1096 * 1106);
}

}  // namespace
}  // namespace dbx::seed

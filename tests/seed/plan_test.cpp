// Whole plans: what must hold in every row of the cases, whatever the options.
#include <algorithm>
#include <map>
#include <set>

#include "seed/support.h"

namespace dbx::seed {
namespace {

using Texts = std::vector<std::string>;

class golden : public testing::TestWithParam<std::string> {};

// The first rows of each table, as reviewed; DBX_UPDATE=1 rewrites them.
TEST_P(golden, first_rows) {
  const SeedPlan plan = plan_of(read_case(GetParam()));
  std::string text;
  for (const TablePlan& table : plan.tables()) {
    text += "# " + table.name + ", " + std::to_string(table.rows) + " rows\n";
    for (std::size_t c = 0; c < table.columns.size(); ++c) {
      text += (c == 0 ? "" : ",") + table.columns[c].name;
    }
    text += "\n";
    for (const Texts& row : sample(*table.source, {0, 10})) {
      for (std::size_t c = 0; c < row.size(); ++c) text += (c == 0 ? "" : ",") + row[c];
      text += "\n";
    }
    text += "hash " + content_hash(*table.source, {0, table.rows}).text() + "\n\n";
  }
  test::expect_file(kCases + GetParam() + "/expected.csv", text);
}

INSTANTIATE_TEST_SUITE_P(seed, golden,
                         testing::Values("distributions", "loan_payments", "loan_risk",
                                         "people_history", "retail_orders"),
                         [](const auto& instance) { return instance.param; });

std::int64_t distinct(const std::vector<Texts>& columns) {
  std::set<Texts> seen;
  for (std::size_t row = 0; row < columns.front().size(); ++row) {
    Texts key;
    for (const Texts& column : columns) key.push_back(column[row]);
    seen.insert(key);
  }
  return static_cast<std::int64_t>(seen.size());
}

TEST(plan, grain_is_unique_and_keys_have_parents) {
  for (const char* folder : {"loan_payments", "loan_risk", "people_history", "retail_orders"}) {
    const spec::Spec spec = read_case(folder);
    const SeedPlan plan = plan_of(spec);
    for (const spec::TablePlace& place : spec::all_tables(spec)) {
      const spec::Table& table = *place.table;
      std::vector<Texts> grain;
      for (const std::string& column : spec::grain_of(table)) {
        grain.push_back(values_of(plan, table.name, column));
      }
      if (!grain.empty()) {
        EXPECT_EQ(distinct(grain), plan.find(table.name)->rows) << table.name;
      }
      for (const spec::ForeignKey& key : table.foreign_keys) {
        const Texts parents = values_of(plan, key.references.table, key.references.columns[0]);
        const std::set<std::string> known(parents.begin(), parents.end());
        for (const std::string& value : values_of(plan, table.name, key.columns[0])) {
          ASSERT_TRUE(value == "NULL" || known.contains(value)) << table.name << " " << value;
        }
      }
    }
  }
}

TEST(plan, parents_come_before_children) {
  const SeedPlan plan = plan_of(read_case("retail_orders"));
  std::map<std::string, std::size_t> position;
  for (std::size_t i = 0; i < plan.tables().size(); ++i) position[plan.tables()[i].name] = i;
  EXPECT_LT(position["dim_customer"], position["fact_order_lines"]);
  EXPECT_LT(position["dim_product"], position["bridge_customer_product"]);
}

TEST(plan, a_date_and_its_key_are_the_same_day) {
  const SeedPlan plan = plan_of(read_case("loan_payments"));
  const Texts days = values_of(plan, "fact_loan_payments", "payment_date");
  const Texts keys = values_of(plan, "fact_loan_payments", "date_key");
  for (std::size_t i = 0; i < days.size(); ++i) {
    std::string compact = days[i];
    std::erase(compact, '-');
    ASSERT_EQ(compact, keys[i]);
  }
}

TEST(plan, milestones_are_in_order_and_parts_no_more_than_the_whole) {
  const SeedPlan plan = plan_of(read_case("retail_orders"));
  const auto numbers = [&](const char* column) {
    std::vector<double> out;
    for (const std::string& text : values_of(plan, "fact_order_lines", column)) {
      out.push_back(text == "NULL" ? -1 : std::stod(text));
    }
    return out;
  };
  const auto ordered = numbers("order_date_key");
  const auto shipped = numbers("ship_date_key");
  const auto delivered = numbers("delivery_date_key");
  const auto quantity = numbers("quantity");
  const auto price = numbers("unit_price");
  const auto amount = numbers("sales_amount");
  const auto discount = numbers("discount_amount");
  std::int64_t missing = 0;
  for (std::size_t i = 0; i < ordered.size(); ++i) {
    ASSERT_LE(ordered[i], shipped[i]);
    if (delivered[i] >= 0) {
      ASSERT_LE(shipped[i], delivered[i]);
    }
    missing += delivered[i] < 0 ? 1 : 0;
    ASSERT_NEAR(amount[i], quantity[i] * price[i], 0.006);
    ASSERT_TRUE(discount[i] >= 0 && discount[i] <= amount[i]);
  }
  EXPECT_GT(missing, 0);
}

TEST(plan, fan_out_is_skewed) {
  const SeedPlan plan = plan_of(read_case("loan_payments"));
  std::map<std::string, std::int64_t> children;
  for (const std::string& key : values_of(plan, "fact_loan_payments", "company_key"))
    ++children[key];
  std::int64_t most = 0;
  for (const auto& [key, count] : children) most = std::max(most, count);
  EXPECT_GT(most, 3 * 100'000 / 300);
}

TEST(plan, places_and_people_agree_within_a_row) {
  const SeedPlan plan = plan_of(read_case("retail_orders"));
  const Texts cities = values_of(plan, "dim_customer", "city");
  const Texts countries = values_of(plan, "dim_customer", "country");
  const Texts emails = values_of(plan, "dim_customer", "email");
  const Texts names = values_of(plan, "dim_customer", "last_name");
  std::map<std::string, std::string> country_of;
  for (std::size_t i = 0; i < cities.size(); ++i) {
    std::string lower = names[i];
    std::transform(lower.begin(), lower.end(), lower.begin(), ::tolower);
    EXPECT_NE(emails[i].find(lower), std::string::npos);
    if (cities[i] == "NULL" || countries[i] == "NULL") continue;
    EXPECT_EQ(country_of.emplace(cities[i], countries[i]).first->second, countries[i]);
  }
}

TEST(plan, versions_neither_overlap_nor_leave_gaps) {
  Options options;
  options.rows["dim_employee"] = 1777;
  const SeedPlan plan = plan_of(read_case("people_history"), options);
  const Texts numbers = values_of(plan, "dim_employee", "employee_number");
  const Texts from = values_of(plan, "dim_employee", "valid_from");
  const Texts to = values_of(plan, "dim_employee", "valid_to");
  const Texts current = values_of(plan, "dim_employee", "is_current");
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    const bool last = i + 1 == numbers.size() || numbers[i + 1] != numbers[i];
    ASSERT_EQ(current[i], last ? "true" : "false");
    if (last) {
      ASSERT_EQ(to[i], "NULL");
    } else {
      ASSERT_EQ(to[i], from[i + 1]);
      ASSERT_LT(from[i], to[i]);
    }
  }
  EXPECT_LT(distinct({numbers}), 1777);
}

TEST(plan, hash_does_not_depend_on_batches_and_rows_stay_when_there_are_more) {
  const spec::Spec spec = read_case("loan_payments");
  const SeedPlan plan = plan_of(spec);
  const database::RowSource& source = *plan.find("fact_loan_payments")->source;
  const ContentHash whole = content_hash(source, {0, 10'000});
  ContentHash sum;
  for (std::int64_t begin = 0; begin < 10'000; begin += 37) {
    const ContentHash part =
        content_hash(source, {begin, std::min<std::int64_t>(37, 10'000 - begin)});
    sum.high += part.high;
    sum.low += part.low;
  }
  EXPECT_EQ(sum, whole);
  Options more;
  more.rows["fact_loan_payments"] = 200'000;
  const SeedPlan larger = plan_of(spec, more);
  EXPECT_EQ(content_hash(*larger.find("fact_loan_payments")->source, {0, 10'000}), whole);
  Options other;
  other.seed = 43;
  EXPECT_NE(content_hash(*plan_of(spec, other).find("fact_loan_payments")->source, {0, 10'000}),
            whole);
}

TEST(plan, simple_checks_hold) {
  const SeedPlan plan = plan_of(one_table(
      {"{name: status, type: TEXT, nullable: false, check: \"status in ('open', 'shut')\"}",
       "{name: quantity, type: INT, nullable: false, check: quantity > 0 and quantity <= 5}",
       "{name: rate, type: DOUBLE, nullable: false, check: rate between 0.1 and 0.2}",
       "{name: salary, type: 'DECIMAL(9,2)', nullable: false, check: salary < 20000}"}));
  for (const Texts& row : sample(*plan.find("dim_thing")->source, {0, 300})) {
    ASSERT_TRUE(row[0] == "open" || row[0] == "shut") << row[0];
    ASSERT_TRUE(std::stod(row[1]) >= 1 && std::stod(row[1]) <= 5) << row[1];
    ASSERT_TRUE(std::stod(row[2]) >= 0.1 && std::stod(row[2]) <= 0.2) << row[2];
    ASSERT_LT(std::stod(row[3]), 20000);
  }
}

TEST(plan, values_fit_their_types) {
  const SeedPlan plan = plan_of(
      one_table({"{name: customer_name, type: VARCHAR(5)}", "{name: city, type: VARCHAR(6)}",
                 "{name: amount, type: 'DECIMAL(3,2)'}", "{name: headcount, type: SMALLINT}"}));
  for (const std::string& text : values_of(plan, "dim_thing", "city")) ASSERT_LE(text.size(), 6U);
  for (const std::string& text : values_of(plan, "dim_thing", "customer_name"))
    ASSERT_LE(text.size(), 5U);
  for (const std::string& text : values_of(plan, "dim_thing", "amount")) {
    if (text != "NULL") {
      ASSERT_LE(std::stod(text), 9.99);
    }
  }
}

}  // namespace
}  // namespace dbx::seed

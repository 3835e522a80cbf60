// Rows shared out exactly: both sums, every bound, the way from a row to its parent and back, what
// contradicts itself, and the lines of an order end to end.
#include "dbx/seed/fan_out.h"

#include <map>
#include <numeric>
#include <set>

#include "seed/examples.h"

namespace dbx::seed {
namespace {

FanOutRule rule_of(std::int64_t min, std::int64_t max) {
  return {min, max, std::vector<double>(static_cast<std::size_t>(max - min) + 1, 1.0)};
}

TEST(fan_out, sums_are_exact_for_any_numbers) {
  struct Case {
    std::int64_t min, max, parents, rows;
  };
  for (const Case& one : {Case{1, 5, 1000, 3000}, Case{1, 5, 1000, 1000}, Case{1, 5, 1000, 5000},
                          Case{0, 9, 777, 1}, Case{0, 9, 777, 6993}, Case{3, 3, 10'000, 30'000},
                          Case{1, 2, 1, 2}, Case{0, 400, 50'000, 1'234'567},
                          Case{2, 9'000, 300, 299'999}, Case{1, 9, 123'457, 123'458}}) {
    const FanOutRule rule = rule_of(one.min, one.max);
    const auto counts = fan_out_counts(rule, one.parents, one.rows);
    std::int64_t parents = 0;
    std::int64_t rows = 0;
    for (std::size_t j = 0; j < counts.size(); ++j) {
      ASSERT_GE(counts[j], 0);
      parents += counts[j];
      rows += counts[j] * (one.min + static_cast<std::int64_t>(j));
    }
    EXPECT_EQ(parents, one.parents);
    EXPECT_EQ(rows, one.rows);
    const FanOut layout(7, one.parents, one.rows, rule);
    std::int64_t next = 0;  // every parent's rows follow those of the one before
    for (std::int64_t parent = 0; parent < one.parents; ++parent) {
      const FanOut::Children children = layout.children_of(parent);
      ASSERT_EQ(children.first_row, next);
      ASSERT_TRUE(children.size >= one.min && children.size <= one.max);
      next += children.size;
      for (const std::int64_t at : {std::int64_t{0}, children.size - 1}) {
        if (at < 0 || children.size == 0) continue;
        const FanOut::Place place = layout.locate(children.first_row + at);
        ASSERT_EQ(place.parent, parent);
        ASSERT_EQ(place.sequence, at);
        ASSERT_EQ(place.size, children.size);
      }
    }
    EXPECT_EQ(next, one.rows);
  }
}

TEST(fan_out, weights_are_kept_where_the_total_allows_it) {
  FanOutRule rule{1, 5, {6, 3, 0, 0, 1}};
  EXPECT_DOUBLE_EQ(mean_of(rule), 1.7);
  EXPECT_EQ(fan_out_counts(rule, 1000, 1700), (std::vector<std::int64_t>{600, 300, 0, 0, 100}));
  // Another total tilts them; three and four are then taken by a parent or two at most.
  const auto tilted = fan_out_counts(rule, 1000, 2001);
  EXPECT_LE(tilted[2] + tilted[3], 2);
  EXPECT_GT(tilted[4], 100);
}

TEST(fan_out, sizes_are_mixed_along_the_rows) {
  const FanOut layout(3, 100'000, 300'000, rule_of(1, 5));
  for (std::int64_t begin = 0; begin < 100'000; begin += 5'000) {
    std::int64_t rows = 0;
    for (std::int64_t parent = begin; parent < begin + 5'000; ++parent) {
      rows += layout.children_of(parent).size;
    }
    EXPECT_NEAR(static_cast<double>(rows), 15'000, 300) << begin;
  }
  std::set<std::int64_t> first;  // blocks differ
  for (std::int64_t block = 0; block < 64; ++block) {
    std::int64_t pattern = 0;
    for (std::int64_t i = 0; i < 12; ++i) {
      pattern = pattern * 8 + layout.children_of(block * 255 + i).size;
    }
    first.insert(pattern);
  }
  EXPECT_GT(first.size(), 4U);
}

constexpr const char* kOrders = R"yaml(version: 1
warehouse: shop
entities:
  dimensions:
    - name: dim_customer
      surrogate_key: customer_key
      columns:
        - {name: customer_name, type: VARCHAR(60), nullable: false}
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
        - {name: total_amt_usd, type: "DECIMAL(14,2)", unit: USD, nullable: false}
    - name: fact_order_line
      grain: one row per line of an order
      grain_columns: [order_key, line_number]
      foreign_keys:
        - {column: order_key, references: fact_order(order_key)}
        - {column: customer_key, references: dim_customer(customer_key)}
        - {column: order_date_key, references: dim_date(date_key)}
      columns:
        - {name: line_number, type: INT, nullable: false}
      measures:
        - {name: line_amt_usd, type: "DECIMAL(14,2)", unit: USD}
)yaml";

TEST(fan_out, lines_of_an_order_add_up_without_being_asked) {
  Options options;
  options.rows["fact_order"] = 3'000;
  const SeedPlan plan = plan_of(read_spec(kOrders), options);
  const TablePlan& lines = *plan.find("fact_order_line");
  EXPECT_EQ(lines.rows, 9'000);
  EXPECT_EQ(lines.rows_why, "1 to 5 for each of 3,000 rows of fact_order");
  EXPECT_EQ(lines.columns.back().generator, "sum_to_total");
  EXPECT_EQ(lines.columns.back().why,
            "named like a line: the lines of a row add up to its total_amt_usd");
  struct Order {
    std::string customer, day;
    long left = 0;
  };
  std::map<std::string, Order> orders;
  for (const auto& row : sample(*plan.find("fact_order")->source, {0, 3'000})) {
    orders[row[0]] = {row[1], row[2], std::lround(std::stod(row[3]) * 100)};
  }
  std::map<std::string, long> lines_of;
  for (const auto& row : sample(*lines.source, {0, lines.rows})) {
    Order& order = orders.at(row[0]);
    EXPECT_EQ(row[1], order.customer);
    EXPECT_EQ(row[2], order.day);
    EXPECT_EQ(std::stol(row[3]), ++lines_of[row[0]]) << "numbered from 1";
    order.left -= std::lround(std::stod(row[4]) * 100);
  }
  EXPECT_EQ(lines_of.size(), 3'000U);
  for (const auto& [key, order] : orders) ASSERT_EQ(order.left, 0) << key;
}

TEST(fan_out, more_rows_or_parents_are_another_seed_and_added_days_leave_all_as_it_is) {
  const spec::Spec spec = read_spec(kOrders);
  Options options;
  options.rows = {{"fact_order", 500}, {"fact_order_line", 1'500}};
  const SeedPlan plan = plan_of(spec, options);
  Options later = options;
  later.extra_days = 31;
  const SeedPlan topped = plan_of(spec, later);
  EXPECT_EQ(topped.key(), plan.key());
  EXPECT_EQ(topped.find("fact_order_line")->rows, 1'500);
  EXPECT_EQ(sample(*topped.find("fact_order_line")->source, {0, 1'500}),
            sample(*plan.find("fact_order_line")->source, {0, 1'500}));
  EXPECT_EQ(std::count_if(topped.notes().begin(), topped.notes().end(),
                          [](const auto& note) { return note.code == Code::kCannotTopUp; }),
            2);
  options.rows["fact_order_line"] = 1'501;
  EXPECT_NE(plan_of(spec, options).key(), plan.key());
}

TEST(fan_out, is_not_inferred_where_it_cannot_be) {
  spec::Spec spec = read_spec(kOrders);
  Options options;
  options.rows = {{"fact_order", 500}, {"fact_order_line", 400}};  // fewer lines than orders
  EXPECT_NE(plan_of(spec, options).find("fact_order_line")->columns.back().generator,
            "sum_to_total");
  options.rows["fact_order_line"] = 5'000;  // ten each
  EXPECT_EQ(plan_of(spec, options).find("fact_order_line")->columns.back().generator,
            "sum_to_total");
  spec.facts[1].measures[0].unit = "EUR";
  EXPECT_NE(plan_of(spec, options).find("fact_order_line")->columns.back().generator,
            "sum_to_total");
}

// "code pointer: message" of what is wrong with the key's fill and the column v.
std::string wrong(const std::string& key, const std::string& column = "", std::int64_t rows = 300,
                  const std::string& type = "DECIMAL(14,2)") {
  const std::string v = column.empty() ? ""
                                       : "        - {name: v, type: '" + type +
                                             "', fill: {generator: " + column + "}}\n";
  Options options;
  options.rows = {{"dim_thing", rows}, {"dim_whole", 100}};
  const auto plan = make(parts_and_wholes(key, v), options);
  if (plan) return "nothing";
  const Diagnostic& first = plan.error().front();
  return std::string(name(first.code)) + " " + first.where.pointer + ": " + first.message;
}

TEST(fan_out, what_contradicts_itself_is_said_where_it_stands) {
  const std::string at = "bad-fill /entities/dimensions/1/columns/0/fill: fan_out: ";
  const std::pair<const char*, std::string> cases[] = {
      {"fan_out, min: 5, max: 2", at + "'min' is above 'max'"},
      {"fan_out, min: -1", at + "'min' must not be negative"},
      {"fan_out, exact: 3, min: 1", at + "'exact' and 'min' contradict each other"},
      {"fan_out, exact: 0", at + "'exact' must be from 1 to 1,000,000"},
      {"fan_out, max: 20000", at + "'max' may be at most 10,000 above 'min'"},
      {"fan_out, distribution: normal",
       at + "'distribution' is even, poisson or zipf, not 'normal'"},
      {"fan_out, distribution: zipf, weights: {1: 2}",
       at + "'distribution' and 'weights' contradict each other"},
      {"fan_out, max: 4, weights: {1: 2, 5: 1}",
       at + "'weights' names numbers of rows that are not from 'min' to 'max'"},
      {"fan_out, weights: [1, 2]", at + "'weights' takes a mapping: {1: 6, 2: 3, 5: 1}"},
      {"fan_out, weights: {some: 2}", at + "'weights': 'some' is no number of rows"},
      {"fan_out, null_rate: 0.1",
       at + "'null_rate': a row without a parent would be one too few for it"},
      {"fan_out, maximum: 4", at + "fan_out has no parameter 'maximum'"},
      {"fan_out, max: 2",
       "bad-row-count /entities/dimensions/1/columns/0/fill: 300 rows of dim_thing cannot be "
       "shared out: 100 rows of dim_whole with 1 to 2 each take 100 to 200"},
      {"fan_out, exact: 4",
       "bad-row-count /entities/dimensions/1/columns/0/fill: 300 rows of dim_thing cannot be "
       "shared out: 100 rows of dim_whole with 4 each take 400 to 400"},
  };
  for (const auto& [fill, expected] : cases) {
    std::string found = wrong(fill);
    if (found.find("no parameter") != std::string::npos)
      found.insert(found.find("fan_out"), at.substr(at.size() - 9));
    EXPECT_EQ(found, expected) << fill;
  }
  EXPECT_EQ(wrong("fan_out"), "nothing");
}

TEST(fan_out, totals_that_cannot_add_up_are_refused) {
  const std::string at = "bad-fill /entities/dimensions/1/columns/1/fill: sum_to_total: ";
  EXPECT_EQ(wrong("fan_out, min: 0", "sum_to_total, of: dim_whole.total"),
            at + "fan_out leaves parents without rows, whose total nothing adds up to: its 'min' "
                 "must be at least 1");
  EXPECT_EQ(wrong("fan_out", "sum_to_total"),
            at + "'of' is missing: a parent's column, table.column");
  EXPECT_EQ(wrong("fan_out", "sum_to_total, of: thing_key"),
            at + "'thing_key' is of the same row, not of a parent");
  EXPECT_EQ(wrong("fan_out", "sum_to_total, of: dim_whole.total, alpha: 0"),
            at + "'alpha' must be from 0.1 to 1,000,000");
  EXPECT_EQ(wrong("fan_out", "sum_to_total, of: dim_whole.total, null_rate: 0.1"),
            at + "'null_rate': a part that is NULL would be missing from the total");
  const std::string types = at + "'dim_whole.total' is DECIMAL(12,2), this column ";
  EXPECT_EQ(wrong("fan_out", "sum_to_total, of: dim_whole.total", 300, "DOUBLE"),
            types + "DOUBLE: only DECIMAL and whole numbers add up exactly");
  EXPECT_EQ(wrong("fan_out", "sum_to_total, of: dim_whole.total", 300, "DECIMAL(14,1)"),
            types + "DECIMAL(14,1): a part needs as many decimal places");
  EXPECT_EQ(wrong("fan_out", "sum_to_total, of: dim_whole.total", 300, "DECIMAL(9,2)"),
            types + "DECIMAL(9,2): a part must be able to hold the whole");
  EXPECT_EQ(wrong("fan_out", "sum_to_total, of: dim_whole.total", 300, "DECIMAL(17,4)"), "nothing");
}

}  // namespace
}  // namespace dbx::seed

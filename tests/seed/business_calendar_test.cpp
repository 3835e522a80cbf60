// Special days: rules against almanacs, days on which nothing happens, days on which more does, and
// months that are added later.
#include "dbx/seed/business_calendar.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "dbx/seed/calendar.h"
#include "seed/support.h"

namespace dbx::seed {
namespace {

std::int64_t day(const char* text) { return *read_date(text); }

std::set<std::string> days_of(const std::string& rule, int year) {
  const BusinessCalendar calendar({{read_day_rules(rule), 1, 0, rule}}, 0, -1);
  std::set<std::string> days;
  for (std::int64_t d = days_from_civil({year, 1, 1}); d < days_from_civil({year + 1, 1, 1}); ++d) {
    if (!calendar.is_open(d)) days.insert(print_date(d));
  }
  return days;
}

using Days = std::set<std::string>;

TEST(business_calendar, easter_as_the_almanac_has_it) {
  for (const char* known : {"1818-03-22", "1943-04-25", "1961-04-02", "2000-04-23", "2019-04-21",
                            "2024-03-31", "2025-04-20", "2038-04-25", "2285-03-22"}) {
    EXPECT_EQ(print_date(easter_sunday(civil_from_days(day(known)).year)), known);
  }
}

TEST(business_calendar, bank_holidays_by_rule) {
  EXPECT_EQ(days_of("us", 2021),
            (Days{"2021-01-01", "2021-01-18", "2021-02-15", "2021-05-31", "2021-06-18",
                  "2021-07-05", "2021-09-06", "2021-10-11", "2021-11-11", "2021-11-25",
                  "2021-12-24", "2021-12-31"}));  // the last is New Year's Day of 2022
  EXPECT_EQ(days_of("uk", 2021), (Days{"2021-01-01", "2021-04-02", "2021-04-05", "2021-05-03",
                                       "2021-05-31", "2021-08-30", "2021-12-27", "2021-12-28"}));
  EXPECT_EQ(days_of("uk", 2023), (Days{"2023-01-02", "2023-04-07", "2023-04-10", "2023-05-01",
                                       "2023-05-29", "2023-08-28", "2023-12-25", "2023-12-26"}));
  EXPECT_EQ(days_of("de", 2024),
            (Days{"2024-01-01", "2024-03-29", "2024-04-01", "2024-05-01", "2024-05-09",
                  "2024-05-20", "2024-10-03", "2024-12-25", "2024-12-26"}));
  EXPECT_EQ(days_of("fr", 2024).size(), 11U);
  EXPECT_EQ(days_of("target", 2024), (Days{"2024-01-01", "2024-03-29", "2024-04-01", "2024-05-01",
                                           "2024-12-25", "2024-12-26"}));
  EXPECT_EQ(days_of("weekends", 2024).size(), 104U);
}

TEST(business_calendar, rules_as_they_are_written) {
  EXPECT_EQ(days_of("12-24", 2024), (Days{"2024-12-24"}));
  EXPECT_EQ(days_of("02-29", 2024), (Days{"2024-02-29"}));
  EXPECT_EQ(days_of("02-29", 2025), (Days{}));
  EXPECT_EQ(days_of("2024-03-05", 2024), (Days{"2024-03-05"}));
  EXPECT_EQ(days_of("4th Thursday of November", 2024), (Days{"2024-11-28"}));
  EXPECT_EQ(days_of("last fri of may", 2024), (Days{"2024-05-31"}));
  EXPECT_EQ(days_of("5th monday of april", 2024), (Days{"2024-04-29"}));
  EXPECT_EQ(days_of("5th monday of may", 2024), (Days{}));
  EXPECT_EQ(days_of("easter - 2", 2024), (Days{"2024-03-29"}));
  EXPECT_EQ(days_of("easter", 2025), (Days{"2025-04-20"}));
  EXPECT_EQ(days_of("saturday", 2024).size(), 52U);
  for (const char* none : {"", "chrismas", "13-01", "02-30", "2023-02-29", "6th monday of may",
                           "0th monday of may", "monday of may", "4th monday in may", "easter+",
                           "easter2", "easter+x", "easter+999", "last day of may", "1-1"}) {
    EXPECT_TRUE(read_day_rules(none).empty()) << none;
  }
}

constexpr const char* kShop = R"yaml(version: 1
warehouse: shop
entities:
  dimensions:
    - name: dim_date
      surrogate_key: date_key
      columns:
        - {name: date_key, type: INT, nullable: false}
        - {name: calendar_date, type: DATE, nullable: false}
    - name: dim_store
      surrogate_key: store_key
      columns:
        - {name: store_name, type: VARCHAR(60), nullable: false}
  facts:
    - name: fact_sale
      surrogate_key: sale_key
      grain: one row per sale
      grain_columns: [sale_key]
      foreign_keys:
        - {column: order_date_key, references: dim_date(date_key)}
        - {column: ship_date_key, references: dim_date(date_key)}
      measures:
        - {name: amount, type: "DECIMAL(12,2)"}
    - name: fact_visitors
      grain: one row per store and day
      grain_columns: [store_key, date_key]
      foreign_keys:
        - {column: store_key, references: dim_store(store_key)}
        - {column: date_key, references: dim_date(date_key)}
      measures:
        - {name: visitors, type: INT}
)yaml";

SeedPlan plan_with(const std::string& profile, std::int64_t rows = 50'000) {
  const auto parsed = spec::parse_profile("version: 1\n" + profile, "p.yml");
  if (!parsed) throw std::runtime_error(messages(parsed.error()));
  auto options = with_profile(Options(), *parsed);
  if (!options) throw std::runtime_error(messages(options.error()));
  options->rows = {{"fact_sale", rows}, {"fact_visitors", 2'000}};
  return plan_of(read_spec(kShop), *options);
}

std::int64_t day_of_key(const std::string& key) {
  return day((key.substr(0, 4) + "-" + key.substr(4, 2) + "-" + key.substr(6)).c_str());
}

std::map<std::int64_t, double> sales_by_day(const SeedPlan& plan) {
  std::map<std::int64_t, double> sales;
  for (const auto& key : values_of(plan, "fact_sale", "order_date_key")) ++sales[day_of_key(key)];
  return sales;
}

TEST(business_calendar, nothing_happens_where_it_is_closed) {
  const SeedPlan plan = plan_with("calendar: [{on: [weekends, us], closed: true}]\n");
  std::vector<DayRule> rules = read_day_rules("weekends");
  for (const DayRule& rule : read_day_rules("us")) rules.push_back(rule);
  const BusinessCalendar calendar({{rules, 1, 0, ""}}, 0, -1);
  for (const char* column : {"order_date_key", "ship_date_key"}) {
    for (const auto& key : values_of(plan, "fact_sale", column)) {
      ASSERT_TRUE(key == "NULL" || calendar.is_open(day_of_key(key))) << column << " " << key;
    }
  }
  const auto sold = values_of(plan, "fact_sale", "order_date_key");
  const auto shipped = values_of(plan, "fact_sale", "ship_date_key");
  for (std::size_t i = 0; i < sold.size(); ++i) {
    ASSERT_TRUE(shipped[i] == "NULL" || sold[i] <= shipped[i]) << i;
  }
  // Days of a key stay unique and open.
  std::set<std::pair<std::string, std::string>> pairs;
  for (const auto& row : sample(*plan.find("fact_visitors")->source, {0, 2'000})) {
    EXPECT_TRUE(calendar.is_open(day_of_key(row[1])));
    EXPECT_TRUE(pairs.emplace(row[0], row[1]).second);
  }
  std::int64_t open = 0;  // every open day has its sales
  for (std::int64_t d = day("2023-01-01"); d <= day("2025-12-31"); ++d) open += calendar.is_open(d);
  EXPECT_EQ(sales_by_day(plan).size(), static_cast<std::size_t>(open));
}

TEST(business_calendar, factors_are_as_declared) {
  const std::int64_t rows = 400'000;
  const auto plain = sales_by_day(plan_with("", rows));
  const auto busy =
      sales_by_day(plan_with("calendar: [{on: 4th thursday of november, factor: 4, days: 4}, "
                             "{on: 12-25, factor: 0.25}, {on: saturday, factor: 2}]\n",
                             rows));
  const BusinessCalendar calendar({{read_day_rules("4th thursday of november"), 4, 4, ""},
                                   {read_day_rules("12-25"), 1, 0.25, ""},
                                   {read_day_rules("saturday"), 1, 2, ""}},
                                  0, -1);
  double total = 0;
  for (const auto& [d, count] : plain) total += count * calendar.factor(d);
  // Days of one factor together, so that the noise of the plain days is small.
  std::map<double, std::pair<double, double>> by_factor;
  for (const auto& [d, count] : plain) {
    auto& [expected, found] = by_factor[calendar.factor(d)];
    expected += count * calendar.factor(d) / total * static_cast<double>(rows);
    found += busy.at(d);
  }
  EXPECT_EQ(by_factor.size(), 5U);  // 0.25, 1, 2, 4, 8
  for (const auto& [factor, counts] : by_factor) {
    EXPECT_NEAR(counts.second, counts.first, 5 * std::sqrt(counts.first * (1 + factor))) << factor;
  }
}

TEST(business_calendar, months_added_later_change_nothing_before_them) {
  const std::string calendar =
      "calendar: [{on: weekends, closed: true}, {on: [us, easter], factor: 0.2}, "
      "{on: 2026-02-14, factor: 9}]\n";
  const SeedPlan base = plan_with(calendar, 20'000);
  const SeedPlan february = plan_with(calendar + "dates: {until: 2026-02-28}\n", 20'000);
  const SeedPlan march = plan_with(calendar + "dates: {until: 2026-03-31}\n", 20'000);
  EXPECT_EQ(base.key(), february.key());
  EXPECT_EQ(base.key(), march.key());
  EXPECT_NE(base.key(), plan_with("", 20'000).key());
  const std::int64_t rows = february.find("fact_sale")->rows;
  EXPECT_GT(rows, 20'500);
  EXPECT_GT(march.find("fact_sale")->rows, rows);
  const auto all = sample(*march.find("fact_sale")->source, {0, rows});
  EXPECT_EQ(all, sample(*february.find("fact_sale")->source, {0, rows}));
  EXPECT_TRUE(std::equal(all.begin(), all.begin() + 20'000,
                         sample(*base.find("fact_sale")->source, {0, 20'000}).begin()));
  const BusinessCalendar weekends({{read_day_rules("weekends"), 1, 0, ""}}, 0, -1);
  for (const auto& [d, count] : sales_by_day(march)) {
    EXPECT_TRUE(weekends.is_open(d)) << print_date(d);
  }
}

TEST(business_calendar, what_contradicts_itself_is_said_where_it_stands) {
  const auto wrong = [](const std::string& profile) -> std::string {
    const auto parsed = spec::parse_profile("version: 1\n" + profile, "p.yml");
    if (!parsed) return std::string(name(parsed.error().front().code));
    const auto options = with_profile(Options(), *parsed);
    if (options) return "nothing";
    const Diagnostic& first = options.error().front();
    return std::string(name(first.code)) + " " + first.where.pointer + ": " + first.message;
  };
  const std::pair<const char*, const char*> cases[] = {
      {"calendar: [{on: chrismas, closed: true}]\n",
       "bad-profile /calendar/0/on: 'chrismas' is no day and no calendar"},
      {"calendar: [{on: [us, weekend], closed: true}]\n",
       "bad-profile /calendar/0/on/1: 'weekend' is no day and no calendar"},
      {"calendar: [{on: us, closed: true, factor: 2}]\n",
       "bad-profile /calendar/0/factor: `closed` and `factor` contradict each other"},
      {"calendar: [{on: us}]\n", "bad-profile /calendar/0: it says neither `factor` nor `closed`"},
      {"calendar: [{on: us, factor: -1}]\n",
       "bad-profile /calendar/0/factor: a factor of -1 is not possible"},
      {"calendar: [{on: us, factor: 2, days: 0}]\n",
       "bad-profile /calendar/0/days: 0 days are not possible"},
      {"calendar: [{on: [], closed: true}]\n", "bad-profile /calendar/0/on: it names no day"},
      {"calendar: [{on: 01-01, closed: true, days: 366}]\n",
       "bad-profile /calendar: the calendar closes every day from `from` to `until`"},
      {"tables: [{name: fact_sale, calendar: [{on: 13-01, closed: true}]}]\n",
       "bad-profile /tables/0/calendar/0/on: '13-01' is no day and no calendar"},
      {"calendar: [{closed: true}]\n", "missing-key"},
  };
  for (const auto& [profile, expected] : cases) EXPECT_EQ(wrong(profile), expected) << profile;
}

}  // namespace
}  // namespace dbx::seed

// The rules of a review, each on the smallest spec that breaks it and on one that does not.
#include "dbx/design/review.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <set>

#include "dbx/spec/parse.h"

namespace dbx::design {
namespace {

std::set<std::string> rules(const std::string& dimensions, const std::string& fact) {
  const auto spec = spec::parse(fmt::format("version: 1\nwarehouse: w\nentities:\n"
                                            "  dimensions:\n"
                                            "    - name: dim_date\n"
                                            "      surrogate_key: date_key\n"
                                            "      natural_key: day_date\n"
                                            "      columns: [{{name: day_date, type: DATE}}, "
                                            "{{name: day_name, type: VARCHAR(9)}}]\n"
                                            "{}"
                                            "  facts:\n"
                                            "    - name: fact_x\n{}",
                                            dimensions, fact),
                                "test.yml");
  EXPECT_TRUE(spec.has_value()) << spec.error().at(0).message;
  std::set<std::string> found;
  if (spec) {
    for (const Finding& finding : review(*spec)) found.insert(finding.rule);
  }
  return found;
}

constexpr const char* kKeys =
    "      grain: one row per x\n      grain_columns: x_id\n"
    "      columns: [{name: x_id, type: INT}]\n"
    "      foreign_keys: [{column: date_key, references: dim_date(date_key)}]\n";

std::set<std::string> of_measure(const std::string& measure, const std::string& type = "") {
  return rules("", type + kKeys + "      measures: [" + measure + "]\n");
}

using Rules = std::set<std::string>;

TEST(review, finds_nothing_where_nothing_is) {
  EXPECT_EQ(of_measure("{name: amount, type: INT}"), Rules());
}

TEST(review, rates_are_not_added_up) {
  EXPECT_EQ(of_measure("{name: click_rate, type: DOUBLE}"), Rules{"additivity"});
  EXPECT_EQ(of_measure("{name: click_rate, type: DOUBLE, additivity: non_additive}"), Rules());
}

TEST(review, levels_are_not_added_up_over_time) {
  const std::string snapshot = "      type: periodic_snapshot\n";
  EXPECT_EQ(of_measure("{name: closing_balance, type: INT}", snapshot), Rules{"additivity"});
  EXPECT_EQ(of_measure("{name: closing_balance, type: INT, additivity: semi_additive}", snapshot),
            Rules());
}

TEST(review, a_fact_has_a_date_measures_and_stages) {
  EXPECT_EQ(rules("",
                  "      grain: x_id\n      columns: [{name: x_id, type: INT}]\n"
                  "      measures: [{name: amount, type: INT}]\n"),
            Rules{"missing-date"});
  EXPECT_EQ(rules("", kKeys), Rules{"measures"});
  EXPECT_EQ(of_measure("{name: amount, type: INT}", "      type: accumulating_snapshot\n"),
            Rules{"milestones"});
}

TEST(review, a_grain_is_never_empty) {
  EXPECT_EQ(rules("",
                  "      grain: one row per x\n      grain_columns: [x_id, date_key]\n"
                  "      columns: [{name: x_id, type: INT}]\n"
                  "      foreign_keys: [{column: date_key, references: dim_date(date_key), "
                  "optional: true}]\n      measures: [{name: amount, type: INT}]\n"),
            Rules{"grain"});
}

TEST(review, totals_of_a_document_are_not_on_its_lines) {
  EXPECT_EQ(rules("",
                  "      grain: one row per order line\n      grain_columns: [x_id, line_no]\n"
                  "      columns: [{name: x_id, type: INT}, {name: line_no, type: INT}]\n"
                  "      foreign_keys: [{column: date_key, references: dim_date(date_key)}]\n"
                  "      measures: [{name: order_total, type: INT}]\n"),
            Rules{"grain"});
}

TEST(review, dimensions_conform_describe_and_keep_privacy) {
  const std::string fact = std::string(kKeys) + "      measures: [{name: amount, type: INT}]\n";
  const auto dimension = [](const std::string& name, const std::string& extra,
                            const std::string& columns) {
    return "    - name: dim_" + name + "\n      surrogate_key: " + name +
           "_key\n      natural_key: " + name + "_id\n" + extra + "      columns: [{name: " + name +
           "_id, type: INT}" + columns + "]\n";
  };
  const std::string city = ", {name: city, type: VARCHAR(40)}";
  EXPECT_EQ(rules(dimension("client", "", city), fact), Rules());
  EXPECT_EQ(rules(dimension("client", "", ""), fact), Rules{"thin-dimension"});
  EXPECT_EQ(
      rules(dimension("client", "      synonyms: [buyer]\n", city) + dimension("buyer", "", city),
            fact),
      Rules{"conformance"});
  const std::string email = ", {name: email, type: VARCHAR(90)";
  EXPECT_EQ(rules(dimension("client", "", email + "}"), fact), Rules{"privacy"});
  EXPECT_EQ(rules(dimension("client", "", email + ", sensitivity: pii}"), fact), Rules());
}

}  // namespace
}  // namespace dbx::design

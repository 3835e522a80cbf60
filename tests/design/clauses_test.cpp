// Sentences: which tell and which wish; what they say besides lists.
#include "dbx/design/clauses.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "dbx/design/nouns.h"
#include "dbx/design/wishes.h"

namespace dbx::design {
namespace {

bool tells(const std::string& text) {
  const std::vector<bool> result = told(tokenize(text));
  return !result.empty() && result[0];
}

TEST(clauses, sentences_with_a_subject_and_a_verb_tell) {
  EXPECT_TRUE(tells("each visit a pet is seen by a vet"));
  EXPECT_TRUE(tells("members borrow toys from the branch"));
  EXPECT_TRUE(tells("a driver picks the goods at night"));
  EXPECT_FALSE(tells("retail sales by store and month"));
  EXPECT_FALSE(tells("design a schema for loans with dimensions that are shared"));
  EXPECT_FALSE(tells("sales are big"));
}

TEST(clauses, behind_a_wish_lists_are_lists) {
  const Wishes wishes = read_wishes(
      tokenize("Each pet is seen by a vet. We want to analyse revenue by clinic and month."));
  ASSERT_EQ(wishes.groupings.size(), 2U);
  EXPECT_EQ(wishes.groupings[0].text(), "clinic");
}

std::string event_of(const std::string& text) {
  std::string result;
  for (const Token& word : event_of_sentence(tokenize(text))) {
    result += (result.empty() ? "" : " ") + word.text;
  }
  return result;
}

TEST(nouns, what_happens_is_made_a_noun) {
  EXPECT_EQ(event_of("hives are inspected by beekeepers"), "hive inspection");
  EXPECT_EQ(event_of("members borrow toys"), "toy borrowing");
  EXPECT_EQ(event_of("parcels are delivered"), "parcel delivery");
  EXPECT_EQ(event_of("we run a shop"), "");
}

TEST(asides, periods_of_states_make_snapshots) {
  const auto type_of = [](const std::string& text) {
    return read_wishes(tokenize(text)).fact_type;
  };
  EXPECT_EQ(type_of("balances at the end of each day"), spec::FactType::kPeriodicSnapshot);
  EXPECT_EQ(type_of("daily stock levels"), spec::FactType::kPeriodicSnapshot);
  EXPECT_EQ(type_of("month-end headcount"), spec::FactType::kPeriodicSnapshot);
  EXPECT_EQ(type_of("daily sales by store"), std::nullopt);
  EXPECT_EQ(type_of("claims without measures"), spec::FactType::kFactless);
}

TEST(asides, stages_engines_and_several) {
  const Wishes stages =
      read_wishes(tokenize("permits from application through review and inspection to issue"));
  ASSERT_EQ(stages.milestones.size(), 4U);
  EXPECT_EQ(stages.milestones[3].text(), "issue");
  EXPECT_TRUE(read_wishes(tokenize("sales from 2020 to 2024")).milestones.empty());
  EXPECT_EQ(read_wishes(tokenize("sales in PostgreSQL")).engine, "postgresql");
  EXPECT_EQ(read_wishes(tokenize("a snowflake schema for sales")).engine, "");
  const Wishes several = read_wishes(tokenize("accounts can have more than one owner"));
  ASSERT_EQ(several.many.size(), 1U);
  EXPECT_EQ(several.many[0].second.text(), "owner");
}

TEST(lists, carry_units_types_and_shared_words) {
  const Wishes wishes = read_wishes(
      tokenize("measures distance in km, weight (kg), amount decimal(12,2), cost per unit"));
  ASSERT_EQ(wishes.measures.size(), 4U);
  EXPECT_EQ(wishes.measures[0].unit, "km");
  EXPECT_EQ(wishes.measures[1].unit, "kg");
  EXPECT_EQ(wishes.measures[2].type, "decimal(12,2)");
  EXPECT_EQ(wishes.measures[3].text(), "cost per unit");
}

TEST(lists, stand_line_by_line) {
  const Wishes wishes = read_wishes(
      tokenize("Dimensions:\n- Customer (name, type 2)\n- Product: category, brand\nMeasures:\n"
               "* revenue\n* units\n"));
  ASSERT_EQ(wishes.dimensions.size(), 2U);
  EXPECT_EQ(wishes.dimensions[1].attributes.size(), 2U);
  EXPECT_EQ(wishes.history.size(), 1U);
  EXPECT_EQ(wishes.measures.size(), 2U);
}

TEST(lists, measures_belong_to_the_fact_before_them) {
  const Wishes wishes = read_wishes(tokenize(
      "Two fact tables: sales and returns. Sales measures: amount. Returns measures: refund"));
  ASSERT_EQ(wishes.facts.size(), 2U);
  ASSERT_EQ(wishes.measures.size(), 2U);
  EXPECT_EQ(wishes.measures[0].fact, 0);
  EXPECT_EQ(wishes.measures[1].fact, 1);
}

}  // namespace
}  // namespace dbx::design

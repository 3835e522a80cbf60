// Lemmas, tokens and the grammar of wishes.
#include "dbx/design/words.h"

#include <gtest/gtest.h>

#include "dbx/design/wishes.h"

namespace dbx::design {
namespace {

TEST(words, lemmas) {
  const std::pair<const char*, const char*> kCases[] = {{"Payments", "payment"},
                                                        {"companies", "company"},
                                                        {"boxes", "box"},
                                                        {"classes", "class"},
                                                        {"status", "status"},
                                                        {"analyses", "analysis"},
                                                        {"people", "person"},
                                                        {"warehouses", "warehouse"},
                                                        {"sales", "sale"},
                                                        {"centres", "center"},
                                                        {"fulfilment", "fulfillment"},
                                                        {"organisations", "organization"},
                                                        {"bus", "bus"},
                                                        {"buses", "bus"},
                                                        {"gas", "gas"},
                                                        {"instalments", "installment"},
                                                        {"branches", "branch"},
                                                        {"diagnoses", "diagnosis"},
                                                        {"ties", "tie"},
                                                        {"invoices", "invoice"},
                                                        {"premises", "premises"}};
  for (const auto& [word, expected] : kCases) EXPECT_EQ(lemma(word), expected) << word;
}

TEST(words, phrases_of_names_and_of_text_meet) {
  EXPECT_EQ(phrase("units_sold"), phrase("Units sold"));
  EXPECT_EQ(phrase("page-views"), phrase("page view"));
}

TEST(words, identifiers_are_short_and_start_with_a_letter) {
  EXPECT_EQ(identifier("30 day total"), "n_30_day_total");
  EXPECT_EQ(identifier("  "), "");
  EXPECT_LE(identifier(std::string(500, 'x')).size(), 48U);
  EXPECT_LE(identifier("a very long name that goes on and on and on until nobody reads it").size(),
            48U);
}

std::string texts(const Items& items) {
  std::string result;
  for (const Item& item : items) {
    result += (result.empty() ? "" : "|") + item.text();
    if (!item.attributes.empty()) result += "(" + texts(item.attributes) + ")";
  }
  return result;
}

Wishes read(std::string_view prompt) { return read_wishes(tokenize(prompt)); }

TEST(wishes, lists_before_and_behind_their_head) {
  EXPECT_EQ(texts(read("loan risk with company, date and loan dimensions").dimensions),
            "company|date|loan");
  EXPECT_EQ(texts(read("x with dimensions customer (name, tier), product and store").dimensions),
            "customer(name|tier)|product|store");
  EXPECT_EQ(texts(read("x. Dimensions: p, b & c. Measures: d; e").dimensions), "p|b|c");
  EXPECT_EQ(texts(read("x with a and b dimensions and c and d measures").measures), "c|d");
  EXPECT_EQ(texts(read("x with a dimension, b dimension and measures c, d").dimensions), "b");
  EXPECT_EQ(texts(read("x: customer, plan, date").mixed.at(0)), "customer|plan|date");
}

TEST(wishes, grain_history_names_and_exclusions) {
  const Wishes wishes = read(
      "a monthly snapshot called y_dw, one row per loan per month, track history of customer and "
      "branch, without region or email");
  EXPECT_EQ(wishes.warehouse_name, "y_dw");
  EXPECT_EQ(texts(wishes.grains.at(0).items), "loan|month");
  EXPECT_EQ(texts(wishes.history), "customer|branch");
  EXPECT_EQ(texts(wishes.excluded), "region|email");
  EXPECT_EQ(wishes.period, "month");
  EXPECT_EQ(wishes.fact_type, spec::FactType::kPeriodicSnapshot);
}

TEST(wishes, per_and_by_are_groupings) {
  EXPECT_EQ(texts(read("sales by store, product per day").groupings), "store|product|day");
  EXPECT_EQ(texts(read("stock on hand by store").groupings), "store");
}

}  // namespace
}  // namespace dbx::design

// Wishes about a spec that is there: little changes, comments stay, what is not there is said.
#include "dbx/design/amend.h"

#include <gtest/gtest.h>

#include "dbx/base/text.h"
#include "dbx/check/check.h"

namespace dbx::design {
namespace {

constexpr const char* kBase = R"yaml(# our lending warehouse
version: 1
warehouse: lending
entities:
  dimensions:
    - name: dim_date
      surrogate_key: date_key
      natural_key: calendar_date
      columns:
        - {name: date_key, type: INT, nullable: false}
        - {name: calendar_date, type: DATE, nullable: false}
    - name: dim_client   # whoever borrows
      synonyms: [borrower, customer]
      surrogate_key: client_key
      natural_key: client_id
      columns:
        - {name: client_id, type: VARCHAR(40), nullable: false}
        - {name: client_name, type: VARCHAR(120), display: true}
        - {name: rating, type: VARCHAR(5)}   # from the bureau
  facts:
    - name: fact_loan_payments
      type: transaction
      grain: one row per payment
      grain_columns: payment_number
      foreign_keys:
        - {column: date_key, references: dim_date(date_key)}
        - {column: client_key, references: dim_client(client_key)}
      measures:
        - {name: amount_paid, type: "DECIMAL(18,2)"}
        - {name: late_fee, type: "DECIMAL(18,2)"}   # since 2024
      columns:
        - {name: payment_number, type: VARCHAR(40), nullable: false}
)yaml";

Amendment amended(const std::string& prompt) {
  auto result = amend(kBase, "base.yml", prompt);
  if (!result) {
    ADD_FAILURE() << prompt << ": " << result.error().at(0).message;
    return {};
  }
  EXPECT_FALSE(has_errors(check::check(result->spec))) << prompt << "\n" << result->text;
  return std::move(*result);
}

bool has_line(const std::string& text, std::string_view line) {
  return text.find(line) != std::string::npos;
}

// Every line of the base that is not in the text any more.
std::vector<std::string> lost_lines(const std::string& text) {
  std::vector<std::string> lost;
  for (const std::string_view line : text::split(kBase, '\n')) {
    if (!has_line(text, line)) lost.emplace_back(line);
  }
  return lost;
}

TEST(amend, adds_a_fact_that_shares_dimensions) {
  const Amendment result = amended("add covenant tests and track rating history");
  EXPECT_TRUE(lost_lines(result.text).empty());
  const spec::Table* fact = spec::find_table(result.spec, "fact_covenant_tests");
  ASSERT_NE(fact, nullptr) << result.text;
  bool shares = false;
  for (const spec::ForeignKey& key : fact->foreign_keys) {
    shares |= key.references.table == "dim_client" || key.references.table == "dim_date";
  }
  EXPECT_TRUE(shares) << result.text;
  EXPECT_EQ(spec::find_table(result.spec, "dim_client")->history, spec::History::kType2);
}

TEST(amend, adds_measures_attributes_and_dimensions) {
  const Amendment measure = amended("add the discount amount to loan payments");
  EXPECT_TRUE(lost_lines(measure.text).empty());
  EXPECT_EQ(measure.spec.facts.at(0).measures.at(2).name, "discount_amount");
  const Amendment attribute = amended("add email and phone to client");
  EXPECT_EQ(attribute.spec.dimensions.at(1).columns.at(3).name, "email");
  EXPECT_EQ(attribute.spec.dimensions.at(1).columns.at(4).name, "phone");
  const Amendment dimension = amended("add a branch dimension with city and region");
  EXPECT_TRUE(lost_lines(dimension.text).empty());
  ASSERT_NE(spec::find_table(dimension.spec, "dim_branch"), nullptr);
  EXPECT_TRUE(dimension.spec.facts.at(0).foreign_keys.at(2).optional);
}

TEST(amend, removes_and_renames) {
  const Amendment removed = amended("remove the late fee");
  EXPECT_EQ(removed.spec.facts.at(0).measures.size(), 1U);
  EXPECT_EQ(lost_lines(removed.text).size(), 1U);
  const Amendment gone = amended("drop the client dimension");
  EXPECT_EQ(spec::find_table(gone.spec, "dim_client"), nullptr);
  EXPECT_EQ(gone.spec.facts.at(0).foreign_keys.size(), 1U);
  const Amendment renamed = amended("rename client to borrower");
  ASSERT_NE(spec::find_table(renamed.spec, "dim_borrower"), nullptr);
  EXPECT_EQ(spec::find_table(renamed.spec, "dim_borrower")->renamed_from, "dim_client");
  EXPECT_TRUE(has_line(renamed.text, "# whoever borrows"));
}

TEST(amend, says_what_it_cannot_do) {
  for (const char* prompt :
       {"", "x", "make it better", "remove the unicorn", "track history of unicorns",
        "add tax to the unicorn table", "rename unicorn to horse", "drop table dim_client; --",
        "add late fee to loan payments", "add"}) {
    const auto result = amend(kBase, "base.yml", prompt);
    EXPECT_FALSE(result.has_value()) << prompt << "\n" << result->text;
  }
}

TEST(amend, does_nothing_twice) {
  const Amendment once = amended("track history of client");
  const auto twice = amend(once.text, "base.yml", "track history of client");
  EXPECT_FALSE(twice.has_value());
}

}  // namespace
}  // namespace dbx::design

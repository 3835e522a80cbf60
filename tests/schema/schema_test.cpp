// Lowering a spec to tables, lifting tables to a spec, fingerprints.
#include <gtest/gtest.h>

#include "dbx/schema/schema.h"
#include "dbx/spec/parse.h"
#include "support/cases.h"

namespace dbx::schema {
namespace {

spec::Spec example() {
  const std::string path = std::string(DBX_SOURCE_DIR) + "/examples/contoso_finance/warehouse.yml";
  return *spec::parse(test::read(path), path);
}

TEST(schema, lowering_makes_every_key_real) {
  const Schema schema = lower(example(), "duckdb");
  const Table* company = find_table(schema, "dim_company");
  ASSERT_NE(company, nullptr);
  EXPECT_EQ(company->primary_key->name, "pk_dim_company_company_key");
  EXPECT_TRUE(company->columns[0].identity);
  EXPECT_EQ(company->uniques.at(0).columns, std::vector<std::string>{"company_id"});
  const Table* date = find_table(schema, "dim_date");
  EXPECT_FALSE(find_column(*date, "date_key")->identity) << "the user's own key";
  const Table* fact = find_table(schema, "fact_loan_payments");
  EXPECT_EQ(fact->foreign_keys.size(), 2U);
  EXPECT_EQ(fact->uniques.at(0).columns, (std::vector<std::string>{"loan_id", "payment_date"}));
  EXPECT_FALSE(fact->uniques.at(0).enforcement.has_value()) << "the engine decides";
}

TEST(schema, long_names_stay_apart_when_cut) {
  spec::Spec spec = example();
  spec::Table& fact = spec.facts[0];
  fact.name = "fact_" + std::string(50, 'x');
  const Schema one = lower(spec, "duckdb");
  fact.foreign_keys[0].columns = {"company_key_of_the_guarantor"};
  const Schema two = lower(spec, "duckdb");
  const std::string first = find_table(one, fact.name)->foreign_keys[0].name;
  const std::string second = find_table(two, fact.name)->foreign_keys[0].name;
  EXPECT_LE(first.size(), 63U);
  EXPECT_NE(first, second);
}

TEST(schema, a_fingerprint_ignores_order_and_nothing_else) {
  const Schema schema = lower(example(), "duckdb");
  Schema shuffled = schema;
  std::swap(shuffled.tables[0], shuffled.tables[1]);
  std::swap(shuffled.tables[0].columns[0], shuffled.tables[0].columns[1]);
  EXPECT_EQ(fingerprint(schema), fingerprint(shuffled));
  for (int change = 0; change < 5; ++change) {
    Schema other = schema;
    Column& column = other.tables[0].columns[1];
    if (change == 0) column.nullable = !column.nullable;
    if (change == 1) column.type.length = 51;
    if (change == 2) column.default_value = "1";
    if (change == 3) column.comment = "x";
    if (change == 4) other.tables[0].indexes.clear();
    EXPECT_NE(fingerprint(schema), fingerprint(other)) << change;
  }
}

TEST(schema, verified_keys_are_no_objects) {
  Schema schema = lower(example(), "duckdb");
  const std::string before = fingerprint(schema);
  for (Table& table : schema.tables) {
    for (ForeignKey& key : table.foreign_keys) key.enforcement = Enforcement::kVerified;
  }
  EXPECT_NE(fingerprint(schema), before);
  EXPECT_TRUE(canonical(schema).tables[2].foreign_keys.empty());
}

TEST(schema, lifting_guesses_from_names_and_keys) {
  const spec::Spec lifted = lift(lower(example(), "duckdb"), "w");
  EXPECT_EQ(lifted.dimensions.size(), 2U);
  ASSERT_EQ(lifted.facts.size(), 1U);
  EXPECT_EQ(lifted.facts[0].grain, "loan_id, payment_date");
  EXPECT_EQ(lifted.facts[0].measures.size(), 2U);

  Schema without_grain = lower(example(), "duckdb");
  for (Table& table : without_grain.tables) table.uniques.clear();
  EXPECT_EQ(lift(without_grain, "w").tables.size(), 1U)
      << "a fact without a known grain is a table";
}

TEST(schema, meaning_comes_back_where_the_tables_agree) {
  const spec::Spec recorded = example();
  const Schema live = lower(recorded, "duckdb");
  EXPECT_EQ(restore_meaning(lift(live, "w"), live, recorded, live), recorded);

  Schema changed = live;
  changed.tables[0].columns.push_back({"added", spec::read_type("INT").type, true, {}, false, ""});
  const spec::Spec mixed = restore_meaning(lift(changed, "w"), changed, recorded, live);
  EXPECT_EQ(mixed.facts, recorded.facts);
  EXPECT_EQ(spec::find_table(mixed, changed.tables[0].name)->columns.back().name, "added");
}

}  // namespace
}  // namespace dbx::schema

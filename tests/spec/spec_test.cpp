// The spec language: reading, printing, types, implied columns.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "dbx/spec/parse.h"
#include "support/cases.h"

namespace dbx::spec {
namespace {

Spec example() {
  const std::string path = std::string(DBX_SOURCE_DIR) + "/examples/contoso_finance/warehouse.yml";
  auto spec = parse(test::read(path), path);
  EXPECT_TRUE(spec.has_value());
  return spec ? std::move(*spec) : Spec{};
}

TEST(spec, the_example_reads_as_it_stands) {
  const Spec spec = example();
  EXPECT_EQ(spec.warehouse, "contoso_finance");
  ASSERT_EQ(spec.dimensions.size(), 2U);
  ASSERT_EQ(spec.facts.size(), 1U);
  const Table& fact = spec.facts[0];
  EXPECT_EQ(grain_of(fact), (std::vector<std::string>{"loan_id", "payment_date"}));
  EXPECT_EQ(fact.measures[0].type.scale, 2);
  ASSERT_TRUE(fact.partitioning.has_value());
  EXPECT_EQ(fact.partitioning->column, "payment_date");
}

TEST(spec, keys_that_are_not_declared_exist) {
  const Spec spec = example();
  const auto company = effective_columns(spec, spec.dimensions[0]);
  EXPECT_EQ(company[0].column.name, "company_key");
  EXPECT_EQ(company[0].origin, Origin::kSurrogateKey);
  EXPECT_FALSE(company[0].column.nullable);
  const auto date = effective_columns(spec, spec.dimensions[1]);
  EXPECT_EQ(date[0].column.name, "date_key");
  EXPECT_EQ(date[0].origin, Origin::kColumn) << "declared: the user's own key";
  const auto fact = effective_columns(spec, spec.facts[0]);
  EXPECT_EQ(fact[0].column.name, "company_key");
  EXPECT_EQ(fact[0].origin, Origin::kForeignKey);
  EXPECT_EQ(fact[0].column.type.kind, TypeKind::kInt);
  EXPECT_FALSE(fact[0].column.nullable);
}

TEST(spec, type_two_history_adds_its_columns) {
  Spec spec = example();
  spec.dimensions[0].history = History::kType2;
  const auto columns = effective_columns(spec, spec.dimensions[0]);
  EXPECT_EQ(columns.back().column.name, "is_current");
  EXPECT_EQ(columns.back().origin, Origin::kHistory);
}

TEST(spec, a_grain_may_be_a_sentence) {
  Table table;
  table.grain = "One row per loan and month";
  table.grain_columns = {"loan_id", "month"};
  EXPECT_TRUE(is_grain_sentence(table.grain));
  EXPECT_EQ(grain_of(table), table.grain_columns);
}

TEST(spec, types_have_one_spelling) {
  const std::pair<const char*, const char*> kPairs[] = {
      {"varchar(50)", "VARCHAR(50)"},
      {"VARCHAR ( 50 )", "VARCHAR(50)"},
      {"NUMBER", "DECIMAL(18,2)"},
      {"NUMERIC(10)", "DECIMAL(10,0)"},
      {"MONEY", "DECIMAL(19,4)"},
      {"integer", "INT"},
      {"nvarchar(max)", "TEXT"},
      {"VARCHAR", "TEXT"},
      {"timestamp(3) with time zone", "TIMESTAMPTZ(3)"},
      {"double precision", "DOUBLE"},
      {"DATETIME2(7)", "TIMESTAMP(7)"},
      {"INT[]", "INT[]"},
      {"engine:\"TSVECTOR\"", "engine:\"TSVECTOR\""},
  };
  for (const auto& [written, standard] : kPairs) {
    const TypeReading reading = read_type(written);
    EXPECT_TRUE(reading.problem.empty()) << written << ": " << reading.problem;
    EXPECT_EQ(print(reading.type), standard) << written;
    EXPECT_EQ(read_type(standard).type, reading.type) << standard;
    EXPECT_TRUE(read_type(standard).normalized.empty()) << standard;
  }
}

TEST(spec, what_is_no_type_is_refused) {
  for (const char* text : {"", "VARCHR(5)", "VARCHAR(0)", "VARCHAR(-1)", "VARCHAR(5", "INT(4)",
                           "DECIMAL(39,2)", "DECIMAL(4,5)", "TIME(10)", "engine:", "VARCHAR(1,2)",
                           "DECIMAL(99999999999999999999,1)", "SELECT", "TEXT; DROP TABLE x"}) {
    EXPECT_EQ(read_type(text).type.kind, TypeKind::kUnknown) << text;
    EXPECT_FALSE(read_type(text).problem.empty()) << text;
  }
  EXPECT_EQ(read_type("VARCHR(5)").suggestion, "VARCHAR(5)");
}

TEST(spec, the_example_prints_and_reads_back) {
  const Spec spec = example();
  const auto again = parse(print(spec), "printed.yml");
  ASSERT_TRUE(again.has_value());
  EXPECT_EQ(*again, spec);
  EXPECT_EQ(print(*again), print(spec));
}

// Random specs ----------------------------------------------------------------------------------

rc::Gen<std::string> any_text() {
  return rc::gen::container<std::string>(
      rc::gen::elementOf(std::string("abc XYZ019_-:,#'\"{}[]&*!|>%@`~.\n\t\\")));
}

rc::Gen<Type> any_type() {
  return rc::gen::map(
      rc::gen::element<std::string>("INT", "BIGINT", "DECIMAL(18,2)", "VARCHAR(50)", "CHAR(3)",
                                    "TEXT", "DATE", "TIMESTAMP(3)", "BOOLEAN", "JSON", "UUID[]",
                                    "engine:\"MY TYPE\""),
      [](const std::string& text) { return read_type(text).type; });
}

Column any_column() {
  Column column;
  column.name = *any_text();
  column.type = *any_type();
  column.nullable = *rc::gen::arbitrary<bool>();
  column.description = *any_text();
  if (*rc::gen::arbitrary<bool>()) column.default_value = *any_text();
  column.unique = *rc::gen::arbitrary<bool>();
  column.check = *any_text();
  column.synonyms = *rc::gen::container<std::vector<std::string>>(any_text());
  if (*rc::gen::arbitrary<bool>())
    column.sensitivity = *rc::gen::element(Sensitivity::kPii, Sensitivity::kNone);
  if (*rc::gen::arbitrary<bool>()) {
    Fill fill;
    fill.generator = "g" + *any_text();
    FillParameter parameter;
    parameter.name = "p" + *any_text();
    parameter.values = {*any_text()};
    parameter.is_list = *rc::gen::arbitrary<bool>();
    fill.parameters = {parameter};
    column.fill = fill;
  }
  return column;
}

Table any_table(TableKind kind) {
  Table table;
  table.kind = kind;
  table.name = *any_text();
  table.description = *any_text();
  table.surrogate_key = *any_text();
  const auto count = *rc::gen::inRange(0, 4);
  for (int i = 0; i < count; ++i) table.columns.push_back(any_column());
  ForeignKey key;
  key.columns =
      *rc::gen::element(std::vector<std::string>{"a"}, std::vector<std::string>{"a", "b"});
  key.references = {"dim_x", {"k", "l"}};
  key.optional = *rc::gen::arbitrary<bool>();
  key.on_delete = *rc::gen::element(OnDelete::kCascade, OnDelete::kNoAction);
  table.foreign_keys = {key};
  table.indexes = {{*any_text(), {*any_text()}, *rc::gen::arbitrary<bool>()}};
  table.unique = *rc::gen::element(std::vector<std::vector<std::string>>{},
                                   std::vector<std::vector<std::string>>{{"a", "b"}, {"c"}});
  table.checks = {{*any_text(), *any_text()}};
  if (kind == TableKind::kFact) {
    table.grain = *any_text();
    table.type = *rc::gen::element(FactType::kFactless, FactType::kPeriodicSnapshot);
    table.measures = {any_column()};
    table.measures[0].unit = *any_text();
    table.measures[0].additivity = Additivity::kSemiAdditive;
    table.partitioning = Partitioning{PartitionStrategy::kList, *any_text(), *any_text()};
  } else {
    table.natural_key = *rc::gen::container<std::vector<std::string>>(any_text());
    table.history = *rc::gen::element(History::kType1, History::kType2);
  }
  return table;
}

RC_GTEST_PROP(spec_property, print_then_parse_is_identity, ()) {
  Spec spec;
  spec.warehouse = *any_text();
  spec.description = *any_text();
  spec.dimensions = {any_table(TableKind::kDimension)};
  spec.facts = {any_table(TableKind::kFact)};
  spec.bridges = {any_table(TableKind::kBridge)};
  const std::string text = print(spec);
  const auto again = parse(text, "printed.yml");
  if (!again) RC_LOG() << again.error().front().message << "\n" << text;
  RC_ASSERT(again.has_value());
  RC_ASSERT(*again == spec);
}

}  // namespace
}  // namespace dbx::spec

// Edits of a spec's text: what is asked for happens, everything else stays byte for byte.
#include <gtest/gtest.h>

#include "dbx/base/text.h"
#include "dbx/spec/edit.h"

namespace dbx::spec {
namespace {

constexpr const char* kText = R"yml(# our warehouse
version: 1
warehouse: shop
entities:
  dimensions:
    - name: dim_company   # the customer
      surrogate_key: company_key
      natural_key: [company_id, region]
      columns:
        # where from
        - {name: company_id, type: VARCHAR(50), nullable: false}
        - {name: region, type: "VARCHAR(40)", nullable: false}  # sales region
        - name: city
          type: TEXT
          hierarchy: region > city
          check: "city <> '' and region <> 'region'"
      indexes:
        - {name: ix_region, columns: [region, city], include: region}
  facts:
    - name: fact_sales
      grain: "company_key,  line"
      foreign_keys:
        - {column: company_key, references: dim_company(company_key)}
        - {columns: [company_id, region], references: 'dim_company(company_id, region)'}
      measures: [{name: amount, type: "DECIMAL(18,2)"}]
      columns:
      - {name: line, type: INT, nullable: false}

synonyms: {area: dim_company.region, customers: dim_company}
)yml";

std::string edited(const std::string& text, const Edit& wish) {
  auto result = edit(text, "test.yml", wish);
  EXPECT_TRUE(result.has_value()) << result.error()[0].message;
  return result ? result->text : "";
}

Diagnostics refused(const std::string& text, const Edit& wish) {
  auto result = edit(text, "test.yml", wish);
  EXPECT_FALSE(result.has_value());
  return result ? Diagnostics{Diagnostic{}} : result.error();
}

std::string replaced(std::string text,
                     std::initializer_list<std::pair<const char*, const char*>> changes) {
  for (const auto& [from, to] : changes) {
    EXPECT_NE(text.find(from), std::string::npos) << from;
    text.replace(text.find(from), std::string_view(from).size(), to);
  }
  return text;
}

TEST(edit, a_renamed_column_is_followed_by_every_mention) {
  EXPECT_EQ(
      edited(kText, RenameColumn{"dim_company", "region", "area"}),
      replaced(kText, {{"[company_id, region]\n      columns", "[company_id, area]\n      columns"},
                       {"{name: region, type", "{name: area, renamed_from: region, type"},
                       {"hierarchy: region >", "hierarchy: area >"},
                       {"and region <> 'region'", "and area <> 'region'"},
                       {"[region, city], include: region", "[area, city], include: area"},
                       {"'dim_company(company_id, region)'", "'dim_company(company_id, area)'"},
                       {"dim_company.region", "dim_company.area"}}));
}

TEST(edit, block_style_takes_a_line) {
  EXPECT_EQ(edited(kText, RenameColumn{"dim_company", "city", "town"}),
            replaced(kText, {{"- name: city\n", "- name: town\n          renamed_from: city\n"},
                             {"> city", "> town"},
                             {"\"city <>", "\"town <>"},
                             {"[region, city]", "[region, town]"}}));
}

TEST(edit, a_renamed_table_is_followed_too) {
  EXPECT_EQ(
      edited(kText, RenameTable{"dim_company", "dim_customer"}),
      replaced(kText, {{"name: dim_company   # the customer\n",
                        "name: dim_customer   # the customer\n      renamed_from: dim_company\n"},
                       {"dim_company(company_key)", "dim_customer(company_key)"},
                       {"'dim_company(", "'dim_customer("},
                       {"dim_company.region", "dim_customer.region"},
                       {"customers: dim_company", "customers: dim_customer"}}));
}

TEST(edit, grain_keeps_its_spaces_and_measures_are_columns) {
  const std::string text = edited(kText, RenameColumn{"fact_sales", "line", "line_number"});
  EXPECT_NE(text.find("grain: \"company_key,  line_number\""), std::string::npos);
  EXPECT_NE(edited(kText, RenameColumn{"fact_sales", "amount", "total"})
                .find("{name: total, renamed_from: amount, type"),
            std::string::npos);
}

TEST(edit, a_column_is_added_in_the_style_of_the_last) {
  Column column;
  column.name = "zip";
  column.type = read_type("VARCHAR(10)").type;
  EXPECT_EQ(edited(kText, AddColumn{"dim_company", column}),
            replaced(kText, {{"region <> 'region'\"\n",
                              "region <> 'region'\"\n        - name: zip\n"
                              "          type: VARCHAR(10)\n"}}));
  column.nullable = false;
  EXPECT_EQ(edited(kText, AddColumn{"fact_sales", column}),
            replaced(kText, {{"type: INT, nullable: false}\n",
                              "type: INT, nullable: false}\n"
                              "      - {name: zip, type: VARCHAR(10), nullable: false}\n"}}));
}

TEST(edit, a_table_without_columns_gets_a_list) {
  const std::string head = "version: 1\nwarehouse: w\nentities:\n  tables:\n";
  Column column;
  column.name = "zip";
  column.type = read_type("INT").type;
  for (const auto& [from, to] : std::vector<std::pair<std::string, std::string>>{
           {"  - {name: t, primary_key: zip}\n",
            "  - {name: t, primary_key: zip, columns: [{name: zip, type: INT}]}\n"},
           {"  - name: t # t\n    unique:\n      - a # b\n",
            "  - name: t # t\n    unique:\n      - a # b\n    columns: [{name: zip, type: "
            "INT}]\n"},
           {"  - name: t\n    columns: # none\n",
            "  - name: t\n    columns: [{name: zip, type: INT}] # none\n"},
           {"  - name: t\n    columns: []", "  - name: t\n    columns: [{name: zip, type: INT}]"},
           {"  - name: t\n    columns: ~\n",
            "  - name: t\n    columns: [{name: zip, type: INT}]\n"}}) {
    EXPECT_EQ(edited(head + from, AddColumn{"t", column}), head + to);
  }
}

TEST(edit, what_is_still_mentioned_stays) {
  const Diagnostics problems = refused(kText, RemoveColumn{"dim_company", "region"});
  ASSERT_EQ(problems.size(), 7U);
  for (const Diagnostic& problem : problems) {
    EXPECT_EQ(problem.code, Code::kStillMentioned);
    EXPECT_EQ(problem.message, "'dim_company.region' is still mentioned here");
    EXPECT_GT(problem.where.line, 0);
  }
  EXPECT_EQ(refused(kText, RemoveTable{"dim_company"}).size(), 4U);
}

TEST(edit, what_nothing_mentions_goes_with_its_line) {
  EXPECT_EQ(edited(kText, RemoveColumn{"fact_sales", "amount"}),
            replaced(kText, {{"{name: amount, type: \"DECIMAL(18,2)\"}", ""}}));
  std::string text = replaced(
      kText, {{"hierarchy: region > city", "description: d # c"}, {"[region, city]", "[region]"}});
  const std::size_t begin = text.find("        - name: city");
  const std::size_t end = text.find("      indexes");
  EXPECT_EQ(edited(text, RemoveColumn{"dim_company", "city"}),
            text.substr(0, begin) + text.substr(end));
  const std::size_t fact = text.find("    - name: fact_sales");
  EXPECT_EQ(edited(text, RemoveTable{"fact_sales"}),
            text.substr(0, fact) + text.substr(text.find("\nsynonyms")));
}

Column column_of(const char* name, const char* type) {
  Column column;
  column.name = name;
  column.type = read_type(type).type;
  return column;
}

TEST(edit, measures_keys_tables_and_histories_are_added) {
  EXPECT_EQ(
      edited(kText, AddMeasure{"fact_sales", column_of("tax", "INT")}),
      replaced(kText, {{"\"DECIMAL(18,2)\"}]", "\"DECIMAL(18,2)\"}, {name: tax, type: INT}]"}}));
  EXPECT_EQ(edited(kText, SetHistory{"dim_company", History::kType2}),
            replaced(kText, {{"# the customer\n", "# the customer\n      history: type2\n"}}));
  ForeignKey key;
  key.columns = {"buyer_key"};
  key.references = {"dim_company", {"company_key"}};
  key.role = "buyer";
  EXPECT_EQ(edited(kText, AddForeignKey{"fact_sales", key}),
            replaced(kText, {{"region)'}\n",
                              "region)'}\n        - {column: buyer_key, references: "
                              "dim_company(company_key), role: buyer}\n"}}));
  Table table;
  table.kind = TableKind::kDimension;
  table.name = "dim_shop";
  table.surrogate_key = "shop_key";
  table.natural_key = {"shop_id"};
  table.columns = {column_of("shop_id", "INT")};
  EXPECT_EQ(edited(kText, AddTable{table}),
            replaced(kText, {{"include: region}\n",
                              "include: region}\n    - name: dim_shop\n"
                              "      surrogate_key: shop_key\n      natural_key: shop_id\n"
                              "      columns:\n        - {name: shop_id, type: INT}\n"}}));
  EXPECT_EQ(edited(kText, RemoveForeignKey{"fact_sales", "company_id"}),
            replaced(kText, {{"        - {columns: [company_id, region], references: "
                              "'dim_company(company_id, region)'}\n",
                              ""}}));
}

TEST(edit, what_is_there_already_is_not_added) {
  EXPECT_EQ(refused(kText, AddMeasure{"fact_sales", column_of("line", "INT")})[0].code,
            Code::kDuplicateName);
  Table table;
  table.kind = TableKind::kFact;
  table.name = "fact_sales";
  EXPECT_EQ(refused(kText, AddTable{table})[0].code, Code::kDuplicateName);
  EXPECT_EQ(refused(kText, SetHistory{"dim_shop", History::kType2})[0].code, Code::kUnknownTable);
  EXPECT_EQ(refused(kText, RemoveForeignKey{"fact_sales", "line"})[0].code, Code::kUnknownColumn);
}

TEST(edit, queries_are_named_not_rewritten) {
  const std::string text =
      std::string(kText) + "views:\n  - name: v\n    select: SELECT region FROM dim_company\n";
  auto result = edit(text, "test.yml", RenameColumn{"dim_company", "region", "area"});
  ASSERT_TRUE(result.has_value());
  ASSERT_EQ(result->notes.size(), 1U);
  EXPECT_EQ(result->notes[0].code, Code::kStillMentioned);
  EXPECT_EQ(result->notes[0].severity, Severity::kWarning);
  EXPECT_EQ(refused(text, RemoveTable{"dim_company"}).back().where.line, 32);
}

TEST(edit, what_cannot_be_done_is_said) {
  EXPECT_EQ(refused(kText, RenameTable{"dim_compani", "x"})[0].code, Code::kUnknownTable);
  EXPECT_EQ(refused(kText, RenameColumn{"dim_company", "regoin", "x"})[0].hint,
            "did you mean 'region'?");
  EXPECT_EQ(refused(kText, RenameColumn{"dim_company", "company_key", "x"})[0].message,
            "'dim_company.company_key' is not declared");
  EXPECT_EQ(refused(kText, RenameColumn{"dim_company", "region", "city"})[0].code,
            Code::kDuplicateName);
  EXPECT_EQ(refused(kText, RenameTable{"dim_company", "fact_sales"})[0].code, Code::kDuplicateName);
  const std::string block = replaced(kText, {{"- name: city\n", "- name: |-\n            city\n"}});
  EXPECT_EQ(refused(block, RenameColumn{"dim_company", "city", "town"})[0].code,
            Code::kEditNotSafe);
}

TEST(edit, a_name_that_needs_quotes_gets_them_where_it_does) {
  const std::string text = edited(kText, RenameColumn{"dim_company", "city", "town name"});
  EXPECT_NE(text.find("- name: town name\n"), std::string::npos);
  EXPECT_NE(text.find("check: \"\\\"town name\\\" <> ''"), std::string::npos) << text;
  for (const char* name : {"a,b", "a(b", "a > b", "a.b", " a", ""}) {
    EXPECT_EQ(refused(kText, RenameColumn{"dim_company", "city", name})[0].code,
              Code::kBadIdentifier);
  }
}

TEST(edit, windows_line_ends_stay) {
  const std::string text = text::replace_all(kText, "\n", "\r\n");
  EXPECT_EQ(
      edited(text, RenameColumn{"dim_company", "city", "town"}),
      text::replace_all(edited(kText, RenameColumn{"dim_company", "city", "town"}), "\n", "\r\n"));
}

}  // namespace
}  // namespace dbx::spec

// Formats, a folder a case: spec.yml and expected.<format>.
#include "dbx/export/export.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "dbx/base/text.h"
#include "dbx/spec/parse.h"
#include "support/cases.h"

namespace dbx {
namespace {

class ExportCase : public testing::TestWithParam<std::string> {};

TEST_P(ExportCase, gives_what_is_expected) {
  const std::string folder = GetParam();
  const auto spec = spec::parse(test::read(folder + "/spec.yml"), "spec.yml");
  ASSERT_TRUE(spec) << spec.error().at(0).message;
  for (const exporting::Format& format : exporting::formats()) {
    test::expect_file(folder + "/expected" + std::string(format.extension), format.write(*spec));
  }
}

bool is_word(std::string_view text) { return text::is_identifier(text); }

// One line of an erDiagram: head, entity, attribute with marks, end of an entity, or relation.
bool is_mermaid_line(std::string_view line) {
  if (line == "erDiagram" || line == "    }") return true;
  const bool is_attribute = line.starts_with("        ");
  const auto words = text::split(text::trim(line), ' ');
  if (words.size() == 2 && words[1] == "{") return is_word(words[0]);
  if (is_attribute) {
    if (words.size() < 2 || !is_word(words[0]) || !is_word(words[1])) return false;
    return std::all_of(words.begin() + 2, words.end(), [](std::string_view mark) {
      return mark == "PK" || mark == "FK" || mark == "UK" || mark == "PK," || mark == "FK,";
    });
  }
  return words.size() >= 5 && is_word(words[0]) && (words[1] == "||--o{" || words[1] == "|o--o{") &&
         is_word(words[2]) && words[3] == ":" && words[4].starts_with('"') && line.ends_with('"') &&
         std::count(line.begin(), line.end(), '"') == 2;
}

TEST_P(ExportCase, is_mermaid) {
  const auto spec = spec::parse(test::read(GetParam() + "/spec.yml"), "spec.yml");
  ASSERT_TRUE(spec);
  const std::string diagram = exporting::mermaid(*spec);
  ASSERT_TRUE(diagram.ends_with('\n'));
  for (const std::string_view line : text::split(text::trim(diagram), '\n')) {
    EXPECT_TRUE(is_mermaid_line(line)) << line;
  }
}

INSTANTIATE_TEST_SUITE_P(cases, ExportCase, testing::ValuesIn(test::case_folders("export/cases")),
                         [](const auto& param) { return test::base_name(param.param); });

TEST(export_formats, are_found_by_name) {
  ASSERT_TRUE(exporting::find_format("mermaid"));
  const auto wrong = exporting::find_format("mermiad");
  ASSERT_FALSE(wrong);
  EXPECT_EQ(wrong.error().at(0).code, Code::kUsage);
  EXPECT_EQ(wrong.error().at(0).hint, "did you mean 'mermaid'?");
}

TEST(mermaid, mends_names_that_a_database_may_have) {
  spec::Spec spec;
  spec::Table table;
  table.name = "2024 \"orders\"";
  spec::Column column;
  column.name = "net (EUR)";
  column.type = spec::read_type("engine:\"STRUCT(a INT, b TEXT)\"").type;
  table.columns = {column};
  spec.tables = {table};
  EXPECT_EQ(exporting::mermaid(spec).find("2024 \""), std::string::npos);
  EXPECT_NE(exporting::mermaid(spec).find("_2024__orders_"), std::string::npos);
  EXPECT_NE(exporting::mermaid(spec).find(" net__EUR_"), std::string::npos);
}

}  // namespace
}  // namespace dbx

// Each folder under cases/ holds a file as people bring it, the spec it becomes (expected.yml) and
// what is said of the rest (expected.notes.txt). Whatever becomes a spec must pass the checks.
#include <gtest/gtest.h>

#include <filesystem>
#include <thread>

#include "dbx/app/convert.h"
#include "dbx/app/spec_file.h"
#include "dbx/check/check.h"
#include "dbx/cli/render.h"
#include "dbx/convert/convert.h"
#include "dbx/convert/sql_script.h"
#include "dbx/schema/schema.h"
#include "dbx/spec/parse.h"
#include "support/cases.h"

namespace dbx {
namespace {

class ConvertCase : public ::testing::TestWithParam<std::string> {
 protected:
  Result<app::Conversion> convert() const {
    std::filesystem::current_path(GetParam());
    const bool is_sql = test::exists(GetParam() + "/input.sql");
    return app::convert({is_sql ? "input.sql" : "input.dbml", "", ""});
  }
};

TEST_P(ConvertCase, becomes_what_is_expected) {
  const auto conversion = convert();
  const Diagnostics& problems = conversion ? conversion->notes : conversion.error();
  std::string notes;
  for (const Diagnostic& problem : problems) {
    EXPECT_FALSE(problem.where.file.empty()) << problem.message;
    notes += cli::render(problem, false);
  }
  test::expect_file(GetParam() + "/expected.yml", conversion ? conversion->yaml : "");
  test::expect_file(GetParam() + "/expected.notes.txt", notes);
}

TEST_P(ConvertCase, passes_the_checks_and_reads_back) {
  const auto conversion = convert();
  if (!conversion) return;
  for (const Diagnostic& finding : check::check(conversion->spec)) {
    EXPECT_NE(finding.severity, Severity::kError) << finding.message;
  }
  auto back = spec::parse(conversion->yaml, "expected.yml");
  ASSERT_TRUE(back.has_value()) << back.error().front().message;
  EXPECT_EQ(*back, conversion->spec);
}

// What is lifted and lowered again is the same schema: nothing is lost on the way to a spec.
TEST_P(ConvertCase, lowers_and_lifts_to_itself) {
  const auto conversion = convert();
  if (!conversion) return;
  const schema::Schema lowered = schema::lower(conversion->spec, "duckdb");
  const spec::Spec again = schema::lift(lowered, conversion->spec.warehouse);
  EXPECT_EQ(schema::fingerprint(schema::lower(again, "duckdb")), schema::fingerprint(lowered));
}

INSTANTIATE_TEST_SUITE_P(cases, ConvertCase,
                         ::testing::ValuesIn(test::case_folders("convert/cases")),
                         [](const auto& folder) { return test::base_name(folder.param); });

Result<convert::Converted> from_sql(const std::string& text) {
  return convert::convert(**convert::find_source("sql", ""), text, "input.sql", "w");
}
Result<convert::Converted> from_dbml(const std::string& text) {
  return convert::convert(**convert::find_source("dbml", ""), text, "input.dbml", "w");
}

std::string repeat(const std::string& text, int count) {
  std::string result;
  for (int i = 0; i < count; ++i) result += text;
  return result;
}

// Text that would make a tree deeper than the stack is refused, not parsed.
TEST(convert, deep_nesting_is_a_located_error) {
  for (const int depth : {1000, 10'000, 100'000, 800'000}) {
    const std::string open = repeat("(", depth);
    const std::string close = repeat(")", depth);
    const auto parentheses = from_sql("CREATE TABLE a (x int);\nCREATE TABLE b (x int CHECK " +
                                      open + "x>0" + close + ");");
    const auto chain = from_sql("CREATE TABLE a (x int);\nCREATE TABLE b (x int CHECK (0<x" +
                                repeat("+1", depth) + "));");
    const auto unions = from_sql("CREATE TABLE a (x int);\nCREATE VIEW v AS SELECT 1" +
                                 repeat(" UNION SELECT 1, 2", depth) + ";");
    if (depth == 1000) {
      EXPECT_TRUE(parentheses.has_value());
      EXPECT_TRUE(chain.has_value());
    }
    for (const auto* result : {&parentheses, &chain, &unions}) {
      if (result->has_value()) continue;
      EXPECT_EQ(result->error().front().code, Code::kSqlSyntax);
      EXPECT_EQ(result->error().front().where.line, 2);
    }
    if (depth > 1000) {
      EXPECT_FALSE(parentheses.has_value());
      EXPECT_FALSE(chain.has_value());
      EXPECT_FALSE(unions.has_value());
    }
  }
}

TEST(convert, every_bad_statement_is_shown_where_it_is) {
  const auto result = from_sql(
      "CREATE TABLE a (x int);\n\nCREATE TABL b (x int);\n-- \"\u00e9\"\n"
      "CREATE TABLE \"\u00e9\" (x int int);\nCREATE TABLE c (x int,,y int);");
  ASSERT_FALSE(result.has_value());
  ASSERT_EQ(result.error().size(), 3U);
  EXPECT_EQ(result.error()[0].where.line, 3);
  EXPECT_EQ(result.error()[0].where.column, 8);
  EXPECT_EQ(result.error()[1].where.line, 5);
  EXPECT_EQ(result.error()[1].where.column, 26) << "columns count bytes";
  EXPECT_EQ(result.error()[2].where.line, 6);
}

TEST(convert, a_zero_byte_and_bytes_that_are_not_utf8_are_located) {
  for (const auto& read : {from_sql, from_dbml}) {
    const auto zero = read(std::string("CREATE\nTA\0BLE", 13));
    ASSERT_FALSE(zero.has_value());
    EXPECT_EQ(zero.error().front().where.line, 2);
    EXPECT_EQ(zero.error().front().where.column, 3);
    const auto latin1 = read("a\nb\xE9");
    ASSERT_FALSE(latin1.has_value());
    EXPECT_EQ(latin1.error().front().where.line, 2);
  }
}

TEST(convert, a_file_cut_off_anywhere_is_an_error_or_a_valid_spec) {
  for (const std::string& folder : test::case_folders("convert/cases")) {
    const bool is_sql = test::exists(folder + "/input.sql");
    const std::string text = test::read(folder + (is_sql ? "/input.sql" : "/input.dbml"));
    const std::size_t step = std::max<std::size_t>(1, text.size() / 60);
    for (std::size_t length = 0; length < text.size(); length += step) {
      const auto result = (is_sql ? from_sql : from_dbml)(text.substr(0, length));
      if (!result) continue;
      for (const Diagnostic& finding : check::check(result->spec)) {
        EXPECT_NE(finding.severity, Severity::kError)
            << folder << " at " << length << ": " << finding.message;
      }
    }
  }
}

TEST(convert, many_threads_convert_at_once) {
  const std::string text =
      test::read(std::string(DBX_SOURCE_DIR) + "/tests/convert/cases/composite_keys/input.sql");
  const auto expected = from_sql(text);
  ASSERT_TRUE(expected.has_value());
  std::vector<std::thread> threads;
  std::vector<int> same(4);
  for (std::size_t i = 0; i < same.size(); ++i) {
    threads.emplace_back([&, i] { same[i] = from_sql(text)->spec == expected->spec ? 1 : 0; });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(same, std::vector<int>(4, 1));
}

TEST(convert, the_source_is_told_by_name_or_extension) {
  EXPECT_EQ((*convert::find_source("", "a/SCHEMA.SQL"))->name, "sql");
  EXPECT_EQ((*convert::find_source("", "a.dbml"))->name, "dbml");
  EXPECT_EQ((*convert::find_source("dbml", "a.sql"))->name, "dbml");
  EXPECT_EQ(convert::find_source("", "a.txt").error().front().code, Code::kUsage);
  EXPECT_EQ(convert::find_source("xml", "a.sql").error().front().code, Code::kUsage);
}

TEST(convert, a_script_is_cut_as_psql_cuts_it) {
  const auto pieces = convert::split_script(
      "-- a; b\nSELECT ';' || $x$;$x$ || E'\\';' /* ; /* ; */ */;\\echo hi;\n"
      "COPY t FROM stdin;\n1;2\n\\.\nCREATE RULE r AS ON INSERT TO t DO (SELECT 1; SELECT 2);"
      "CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT CASE WHEN true THEN 1 END; SELECT 2; "
      "END;"
      "SELECT (1; SELECT 2");
  std::vector<convert::PieceKind> kinds;
  for (const auto& piece : pieces) kinds.push_back(piece.kind);
  using Kind = convert::PieceKind;
  EXPECT_EQ(kinds, (std::vector<Kind>{Kind::kStatement, Kind::kPsql, Kind::kStatement,
                                      Kind::kCopyData, Kind::kStatement, Kind::kStatement,
                                      Kind::kStatement, Kind::kStatement}));
}

}  // namespace
}  // namespace dbx

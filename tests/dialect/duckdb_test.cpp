// DuckDB: quoting, types, values, inspection of databases that dbx did not make.
#include <gtest/gtest.h>

#include <cstring>

#include "dbx/dialect/dialect.h"
#include "support/cases.h"

namespace dbx::dialect {
namespace {

const Dialect& duckdb() { return **find("duckdb"); }

std::unique_ptr<database::Connection> memory() {
  auto connection = duckdb().connect("duckdb::memory:", {});
  EXPECT_TRUE(connection.has_value());
  return std::move(*connection);
}

database::ResultSet rows(database::Connection& connection, const std::string& sql) {
  auto result = connection.query(sql);
  EXPECT_TRUE(result.has_value()) << sql << ": " << (result ? "" : result.error()[0].message);
  return result ? std::move(*result) : database::ResultSet{};
}

TEST(duckdb, names_are_quoted_where_they_must_be) {
  EXPECT_EQ(duckdb().quote("region"), "region");
  EXPECT_EQ(duckdb().quote("order"), "\"order\"");
  EXPECT_EQ(duckdb().quote("Region"), "\"Region\"");
  EXPECT_EQ(duckdb().quote("a\"b"), "\"a\"\"b\"");
  EXPECT_EQ(duckdb().quote("größe"), "\"größe\"");
  EXPECT_EQ(duckdb().quote_text("it's"), "'it''s'");
}

TEST(duckdb, every_keyword_may_name_a_column_when_quoted) {
  const auto connection = memory();
  const auto keywords = rows(*connection, "SELECT keyword_name FROM duckdb_keywords()");
  ASSERT_GT(keywords.rows.size(), 100U);
  for (const auto& row : keywords.rows) {
    const std::string word = std::get<std::string>(row[0]);
    const std::string sql = "CREATE OR REPLACE TABLE " + duckdb().quote(word) + " (" +
                            duckdb().quote(word) + " INTEGER)";
    const auto created = connection->execute(sql);
    EXPECT_TRUE(created.has_value()) << sql;
    const std::string use = "SELECT " + duckdb().quote(word) + " FROM " + duckdb().quote(word);
    EXPECT_TRUE(connection->execute(use).has_value()) << use;
  }
}

TEST(duckdb, values_come_back_as_what_they_are) {
  const auto connection = memory();
  const auto result = rows(*connection,
                           "SELECT 1, 2.5::DOUBLE, true, 'x', NULL, 1.50::DECIMAL(9,2), DATE "
                           "'2026-01-02', [1,2] ORDER BY 1");
  ASSERT_EQ(result.rows.size(), 1U);
  const auto& row = result.rows[0];
  EXPECT_EQ(std::get<std::int64_t>(row[0]), 1);
  EXPECT_EQ(std::get<double>(row[1]), 2.5);
  EXPECT_EQ(std::get<bool>(row[2]), true);
  EXPECT_EQ(std::get<std::string>(row[3]), "x");
  EXPECT_TRUE(std::holds_alternative<std::monostate>(row[4]));
  EXPECT_EQ(database::to_text(row[5]), "1.50");
  EXPECT_EQ(database::to_text(row[6]), "2026-01-02");
  EXPECT_EQ(database::to_text(row[7]), "[1, 2]");
  EXPECT_TRUE(result.is_numeric[5]);
  EXPECT_FALSE(result.is_numeric[6]);
}

TEST(duckdb, order_survives_the_conversion_to_text) {
  const auto connection = memory();
  const auto result = rows(*connection,
                           "SELECT (i * 7919 % 100003)::DECIMAL(12,2) AS d FROM range(100003) t(i) "
                           "ORDER BY d");
  ASSERT_EQ(result.rows.size(), 100003U);
  for (std::size_t i = 0; i < result.rows.size(); i += 1000) {
    EXPECT_EQ(database::to_text(result.rows[i][0]), std::to_string(i) + ".00");
  }
}

TEST(duckdb, parameters_bind) {
  const auto connection = memory();
  const database::Value values[] = {std::string("it's; --"), std::int64_t{7}, std::monostate{}};
  const auto result = connection->query("SELECT $1, $2, $3", values);
  ASSERT_TRUE(result.has_value());
  EXPECT_EQ(std::get<std::string>(result->rows[0][0]), "it's; --");
}

TEST(duckdb, errors_carry_the_engines_words) {
  const auto connection = memory();
  const auto result = connection->query("SELECT nothing FROM nowhere");
  ASSERT_FALSE(result.has_value());
  EXPECT_EQ(result.error()[0].code, Code::kQueryFailed);
  EXPECT_NE(result.error()[0].message.find("nowhere"), std::string::npos);
}

TEST(duckdb, an_open_transaction_ends_with_its_scope) {
  const auto connection = memory();
  {
    auto transaction = database::Transaction::begin(*connection);
    ASSERT_TRUE(transaction.has_value());
    ASSERT_TRUE(connection->execute("CREATE TABLE t (a INTEGER)"));
  }
  EXPECT_FALSE(connection->query("SELECT * FROM t").has_value());
}

TEST(duckdb, inspect_reads_what_others_made) {
  const auto connection = memory();
  ASSERT_TRUE(
      connection->execute("CREATE TABLE \"My Table\" (\"My Id\" BIGINT PRIMARY KEY, n "
                          "VARCHAR DEFAULT 'x', u UTINYINT, d DECIMAL(9,3) NOT NULL, "
                          "s STRUCT(a INTEGER), CHECK (d > 0), UNIQUE (n))"));
  ASSERT_TRUE(
      connection->execute("CREATE TABLE child (p BIGINT REFERENCES \"My Table\"(\"My Id\"))"));
  ASSERT_TRUE(connection->execute("CREATE INDEX ix ON \"My Table\" (\"My Id\", d)"));
  ASSERT_TRUE(connection->execute("CREATE INDEX ix_expression ON child ((p + 1))"));
  ASSERT_TRUE(connection->execute("CREATE VIEW v AS SELECT 1 AS one"));
  ASSERT_TRUE(connection->execute("CREATE MACRO twice(x) AS 2 * x"));
  ASSERT_TRUE(connection->execute("CREATE TABLE db_assistant_x (a INTEGER)"));
  Diagnostics notes;
  const auto found = duckdb().inspect(*connection, notes);
  ASSERT_TRUE(found.has_value());
  ASSERT_EQ(found->tables.size(), 2U) << "dbx's own tables are left out";
  const schema::Table* table = schema::find_table(*found, "My Table");
  ASSERT_NE(table, nullptr);
  EXPECT_EQ(table->primary_key->columns, std::vector<std::string>{"My Id"});
  EXPECT_EQ(schema::find_column(*table, "n")->default_value, "'x'");
  EXPECT_EQ(spec::print(schema::find_column(*table, "d")->type), "DECIMAL(9,3)");
  EXPECT_EQ(spec::print(schema::find_column(*table, "u")->type), "engine:\"UTINYINT\"");
  EXPECT_EQ(schema::find_column(*table, "s")->type.engine_text, "STRUCT(a INTEGER)");
  EXPECT_EQ(table->checks.size(), 1U);
  EXPECT_EQ(table->uniques.size(), 1U);
  ASSERT_EQ(table->indexes.size(), 1U);
  EXPECT_EQ(schema::column_names(table->indexes[0]), (std::vector<std::string>{"My Id", "d"}));
  const schema::Table* child = schema::find_table(*found, "child");
  EXPECT_EQ(child->foreign_keys.at(0).table, "My Table");
  EXPECT_EQ(child->indexes.at(0).columns.at(0).expression.text, "(p + 1)");
  EXPECT_EQ(found->views.at(0).select.text, "SELECT 1 AS one");
  ASSERT_EQ(notes.size(), 1U) << "the macro is said";
  EXPECT_EQ(notes[0].code, Code::kNotModelled);
}

TEST(duckdb, realising_twice_changes_nothing) {
  schema::Schema schema;
  schema::Table table;
  table.name = "fact_x";
  table.kind = spec::TableKind::kFact;
  table.columns.push_back({"a", spec::read_type("VARCHAR(5)").type, false, "'q'", false, ""});
  table.columns.push_back({"b", spec::read_type("TIMESTAMP(3)").type, true, {}, false, ""});
  table.uniques.push_back({"uq", {"a"}, {}});
  table.checks.push_back({"ck", "a IN ('q','r') and a<>''"});
  schema.tables.push_back(table);
  const auto once = duckdb().realise(schema);
  ASSERT_TRUE(once.has_value()) << once.error()[0].message;
  const auto twice = duckdb().realise(once->schema);
  ASSERT_TRUE(twice.has_value());
  EXPECT_EQ(once->schema, twice->schema);
}

TEST(duckdb, a_bad_expression_is_said_before_anything_runs) {
  schema::Schema schema;
  schema::Table table;
  table.name = "t";
  table.columns.push_back(
      {"a", spec::read_type("INT").type, true, "no_such_function()", false, ""});
  schema.tables.push_back(table);
  const auto realised = duckdb().realise(schema);
  ASSERT_FALSE(realised.has_value());
  EXPECT_EQ(realised.error()[0].code, Code::kStatementFailed);
}

// Writes the checksum of DuckDB's main header anew: 5381, xor the 511 words after it, each times a
// constant (duckdb/common/checksum.cpp).
void reseal(std::string& file) {
  std::uint64_t sum = 5381;
  for (std::size_t at = 8; at < 4096; at += 8) {
    std::uint64_t word = 0;
    std::memcpy(&word, &file[at], 8);
    sum ^= word * 0xBF58476D1CE4E5B9ULL;
  }
  std::memcpy(file.data(), &sum, 8);
}

TEST(duckdb, urls_and_files_that_are_no_database) {
  const test::TemporaryFolder folder;
  const auto code_of = [&](const std::string& url, bool create) {
    ConnectOptions options;
    options.create = create;
    auto connection = duckdb().connect(url, options);
    return connection ? Code::kInternal : connection.error()[0].code;
  };
  EXPECT_EQ(code_of("duckdb:", true), Code::kBadUrl);
  EXPECT_EQ(code_of("duckdb:" + folder.path(), true), Code::kNoConnection);
  EXPECT_EQ(code_of("duckdb:" + folder.file("missing.duckdb"), false), Code::kNoConnection);
  EXPECT_EQ(code_of("duckdb:" + folder.file("no/such/folder/x.duckdb"), true), Code::kNoConnection);
  test::write(folder.file("text.duckdb"), std::string(20000, 'x'));
  EXPECT_EQ(code_of("duckdb:" + folder.file("text.duckdb"), true), Code::kNotADatabase);
  EXPECT_EQ(test::read(folder.file("text.duckdb")), std::string(20000, 'x'));
  {
    ConnectOptions options;
    ASSERT_TRUE(duckdb().connect("duckdb:" + folder.file("future.duckdb"), options));
  }
  std::string bytes = test::read(folder.file("future.duckdb"));
  ASSERT_EQ(bytes.substr(8, 4), "DUCK");
  bytes[12] = 120;  // the storage version, of some later DuckDB
  reseal(bytes);
  test::write(folder.file("future.duckdb"), bytes);
  EXPECT_EQ(code_of("duckdb:" + folder.file("future.duckdb"), true), Code::kDatabaseNewer);
  EXPECT_EQ(test::read(folder.file("future.duckdb")), bytes);
  EXPECT_FALSE(for_url("oracle:x").has_value());
  EXPECT_FALSE(for_url("warehouse.duckdb").has_value());
}

}  // namespace
}  // namespace dbx::dialect
